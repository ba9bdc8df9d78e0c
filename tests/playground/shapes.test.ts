import * as spec from 'discord-api-spec/zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { minimalBotBits } from '#playground/world/guilds.ts';
import { Bits } from '#playground/world/permissions.ts';
import { answersNext, stage, type Stage } from './bare-bot.ts';

let on: Stage;
let guild: string;
let general: string;
let ann: string;

beforeAll(async () => {
  on = await stage();
  guild = on.playground.world.guild('The Practice Room').id;
  on.playground.world.removeBot(guild);
  on.playground.world.inviteBot(
    guild,
    minimalBotBits | Bits.CreateEvents | Bits.CreatePrivateThreads | Bits.CreatePublicThreads | Bits.PinMessages,
  );
  general = on.playground.world.channel('general').id;
  ann = on.playground.people.named('ann').id;
});

afterAll(async () => {
  await on.end();
});

/** Discord writes moments with an offset; the schemas' patterns know only Z. */
function withZ(value: unknown): unknown {
  const text = JSON.stringify(value).replaceAll(/(\d{4}-\d\d-\d\dT[\d:]+\.\d{3})000\+00:00/g, '$1Z');
  return JSON.parse(text) as unknown;
}

/** What Discord's description finds wrong with an answer, as lines of path and reason. */
function wrong(schema: ZodType, answer: unknown): readonly string[] {
  const result = schema.safeParse(withZ(answer));
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

const get = async (path: string): Promise<unknown> => await on.bot.rest.get(path as `/${string}`);
const post = async (path: string, body: unknown): Promise<unknown> =>
  await on.bot.rest.post(path as `/${string}`, { body });
const one = (list: unknown): unknown => (list as readonly unknown[])[0];

const rich = {
  embeds: [{ title: 't', description: 'd', fields: [{ name: 'n', value: 'v' }] }],
  components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go', emoji: { name: '👍' } }] }],
  content: 'hello',
};
const modern = {
  flags: 32_768,
  components: [
    {
      type: 17,
      components: [
        { type: 10, content: 'words' },
        {
          type: 9,
          components: [{ type: 10, content: 'more' }],
          accessory: { type: 2, style: 5, label: 'Read', url: 'https://example.com' },
        },
        { type: 14 },
        { type: 12, items: [{ media: { url: 'https://example.com/x.png' } }] },
        { type: 1, components: [{ type: 5, custom_id: 'u' }] },
        { type: 1, components: [{ type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }] }] },
      ],
    },
  ],
};

const start = Date.now() + 86_400_000;
const event = {
  name: 'Mock interviews',
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: 'here' },
  scheduled_start_time: new Date(start).toISOString(),
  scheduled_end_time: new Date(start + 1000).toISOString(),
};

const answers: readonly (readonly [string, ZodType, () => Promise<unknown>])[] = [
  ['the gateway', spec.GatewayBotResponseSchema, async () => await get('/gateway/bot')],
  ['the application', spec.PrivateApplicationResponseSchema, async () => await get('/applications/@me')],
  ['the bot', spec.UserPIIResponseSchema, async () => await get('/users/@me')],
  ['a person', spec.UserResponseSchema, async () => await get(`/users/${ann}`)],
  ['a DM', spec.PrivateChannelResponseSchema, async () => await post('/users/@me/channels', { recipient_id: ann })],
  ['a channel', spec.GuildChannelResponseSchema, async () => await get(`/channels/${general}`)],
  ['a guild', spec.GuildWithCountsResponseSchema, async () => await get(`/guilds/${guild}`)],
  ['the bot’s guilds', spec.MyGuildResponseSchema, async () => one(await get('/users/@me/guilds'))],
  ['a role', spec.GuildRoleResponseSchema, async () => one(await get(`/guilds/${guild}/roles`))],
  ['a member', spec.GuildMemberResponseSchema, async () => await get(`/guilds/${guild}/members/${ann}`)],
  ['a message', spec.MessageResponseSchema, async () => await post(`/channels/${general}/messages`, rich)],
  [
    'a message of Components V2',
    spec.MessageResponseSchema,
    async () => await post(`/channels/${general}/messages`, modern),
  ],
  [
    'a thread',
    spec.CreatedThreadResponseSchema,
    async () => await post(`/channels/${general}/threads`, { name: 'x', type: 12 }),
  ],
  [
    'an event',
    spec.ExternalScheduledEventResponseSchema,
    async () => await post(`/guilds/${guild}/scheduled-events`, event),
  ],
];

test.each(answers)('%s is answered in the shape that Discord describes', async (_what, schema, ask) => {
  expect(wrong(schema, await ask())).toEqual([]);
});

test('threads, their members and pins have the shape that Discord describes', async () => {
  const thread = (await post(`/channels/${general}/threads`, { name: 'y', type: 11 })) as { readonly id: string };
  expect(wrong(spec.ThreadResponseSchema, await get(`/channels/${thread.id}`))).toEqual([]);
  const members = await get(`/channels/${thread.id}/thread-members`);
  expect(wrong(spec.ThreadMemberResponseSchema, one(members))).toEqual([]);
  const message = (await post(`/channels/${general}/messages`, rich)) as { readonly id: string };
  await on.bot.rest.put(`/channels/${general}/messages/pins/${message.id}`);
  expect(wrong(spec.PinnedMessagesResponseSchema, await get(`/channels/${general}/messages/pins`))).toEqual([]);
});

test('commands, and what comes of using them, have the shape that Discord describes', async () => {
  const options = [{ type: 3, name: 'word', description: 'x', autocomplete: true, required: true }];
  const path = `/applications/${on.playground.applicationId}/commands`;
  const commands = await on.bot.rest.put(path as `/${string}`, {
    body: [{ name: 'hello', description: 'x', options }],
  });
  expect(wrong(spec.ApplicationCommandResponseSchema, one(commands))).toEqual([]);
  const done = answersNext(on, async ({ id, token }) => {
    const answer = { type: 4, data: { ...modern, flags: 32_768 + 64 } };
    const query = new URLSearchParams({ with_response: 'true' });
    const callback = await on.bot.rest.post(`/interactions/${id}/${token}/callback`, {
      body: answer,
      auth: false,
      query,
    });
    return [callback, await get(`/webhooks/${on.playground.applicationId}/${token}/messages/@original`)];
  });
  await on.playground.people.type(ann, { channelId: general, text: '/hello word:x' });
  const [callback, original] = await done;
  expect(wrong(spec.InteractionCallbackResponseSchema, callback)).toEqual([]);
  expect(wrong(spec.MessageResponseSchema, original)).toEqual([]);
});
