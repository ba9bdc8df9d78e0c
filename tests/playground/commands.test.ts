import { ApplicationCommandOptionType, ApplicationCommandType, ComponentType, type Interaction } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersNext, stage, type Stage } from './bare-bot.ts';

let on: Stage;
let ann: string;
let ben: string;
let general: string;

const lesson = {
  name: 'lesson',
  description: 'Lessons',
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand as const,
      name: 'show',
      description: 'One lesson',
      options: [
        {
          type: ApplicationCommandOptionType.String as const,
          name: 'lesson',
          description: 'Which',
          required: true,
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.Integer as const,
          name: 'times',
          description: 'How often',
          minValue: 1,
          maxValue: 3,
        },
        { type: ApplicationCommandOptionType.User as const, name: 'friend', description: 'With whom' },
      ],
    },
  ],
};

const menus = [
  { name: 'Look at', type: ApplicationCommandType.User as const },
  { name: 'Quote', type: ApplicationCommandType.Message as const },
];

beforeAll(async () => {
  on = await stage();
  await on.bot.application.commands.set([lesson, ...menus]);
  [ann, ben] = [on.playground.people.named('ann').id, on.playground.people.named('ben').id];
  general = on.playground.world.channel('general').id;
});

afterAll(async () => {
  await on.end();
});

const row = (component: object): object => ({ type: ComponentType.ActionRow, components: [component] });

async function read<T>(look: (interaction: Interaction) => T, act: () => Promise<unknown>): Promise<T> {
  const looked = answersNext(on, async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('ok');
    return look(interaction);
  });
  await act();
  return await looked;
}

test('registering the same commands again keeps their ids', async () => {
  const before = await on.bot.application.commands.fetch();
  await on.bot.application.commands.set([lesson]);
  const after = await on.bot.application.commands.fetch();
  expect(after.map((one) => one.id)).toEqual([before.find((one) => one.name === 'lesson')?.id]);
  await on.bot.application.commands.set([lesson, ...menus]);
});

test('a typed line arrives as subcommand and options, with the friend resolved', async () => {
  const text = `/lesson show lesson:tell a story times:2 friend:${ben}`;
  const found = await read(
    (interaction) =>
      interaction.isChatInputCommand() && [
        interaction.options.getSubcommand(),
        interaction.options.getString('lesson'),
        interaction.options.getInteger('times'),
        interaction.options.getUser('friend')?.username,
        interaction.inCachedGuild() && interaction.options.getMember('friend')?.permissions.has('SendMessages'),
      ],
    async () => await on.playground.people.type(ann, { channelId: general, text }),
  );
  expect(found).toEqual(['show', 'tell a story', 2, 'ben', true]);
});

test.each([
  ['a required option left out', '/lesson show times:1', 'needs the option lesson'],
  ['a number beyond its limit', '/lesson show lesson:a times:9', 'above 3'],
  ['a stranger', '/lesson show lesson:a friend:123456', 'there is no 123456'],
  ['no subcommand', '/lesson', 'needs one subcommand'],
  ['an unknown command', '/nothing', 'no command /nothing'],
])("Discord's app does not send %s", async (_what, text, why) => {
  await expect(on.playground.people.type(ann, { channelId: general, text })).rejects.toThrow(why);
});

test('suggestions come while typing', async () => {
  const answered = answersNext(on, async (interaction) => {
    if (!interaction.isAutocomplete()) return undefined;
    await interaction.respond([{ name: 'Tell a story', value: 'story' }]);
    return interaction.options.getFocused();
  });
  const options = [{ name: 'show', options: [{ name: 'lesson', value: 'te', focused: true }] }];
  const exchange = await on.playground.people.autocomplete(ann, { channelId: general, name: 'lesson', options });
  expect(await answered).toBe('te');
  expect(exchange).toMatchObject({ answerType: 8, choices: [{ name: 'Tell a story', value: 'story' }] });
});

test('context menus bring the user or the message', async () => {
  const user = await read(
    (interaction) => interaction.isUserContextMenuCommand() && interaction.targetUser.username,
    async () =>
      await on.playground.people.command(ann, { channelId: general, name: 'Look at', type: 2, targetId: ben }),
  );
  const { id } = on.playground.people.say(ben, { channelId: general, text: 'Quote me' });
  const message = await read(
    (interaction) => interaction.isMessageContextMenuCommand() && interaction.targetMessage.content,
    async () => await on.playground.people.command(ann, { channelId: general, name: 'Quote', type: 3, targetId: id }),
  );
  expect([user, message]).toEqual(['ben', 'Quote me']);
});

test('selects bring what was chosen, resolved', async () => {
  const channel = await on.bot.channels.fetch(general);
  const options = ['a', 'b', 'c'].map((value) => ({ label: value, value }));
  const components = [
    row({ type: ComponentType.StringSelect, custom_id: 'text', options, max_values: 2 }),
    row({ type: ComponentType.UserSelect, custom_id: 'user' }),
  ];
  if (channel?.isSendable() !== true) throw new Error('No channel');
  const { id: messageId } = await channel.send({ content: 'Choose', components: components as never });
  const { people } = on.playground;
  const chosen = await read(
    (interaction) => interaction.isStringSelectMenu() && interaction.values,
    async () => await people.select(ann, { messageId, customId: 'text', values: ['a', 'c'] }),
  );
  const user = await read(
    (interaction) => interaction.isUserSelectMenu() && interaction.users.first()?.username,
    async () => await people.select(ann, { messageId, customId: 'user', values: [ben] }),
  );
  expect([chosen, user]).toEqual([['a', 'c'], 'ben']);
  await expect(people.select(ann, { messageId, customId: 'text', values: ['a', 'b', 'c'] })).rejects.toThrow(
    'Between 1 and 2',
  );
  await expect(people.select(ann, { messageId, customId: 'text', values: ['z'] })).rejects.toThrow(
    'none of the options',
  );
});
