import { config as loadEnvFile } from 'dotenv';
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

/** The variables from the process and, where it has none (or an empty one), from the file `.env`. The only reader of both. */
export function readEnvironment(file = '.env'): Environment {
  const environment: Record<string, string> = {};
  loadEnvFile({ path: file, processEnv: environment, quiet: true });
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  return { ...environment, ...Object.fromEntries(given) };
}

/** Reads the settings, or says everything that is wrong with them. An empty value counts as not set. */
export function configFrom(environment: Environment): { readonly config: Config } | { readonly problems: Problems } {
  const problems: string[] = [];
  const read = <N extends Name>(name: N): ReturnType<(typeof variables)[N]['read']> | undefined => {
    try {
      const written = environment[name]?.trim();
      const from = variables[name].read as (written: string | undefined) => ReturnType<(typeof variables)[N]['read']>;
      return from(written === '' ? undefined : written);
    } catch (error) {
      problems.push(`${name} ${(error as Error).message}.`);
      return undefined;
    }
  };
  const settings = {
    token: read('DISCORD_TOKEN'),
    guild: read('DISCORD_GUILD_ID'),
    apiUrl: read('DISCORD_API_URL'),
    databaseUrl: read('DATABASE_URL'),
    logLevel: read('LOG_LEVEL'),
    playgroundPort: read('PLAYGROUND_PORT'),
    healthPort: read('HEALTH_PORT'),
    clockUrl: read('CLOCK_URL'),
  };
  if (settings.clockUrl !== undefined && settings.token !== undefined && isDiscord(settings.apiUrl)) {
    problems.push(
      'CLOCK_URL moves the time, which real people would notice: it is never used with discord.com. Remove it.',
    );
  }
  if (problems.length > 0) return { problems };
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  return { config: Object.fromEntries(given) as Config };
}

/** Whether a REST address, or the default one, is Discord's own. */
const isDiscord = (apiUrl: string | undefined): boolean =>
  apiUrl === undefined || /(^|\.)discord(app)?\.com$/.test(new URL(apiUrl).hostname);
