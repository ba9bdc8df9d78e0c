import type { Exchange, Interaction } from '#playground/interactions/interaction.ts';
import { openInteraction } from '#playground/interactions/open.ts';
import { everyComponent } from '#playground/messages/components.ts';
import { storeUploads } from '#playground/messages/files.ts';
import { present } from '#playground/messages/post.ts';
import { attachmentPayload } from '#playground/wire/message.ts';
import type { Component, Json } from '#playground/world/records.ts';
import { messagesOf, type World } from '#playground/world/world.ts';
import { chooseFrom, inRange } from './choose.ts';
import { CannotDo } from './refusal.ts';
import { placeOf } from './where.ts';
import type { Place } from '#playground/wire/interaction-place.ts';

/** A file for an upload field. */
export type FormFile = { readonly name: string; readonly text: string; readonly contentType?: string };

export type FormValue = string | readonly string[] | boolean | readonly FormFile[];

export type Submission = {
  /** The interaction that opened the form. */
  readonly formId: string;
  /** By custom id; what is left out stays as the form had it. */
  readonly values: Readonly<Record<string, FormValue>>;
};

type Filling = {
  readonly world: World;
  readonly place: Place;
  readonly values: Submission['values'];
  readonly resolved: Json[];
};

/** A person sends a form that was opened for them. Each form can be sent once. */
export async function submitForm(world: World, personId: string, { formId, values }: Submission): Promise<Exchange> {
  const opener = [...world.interactions.values()].find((one) => one.id === formId);
  const form = opener?.exchange.form;
  if (opener === undefined || form === undefined || opener.personId !== personId)
    throw new CannotDo('This person has no such form open');
  if (opener.formUsed) throw new CannotDo('This form has been sent already');
  const place = placeOf(world, personId, opener.channelId);
  const known = new Set(everyComponent(form.components).map((one) => one.custom_id));
  const strange = Object.keys(values).find((key) => !known.has(key));
  if (strange !== undefined) throw new CannotDo(`The form has no "${strange}"`);
  const filling: Filling = { world, place, values, resolved: [] };
  const components = form.components.map((one) => filled(filling, one));
  opener.formUsed = true;
  const data = { custom_id: form.custom_id, components, ...present({ resolved: merged(filling.resolved) }) };
  return await openInteraction(world, {
    type: 5,
    place,
    data,
    owners: opener.owners,
    triggeredBy: opener,
    source: sourceOf(world, opener),
  });
}

function sourceOf(world: World, opener: Interaction): ReturnType<ReturnType<typeof messagesOf>['get']> {
  return messagesOf(world, opener.channelId).get(opener.sourceMessageId ?? '');
}

/** One component with what was entered, as Discord sends it back. */
function filled(filling: Filling, one: Component): Json {
  const base = { type: one.type, id: one.id };
  if (one.component !== undefined) return { ...base, component: filled(filling, one.component) };
  if (one.components !== undefined) return { ...base, components: one.components.map((each) => filled(filling, each)) };
  if (one.custom_id === undefined) return base;
  return { ...base, custom_id: one.custom_id, ...entered(filling, one, filling.values[one.custom_id]) };
}

function entered(filling: Filling, one: Component, given: FormValue | undefined): Json {
  if (one.type === 4) return { value: typed(one, given) };
  if (one.type === 23) return { value: given ?? one['default'] ?? false };
  if (one.type === 19) return uploaded(filling, one, given);
  const values = given === undefined ? defaultsOf(one) : list(given);
  if (one.type === 21) return { value: picked(one, values) };
  if (one.type === 22) return { values: ticked(one, values) };
  filling.resolved.push(chooseFrom(filling, one, values) ?? {});
  return { values };
}

/** Files become attachments with ids of their own, and stand in `resolved`. */
function uploaded(filling: Filling, one: Component, given: FormValue | undefined): Json {
  const files = Array.isArray(given) ? given.filter((each): each is FormFile => typeof each === 'object') : [];
  inRange(one, files.length);
  const uploads = files.map(({ name, text, contentType }, index) => ({
    index,
    filename: name,
    contentType: contentType ?? 'text/plain',
    bytes: new TextEncoder().encode(text),
  }));
  const stored = storeUploads(filling.world, { channelId: filling.place.channel.id, uploads, described: [] });
  filling.resolved.push({ attachments: Object.fromEntries(stored.map((each) => [each.id, attachmentPayload(each)])) });
  return { values: stored.map((each) => each.id) };
}

function typed(one: Component, given: FormValue | undefined): string {
  const text = given ?? one['value'] ?? '';
  if (typeof text !== 'string') throw new CannotDo(`"${one.custom_id}" takes text`);
  if (text === '' && one['required'] !== false) throw new CannotDo(`"${one.custom_id}" must be filled in`);
  const min = typeof one['min_length'] === 'number' && text !== '' ? one['min_length'] : 0;
  const max = typeof one['max_length'] === 'number' ? one['max_length'] : 4000;
  if (text.length < min || text.length > max)
    throw new CannotDo(`"${one.custom_id}" takes ${min} to ${max} characters, not ${text.length}`);
  return text;
}

function picked(one: Component, values: readonly string[]): string | null {
  if (values.length > 1 || (values.length === 0 && one['required'] !== false))
    throw new CannotDo(`"${one.custom_id}" takes one choice`);
  fromOptions(one, values);
  return values[0] ?? null;
}

function ticked(one: Component, values: readonly string[]): readonly string[] {
  const count = (one['options'] as readonly unknown[]).length;
  inRange({ max_values: count, ...one }, values.length);
  fromOptions(one, values);
  return values;
}

function optionsOf(one: Component): readonly { readonly value: string; readonly default?: boolean }[] {
  return (one['options'] ?? []) as readonly { readonly value: string; readonly default?: boolean }[];
}

function fromOptions(one: Component, values: readonly string[]): void {
  const strange = values.find((value) => !optionsOf(one).some((each) => each.value === value));
  if (strange !== undefined) throw new CannotDo(`"${strange}" is none of the options of "${one.custom_id}"`);
}

function defaultsOf(one: Component): readonly string[] {
  const chosen = optionsOf(one)
    .filter((each) => each.default === true)
    .map((each) => each.value);
  const auto = (one['default_values'] ?? []) as readonly { readonly id: string }[];
  return [...chosen, ...auto.map((each) => each.id)];
}

function list(given: FormValue): readonly string[] {
  if (typeof given === 'string') return [given];
  return typeof given === 'boolean' ? [] : given.filter((each) => typeof each === 'string');
}

function merged(parts: readonly Json[]): Json | undefined {
  const keys = new Set(parts.flatMap((one) => Object.keys(one)));
  if (keys.size === 0) return undefined;
  return Object.fromEntries(
    [...keys].map((key) => [key, Object.assign({}, ...parts.map((one) => one[key] ?? {})) as Json]),
  );
}
