import { field, route } from '#bot/route.ts';

const owner = field.snowflake();
const session = field.slug(10);
const turn = field.int(999);
const half = field.int(1);
const about = field.snowflake();
const channel = field.snowflake();
const key = field.slug(8);

/** The controls that peer sessions answer. */
export const peerRoutes = {
  // Set-up, for hosts
  channel: route('peer.channel', { owner }),
  moderation: route('peer.moderation', { owner }),
  entry: route('peer.entry', { owner }),
  apart: route('peer.apart', { owner }),
  /** Lets everybody join; keeps nobody apart. */
  anybody: route('peer.anybody', { owner }),
  nobodyApart: route('peer.nobodyapart', { owner }),
  turnOn: route('peer.on', { owner }),
  turnOff: route('peer.off', { owner }),
  test: route('peer.test', { owner }),

  // Waiting
  join: route('peer.join', { owner }),
  leaveList: route('peer.unlist', { owner }),

  // In a session: both see these, and what they may do with them is decided when they press
  /** `count` is what stood on the card: questions asked, or times made longer. */
  move: route('peer.move', {
    session,
    turn,
    verb: field.word('accept', 'next', 'retry', 'longer', 'swap', 'pause', 'resume', 'end', 'leave'),
    count: field.int(99),
  }),
  sheet: route('peer.sheet', { session, turn }),
  /** The next question, asked for on the sheet. */
  sheetNext: route('peer.sheetnext', { session, turn, count: field.int(99) }),
  /** Asks whether to end it for both. */
  askEnd: route('peer.askend', { session, turn }),
  forms: route('peer.forms', { session, turn }),
  /** Opens the form about the partner; every card of a session has it, with its turn. */
  report: route('peer.report', { session, turn }),
  read: route('peer.read', { session }),

  // Feedback
  fill: route('peer.fill', { session, kind: field.word('scales', 'words', 'own', 'asker'), half }),
  scaled: route('peer.scaled', { session, kind: field.word('scales', 'own'), half }),
  worded: route('peer.worded', { session, half }),
  asker: route('peer.asker', { session, half }),
  /** A list of sessions to read about. */
  look: route('peer.look', { owner }),

  // Safety
  /** The form about somebody, and the one with what they wrote in it. */
  reported: route('peer.reported', { about, channel, server: field.snowflake(), key }),
  quoted: route('peer.quoted', { about, channel, message: field.snowflake(), key }),
  never: route('peer.never', { owner, about }),
  mayMeet: route('peer.maymeet', { owner, about }),
};
