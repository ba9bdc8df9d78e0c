import { Client, Events, GatewayIntentBits, type ClientOptions, type Interaction } from 'discord.js';
import { startPlayground, type Playground, type PlaygroundOptions } from '#playground/start.ts';
import { endPlayground } from '#tests/support/playground.ts';

/** A playground and a bare discord.js client connected to it. */
export type Stage = { readonly playground: Playground; readonly bot: Client<true>; end(): Promise<void> };

export async function stage(
  options: PlaygroundOptions & { readonly client?: Partial<ClientOptions> } = {},
): Promise<Stage> {
  const playground = await startPlayground(options);
  const bot = await connect(playground, options.client);
  return {
    playground,
    bot,
    async end() {
      await bot.destroy();
      await endPlayground(playground);
    },
  };
}

/** Logs a bare client in and waits until it is ready. */
export async function connect(playground: Playground, client: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const bot = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: playground.apiUrl, globalRequestsPerSecond: 10_000 },
    ...client,
  });
  const ready = new Promise<Client<true>>((resolve) => {
    bot.once(Events.ClientReady, resolve);
  });
  await bot.login(playground.token);
  return await ready;
}

/** What the bot does with the next interaction; resolves when the handler is through, with what it returned. */
export async function answersNext<T>(on: Stage, handler: (interaction: Interaction) => Promise<T>): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    on.bot.once(Events.InteractionCreate, (interaction) => void handler(interaction).then(resolve, reject));
  });
}
