// A process that waits for a word and then does what many members do at one instant: joining, or pressing in a room. It
// says when it is ready, and ends with an error when anything but a polite no came back.

import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Refusal } from '#bot/refusal.ts';
import type { Caller } from '#bot/turn.ts';
import { openContent } from '#content/content.ts';
import { openDatabase } from '#database/open.ts';
import { interviewerOf } from '#peers/moves.ts';
import { peersFrom } from '#peers/peers.ts';
import { sessionsIn } from '#peers/store.ts';
import { translator } from '#text/translator.ts';
import { keptLog } from '#tests/support/kept-log.ts';
import { keptOutbox } from '#tests/support/kept-outbox.ts';

const [url = '', holder = '', doing = 'join', count = '0'] = process.argv.slice(2);
const say = (line: string) => void writeSync(1, `${line}\n`);
const now = Temporal.Instant.from('2026-03-01T12:00:00Z');
const moment = { now, dice: Math.random };
const log = keptLog();

const database = await openDatabase(url, { log });
const content = await openContent({ data: 'data', compiled: 'var/content.json' });
const speak = () => translator('en', (words) => words);
const wake = () => undefined;
const { peers } = peersFrom({ ...moment, database, content, outbox: keptOutbox(), speak, now: () => now, log, wake });

const caller = (member: number, server: number): Caller => ({
  id: `10000000000000${String(member).padStart(4, '0')}`,
  name: `Member ${member}`,
  locale: 'en-GB',
  language: 'en',
  zone: 'UTC',
  where: {
    context: 'server',
    channel: '3',
    isThread: false,
    botMay: 0n,
    server: { id: `20000000000000000${server}`, locale: 'en-US', memberMay: 0n, memberRoles: [] },
  },
});

/** A no is an answer like any other. */
const politely = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });

/** Everybody joins in every process, on one server or the other; a few at a time, and each process begins elsewhere. */
async function joinAll(): Promise<void> {
  const all = Number(count);
  const joinOne = async (n: number) => {
    const member = caller((n + Number(holder) * 7) % all, (n + Number(holder)) % 2);
    await politely(peers.joining.join(member, await peers.joining.wish(member, {}), moment));
    if (n % 9 === 0) await peers.joining.leave(member.id);
  };
  for (let n = 0; n < all; n += 4) await Promise.all([n, n + 1, n + 2, n + 3].map(joinOne));
}

/** In every open session both press everything, twice. */
async function pressAll(): Promise<void> {
  const sessions = sessionsIn(database);
  const open = [0, 1].map((server) => sessions.openIn(`20000000000000000${server}`));
  for (const session of (await Promise.all(open)).flat()) {
    const room = await sessions.room(session);
    const members = room?.seats.map(({ member }) => member) ?? [];
    const both = [...members, ...members.toReversed()];
    const accept = { session, verb: 'accept', turn: 1, count: 0 } as const;
    await Promise.all(both.map((member) => politely(peers.leading.press(member, accept, moment))));
    const after = await sessions.room(session);
    const asker = after?.seats.find(({ seat }) => seat === interviewerOf(after.session))?.member ?? '';
    const presses = [
      { session, verb: 'next', turn: 2, count: 1 },
      { session, verb: 'longer', turn: 2, count: 0 },
    ] as const;
    await Promise.all([...presses, ...presses].map((press) => politely(peers.leading.press(asker, press, moment))));
  }
}

say('ready');
for await (const line of createInterface({ input: process.stdin })) if (line === 'go') break;
await (doing === 'join' ? joinAll() : pressAll());
await database.close();
process.stdin.destroy();
