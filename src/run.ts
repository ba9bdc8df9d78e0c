import { type App, startApp } from './app.ts';
import { clockFrom, machineClock } from './clock.ts';
import { type Config, configFrom, readEnvironment } from './config.ts';
import { inviteLink, invitePermissions } from './invite.ts';
import { endWell } from './ending.ts';
import { openLog } from './log.ts';
import { isForOperators, onPort, StartProblem } from './problem.ts';
import { withAllElse } from './trial.ts';

/** The main job: reads the settings, starts the bot (on Discord, or in the playground), stops it when asked. */
export async function run(): Promise<void> {
  const { environment, problems } = readEnvironment();
  const read = configFrom(environment, problems);
  const open = new AsyncDisposableStack();
  try {
    if ('problems' in read) throw new StartProblem(read.problems);
    const { token } = read.config;
    await (token === undefined ? playOn(read.config, open) : serveOn({ ...read.config, token }, open));
  } catch (error) {
    if (!isForOperators(error)) throw error;
    await open.disposeAsync();
    const { message } = await withAllElse(error, 'problems' in read ? read.sound : read.config);
    process.stderr.write(`\nRebound can't start. ${message}\n\n`);
    process.exit(1);
  }
}

const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

async function serveOn(config: Started, open: AsyncDisposableStack): Promise<void> {
  const app = await serve(config, open);
  say(
    `Rebound is on Discord${app.registered ? ', its commands are registered anew' : ''}. Put it on a server with this link:`,
    `  ${inviteLink(app.applicationId)}`,
    'It asks for these permissions alone:',
    ...invitePermissions.map(({ label, why }) => `  ${label}: ${why}`),
  );
}

async function playOn(config: Config, open: AsyncDisposableStack): Promise<void> {
  const { startPlayground } = await import('#playground/start.ts');
  const playground = await onPort('PLAYGROUND_PORT', () => startPlayground({ port: config.playgroundPort }));
  open.defer(playground.close);
  const { token, apiUrl, url } = playground;
  await serve({ ...config, token, apiUrl, clockUrl: `${url}/clock` }, open);
  say(
    `Rebound runs in the playground, a small Discord on this machine. Open ${url} in a browser and type /lesson today.`,
    'To run it on Discord: copy .env.example to .env and put your bot’s token behind DISCORD_TOKEN=.',
  );
}

type Started = Config & { readonly token: string };

/** Starts the bot, and stops it with all that is in `open` when the process is asked to end. */
async function serve(config: Started, open: AsyncDisposableStack): Promise<App> {
  const log = openLog({ level: config.logLevel, secret: config.token });
  endWell(log, () => open.disposeAsync());
  const clock = config.clockUrl === undefined ? machineClock() : await clockFrom(config.clockUrl, log);
  open.defer(clock.stop);
  const app = await startApp({ config, log, clock, dice: Math.random });
  open.defer(app.stop);
  return app;
}
