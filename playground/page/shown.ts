/** What one person's page is given: messages and forms with their texts read as markdown, for that reader. */
import type { Exchange } from '#playground/interactions/interaction.ts';
import type { People } from '#playground/people/people.ts';
import { seenMessage, type SeenMessage } from '#playground/people/seen.ts';
import { isObject } from '#playground/rules/shape.ts';
import type { Component, Json } from '#playground/world/records.ts';
import { messagesOf, type World } from '#playground/world/world.ts';
import { markdown, type Mark, plain, type Reader } from './markdown.ts';

export type Eyes = { readonly world: World; readonly people: People; readonly personId: string };

type Shown = Omit<SeenMessage, 'components' | 'embeds'> & {
  readonly marked: readonly Mark[];
  readonly components: readonly Json[];
  readonly embeds: readonly Json[];
  /** Whether the reader was pinged. */
  readonly pinged: boolean;
  /** The message that this one answers, in a few words. */
  readonly reply?: { readonly id: string; readonly author: string; readonly excerpt: string };
};

/** The messages of a channel as this person sees them, oldest first. */
export function shownMessages(eyes: Eyes, channelId: string): readonly Shown[] {
  const reader = readerOf(eyes, channelId);
  return eyes.people.seen(eyes.personId, channelId).map((message) => ({
    ...message,
    author: { ...message.author, name: nameOf(eyes.world, message.author) },
    marked: markdown(reader, message.content),
    components: message.components.map((one) => shownComponent(reader, one)),
    embeds: message.embeds.map((one) => shownEmbed(reader, one)),
    pinged: message.pings.everyone || message.pings.users.includes(eyes.personId),
    ...replyOf(reader, message),
  }));
}

/** An answer to an action, with the texts of its form read. */
export function shownExchange(eyes: Eyes, exchange: Exchange): Json {
  if (exchange.form === undefined) return { ...exchange };
  const reader = readerOf(eyes, exchange.channelId);
  const components = exchange.form.components.map((one) => shownComponent(reader, one));
  return { ...exchange, form: { ...exchange.form, components } };
}

/** The ids of all ephemeral messages there are now: a page that opens now was not there when they came. */
export function pastEphemerals(world: World): readonly string[] {
  const all = [...world.messages.values()].flatMap((list) => [...list.values()]);
  return all.filter((one) => one.viewerId !== undefined).map((one) => one.id);
}

/** The app is called by its own name, not by its user name. */
function nameOf({ application }: World, author: SeenMessage['author']): string {
  return author.id === application.botId ? application.name : author.name;
}

function readerOf({ world, personId }: Eyes, channelId: string): Reader {
  const guildId = world.channels.get(channelId)?.guildId;
  return { world, personId, guild: world.guilds.get(guildId ?? '') };
}

function shownComponent(reader: Reader, one: Component): Json {
  return {
    ...one,
    ...(one.type === 10 ? { marked: markdown(reader, contentOf(one)) } : {}),
    ...(one.components === undefined ? {} : { components: one.components.map((each) => shownComponent(reader, each)) }),
    ...(one.component === undefined ? {} : { component: shownComponent(reader, one.component) }),
    ...(one.accessory === undefined ? {} : { accessory: shownComponent(reader, one.accessory) }),
  };
}

function contentOf(one: Component): string {
  return one.type === 10 && typeof one['content'] === 'string' ? one['content'] : '';
}

function shownEmbed(reader: Reader, one: Json): Json {
  const read = (value: unknown): readonly Mark[] => (typeof value === 'string' ? markdown(reader, value) : []);
  const fields = Array.isArray(one['fields']) ? (one['fields'] as readonly unknown[]).filter(isObject) : [];
  return {
    ...one,
    markedTitle: read(one['title']),
    marked: read(one['description']),
    fields: fields.map((each) => ({ ...each, markedName: read(each['name']), marked: read(each['value']) })),
  };
}

function replyOf(reader: Reader, message: SeenMessage): Pick<Shown, 'reply'> {
  if (message.replyTo === undefined) return {};
  const target = messagesOf(reader.world, message.channelId).get(message.replyTo);
  if (target === undefined) return { reply: { id: message.replyTo, author: '', excerpt: 'The message is gone' } };
  const seen = seenMessage(reader.world, target);
  const words = plain(markdown(reader, `${seen.content} ${textIn(seen.components)}`.trim()));
  const excerpt = words.replaceAll(/\s+/g, ' ').trim().slice(0, 120);
  return {
    reply: {
      id: target.id,
      author: nameOf(reader.world, seen.author),
      excerpt: excerpt === '' ? 'A message' : excerpt,
    },
  };
}

function textIn(components: readonly Component[]): string {
  return components.map((one) => `${contentOf(one)} ${textIn(one.components ?? [])}`).join(' ');
}
