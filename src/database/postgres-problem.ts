// What PostgreSQL's and the network's error codes mean to the person who runs the bot.

import { DatabaseProblem } from './problem.ts';
import { codeOf } from './retry.ts';

type Place = { readonly server: string; readonly user: string; readonly database: string };

/**
 * Turns errors met while opening into problems that name the server, user and database, but never the password. Errors
 * it doesn't know stay as they are, unless it is certain that the place is at fault and not our code.
 */
export function explainPostgres(url: string): (error: unknown, certain?: 'for certain') => unknown {
  const place = placeIn(url);
  return (error, certain) => {
    if (error instanceof DatabaseProblem) return error;
    const explain = explanations[codeOf(error)] ?? (isTimeout(error) ? unreachable : undefined);
    if (explain) return new DatabaseProblem(explain(place), { cause: error });
    if (!certain) return error;
    const said = error instanceof Error ? error.message : String(error);
    return new DatabaseProblem(`PostgreSQL at ${place.server} can't be used: ${said}. Correct DATABASE_URL.`, {
      cause: error,
    });
  };
}

const unreachable = ({ server }: Place) =>
  `PostgreSQL doesn't answer at ${server}. Start it, or correct host and port in DATABASE_URL.`;
const unknownHost = ({ server }: Place) =>
  `There is no computer called ${server}. Correct the host in DATABASE_URL, or check the network.`;
const refused = ({ server, user }: Place) =>
  `PostgreSQL at ${server} doesn't let ${user} in: wrong user or password. Correct them in DATABASE_URL; ` +
  'special characters in a password are written as %40 for @, %2F for /, %3A for :, %23 for #.';
const noDatabase = ({ server, database }: Place) =>
  `PostgreSQL at ${server} has no database ${database}. Make it (createdb ${database}), or name another in DATABASE_URL.`;
const noRights = ({ user, database }: Place) =>
  `${user} may not make tables in the database ${database}. ` +
  `As its owner run: grant create, usage on schema public to "${user}".`;
const full = ({ server }: Place) =>
  `PostgreSQL at ${server} has no free connection. Raise its max_connections or stop another program.`;
const starting = ({ server }: Place) => `PostgreSQL at ${server} is starting or stopping. Start again in a moment.`;

const explanations: Readonly<Record<string, (place: Place) => string>> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  '28P01': refused,
  '28000': refused,
  '3D000': noDatabase,
  '42501': noRights,
  '3F000': noRights, // not even the right to look into a schema
  '53300': full,
  '57P03': starting,
};

function isTimeout(error: unknown): boolean {
  return error instanceof Error && /timeout/i.test(error.message) && codeOf(error) === '';
}

function placeIn(text: string): Place {
  try {
    const url = new URL(text);
    const host = url.hostname || (url.searchParams.get('host') ?? 'localhost');
    const user = decodeURIComponent(url.username) || 'the current user';
    return {
      server: `${host}:${url.port || '5432'}`,
      user,
      database: decodeURIComponent(url.pathname.slice(1)) || user,
    };
  } catch (error) {
    throw new DatabaseProblem(
      'DATABASE_URL is not a valid address. It must look like postgres://user:password@host:5432/database, ' +
        'with special characters in the password written as %40 for @, %2F for /, %3A for :, %23 for #.',
      { cause: error },
    );
  }
}
