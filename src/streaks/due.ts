// Evening reminders: at most one a day, only for who wants them, only when a streak would end that night.

import type { Outbox } from '#bot/outbox.ts';
import type { Errand, Sender } from '#bot/sender.ts';
import type { Database } from '#database/open.ts';
import type { Log } from '#src/log.ts';
import type { Translator } from '#text/translator.ts';
import { membersIn } from '#members/store.ts';
import { reminderCard } from './card.ts';
import { type Due, remindersIn } from './reminders.ts';
import { nothingYet } from './rules.ts';
import { standingsIn } from './standings.ts';

/** After so many reminders in a row that led to nothing, the bot stops by itself. */
const mostUnanswered = 3;

/** How late in the evening (ms after its time) a reminder still helps: until 23:30. */
const lateness = 4 * 3_600_000;

/**
 * Reminders on their way at one time. Discord lets a bot open about one direct conversation a second: with more of them,
 * some would wait longer than the outbox has patience.
 */
const mostAtOnce = 10;

const pause = Temporal.Duration.from({ minutes: 5 });

type Parts = {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly outbox: Outbox;
  readonly sender: Sender;
  /** Speaks the language of a tag such as `en-US`. */
  readonly speak: (tag: string) => Translator;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
};

export type StreaksDue = {
  /** Reminds everybody whose evening has come. Never throws: what fails is logged. */
  bring(): Promise<void>;
};

type Evening = Due & { readonly current: number; readonly last: boolean };

export function streaksDue(parts: Parts): StreaksDue {
  const { sender, log } = parts;
  const bulk = {
    atOnce: mostAtOnce,
    due: (most: number) => errands(parts, most),
    failed: (error: unknown, { key }: Errand) => log.error({ error, who: log.who(key) }, 'a reminder failed'),
  };
  return {
    bring: async () => {
      try {
        await sender.bring(bulk);
      } catch (error) {
        log.error({ error }, 'reminders could not be brought');
      }
    },
  };
}

/** Whose evening has come. */
async function errands(parts: Parts, most: number): Promise<readonly Errand[]> {
  const { database, now } = parts;
  const all = await remindersIn(database).due(now().epochMilliseconds, most);
  return all.map((due) => ({
    key: due.member,
    begin: async () => {
      const evening = await database.transaction((tx) => begin({ db: tx }, due, now().epochMilliseconds));
      return evening && (() => bringOne(parts, evening, due));
    },
  }));
}

async function bringOne(parts: Parts, evening: Evening, due: Due): Promise<void> {
  try {
    await remind(parts, evening, due);
  } catch (error) {
    parts.log.error({ error, who: parts.log.who(due.member) }, 'a reminder failed');
  }
}

/**
 * Decides, and notes before anything is sent: a process that dies in between leaves somebody without a reminder, and
 * nobody with two.
 */
async function begin(tx: Pick<Database, 'db'>, due: Due, now: number): Promise<Evening | undefined> {
  const [standings, reminders] = [standingsIn(tx), remindersIn(tx)];
  const { member } = due;
  const found = await standings.open(member);
  const { kept, fold } = found === 'stale' ? await standings.renew(member) : found;
  const standing = fold.asOf(kept ?? nothingYet, now);
  const chance = fold.lastChance(standing);
  const isTonight = chance?.day === standing.today && now >= chance.eveningAt;
  if (!isTonight) {
    await reminders.lookAgain(member, chance?.eveningAt ?? null);
    return undefined;
  }
  await reminders.lookAgain(member, null);
  if (now > chance.eveningAt + lateness) return undefined;
  const answered = due.day !== null && ((await standings.daysFrom(member, due.day)).get(due.day) ?? 0) > 0;
  const unanswered = (answered ? 0 : due.unanswered) + 1;
  if (!(await reminders.begin(member, { day: chance.day, unanswered }))) return undefined;
  return { ...due, day: chance.day, current: standing.current, last: unanswered >= mostUnanswered };
}

async function remind({ database, outbox, speak, now }: Parts, evening: Evening, before: Due): Promise<void> {
  const { member, day, last } = evening;
  const { language } = await membersIn(database).find(member);
  const message = reminderCard(evening, speak(language ?? ''));
  const nonce = `s${BigInt(member).toString(36)}-${day}`;
  const said = await outbox.tell(member, { message, nonce });
  // Surely not sent: once more in some minutes.
  if (said.kind === 'unreached') return remindersIn(database).undo(before, now().add(pause).epochMilliseconds);
  const isClosed = said.kind === 'refused' && said.why === 'closed';
  if (isClosed || last) await remindersIn(database).stop(member);
}
