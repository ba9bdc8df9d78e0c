import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Upload } from '#playground/messages/files.ts';
import { invalidForm, type Path, type Problem } from '#playground/rules/problem.ts';
import { isObject } from '#playground/rules/shape.ts';
import type { SpecCheck, SpecName } from '#playground/rules/spec.ts';
import type { World } from '#playground/world/world.ts';
import { apiError } from './errors.ts';

/** What every route is given. */
export type Rest = {
  readonly world: World;
  /** Discord's own description of its API; undefined: nothing is checked. */
  readonly spec: SpecCheck | undefined;
};

/** What the middleware leaves for the handlers. */
export type RestEnv = { Bindings: HttpBindings; Variables: { body: unknown; uploads: readonly Upload[] } };

export type RestContext = Context<RestEnv>;

/** Bytes a file may have without boosts (Reference → Uploading Files: 10 MiB). */
const largestFile = 10 * 1024 * 1024;
const mostFiles = 10;

/** Reads a JSON or multipart body once (Reference → Uploading Files: `payload_json` and `files[n]`). */
export async function readBody(c: RestContext): Promise<void> {
  c.set('uploads', []);
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return;
  const kind = c.req.header('content-type') ?? '';
  if (!kind.startsWith('multipart/form-data')) {
    const text = await c.req.text();
    c.set('body', text === '' ? undefined : parse(text));
    return;
  }
  const form = await c.req.formData();
  const json = form.get('payload_json');
  c.set('body', typeof json === 'string' ? parse(json) : {});
  const uploads: Upload[] = [];
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    if (uploads.length === mostFiles) throw apiError('tooManyFiles');
    if (value.size > largestFile) throw apiError('fileTooLarge');
    const bytes = new Uint8Array(await value.arrayBuffer());
    uploads.push({
      index: Number(index),
      filename: value.name,
      contentType: value.type || 'application/octet-stream',
      bytes,
    });
  }
  c.set('uploads', uploads);
}

/** The body as an object; an absent one is empty. */
export function bodyOf(c: RestContext): Readonly<Record<string, unknown>> {
  const body: unknown = c.get('body');
  return isObject(body) ? body : {};
}

/** A part of the address. */
export function part(c: RestContext, name: string): string {
  return c.req.param(name) ?? '';
}

export type Check = {
  /** Our own reading of Discord's rules; runs only when strict. */
  readonly find: () => readonly Problem[];
  /** And what Discord's description says of these bodies. */
  readonly spec?: readonly (readonly [name: SpecName, body: unknown, at?: Path])[];
};

/** Refuses a body that has problems, when the playground is strict: by the documented rules first, then by Discord's description. */
export function check(rest: Rest, { find, spec }: Check): void {
  if (rest.spec === undefined) return;
  const problems = find();
  if (problems.length > 0) throw invalidForm(problems);
  const more = (spec ?? []).flatMap(([name, body, at = []]) =>
    (rest.spec?.(name, body) ?? []).map((one) => ({ ...one, path: [...at, ...one.path] })),
  );
  if (more.length > 0) throw invalidForm(more);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw apiError('badJson');
  }
}
