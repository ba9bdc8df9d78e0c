import type { Context } from 'hono';
import { CannotDo } from '#playground/people/refusal.ts';
import { isObject, type Shape } from '#playground/rules/shape.ts';
import type { Json } from '#playground/world/records.ts';

/**
 * The JSON object in a request's body.
 *
 * @throws CannotDo when it is none, or not of this form
 */
export async function bodyOf(c: Context, shape?: Shape): Promise<Json> {
  const body: unknown = await c.req.json().catch(() => undefined);
  if (!isObject(body)) throw new CannotDo('The body must be a JSON object');
  const [problem] = shape?.(body, []) ?? [];
  if (problem !== undefined) throw new CannotDo(`${problem.path.join('.')}: ${problem.message}`);
  return body;
}
