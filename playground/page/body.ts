import type { Context } from 'hono';
import { isObject } from '#playground/rules/shape.ts';
import type { Json } from '#playground/world/records.ts';

/** The JSON object in a request's body; an empty one for anything else. */
export async function bodyOf(c: Context): Promise<Json> {
  const body: unknown = await c.req.json();
  return isObject(body) ? body : {};
}
