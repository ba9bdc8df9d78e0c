import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { configFrom, type Environment, readEnvironment, variables } from '#src/config.ts';
import { freshFolder } from '#tests/support/databases.ts';

const config = (environment: Environment) => {
  const read = configFrom(environment);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.config;
};
const problems = (environment: Environment) => {
  const read = configFrom(environment);
  return 'problems' in read ? read.problems : [];
};

const defaults = { databaseUrl: 'file:var/rebound.sqlite', logLevel: 'info', playgroundPort: 4321 };
const token = 'MTk4NjIyNDgzNDcx.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs';

describe('an operator who sets nothing', () => {
  test('gets the playground, SQLite and a quiet log', () => {
    expect(config({})).toEqual(defaults);
  });

  test('or copied the example file and filled in nothing, gets the same', () => {
    expect(config(Object.fromEntries(Object.keys(variables).map((name) => [name, ''])))).toEqual(defaults);
    expect(config(Object.fromEntries(Object.keys(variables).map((name) => [name, '  '])))).toEqual(defaults);
  });

  test('can take every example as it is written', () => {
    const written = Object.entries(variables).map(([name, { example }]) => [name, example]);
    expect(config(Object.fromEntries(written))).toMatchObject(defaults);
  });
});

describe('an operator who sets something right', () => {
  test.each([
    ['DISCORD_TOKEN', ` ${token}\n`, { token }],
    ['DISCORD_GUILD_ID', '200000000000000001', { guild: '200000000000000001' }],
    ['DISCORD_API_URL', 'http://localhost:4000/api/', { apiUrl: 'http://localhost:4000/api' }],
    ['DATABASE_URL', 'postgres://bot@db/rebound', { databaseUrl: 'postgres://bot@db/rebound' }],
    ['DATABASE_URL', 'postgresql://bot@db/rebound', { databaseUrl: 'postgresql://bot@db/rebound' }],
    ['DATABASE_URL', 'file:/srv/bot.sqlite', { databaseUrl: 'file:/srv/bot.sqlite' }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['PLAYGROUND_PORT', '0', { playgroundPort: 0 }],
    ['HEALTH_PORT', '65535', { healthPort: 65_535 }],
  ])('%s=%s is understood', (name, written, expected) => {
    expect(config({ [name]: written })).toEqual({ ...defaults, ...expected });
  });

  test('and other programs’ variables beside it is not bothered', () => {
    expect(config({ HOME: '/root', PORT: 'x', NODE_ENV: 'production' })).toEqual(defaults);
  });
});

describe('an operator who sets something wrong', () => {
  test.each([
    ['DISCORD_TOKEN', 'my-secret-token', 'does not look like a bot token'],
    ['DISCORD_TOKEN', `Bot ${token}`, 'does not look like a bot token'],
    ['DISCORD_GUILD_ID', 'The Practice Room', 'must be a server’s id'.replace('’', "'")],
    ['DISCORD_GUILD_ID', '123', '17 to 20 digits'],
    ['DISCORD_API_URL', 'discord.com/api', 'must be a web address'],
    ['DISCORD_API_URL', 'ftp://discord.com', 'must be a web address'],
    ['DATABASE_URL', 'mysql://db', 'must begin with file: (SQLite) or postgres:// (PostgreSQL)'],
    ['DATABASE_URL', 'var/rebound.sqlite', 'must begin with file:'],
    ['LOG_LEVEL', 'loud', 'must be one of fatal, error, warn, info, debug, silent'],
    ['PLAYGROUND_PORT', '65536', 'must be a port'],
    ['PLAYGROUND_PORT', '-1', 'must be a port'],
    ['HEALTH_PORT', '80.5', 'must be a port'],
    ['HEALTH_PORT', '0x50', 'must be a port'],
  ])('%s=%s reads what is wrong and how to mend it', (name, written, what) => {
    const [problem, ...more] = problems({ [name]: written });
    expect(problem).toContain(`${name} `);
    expect(problem).toContain(what);
    expect(problem).toMatch(/[^.]\.$/);
    expect(more).toEqual([]);
  });

  test('in many places reads of all of them at once', () => {
    const names = Object.keys(variables);
    const all = problems(Object.fromEntries(names.map((name) => [name, 'x'])));
    expect(new Set(all.map((line) => line.split(' ', 1)[0]))).toEqual(new Set(names));
    expect(all).toHaveLength(names.length);
  });

  test('reads that two ports are one, where both would be opened', () => {
    expect(problems({ HEALTH_PORT: '4321' })).toEqual([
      'HEALTH_PORT and PLAYGROUND_PORT are both 4321. Give each a port of its own.',
    ]);
    expect(problems({ HEALTH_PORT: '4321', DISCORD_TOKEN: token })).toEqual([]);
    expect(problems({ HEALTH_PORT: '0', PLAYGROUND_PORT: '0' })).toEqual([]);
  });

  test('reads that the playground takes no other clock', () => {
    const CLOCK_URL = 'http://127.0.0.1:1/clock';
    expect(problems({ CLOCK_URL })).toEqual([expect.stringContaining('the playground has its own clock. Remove it.')]);
    expect(problems({ CLOCK_URL, DISCORD_TOKEN: 'x' })).toHaveLength(2);
  });

  test('keeps what can be tried all the same', () => {
    const sound = (environment: Environment) => {
      const read = configFrom({ ...environment, LOG_LEVEL: 'x' });
      return Object.keys('sound' in read ? read.sound : {});
    };
    expect(sound({})).toEqual(['databaseUrl', 'playgroundPort']);
    expect(sound({ DISCORD_TOKEN: token })).toEqual(['token', 'databaseUrl']);
    expect(sound({ DISCORD_TOKEN: token, DISCORD_API_URL: 'x' })).toEqual(['databaseUrl']);
    expect(sound({ DISCORD_TOKEN: 'x', DATABASE_URL: 'x', HEALTH_PORT: '9' })).toEqual(['healthPort']);
    expect(sound({ HEALTH_PORT: '4321', CLOCK_URL: 'http://x' })).toEqual(['databaseUrl', 'playgroundPort']);
  });

  test('never finds the token, or a database’s password, in the message', () => {
    const said = problems({ DISCORD_TOKEN: 'my.secret token', DATABASE_URL: 'mysql://bot:my-secret@db' }).join('\n');
    expect(said).not.toMatch(/secret/);
  });
});

describe('the environment', () => {
  afterEach(() => void vi.unstubAllEnvs());

  test('comes from the process and, where it has none, from the file', async () => {
    const file = join(await freshFolder(), '.env');
    await writeFile(file, 'LOG_LEVEL=debug\nHEALTH_PORT=8080\n# DISCORD_TOKEN=x\n');
    vi.stubEnv('LOG_LEVEL', 'warn');
    vi.stubEnv('HEALTH_PORT', undefined);
    expect(readEnvironment(file)).toMatchObject({
      environment: { LOG_LEVEL: 'warn', HEALTH_PORT: '8080' },
      problems: [],
    });
    expect(process.env['HEALTH_PORT']).toBeUndefined();
  });

  test('needs no file', async () => {
    vi.stubEnv('LOG_LEVEL', 'warn');
    const { environment, problems: none } = readEnvironment(join(await freshFolder(), 'none'));
    expect([environment['LOG_LEVEL'], none]).toEqual(['warn', []]);
  });

  test('whose file is a folder, or can’t be read, is told so', async () => {
    const folder = await freshFolder();
    expect(readEnvironment(folder).problems).toEqual([expect.stringContaining('.env is a folder, not a file. ')]);
    await symlink('.env', join(folder, '.env'));
    expect(readEnvironment(join(folder, '.env')).problems).toEqual([
      expect.stringContaining(".env can't be read (ELOOP). "),
    ]);
  });

  test('whose file has a misspelt name, or a line that is none, is told which, but not what stands there', async () => {
    const file = join(await freshFolder(), '.env');
    const lines = ['# mine', 'DISCORD_TOKN=a.b.c', token, '', ' export LOG_LEVEL = "debug" # all', 'COLOUR=red'];
    await writeFile(file, lines.join('\r\n'));
    const { environment, problems: told } = readEnvironment(file);
    expect(environment['LOG_LEVEL']).toBe('debug');
    expect(told).toEqual([
      expect.stringMatching(/^\.env, line 3, is not NAME=value\. /),
      expect.stringMatching(/^\.env sets DISCORD_TOKN, COLOUR, which the bot does not know.* DISCORD_TOKEN, /),
    ]);
    expect(told.join()).not.toContain(token);
    expect(configFrom(environment, told)).toMatchObject({ problems: told, sound: { logLevel: 'debug' } });
  });

  test('whose file is the example, as it is, has no problems', () => {
    expect(readEnvironment('.env.example').problems).toEqual([]);
  });
});
