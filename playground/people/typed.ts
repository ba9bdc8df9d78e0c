import type { Command, CommandOption } from '#playground/world/records.ts';
import type { GivenOption } from './options.ts';
import { CannotDo } from './refusal.ts';

/** Reads a line as people type it: `/name [group] [subcommand] option:value …`; a value may hold spaces, until the next option. */
export function parseTyped(
  commands: readonly Command[],
  line: string,
): { readonly name: string; readonly options: readonly GivenOption[] } {
  const [first = '', ...words] = line.trim().replace(/^\//, '').split(/\s+/);
  const command = commands.find((one) => one.type === 1 && one.name === first);
  if (command === undefined) throw new CannotDo(`There is no command /${first} here`);
  return { name: first, options: read(command.options, words) };
}

function read(known: readonly CommandOption[], words: readonly string[]): readonly GivenOption[] {
  const nested = known.find((one) => one.type <= 2 && one.name === words[0]);
  if (nested !== undefined) return [{ name: nested.name, options: read(nested.options ?? [], words.slice(1)) }];
  const parts: { option: CommandOption; words: string[] }[] = [];
  for (const word of words) {
    const colon = word.indexOf(':');
    const option = known.find((one) => one.name === word.slice(0, Math.max(colon, 0)));
    const last = parts.at(-1);
    if (option !== undefined) parts.push({ option, words: [word.slice(colon + 1)] });
    else if (last === undefined)
      throw new CannotDo(`"${word}" is no option; there are: ${known.map((one) => one.name).join(', ') || 'none'}`);
    else last.words.push(word);
  }
  return parts.map(({ option, words: said }) => ({ name: option.name, value: valueOf(option, said.join(' ').trim()) }));
}

function valueOf(option: CommandOption, text: string): string | number | boolean {
  const choice = option.choices?.find(
    (one) => one.name.toLowerCase() === text.toLowerCase() || String(one.value) === text,
  );
  if (choice !== undefined) return choice.value;
  if (option.type === 4 || option.type === 10) return Number(text);
  if (option.type === 5) return text.toLowerCase() === 'true';
  return option.type === 3 ? text : (/\d{5,}/.exec(text)?.[0] ?? text);
}
