import { CreateMessageInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { button, card, chooser, line, picks, row, text, ticks } from '#bot/parts.ts';
import type { Message } from '#bot/message.ts';

const problemsOf = ({ components }: Message) =>
  CreateMessageInteractionCallbackRequestSchema.safeParse({
    type: 4,
    data: { components, flags: MessageFlags.IsComponentsV2 },
  }).error;

const pick = { label: 'A shop', value: 'shop' };

describe('a card', () => {
  test('is one that Discord takes, with every kind of part', () => {
    const all = card(
      'warm',
      text('### Hello'),
      line(),
      row(
        button('Go', 'a', { style: 'main' }),
        button('Stop', 'b', { style: 'danger' }),
        button('Later', 'c', { disabled: true }),
      ),
      picks('d', 'Choose', [pick, { label: 'A farm', value: 'farm', description: 'Outside', chosen: true }]),
    );
    expect(problemsOf(all)).toBeUndefined();
    const [{ components } = { components: undefined }] = all.components as readonly {
      readonly components: readonly object[];
    }[];
    expect(components?.[2]).toMatchObject({
      components: [
        { label: 'Go', custom_id: 'a', style: ButtonStyle.Primary, disabled: false },
        { style: ButtonStyle.Danger },
        { style: ButtonStyle.Secondary, disabled: true },
      ],
    });
    expect(components?.[3]).toMatchObject({
      components: [
        {
          type: ComponentType.StringSelect,
          placeholder: 'Choose',
          options: [
            { ...pick, default: false },
            { label: 'A farm', description: 'Outside', default: true },
          ],
        },
      ],
    });
  });

  test('can let people choose from what Discord lists by itself, and tick several things', () => {
    const kinds = ['users', 'roles', 'channels', 'users or roles'] as const;
    const lists = kinds.map((kind, index) => chooser(kind, `c${index}`, { placeholder: kind, min: 0, max: 3 }));
    const all = card('calm', ...lists, ticks('t', 'Tick', [pick, { ...pick, value: 'farm' }]));
    expect(problemsOf(all)).toBeUndefined();
    expect(lists.map(({ components: [list] }) => list)).toMatchObject([
      { type: ComponentType.UserSelect, min_values: 0, max_values: 3 },
      { type: ComponentType.RoleSelect },
      { type: ComponentType.ChannelSelect },
      { type: ComponentType.MentionableSelect, placeholder: 'users or roles' },
    ]);
    expect(JSON.stringify(all)).toContain('"min_values":0,"max_values":2');
  });

  test('that Discord would refuse fails where it is made', () => {
    const six = Array.from({ length: 6 }, (_, i) => button('Go', `b${i}`));
    expect(() => row(...six)).toThrow('a row of 6 buttons');
    expect(() => button('L'.repeat(81), 'a')).toThrow(/Invalid|Received/);
    expect(() => button('', 'a')).toThrow(/Invalid|Received/);
    expect(() => button('Go', 'a'.repeat(101))).toThrow(/Invalid|Received/);
    expect(() => text('')).toThrow(/Invalid|Received/);
    expect(() =>
      picks(
        'a',
        'Choose',
        Array.from({ length: 26 }, (_, i) => ({ label: 'x', value: `${i}` })),
      ),
    ).toThrow(/Invalid|Received/);
    expect(() => picks('a', 'Choose', [{ ...pick, label: 'L'.repeat(101) }])).toThrow(/Invalid|Received/);
    expect(() => picks('a', 'Choose', [])).toThrow('a list of 0 picks');
  });
});
