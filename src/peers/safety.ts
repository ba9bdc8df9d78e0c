// What keeps members safe from each other: never meeting somebody again, and telling moderators.

import type { Outbox } from '#bot/outbox.ts';
import { refuse } from '#bot/refusal.ts';
import type { Speak } from '#text/translator.ts';
import type { Places } from './places.ts';
import { reportCard } from './report-card.ts';
import type { Own } from './leading.ts';
import { limits, other } from './rules.ts';
import type { PeerStores } from './stores.ts';
import { texts } from './texts.ts';

/** Why somebody is reported. */
export const reasons = ['disrespect', 'job-or-money', 'unwanted', 'danger', 'other'] as const;
export type Reason = (typeof reasons)[number];

export type Report = {
  /** Whom it is about, and where it happened: a message, or a whole channel. */
  readonly about: string;
  readonly server: string;
  readonly channel: string;
  readonly message: string | undefined;
  readonly reason: Reason;
  readonly words: string;
  /** What stood in the message, as the person who reports was shown it. */
  readonly quoted: string | undefined;
  /** The same for one form however often it is sent. */
  readonly key: string;
};

/** The partner somebody can report, and where they met. */
export type Partner = { readonly about: string; readonly server: string; readonly channel: string };

export type Safety = {
  /** From now on these two never meet in a session, anywhere; nobody is told. */
  never(member: string, other: string, now: Temporal.Instant): Promise<void>;
  mayMeet(member: string, other: string): Promise<void>;
  /** The partner in a session. Refuses when they are not known any more. */
  partnerIn(own: Own): Partner;
  /** Whom a member sits with, or sat with within a day; refuses when that is nobody. */
  partner(member: string, now: Temporal.Instant): Promise<Partner>;
  /** Refuses where nobody could read a report; without a server too. */
  canReport(server: string | undefined): Promise<void>;
  /** Brings a report to the server's moderators; nothing in it says who sent it. False when it did not arrive. */
  report(report: Report): Promise<boolean>;
};

type Parts = {
  readonly stores: PeerStores;
  readonly places: Places;
  readonly outbox: Outbox;
  readonly speak: Speak;
};

export function safetyOf({ stores, places, outbox, speak }: Parts): Safety {
  async function moderationOf(server: string | undefined) {
    const place = server === undefined ? undefined : await places.find(server);
    if (place?.moderation === undefined) throw refuse(texts.noModerators);
    return { channel: place.moderation, locale: place.locale };
  }

  return {
    partnerIn,
    never: async (member, person, now) => {
      if (member === person) throw refuse(texts.neverYourself);
      await stores.waits.never(member, person, now);
    },
    mayMeet: (member, person) => stores.waits.mayMeet(member, person),
    partner: async (member, now) => {
      const [last] = await stores.sessions.seatsOfMember(member, 1);
      const room = last && (await stores.sessions.room(last.session));
      const endedAt = room?.session.endedAt;
      const isRecent = !endedAt || Temporal.Instant.compare(endedAt.add({ hours: limits.forms }), now) > 0;
      if (!last || !room || !isRecent) throw refuse(texts.nobodyToReport);
      return partnerIn({ ...room, seat: last });
    },
    canReport: async (server) => void (await moderationOf(server)),
    report: async (report) => {
      const { channel, locale } = await moderationOf(report.server);
      const message = reportCard(report, speak(locale));
      const posted = await outbox.post(channel, { message, nonce: `r-${report.key}`, aloud: true });
      return posted.kind === 'posted';
    },
  };
}

function partnerIn({ session, seats, seat }: Own): Partner {
  const them = seats.find((one) => one.seat === other(seat.seat));
  if (session.thread === undefined || !them) throw refuse(texts.nobodyToReport);
  return { about: them.member, server: session.server, channel: session.thread };
}
