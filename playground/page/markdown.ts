/** Discord's markdown as a tree of plain values. The page turns it into elements; nothing here is ever markup. */
import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import type { Guild } from '#playground/world/records.ts';
import type { World } from '#playground/world/world.ts';
import { canSee } from '#playground/world/permissions.ts';
import { listRule } from './markdown-list.ts';

/** One piece of text. What it names (people, channels, commands) is looked up already, for one reader. */
export type Mark =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'line' }
  | { readonly kind: Wrapping; readonly inner: readonly Mark[] }
  | { readonly kind: 'heading'; readonly level: number; readonly inner: readonly Mark[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Mark[])[];
    }
  | { readonly kind: 'pre'; readonly text: string; readonly language: string }
  | { readonly kind: 'link'; readonly href: string; readonly inner: readonly Mark[] }
  | { readonly kind: 'mention'; readonly name: string; readonly userId?: string; readonly channelId?: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'time'; readonly seconds: number; readonly style: string };

type Wrapping = 'strong' | 'em' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'subtext';

/** Who reads, and where: mentions are named for them. */
export type Reader = { readonly world: World; readonly personId: string; readonly guild: Guild | undefined };

type Parsed = { readonly type: string; readonly content?: unknown; readonly [key: string]: unknown };

const parse = SimpleMarkdown.parserFor({ ...rulesExtended, list: listRule } as typeof rulesExtended);

/** Reads one text. */
export function markdown(reader: Reader, text: string): readonly Mark[] {
  return marks(reader, parse(text, { inline: true }));
}

const wrappings: Readonly<Record<string, Wrapping>> = {
  strong: 'strong',
  em: 'em',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  blockQuote: 'quote',
  subtext: 'subtext',
};

/** The line break after a block of code is no empty line; other blocks have eaten theirs. */
function marks(reader: Reader, nodes: readonly Parsed[]): readonly Mark[] {
  const made: Mark[] = [];
  for (const mark of nodes.map((node) => markOf(reader, node))) {
    const last = made.at(-1);
    if (mark.kind === 'line' && last?.kind === 'pre') continue;
    if (mark.kind === 'text' && last?.kind === 'text') made[made.length - 1] = joined(last.text, mark.text);
    else made.push(mark);
  }
  return made;
}

const joined = (one: string, two: string): Mark => ({ kind: 'text', text: one + two });

function markOf(reader: Reader, node: Parsed): Mark {
  const wrapping = wrappings[node.type];
  if (wrapping !== undefined) return { kind: wrapping, inner: trimmed(inner(reader, node)) };
  const text = typeof node.content === 'string' ? node.content : '';
  if (node.type === 'br' || node.type === 'newline') return { kind: 'line' };
  if (node.type === 'heading') return { kind: 'heading', level: Number(node['level']), inner: inner(reader, node) };
  if (node.type === 'inlineCode') return { kind: 'code', text };
  if (node.type === 'codeBlock') return { kind: 'pre', text, language: textIn(node, 'lang') };
  if (node.type === 'list') return listOf(reader, node);
  if (['link', 'url', 'autolink'].includes(node.type)) return linkOf(reader, node);
  return named(reader, node) ?? { kind: 'text', text: text === '' ? textIn(node, 'name') : text };
}

function textIn(node: Parsed, key: string): string {
  const value = node[key];
  return typeof value === 'string' ? value : '';
}

function inner(reader: Reader, node: Parsed): readonly Mark[] {
  return Array.isArray(node.content) ? marks(reader, node.content as readonly Parsed[]) : [];
}

function trimmed(list: readonly Mark[]): readonly Mark[] {
  return list.at(-1)?.kind === 'line' ? list.slice(0, -1) : list;
}

function listOf(reader: Reader, node: Parsed): Mark {
  const items = (node['items'] as readonly (readonly Parsed[])[]).map((one) => marks(reader, one));
  return { kind: 'list', ordered: node['ordered'] === true, start: Number(node['start'] ?? 1), items };
}

/** Only addresses of the web become links; anything else (`javascript:`) stays the text that it was. */
function linkOf(reader: Reader, node: Parsed): Mark {
  const href = textIn(node, 'target');
  const label = inner(reader, node);
  if (isWebAddress(href)) return { kind: 'link', href, inner: label };
  return { kind: 'text', text: `[${plain(label)}](${href})` };
}

/** Whether an address may be opened from the page. */
function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

/** The words of marks, without any look. */
export function plain(list: readonly Mark[]): string {
  return list
    .map((mark) => {
      if ('text' in mark) return mark.text;
      if (mark.kind === 'heading') return `${plain(mark.inner)} `;
      if (mark.kind === 'time') return '…';
      if ('inner' in mark) return plain(mark.inner);
      if ('items' in mark) return mark.items.map(plain).join(' ');
      return 'name' in mark ? mark.name : ' ';
    })
    .join('');
}

function named({ world, personId, guild }: Reader, node: Parsed): Mark | undefined {
  const id = textIn(node, 'id');
  if (node.type === 'user') {
    const user = world.users.get(id);
    return { kind: 'mention', name: `@${user?.globalName ?? user?.username ?? 'unknown-user'}`, userId: id };
  }
  if (node.type === 'channel') {
    const channel = world.channels.get(id);
    const seen = channel !== undefined && canSee(world, { userId: personId, channel });
    return seen
      ? { kind: 'mention', name: `#${channel.name}`, channelId: id }
      : { kind: 'mention', name: channel === undefined ? '#unknown' : '#no-access' };
  }
  if (node.type === 'role') return { kind: 'mention', name: `@${guild?.roles.get(id)?.name ?? 'unknown-role'}` };
  if (node.type === 'everyone' || node.type === 'here') return { kind: 'mention', name: `@${node.type}` };
  if (node.type === 'guildNavigation') return { kind: 'mention', name: `#${id}` };
  if (node.type === 'slashCommand') return { kind: 'command', name: textIn(node, 'fullName') };
  if (node.type === 'emoji') return { kind: 'emoji', name: textIn(node, 'name') };
  if (node.type !== 'timestamp') return undefined;
  return { kind: 'time', seconds: Number(node['timestamp']), style: textIn(node, 'format') || 'f' };
}
