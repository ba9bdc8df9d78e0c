/** Discord's lists, which discord-markdown-parser leaves out: "- ", "* " or "1. " at the start of lines, nested by indentation. */

type State = { prevCapture?: readonly string[] | null };
type Nested = (source: string, state: State) => unknown;

const bullet = /^( *)(?:[-*]|(\d{1,9})\.) +(.*)$/;
/** A rule for SimpleMarkdown's parser, before emphasis (21) takes a `*` at the start of a line. */
export const listRule = {
  order: 3,
  match(source: string, state: State): readonly string[] | null {
    const before = state.prevCapture?.[0];
    const found = before === undefined || before.endsWith('\n') ? linesOfList(source) : [];
    const text = source.slice(0, found.join('\n').length + 1);
    // The line break stands by itself as well: by it headings and subtext know that a line begins.
    return found.length === 0 ? null : [text, text.slice(-1)];
  },
  parse(capture: readonly string[], nested: Nested, state: State) {
    const lines = (capture[0] ?? '').replace(/\n$/, '').split('\n');
    const first = bullet.exec(lines[0] ?? '');
    const items = itemsOf(lines, first?.[1]?.length ?? 0);
    return {
      type: 'list',
      ordered: first?.[2] !== undefined,
      start: Number(first?.[2] ?? 1),
      items: items.map((item) => nested(item, { ...state, prevCapture: null })),
    };
  },
};

/** The lines of the list that a text begins with: up to another kind of list, or a line that is neither item nor indented. */
function linesOfList(source: string): readonly string[] {
  const lines = source.split('\n');
  const first = bullet.exec(lines[0] ?? '');
  if (first === null) return [];
  const end = lines.findIndex((line, index) => {
    if (index === 0) return false;
    const found = bullet.exec(line);
    if (found === null) return !/^ +\S/.test(line);
    const isInner = (found[1]?.length ?? 0) > (first[1]?.length ?? 0) + 1;
    return !isInner && (found[2] === undefined) !== (first[2] === undefined);
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/** The text of each item of the outermost list; deeper lines stay with their item, one step further out. */
function itemsOf(lines: readonly string[], indent: number): readonly string[] {
  const items: string[][] = [];
  for (const line of lines) {
    const found = bullet.exec(line);
    const own = found !== null && (found[1]?.length ?? 0) <= indent + 1;
    if (own) items.push([found[3] ?? '']);
    else items.at(-1)?.push(line.slice(Math.min(2 + indent, line.search(/\S|$/))));
  }
  return items.map((item) => item.join('\n'));
}
