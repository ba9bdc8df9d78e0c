/** The second opinion: request bodies against Discord's own description of its API, with unknown keys refused. Loaded only when strict. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import * as spec from 'discord-api-spec/zod';
import { toJSONSchema } from 'zod';
import type { Path, Problem } from './problem.ts';
import { isObject } from './shape.ts';

/** Schemas of Discord's description that are used here, by a short name. */
const schemas = {
  post: spec.MessageCreateRequestSchema,
  edit: spec.MessageEditRequestPartialSchema,
  followUp: spec.IncomingWebhookRequestPartialSchema,
  followUpEdit: spec.IncomingWebhookUpdateRequestPartialSchema,
  answer: spec.CreateMessageInteractionCallbackRequestSchema,
  update: spec.UpdateMessageInteractionCallbackRequestSchema,
  choices: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  form: spec.ModalInteractionCallbackRequestSchema,
  command: spec.ApplicationCommandUpdateRequestSchema,
  thread: spec.CreateTextThreadWithoutMessageRequestSchema,
  threadFromMessage: spec.CreateTextThreadWithMessageRequestSchema,
  threadChange: spec.UpdateThreadRequestPartialSchema,
  channel: spec.CreateGuildChannelRequestSchema,
  channelChange: spec.UpdateGuildChannelRequestPartialSchema,
  externalEvent: spec.ExternalScheduledEventCreateRequestSchema,
  voiceEvent: spec.VoiceScheduledEventCreateRequestSchema,
  externalEventChange: spec.ExternalScheduledEventPatchRequestPartialSchema,
  voiceEventChange: spec.VoiceScheduledEventPatchRequestPartialSchema,
  dm: spec.CreatePrivateChannelRequestSchema,
} as const;

export type SpecName = keyof typeof schemas;

export type SpecCheck = (name: SpecName, body: unknown) => readonly Problem[];

/** discord.js sends these with every message; Discord takes them, its description lists them only for plain posts. */
const sentByLibraries = new Set(['tts', 'enforce_nonce']);

/** Documented, but missing from Discord's description. */
const undescribed = new Set(['nsfw', 'lock_permissions']);

/** Described as numbers, documented and sent as text. */
const writtenNumbers = new Set(['default_member_permissions', 'allow', 'deny']);

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
/** Compiling takes up to 0.1 s a schema, so it is done once in a process, when first needed. */
const compiled = new Map<SpecName, ValidateFunction>();

export const specCheck: SpecCheck = (name, body) => {
  const known =
    compiled.get(name) ??
    ajv.compile(closed(toJSONSchema(schemas[name], { io: 'input', unrepresentable: 'any', reused: 'ref' })) as object);
  compiled.set(name, known);
  return known(plain(body, name === 'post')) ? [] : [worst(known.errors ?? [])];
};

/** The schema with every object closed to unknown keys. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isOpen = inner['properties'] !== undefined && !isObject(inner['additionalProperties']);
  return isOpen ? { ...inner, additionalProperties: false } : inner;
}

function plain(body: unknown, isPost: boolean): unknown {
  if (Array.isArray(body)) return body.map((one: unknown) => plain(one, isPost));
  if (!isObject(body)) return body;
  const kept = Object.entries(body).filter(([key]) => !undescribed.has(key) && (isPost || !sentByLibraries.has(key)));
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      writtenNumbers.has(key) && typeof value === 'string' ? Number(value) : plain(value, isPost),
    ]),
  );
}

const depth = (one: ErrorObject): number => one.instancePath.split('/').length;

/** Of the many errors that unions give, the one furthest inside. */
function worst(errors: readonly ErrorObject[]): Problem {
  const deepest = errors.reduce<ErrorObject | undefined>(
    (best, one) => (best === undefined || depth(one) > depth(best) ? one : best),
    undefined,
  );
  const path: Path = (deepest?.instancePath ?? '').split('/').slice(1);
  const unknown = deepest?.keyword === 'additionalProperties' ? ` ${JSON.stringify(deepest.params)}` : '';
  return { path, code: 'DISCORD_API_SPEC', message: `${deepest?.message ?? 'does not fit'}${unknown}` };
}
