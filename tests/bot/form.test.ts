import { ModalInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { form } from '#bot/form.ts';
import { input } from '#bot/input.ts';
import { field, route } from '#bot/route.ts';

const page = route('test.form', { page: field.int(9) });
const choices = { shop: 'A shop', farm: 'A farm', office: 'An office' };

const words = form(page, {
  short: input.line({ min: 1, max: 80 }),
  long: input.paragraph({ required: false }),
  one: input.one(),
  several: input.several({ min: 1, max: 2 }),
  tick: input.tick(),
});
const lists = form(page, {
  pick: input.pick({ min: 0, max: 2 }),
  users: input.users({ max: 3 }),
  roles: input.roles(),
  channels: input.channels({ min: 0 }),
});

const drawnWords = () =>
  words.open(
    { page: 3 },
    {
      title: 'About your work',
      inputs: {
        short: { label: 'Where', description: 'One line', placeholder: 'A shop' },
        long: { label: 'Tell more', value: 'So far' },
        one: { label: 'Kind', choices },
        several: { label: 'Kinds', choices },
        tick: { label: 'Remember it' },
      },
    },
  ).open;

const drawnLists = (label = 'Choose') =>
  lists.open(
    { page: 0 },
    {
      title: 'Lists',
      intro: 'Choose *freely*.',
      inputs: { pick: { label, choices }, users: { label }, roles: { label }, channels: { label } },
    },
  ).open;

describe('a form on a person’s screen', () => {
  test('is one that Discord takes, with every kind of input', () => {
    for (const data of [drawnWords(), drawnLists()]) {
      expect(ModalInteractionCallbackRequestSchema.safeParse({ type: 9, data }).error).toBeUndefined();
    }
  });

  test('says what its declaration says', () => {
    const { custom_id: id, title, components } = drawnWords();
    expect([id, title]).toEqual(['test.form:3', 'About your work']);
    expect(components).toMatchObject([
      {
        type: ComponentType.Label,
        label: 'Where',
        description: 'One line',
        component: {
          custom_id: 'short',
          style: 1,
          min_length: 1,
          max_length: 80,
          required: true,
          placeholder: 'A shop',
        },
      },
      {
        label: 'Tell more',
        component: { custom_id: 'long', style: 2, max_length: 4000, required: false, value: 'So far' },
      },
      {
        label: 'Kind',
        component: {
          type: ComponentType.RadioGroup,
          custom_id: 'one',
          options: [{ value: 'shop', label: 'A shop' }, { value: 'farm' }, { value: 'office' }],
        },
      },
      {
        label: 'Kinds',
        component: {
          type: ComponentType.CheckboxGroup,
          custom_id: 'several',
          min_values: 1,
          max_values: 2,
          required: true,
        },
      },
      { label: 'Remember it', component: { type: ComponentType.Checkbox, custom_id: 'tick' } },
    ]);
    expect(drawnLists().components).toMatchObject([
      { type: ComponentType.TextDisplay, content: 'Choose *freely*.' },
      {
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'pick',
          min_values: 0,
          max_values: 2,
          required: false,
        },
      },
      {
        component: { type: ComponentType.UserSelect, custom_id: 'users', min_values: 1, max_values: 3, required: true },
      },
      { component: { type: ComponentType.RoleSelect, custom_id: 'roles', max_values: 1, required: true } },
      { component: { type: ComponentType.ChannelSelect, custom_id: 'channels', min_values: 0, required: false } },
    ]);
  });

  test('that lets a box group be left empty says so to Discord', () => {
    const open = form(page, { several: input.several() }).open(
      { page: 0 },
      { title: 'T', inputs: { several: { label: 'L', choices } } },
    );
    expect(open.open.components).toMatchObject([{ component: { min_values: 0, required: false } }]);
    expect(ModalInteractionCallbackRequestSchema.safeParse({ type: 9, data: open.open }).error).toBeUndefined();
  });
});

describe('what a person sent', () => {
  test('comes as its declaration says', () => {
    const read = words.read({
      short: 'A shop',
      long: 'Two\nlines',
      one: 'farm',
      several: ['shop', 'office'],
      tick: true,
    });
    expectTypeOf(read).toEqualTypeOf<{
      readonly short: string;
      readonly long: string;
      readonly one: string | undefined;
      readonly several: readonly string[];
      readonly tick: boolean;
    }>();
    expect(read).toEqual({ short: 'A shop', long: 'Two\nlines', one: 'farm', several: ['shop', 'office'], tick: true });
    const ids = { pick: ['shop'], users: ['100000000000000001'], roles: ['600000000000000001'], channels: [] };
    expect(lists.read(ids)).toEqual(ids);
  });

  test('is empty where nothing came', () => {
    const empty = { short: '', long: '', one: undefined, several: [], tick: false };
    expect(words.read({})).toEqual(empty);
    expect(words.read({ one: '', tick: false })).toEqual(empty);
    expect(words.read({ short: ['x'], long: true, one: ['x'], several: 'x', tick: 'true' })).toEqual(empty);
    expect(lists.read({})).toEqual({ pick: [], users: [], roles: [], channels: [] });
  });
});

describe('a form that Discord would refuse', () => {
  const five = { a: input.tick(), b: input.tick(), c: input.tick(), d: input.tick(), e: input.tick() };

  test('fails where it is declared: too many inputs, or none', () => {
    expect(() => form(page, { ...five, f: input.tick() })).toThrow('the form test.form has 6 inputs');
    expect(() => form(page, {})).toThrow('has 0 inputs');
    expect(() => form(page, five)).not.toThrow(/Invalid|Received/);
  });

  test('fails where it is opened: no room for an intro, a title or a label too long, too few choices', () => {
    const label = 'L';
    const all = { a: { label }, b: { label }, c: { label }, d: { label }, e: { label } };
    expect(() => form(page, five).open({ page: 1 }, { title: 'T', intro: 'Hello', inputs: all })).toThrow(
      'no room for an intro',
    );
    expect(() => form(page, five).open({ page: 1 }, { title: 'T'.repeat(46), inputs: all })).toThrow(
      /Invalid|Received/,
    );
    expect(() => drawnLists('L'.repeat(46))).toThrow(/Invalid|Received/);
    const one = form(page, { one: input.one() });
    expect(() =>
      one.open({ page: 1 }, { title: 'T', inputs: { one: { label, choices: { shop: 'A shop' } } } }),
    ).toThrow(/Invalid|Received/);
  });
});
