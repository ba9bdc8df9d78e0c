import type { Outbox } from '#bot/outbox.ts';
import { type Sender, senderOf } from '#bot/sender.ts';
import type { Dice } from '#bot/turn.ts';
import type { Content } from '#content/content.ts';
import type { Claims } from '#database/claims.ts';
import type { Database, Together } from '#database/open.ts';
import { type Lessons, lessonsFrom } from '#lessons/lessons.ts';
import { lessonPresses } from '#lessons/presses.ts';
import { type Reviews, reviewsFrom } from '#lessons/reviews.ts';
import { type Mocks, mocksFrom } from '#mocks/mocks.ts';
import { mockPresses } from '#mocks/presses.ts';
import { mocksIn } from '#mocks/store.ts';
import { coachingFrom } from '#practice/coached.ts';
import { type Practice, practiceFrom } from '#practice/practice.ts';
import { settingsPresses } from '#members/presses.ts';
import { type Settings, settingsFrom } from '#members/settings.ts';
import { membersIn } from '#members/store.ts';
import { type Peers, peersFrom } from '#peers/peers.ts';
import { safetyPresses } from '#peers/safety-presses.ts';
import { sessionPresses } from '#peers/session-presses.ts';
import { setupPresses } from '#peers/setup-presses.ts';
import { practicePresses } from '#practice/presses.ts';
import { answersIn } from '#practice/store.ts';
import { privacyPresses } from '#privacy/presses.ts';
import { type Privacy, privacyIn } from '#privacy/privacy.ts';
import { recallsIn } from '#recall/store.ts';
import type { Log } from '#src/log.ts';
import { streaksDue } from '#streaks/due.ts';
import { streakPresses } from '#streaks/presses.ts';
import { actsIn } from '#streaks/store.ts';
import { type Streaks, streaksFrom } from '#streaks/streaks.ts';
import { deliveringOf } from '#tips/delivering.ts';
import { type TipsDue, tipsDue } from '#tips/due.ts';
import { tipPresses } from '#tips/presses.ts';
import type { Speak } from '#text/translator.ts';
import { tipsIn } from '#tips/store.ts';
import { tellingHosts } from '#tips/telling.ts';
import { type Tips, tipsFrom } from '#tips/tips.ts';

/** What commands and presses can call. */
export type Features = {
  readonly lessons: Lessons;
  readonly reviews: Reviews;
  readonly practice: Practice;
  readonly mocks: Mocks;
  readonly peers: Peers;
  readonly settings: Settings;
  readonly streaks: Streaks;
  readonly tips: Tips;
  readonly privacy: Privacy;
};

export type FeatureParts = {
  readonly database: Database;
  readonly content: Content;
  readonly outbox: Outbox;
  readonly claims: Claims;
  readonly speak: Speak;
  readonly now: () => Temporal.Instant;
  readonly dice: Dice;
  readonly log: Log;
  /** Called when something may be due earlier than before. */
  readonly wake: () => void;
};

/** Brings what is due by itself, and says when to look next if that is known. */
export type Bring = () => Promise<Temporal.Instant | undefined>;

/** All features, and what they bring by themselves when it is due, each apart: many of one keep no other waiting. */
export function featuresOf(parts: FeatureParts): { readonly features: Features; readonly due: readonly Bring[] } {
  const sender = senderOf(parts);
  const { tips, due } = dailyTips(parts, sender);
  const reminders = streaksDue({ ...parts, sender });
  const remind: Bring = async () => {
    await reminders.bring();
    return undefined;
  };
  const { peers, due: sessions } = peersFrom(parts);
  return {
    features: { ...memberFeatures(parts.database, parts.content), tips, peers },
    due: [due.bring, sessions.bring, remind],
  };
}

/** The features that need nothing but a database and content: what members do for themselves. */
export function memberFeatures(database: Database, content: Content): Omit<Features, 'tips' | 'peers'> {
  const { acts, answers, recalls, mocks } = storesIn(database);
  const { scrub } = database;
  const members = membersIn(database);
  const together: Together<ReturnType<typeof storesIn>> = (work) =>
    database.transaction((tx) => work(storesIn({ db: tx })));
  const lessons = lessonsFrom({ content, acts, together });
  const streaks = streaksFrom({ database });
  const coaching = coachingFrom(content);
  return {
    lessons,
    reviews: reviewsFrom({ lessons, recalls, together }),
    practice: practiceFrom({ content, answers, together, scrub, coaching }),
    mocks: mocksFrom({ content, mocks, members, recalls, acts, answers, together, scrub, coaching }),
    streaks,
    settings: settingsFrom({
      members,
      reminders: streaks,
      together: (work) => database.transaction((tx) => work(membersIn({ db: tx }))),
    }),
    privacy: privacyIn(database),
  };
}

function dailyTips(parts: FeatureParts, sender: Sender): { readonly tips: Tips; readonly due: TipsDue } {
  const { database } = parts;
  const store = tipsIn(database);
  const together: Together<typeof store> = (work) => database.transaction((tx) => work(tipsIn({ db: tx })));
  const delivering = deliveringOf({ ...parts, store, together });
  const tellHost = tellingHosts({ ...parts, store });
  const tips = tipsFrom({ ...parts, store, together, delivering, tellHost });
  return { tips, due: tipsDue({ ...parts, store, delivering, sender, tellHost }) };
}

const storesIn = (database: Pick<Database, 'db'>) => ({
  acts: actsIn(database),
  answers: answersIn(database),
  recalls: recallsIn(database),
  mocks: mocksIn(database),
});

/** The handlers of all buttons, selects and forms. */
export const handlers = [
  ...lessonPresses,
  ...practicePresses,
  ...mockPresses,
  ...setupPresses,
  ...sessionPresses,
  ...safetyPresses,
  ...streakPresses,
  ...settingsPresses,
  ...tipPresses,
  ...privacyPresses,
];
