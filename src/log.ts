import { createHmac } from 'node:crypto';
import { pino } from 'pino';

type Line = (about: Readonly<Record<string, unknown>>, message: string) => void;

/** Where the process writes what happened. Nothing that a member typed may go in: no answers, no names, no ids. */
export type Log = {
  readonly debug: Line;
  readonly info: Line;
  readonly warn: Line;
  readonly error: Line;
  readonly fatal: Line;
  /** A member's id as it may stand in the log: the same person is the same word, nobody can turn it back. */
  who(member: string): string;
};

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * Opens the log: JSON lines on standard output.
 *
 * @param secret keys the hash of member ids; the same secret gives the same words after a restart
 */
export function openLog({ level, secret }: { readonly level: LogLevel; readonly secret: string }): Log {
  const out = pino({ level, base: null, serializers: { error: errorForLog } });
  const key = createHmac('sha256', secret).update('member ids in the log').digest();
  return {
    debug: (about, message) => out.debug(about, message),
    info: (about, message) => out.info(about, message),
    warn: (about, message) => out.warn(about, message),
    error: (about, message) => out.error(about, message),
    fatal: (about, message) => out.fatal(about, message),
    who: (member) => createHmac('sha256', key).update(member).digest('base64url').slice(0, 10),
  };
}

/**
 * What the log keeps of an error and of its causes: their class, code and place. A message stays out unless `tellable`
 * says otherwise, since messages quote the values they complain about (a request's body, a row, the start of what was
 * typed).
 */
export function errorForLog(
  error: unknown,
  tellable: (error: Error) => boolean = isFromTheSystem,
): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, status, method, cause } = error as Error & Readonly<Record<'code' | 'status' | 'method', unknown>>;
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status, method }),
    ...(tellable(error) ? { message: error.message } : {}),
    at: placesOf(error),
    ...(cause === undefined ? {} : { cause: errorForLog(cause, tellable) }),
  };
}

/** Where in the code it happened. The message stands above the frames, and may have lines that look like frames. */
function placesOf({ stack = '', message }: Error): readonly string[] {
  const end = stack.indexOf(message);
  if (end === -1) return [];
  return stack
    .slice(end + message.length)
    .split('\n')
    .filter((frame) => /^\s+at /.test(frame))
    .slice(0, 8)
    .map((frame) => frame.trim());
}

/** Errors of the operating system, SQLite and the like name no values of ours; those about invalid values do. */
function isFromTheSystem(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(E[A-Z]+|SQLITE_[A-Z_]+|ERR_(?!INVALID)[A-Z_]+)$/.test(code);
}
