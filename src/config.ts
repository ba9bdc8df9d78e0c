import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { type LogLevel, logLevels } from './log.ts';

/** What the operator set, checked. */
export type Config = {
  /** Without it the playground runs. */
  readonly token?: string;
  readonly guild?: string;
  readonly apiUrl?: string;
  readonly databaseUrl: string;
  readonly logLevel: LogLevel;
  readonly playgroundPort: number;
  readonly healthPort?: number;
  /** A clock that can be moved; see `clockFrom`. */
  readonly clockUrl?: string;
};

/** The environment: names and values as the operator wrote them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with a setting and how to mend it, each a sentence. */
export type Problems = readonly string[];

type Variable<T> = {
  /** For `.env.example` and the README. */
  readonly about: string;
  readonly example: string;
  /** The setting's value; `undefined` when it is not set. Throws a sentence without the variable's name when it is bad. */
  read(written: string | undefined): T;
};

const optional =
  <T>(read: (written: string) => T) =>
  (written: string | undefined): T | undefined =>
    written === undefined ? undefined : read(written);

const port = (written: string): number => {
  const number = Number(written);
  if (/^\d+$/.test(written) && number <= 65_535) return number;
  throw new Error(`must be a port, a whole number from 0 to 65535 (0 takes any free one), not “${written}”`);
};

const webUrl = (written: string): string => {
  const url = URL.parse(written);
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return written.replace(/\/+$/, '');
  throw new Error('must be a web address such as https://discord.com/api');
};

const snowflake = (written: string): string => {
  if (/^\d{17,20}$/.test(written)) return written;
  throw new Error(`must be a server's id, 17 to 20 digits, not “${written}” (right-click the server, Copy Server ID)`);
};

const databaseUrl = (written = 'file:var/rebound.sqlite'): string => {
  if (/^(file|postgres|postgresql):/.test(written)) return written;
  throw new Error('must begin with file: (SQLite) or postgres:// (PostgreSQL)');
};

const logLevel = (written = 'info'): LogLevel => {
  const level = logLevels.find((known) => known === written);
  if (level) return level;
  throw new Error(`must be one of ${logLevels.join(', ')}, not “${written}”`);
};

const token = (written: string): string => {
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(written)) return written;
  throw new Error(
    'does not look like a bot token (three parts joined by dots). Copy it anew from the Bot page of your application',
  );
};

/** Every variable that the bot reads. The one list that config, `.env.example` and the README's table share. */
export const variables = {
  DISCORD_TOKEN: {
    about: 'The bot’s token from discord.com/developers/applications, page Bot. Without it, the playground starts.',
    example: '',
    read: optional(token),
  },
  DISCORD_GUILD_ID: {
    about: 'Registers the commands in this one server only, where changes show at once.',
    example: '',
    read: optional(snowflake),
  },
  DISCORD_API_URL: {
    about: 'Another address of Discord’s REST API, such as a proxy.',
    example: 'https://discord.com/api',
    read: optional(webUrl),
  },
  DATABASE_URL: {
    about: 'Where everything is kept: file:… (SQLite) or postgres://… (PostgreSQL).',
    example: 'file:var/rebound.sqlite',
    read: databaseUrl,
  },
  LOG_LEVEL: { about: `How much is logged: ${logLevels.join(', ')}.`, example: 'info', read: logLevel },
  PLAYGROUND_PORT: {
    about: 'The port of the playground on this machine.',
    example: '4321',
    read: (written = '4321') => port(written),
  },
  HEALTH_PORT: {
    about: 'Answers /healthz and /readyz on this port. Off unless set.',
    example: '',
    read: optional(port),
  },
  CLOCK_URL: {
    about: 'A clock that can be moved, for trying things out: never with discord.com.',
    example: '',
    read: optional(webUrl),
  },
} satisfies Readonly<Record<string, Variable<unknown>>>;

type Name = keyof typeof variables;

/** The variables from the process and, where it has none (or an empty one), from the file `.env`; and what is wrong with that file. The only reader of both. */
export function readEnvironment(file = '.env'): { readonly environment: Environment; readonly problems: Problems } {
  const { written, problems } = readEnvFile(file);
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  return { environment: { ...parse(written), ...Object.fromEntries(given) }, problems };
}

function readEnvFile(file: string): { readonly written: string; readonly problems: Problems } {
  try {
    const written = readFileSync(file, 'utf8');
    return { written, problems: [...unreadableLines(written), ...unknownNames(Object.keys(parse(written)))] };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT') return { written: '', problems: [] };
    const why = code === 'EISDIR' ? 'is a folder, not a file' : `can't be read (${code})`;
    return { written: '', problems: [`.env ${why}. Let the bot read it, or move it away to do without it.`] };
  }
}

/** Only their numbers are told: whoever pastes a token without its name must not find it in the message. */
const unreadableLines = (written: string): Problems =>
  written.split(/\r\n?|\n/).flatMap((line, index) => {
    const isFine = /^(#|$)|^(export\s+)?[\w.-]+(\s*=|:\s)/.test(line.trim());
    return isFine
      ? []
      : [`.env, line ${index + 1}, is not NAME=value. Correct it, or begin it with # to leave it out.`];
  });

function unknownNames(names: readonly string[]): Problems {
  const unknown = names.filter((name) => !Object.hasOwn(variables, name));
  if (unknown.length === 0) return [];
  const known = Object.keys(variables).join(', ');
  return [`.env sets ${unknown.join(', ')}, which the bot does not know. Correct or remove it; there are ${known}.`];
}

/** The settings; or everything that is wrong with them, and those that can be tried for themselves all the same. */
export type Read = { readonly config: Config } | { readonly problems: Problems; readonly sound: Partial<Config> };

/** Reads the settings. An empty value counts as not set. `before` is what is known to be wrong already. */
export function configFrom(environment: Environment, before: Problems = []): Read {
  const problems = [...before];
  const written = (name: Name): string | undefined => environment[name]?.trim() || undefined;
  const read = <N extends Name>(name: N): ReturnType<(typeof variables)[N]['read']> | undefined => {
    try {
      const from = variables[name].read as (written: string | undefined) => ReturnType<(typeof variables)[N]['read']>;
      return from(written(name));
    } catch (error) {
      problems.push(`${name} ${(error as Error).message}.`);
      return undefined;
    }
  };
  const all = {
    token: read('DISCORD_TOKEN'),
    guild: read('DISCORD_GUILD_ID'),
    apiUrl: read('DISCORD_API_URL'),
    databaseUrl: read('DATABASE_URL'),
    logLevel: read('LOG_LEVEL'),
    playgroundPort: read('PLAYGROUND_PORT'),
    healthPort: read('HEALTH_PORT'),
    clockUrl: read('CLOCK_URL'),
  };
  const settings: Partial<Config> = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const clashes = [...clashesIn(settings, (name) => written(name) !== undefined)];
  problems.push(...clashes.map(({ problem }) => problem));
  if (problems.length === 0) return { config: settings as Config };
  const untried = new Set<string>(clashes.map(({ without }) => without));
  // The token can't be tried at an unknown address, and with one the playground's port is not opened.
  if (settings.apiUrl === undefined && written('DISCORD_API_URL') !== undefined) untried.add('token');
  if (written('DISCORD_TOKEN') !== undefined) untried.add('playgroundPort');
  return { problems, sound: Object.fromEntries(Object.entries(settings).filter(([key]) => !untried.has(key))) };
}

/** Settings that are right alone and wrong together, and which of them to leave out. */
function* clashesIn(
  { apiUrl, clockUrl, healthPort, playgroundPort }: Partial<Config>,
  isWritten: (name: Name) => boolean,
): Generator<{ readonly without: keyof Config; readonly problem: string }> {
  const plays = !isWritten('DISCORD_TOKEN');
  const isOnDiscord = apiUrl === undefined ? !isWritten('DISCORD_API_URL') : isDiscord(apiUrl);
  if (clockUrl !== undefined && plays) {
    const problem = 'CLOCK_URL goes with a DISCORD_TOKEN only: the playground has its own clock. Remove it.';
    yield { without: 'clockUrl', problem };
  } else if (clockUrl !== undefined && isOnDiscord) {
    const problem =
      'CLOCK_URL moves the time, which real people would notice: it is never used with discord.com. Remove it.';
    yield { without: 'clockUrl', problem };
  }
  if (plays && healthPort !== undefined && healthPort !== 0 && healthPort === playgroundPort) {
    const problem = `HEALTH_PORT and PLAYGROUND_PORT are both ${healthPort}. Give each a port of its own.`;
    yield { without: 'healthPort', problem };
  }
}

/** Whether a REST address is Discord's own. */
const isDiscord = (apiUrl: string): boolean => /(^|\.)discord(app)?\.com$/.test(new URL(apiUrl).hostname);
