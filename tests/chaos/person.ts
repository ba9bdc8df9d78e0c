import { setTimeout as pause } from 'node:timers/promises';
import type { Playground } from '#playground/start.ts';
import type { Chance } from './chance.ts';
import type { Fault, Ledger, Tally } from './ledger.ts';
import type { Life } from './life.ts';

export type Exchange = Awaited<ReturnType<Playground['people']['command']>>;

/** Moments of a press at which the bot may be killed. */
export type Strike = Readonly<Record<'before' | 'sent' | 'answered', () => void>>;

/** Where people press, and what is written down of it. */
export type Scene = {
  readonly playground: Playground;
  readonly channel: string;
  readonly ledger: Ledger;
  readonly tally: Tally;
  readonly faults: Fault[];
};

/** One life of the bot, with the moment at which it will end. */
export type Act = { readonly life: Life; readonly strike: Strike };

/** Somebody who presses whatever there is to press, and remembers what they had in hand when the bot died. */
export type Somebody = {
  readonly id: string;
  readonly chance: Chance;
  /** The card they look at. */
  card: string | undefined;
  /** The form that is open on their screen. */
  form: string | undefined;
  /** The button whose press failed last. */
  failed: string | undefined;
  written: number;
};

/** What a press came to: the exchange and all that its messages say; nothing when it failed visibly. */
export type Told = { readonly exchange: Exchange; readonly words: string };

/** How long a living bot may take to finish an answer, in ms. */
const patience = 8_000;

const sorry = 'Something broke on our side';

/** Does one thing and waits for its whole answer, or for the death of the bot. */
export async function doing(
  scene: Scene,
  { life, strike }: Act,
  one: { readonly start: () => Promise<Exchange>; readonly isWhole?: (exchange: Exchange) => boolean },
): Promise<Told | undefined> {
  const { tally, faults } = scene;
  strike.before();
  const started = one.start();
  strike.sent();
  const exchange = await started;
  strike.answered();
  tally.presses += 1;
  const isWhole = exchange.state === 'answered' && (await becomesWhole(scene, { ...one, exchange, life }));
  tally[isWhole ? 'answered' : 'failed'] += 1;
  if (!isWhole) return undefined;
  const words = wordsOf(scene, exchange);
  if (words.includes(sorry)) faults.push({ kind: 'stuck', what: `the bot said sorry:\n${life.said()}` });
  return { exchange, words };
}

type Waiting = {
  readonly exchange: Exchange;
  readonly life: Life;
  readonly isWhole?: (exchange: Exchange) => boolean;
};

const isDeferred = ({ answerType }: Exchange): boolean => answerType === 5 || answerType === 6;
const hasMore = (exchange: Exchange): boolean =>
  !isDeferred(exchange) || exchange.edits > 0 || exchange.messageIds.length > 1;

/** A deferred answer is owed until it comes; only the death of the bot excuses it. */
async function becomesWhole({ playground, faults }: Scene, waiting: Waiting): Promise<boolean> {
  const { exchange, life, isWhole = hasMore } = waiting;
  if (isWhole(exchange)) return true;
  const given = playground.people
    .until(() => isWhole(exchange) || undefined, patience)
    .then(
      () => 'whole' as const,
      () => 'late' as const,
    );
  const first = await Promise.race([given, life.killed.then(() => pause(50, 'killed' as const))]);
  if (first === 'late' && !life.isKilled()) faults.push({ kind: 'stuck', what: 'a deferred answer never came' });
  return first === 'whole';
}

/** What stands in the messages that an exchange made or changed, and in their files. */
function wordsOf({ playground, channel }: Scene, { messageIds, edits, answerType }: Exchange): string {
  const changed = answerType === 6 && edits === 0 ? messageIds.slice(1) : messageIds;
  return changed
    .map((id) => {
      const message = playground.state.messages.get(channel)?.get(id);
      const files = (message?.attachments ?? []).map(({ bytes }) => new TextDecoder().decode(bytes));
      return [JSON.stringify(message?.components), ...files].join('\n');
    })
    .join('\n');
}
