/** The forms of what the page sends for each thing that a person does. */
import { among, anything, list, object, type Shape, text, yesNo } from '#playground/rules/shape.ts';

const words = text(0, 100_000);
const few = 25;

const option: Shape = (value, path) =>
  object({ name: words }, { type: anything, value: anything, focused: yesNo, options: list(option, 0, few) })(
    value,
    path,
  );
const command = object(
  { channelId: words, name: words },
  { type: among(1, 2, 3), options: list(option, 0, few), targetId: words },
);
const line = object({ channelId: words, text: words });

const file = object({ name: words, text: words }, { contentType: words });
const value: Shape = (given, path) => {
  if (typeof given === 'boolean') return [];
  if (!Array.isArray(given)) return words(given, path);
  return list((one, at) => (typeof one === 'string' ? [] : file(one, at)), 0, few)(given, path);
};
const values: Shape = (given, path) => {
  const known = Object.keys(typeof given === 'object' && given !== null ? given : {});
  return object({}, Object.fromEntries(known.map((key) => [key, value])))(given, path);
};

export const asked = {
  command,
  autocomplete: command,
  type: line,
  say: line,
  press: object({ messageId: words, customId: words }),
  select: object({ messageId: words, customId: words, values: list(words, 0, few) }),
  submit: object({ formId: words, values }),
} as const satisfies Readonly<Record<string, Shape>>;
