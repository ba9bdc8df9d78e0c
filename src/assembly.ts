import { randomUUID } from 'node:crypto';
import { type Dispatch, dispatch } from '#bot/dispatch.ts';
import type { Outbox } from '#bot/outbox.ts';
import type { Happening } from '#bot/happening.ts';
import type { Dice } from '#bot/turn.ts';
import { commands } from '#commands/index.ts';
import type { Content } from '#content/content.ts';
import { claimsIn } from '#database/claims.ts';
import type { Database } from '#database/open.ts';
import { membersIn } from '#members/store.ts';
import { type Alarm, alarmOf, together } from '#schedule/alarm.ts';
import { jobsOf } from '#schedule/jobs.ts';
import { type Schedule, scheduleOf } from '#schedule/schedule.ts';
import { serversFrom } from '#servers/servers.ts';
import { serversIn } from '#servers/store.ts';
import { languageOf } from '#text/ladder.ts';
import { type MentionCommand, translator } from '#text/translator.ts';
import { callerOf } from './caller.ts';
import { featuresOf, handlers } from './features.ts';
import type { Log } from './log.ts';

export type AssemblyParts = {
  readonly content: Content;
  readonly database: Database;
  readonly outbox: Outbox;
  readonly mention: MentionCommand;
  readonly now: () => Temporal.Instant;
  readonly dice: Dice;
  readonly log: Log;
};

/** The whole bot but for its connection to Discord. */
export type Assembly = {
  readonly dispatch: Dispatch;
  readonly schedule: Schedule;
  /** Rings when something of the features is due. */
  readonly alarm: Alarm;
  /** Notes that this process is connected to Discord. Never throws: what fails is logged. */
  beat(): Promise<void>;
  /** Takes note of what happened on Discord. Never throws: what fails is logged. */
  notice(happening: Happening): Promise<void>;
};

/** Puts the rooms together. */
export function assemble(parts: AssemblyParts): Assembly {
  const { database, mention, now, dice, log } = parts;
  const claims = claimsIn(database, randomUUID());
  const speak = (locale: string) => translator(languageOf({ discord: locale }), mention);
  const { features, due } = featuresOf({ ...parts, claims, speak, wake: () => alarm.wake() });
  const alarm = together(due.map((ring) => alarmOf({ ring, now, log })));
  const servers = serversFrom(serversIn(database));
  let noticed = Promise.resolve();
  return {
    dispatch: dispatch({
      commands,
      handlers,
      features,
      claim: async (key, at) => (await claims.claim(key, { now: at, lease: 'for good' })) !== undefined,
      callerOf: callerOf({ members: membersIn(database), servers }),
      mention,
      now,
      dice,
      log,
    }),
    schedule: scheduleOf({ jobs: jobsOf({ claims, database, ...features }), claims, log }),
    alarm,
    beat: () => features.streaks.beat(now()).catch((error: unknown) => log.error({ error }, 'a heartbeat was lost')),
    notice: (happening) => {
      // One after the other: a farewell must not be overtaken by the welcome before it.
      noticed = noticed.then(() => take(happening));
      return noticed;
    },
  };

  /** What the features want to know of. */
  async function heed(happening: Happening): Promise<void> {
    const { tips, peers } = features;
    if (happening.kind === 'channel-gone') {
      await tips.gone({ channel: happening.channel }, now());
      await peers.hosting.channelGone(happening.server, happening.channel);
    }
    if (happening.kind === 'thread-gone' || happening.kind === 'thread-closed') {
      await peers.leading.roomGone(happening.thread, now());
    }
  }

  async function take(happening: Happening): Promise<void> {
    try {
      const { joined, left } = await servers.notice(happening, now());
      for (const server of left) {
        await features.tips.gone({ server }, now());
        await features.peers.leading.serverGone(server, now());
      }
      await heed(happening);
      log.info({ happening: happening.kind, joined: joined.length, left: left.length }, 'heard from Discord');
    } catch (error) {
      log.error({ happening: happening.kind, error }, 'what Discord told was lost');
    }
  }
}
