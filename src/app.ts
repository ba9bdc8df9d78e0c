import type { Incoming } from '#bot/incoming.ts';
import type { Dice } from '#bot/turn.ts';
import { commands } from '#commands/index.ts';
import { openContent } from '#content/content.ts';
import { openDatabase } from '#database/open.ts';
import { answerOver } from '#discord/answer.ts';
import { openDiscord } from '#discord/client.ts';
import { incomingFrom } from '#discord/incoming.ts';
import { register } from '#discord/register.ts';
import { everyMinute } from '#schedule/schedule.ts';
import { assemble } from './assembly.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { startHealth } from './health.ts';
import type { Log } from './log.ts';
import { allOf, onPort } from './problem.ts';

/** Where the content is, from the project's root. */
export const contentFolders = { data: 'data', compiled: 'var/content.json' };

export type AppParts = {
  readonly config: Config & { readonly token: string };
  readonly log: Log;
  readonly clock: Pick<Clock, 'now' | 'onMoved'>;
  readonly dice: Dice;
};

/** The running bot. */
export type App = {
  readonly applicationId: string;
  /** Whether the commands had to be sent to Discord. */
  readonly registered: boolean;
  readonly healthPort: number | undefined;
  /** Answers what was begun (10 s at most), then lets go of everything. */
  stop(): Promise<void>;
};

/** How long begun work may take when the bot stops, in ms. */
const drainLimit = 10_000;

/**
 * Starts the bot.
 *
 * @throws StartProblem (or a problem of one room) that names everything that is wrong, with the mends
 */
export async function startApp(parts: AppParts): Promise<App> {
  const open = new AsyncDisposableStack();
  try {
    return await startInto(open, parts);
  } catch (error) {
    await open.disposeAsync();
    throw error;
  }
}

/** `open` collects what must be let go of; it goes in the opposite order. */
async function startInto(open: AsyncDisposableStack, { config, log, clock, dice }: AppParts): Promise<App> {
  const { now } = clock;
  const status = { isReady: () => false };
  const commandIds = new Map<string, string>();
  const [content, database, healthPort] = await allOf([
    openContent(contentFolders),
    openDatabase(config.databaseUrl, { log, random: dice, now }).then((opened) => closing(open, opened)),
    healthOn(config.healthPort, { open, isReady: () => status.isReady() }),
  ]);
  const mention = (words: string) => mentionOf(words, commandIds);
  const discord = openDiscord({
    ...config,
    log,
    onInteraction: (interaction, rest) => {
      const incoming = readInteraction(interaction, log);
      if (incoming) void dispatch.handle(incoming, answerOver(rest, interaction));
    },
    onHappening: (happening) => void notice(happening),
  });
  const { outbox } = discord;
  const { dispatch, schedule, alarm, beat, notice } = assemble({ content, database, outbox, mention, now, dice, log });
  open.defer(() => Promise.race([dispatch.idle(), afterDrainLimit()]));
  open.defer(() => discord.disconnect());
  const applicationId = await discord.login();
  const { changed, ids } = await register(commands, { ...config, rest: discord.rest, application: applicationId });
  for (const [name, id] of ids) commandIds.set(name, id);
  status.isReady = discord.isReady;

  await beat();
  alarm.start();
  clock.onMoved(alarm.wake);
  open.defer(() => Promise.race([alarm.stop(), afterDrainLimit()]));
  const ticking = everyMinute(async () => {
    alarm.wake();
    if (discord.isReady()) await beat();
    await schedule.tick(now());
  });
  open.defer(() => ticking.stop());
  return { applicationId, registered: changed, healthPort, stop: () => open.disposeAsync() };
}

/** An interaction as plain values; one that can't be read is only logged, so that it harms no other. */
function readInteraction(interaction: Parameters<typeof incomingFrom>[0], log: Log): Incoming | undefined {
  try {
    return incomingFrom(interaction);
  } catch (error) {
    log.error({ error }, 'an interaction could not be read');
    return undefined;
  }
}

function closing<T extends { close(): Promise<void> }>(open: AsyncDisposableStack, thing: T): T {
  open.defer(() => thing.close());
  return thing;
}

async function healthOn(
  port: number | undefined,
  { open, isReady }: { readonly open: AsyncDisposableStack; readonly isReady: () => boolean },
): Promise<number | undefined> {
  if (port === undefined) return undefined;
  return closing(open, await onPort('HEALTH_PORT', () => startHealth(port, isReady))).port;
}

const afterDrainLimit = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, drainLimit).unref();
  });

/** Discord's form of a mention that opens the command: `</lesson today:ID>`; plain words while the id isn't known. */
function mentionOf(words: string, ids: ReadonlyMap<string, string>): string {
  const id = ids.get(words.split(' ', 1)[0] ?? '');
  return id === undefined ? `**/${words}**` : `</${words}:${id}>`;
}
