import { AttachmentBuilder, MessageFlags, type TextChannel } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { minimalBotBits } from '#playground/world/guilds.ts';
import { Bits } from '#playground/world/permissions.ts';
import { stage, type Stage } from './bare-bot.ts';

let on: Stage;
let general: TextChannel;
let ann: string;

beforeAll(async () => {
  on = await stage();
  general = (await on.bot.channels.fetch(on.playground.world.channel('general').id)) as TextChannel;
  ann = on.playground.people.named('ann').id;
});

afterAll(async () => {
  await on.end();
});

const seen = (): ReturnType<typeof on.playground.people.seen> => on.playground.people.seen(ann, general.id);

const post = async (): Promise<string> =>
  (await general.send({ content: 'daily', nonce: 'tip-2026', enforceNonce: true })).id;
const gallery = (name: string): object => ({
  type: 12,
  items: [{ media: { url: `attachment://${name}` }, description: 'A chart' }],
});

test('the same nonce brings the same message for three minutes of product time', async () => {
  const first = await post();
  expect(await post()).toBe(first);
  on.playground.clock.setOffset(181_000);
  expect(await post()).not.toBe(first);
  on.playground.clock.setOffset(0);
});

test('without enforce_nonce a nonce prevents nothing', async () => {
  const one = await general.send({ content: 'x', nonce: 'same' });
  const two = await general.send({ content: 'x', nonce: 'same' });
  expect(one.id).not.toBe(two.id);
});

test('only allowed mentions ping', async () => {
  const mention = `<@${ann}> @everyone`;
  const pings = async (allowedMentions: object): Promise<unknown> => {
    await general.send({ content: mention, allowedMentions });
    return seen().at(-1)?.pings;
  };
  expect(await pings({ parse: [] })).toEqual({ users: [], roles: [], everyone: false });
  expect(await pings({ users: [ann] })).toEqual({ users: [ann], roles: [], everyone: false });
  expect(await pings({ parse: ['users', 'everyone'] })).toEqual({ users: [ann], roles: [], everyone: false });
});

test('a role is pinged when it may be mentioned by anybody', async () => {
  const role = (mentionable: boolean): string =>
    on.playground.world.addRole('The Practice Room', { name: 'daily', mentionable }).id;
  const [open, closed] = [role(true), role(false)];
  await general.send({ content: `<@&${open}> <@&${closed}>`, allowedMentions: { roles: [open, closed] } });
  expect(seen().at(-1)?.pings.roles).toEqual([open]);
});

test('everyone is pinged only by a bot that may', async () => {
  on.playground.world.removeBot('The Practice Room');
  on.playground.world.inviteBot('The Practice Room', minimalBotBits | Bits.MentionEveryone);
  await general.send({ content: '@everyone', allowedMentions: { parse: ['everyone'] } });
  expect(seen().at(-1)?.pings.everyone).toBe(true);
});

test('files come by multipart, keep their description and can be fetched', async () => {
  const file = new AttachmentBuilder(Buffer.from('a,b\n1,2\n'), { name: 'table.csv', description: 'Two columns' });
  await general.send({ content: 'Here', files: [file] });
  const attachment = seen().at(-1)?.attachments[0];
  expect(attachment).toMatchObject({ filename: 'table.csv', description: 'Two columns', size: 8 });
  expect(await (await fetch(String(attachment?.['url']))).text()).toBe('a,b\n1,2\n');
});

test('a component shows an attached file, and not one that was not attached', async () => {
  const file = new AttachmentBuilder(Buffer.from([137, 80, 78, 71]), { name: 'chart.png' });
  await general.send({
    flags: MessageFlags.IsComponentsV2,
    files: [file],
    components: [gallery('chart.png') as never],
  });
  expect(JSON.stringify(seen().at(-1)?.components)).toContain(`${on.playground.url}/attachments/`);
  await expect(
    general.send({ flags: MessageFlags.IsComponentsV2, components: [gallery('other.png') as never] }),
  ).rejects.toMatchObject({
    rawError: {
      errors: { components: { _errors: [{ code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND' }] } },
    },
  });
});

test('an edit keeps what it does not name, and Components V2 stays', async () => {
  const message = await general.send({
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: 10, content: 'one' }],
  });
  await expect(message.edit({ content: 'plain again' })).rejects.toMatchObject({ code: 50035 });
  await message.edit({ components: [{ type: 10, content: 'two' }] });
  expect(seen().at(-1)).toMatchObject({
    edited: true,
    components: [{ content: 'two' }],
    flags: MessageFlags.IsComponentsV2,
  });
});

test('an empty message is refused', async () => {
  await expect(on.bot.rest.post(`/channels/${general.id}/messages`, { body: { content: '  ' } })).rejects.toMatchObject(
    { code: 50006 },
  );
});

test("other people's messages cannot be edited, nor deleted without permission", async () => {
  const { id } = on.playground.people.say(ann, { channelId: general.id, text: 'mine' });
  await expect(
    on.bot.rest.patch(`/channels/${general.id}/messages/${id}`, { body: { content: 'yours' } }),
  ).rejects.toMatchObject({ code: 50005 });
  await expect(on.bot.rest.delete(`/channels/${general.id}/messages/${id}`)).rejects.toMatchObject({ code: 50013 });
});

test('history is paged newest first, before, after and around a message', async () => {
  const channel = (await on.bot.channels.fetch(on.playground.world.channel('daily-tip').id)) as TextChannel;
  const ids: string[] = [];
  for (const text of ['one', 'two', 'three', 'four']) ids.push((await channel.send(text)).id);
  const [one = '', two = '', three = '', four = ''] = ids;
  const fetched = async (query: object): Promise<string[]> => [
    ...(await channel.messages.fetch({ limit: 2, ...query })).keys(),
  ];
  expect(await fetched({})).toEqual([four, three]);
  expect(await fetched({ before: three })).toEqual([two, one]);
  expect(await fetched({ after: one })).toEqual([three, two]);
  expect(await fetched({ around: two, limit: 3 })).toEqual([three, two, one]);
});

test('a silent message is marked so', async () => {
  await general.send({ content: 'psst', flags: MessageFlags.SuppressNotifications });
  expect(seen().at(-1)?.silent).toBe(true);
});

test('a reply names its message and pings only when it may', async () => {
  const { id } = on.playground.people.say(ann, { channelId: general.id, text: 'question' });
  await general.send({ content: 'answer', reply: { messageReference: id }, allowedMentions: { repliedUser: false } });
  expect(seen().at(-1)).toMatchObject({ replyTo: id, pings: { users: [] } });
});

test('more than ten files, and files beyond 10 MiB, are refused', async () => {
  const file = (size: number, n = 0): AttachmentBuilder =>
    new AttachmentBuilder(Buffer.alloc(size), { name: `${n}.bin` });
  const eleven = Array.from({ length: 11 }, (_, n) => file(1, n));
  await expect(general.send({ files: eleven })).rejects.toMatchObject({ code: 30_015 });
  await expect(general.send({ files: [file(10 * 1024 * 1024 + 1)] })).rejects.toMatchObject({
    code: 40_005,
    status: 413,
  });
});

test('embeds take a permission of their own', async () => {
  on.playground.world.removeBot('The Practice Room');
  on.playground.world.inviteBot('The Practice Room', minimalBotBits);
  const role = [...on.playground.world.guild('The Practice Room').roles.values()].at(-1)?.id ?? '';
  on.playground.world.setOverwrites(general.id, [{ id: role, type: 0, allow: 0n, deny: Bits.EmbedLinks }]);
  await expect(general.send({ embeds: [{ title: 'x' }] })).rejects.toMatchObject({ code: 50_013 });
  await general.send('words');
});
