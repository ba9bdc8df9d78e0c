/** Embeds and their limits (Resources → Message → Embed Limits). */
import { anything, integer, isObject, list, object, text, yesNo, type Shape } from './shape.ts';

const link = text(1, 2048, /^https?:\/\/./);
const media = text(1, 2048, /^(https?|attachment):\/\/./);
const picture = object(
  { url: media },
  { proxy_url: anything, height: anything, width: anything, description: anything, placeholder: anything },
);

const embed = object(
  {},
  {
    type: text(1, 32),
    title: text(0, 256),
    description: text(0, 4096),
    url: link,
    timestamp: text(1, 64, /^\d{4}-\d{2}-\d{2}T/),
    color: integer(0, 0xff_ff_ff),
    footer: object({ text: text(1, 2048) }, { icon_url: media, proxy_icon_url: anything }),
    author: object({ name: text(1, 256) }, { url: link, icon_url: media, proxy_icon_url: anything }),
    image: picture,
    thumbnail: picture,
    provider: anything,
    video: anything,
    fields: list(object({ name: text(1, 256), value: text(1, 1024) }, { inline: yesNo }), 0, 25),
  },
);

/** Up to ten embeds, none empty, 6,000 characters in all of them together. */
export const embeds: Shape = (value, path) => {
  const problems = list(embed, 0, 10)(value, path);
  if (problems.length > 0 || !Array.isArray(value)) return problems;
  const total = value.reduce((sum: number, one) => sum + lengthOf(one), 0);
  if (total > 6000) {
    return [{ path, code: 'MAX_EMBED_SIZE_EXCEEDED', message: 'Embed size exceeds maximum size of 6000' }];
  }
  return value.flatMap((one: unknown, index) =>
    isEmpty(one)
      ? [{ path: [...path, index, 'description'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]
      : [],
  );
};

function isEmpty(value: unknown): boolean {
  if (!isObject(value)) return true;
  return lengthOf(value) === 0 && value['image'] === undefined && value['thumbnail'] === undefined;
}

function lengthOf(value: unknown): number {
  if (!isObject(value)) return 0;
  const fields = Array.isArray(value['fields']) ? value['fields'] : [];
  const parts = [value['title'], value['description'], inner(value['footer'], 'text'), inner(value['author'], 'name')];
  const all = [...parts, ...fields.flatMap((one: unknown) => [inner(one, 'name'), inner(one, 'value')])];
  return all.reduce<number>((sum, part) => sum + (typeof part === 'string' ? part.trim().length : 0), 0);
}

function inner(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}
