// The commands of a place as people pick them, and the line that is being filled in for one.
import { current } from './store.js';

/** Every slash command with its subcommands laid flat: {words, path, description, options, command}. */
export function entriesOf(commands) {
  return commands.filter((one) => one.type === 1).flatMap((one) => flat(one, [one], one));
}

function flat(one, path, command) {
  const nested = (one.options ?? []).filter((each) => each.type === 1 || each.type === 2);
  if (nested.length > 0) return nested.flatMap((each) => flat(each, [...path, each], command));
  const words = path.map((each) => each.shownName).join(' ');
  return [{ words, path, description: one.description, options: one.options ?? [], command }];
}

/** The entries that fit what was typed after the slash; those that begin with it come first. */
export function fitting(entries, typed) {
  const wanted = typed.trim().toLowerCase();
  const begins = entries.filter(({ words }) => words.startsWith(wanted));
  const parts = wanted.split(/\s+/);
  const contains = entries.filter(
    (one) =>
      !begins.includes(one) && parts.every((part) => `${one.words} ${one.description}`.toLowerCase().includes(part)),
  );
  return [...begins, ...contains].slice(0, 25);
}

/** The body of a command from its entry and what was entered: by option name, {text, value?}. */
export function bodyOf(entry, entered, focused) {
  const given = entry.options.flatMap((option) => {
    const one = entered[option.name];
    const isFocused = option.name === focused;
    if (!isFocused && (one === undefined || one.text.trim() === '')) return [];
    return [
      {
        name: option.name,
        value: isFocused ? (one?.text ?? '') : valueOf(option, one).value,
        ...(isFocused && { focused: true }),
      },
    ];
  });
  const [root, ...inner] = entry.path;
  const options = inner.reduceRight((below, each) => [{ name: each.name, options: below }], given);
  return { name: root.name, options };
}

/** What an option's text means: {value}, or {problem}; neither for an option that is left out. */
export function valueOf(option, one) {
  const text = one?.text.trim() ?? '';
  if (text === '') return option.required === true ? { problem: 'This option is required' } : {};
  if (one.value !== undefined) return { value: one.value };
  const found = suggestionsFor(option).find((each) => each.name.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return { value: found.value };
  if (isClosed(option)) return { problem: 'Choose one from the list' };
  if (option.type === 4 || option.type === 10) return numberOf(option, text);
  const { min_length: min = 0, max_length: max = 6000 } = option;
  if (text.length < min) return { problem: `At least ${min} characters` };
  return text.length > max ? { problem: `At most ${max} characters` } : { value: text };
}

/** Whether only what is listed can be given. */
const isClosed = ({ type, choices }) => [5, 6, 7, 8, 9, 11].includes(type) || (choices ?? []).length > 0;

function numberOf({ type, min_value: min, max_value: max }, text) {
  const value = Number(text);
  if (Number.isNaN(value)) return { problem: 'This must be a number' };
  if (type === 4 && !Number.isInteger(value)) return { problem: 'This must be a whole number' };
  if (min !== undefined && value < min) return { problem: `At least ${min}` };
  return max !== undefined && value > max ? { problem: `At most ${max}` } : { value };
}

/** What can be picked for an option without asking the bot. */
export function suggestionsFor({ type, choices, channel_types: types }) {
  const { users, roles, channels } = current().candidates;
  if ((choices ?? []).length > 0)
    return choices.map(({ shownName, name, value }) => ({ name: shownName ?? name, value }));
  const people = users.map(({ id, name }) => ({ name, value: id }));
  const groups = roles.map(({ id, name }) => ({ name, value: id }));
  if (type === 5)
    return [
      { name: 'True', value: true },
      { name: 'False', value: false },
    ];
  if (type === 6) return people;
  if (type === 7)
    return channels
      .filter((one) => types === undefined || types.includes(one.type))
      .map(({ id, name }) => ({ name: `#${name}`, value: id }));
  if (type === 8) return groups;
  return type === 9 ? [...people, ...groups] : [];
}
