import { ApiError } from '#playground/rest/errors.ts';
import type { Json } from '#playground/world/records.ts';

/** Where in a body: keys and indices. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a body, with Discord's own code where it is known. */
export type Problem = { readonly path: Path; readonly code: string; readonly message: string };

/** Discord's 50035: the problems nested by their paths (Reference → Error Messages). */
export function invalidForm(problems: readonly Problem[]): ApiError {
  return new ApiError({ status: 400, code: 50_035 }, 'Invalid Form Body', nested(problems));
}

/** 50035 for a single problem. */
export function invalidField(path: Path, code: string, message: string): ApiError {
  return invalidForm([{ path, code, message }]);
}

type Branch = { [key: string]: Branch | { code: string; message: string }[] };

function nested(problems: readonly Problem[]): Json {
  const root: Branch = {};
  for (const { path, code, message } of problems) {
    let branch = root;
    for (const key of path) {
      const next = branch[key];
      const inner: Branch = next === undefined || Array.isArray(next) ? {} : next;
      branch[key] = inner;
      branch = inner;
    }
    const errors = branch['_errors'];
    branch['_errors'] = [...(Array.isArray(errors) ? errors : []), { code, message }];
  }
  return root;
}
