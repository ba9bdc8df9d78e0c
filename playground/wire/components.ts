import { isObject } from '#playground/rules/shape.ts';
import type { Component, Json } from '#playground/world/records.ts';

const selectTypes = new Set([3, 5, 6, 7, 8]);

/** What Discord fills in when it sends a component back, by type (its description of component responses). */
const defaults: ReadonlyMap<number, Json> = new Map<number, Json>([
  [11, { description: null, spoiler: false }],
  [13, { spoiler: false }],
  [14, { divider: true, spacing: 1 }],
  [17, { accent_color: null, spoiler: false }],
]);

/** A component as Discord sends it back: with its defaults, and media with their addresses. `mediaId` stands for the ids of media. */
export function echoed(one: Component, mediaId: string): Component {
  const filled = { ...(selectTypes.has(one.type) ? { min_values: 1, max_values: 1 } : defaults.get(one.type)), ...one };
  return {
    ...filled,
    ...(one.components === undefined ? {} : { components: one.components.map((each) => echoed(each, mediaId)) }),
    ...(one.accessory === undefined ? {} : { accessory: echoed(one.accessory, mediaId) }),
    ...(one['media'] === undefined ? {} : { media: unfurled(one['media'], mediaId) }),
    ...(one['file'] === undefined ? {} : { file: unfurled(one['file'], mediaId), ...named(one['file']) }),
    ...(Array.isArray(one['items']) ? { items: one['items'].map((each: Json) => item(each, mediaId)) } : {}),
  };
}

function item(one: Json, mediaId: string): Json {
  return { description: null, spoiler: false, ...one, media: unfurled(one['media'], mediaId) };
}

function unfurled(media: unknown, mediaId: string): Json {
  return isObject(media) ? { id: mediaId, proxy_url: media['url'], ...media } : {};
}

/** A file component says what its file is called and how large it is. */
function named(file: unknown): Json {
  if (!isObject(file) || typeof file['url'] !== 'string') return {};
  return { name: decodeURIComponent(file['url'].split('/').at(-1) ?? ''), size: file['size'] ?? 0 };
}
