import { describe, expect, expectTypeOf, test } from 'vitest';
import { form } from '#bot/form.ts';
import { input } from '#bot/input.ts';
import { show, update } from '#bot/reply.ts';
import { field, route } from '#bot/route.ts';
import { ben, presses, selects, submits } from '#tests/support/incoming.ts';
import { press, says, select, smallBot, submit } from '#tests/support/small-bot.ts';

const page = route('test.page', { page: field.int(9), side: field.word('front', 'back') });
const answer = form(page, { words: input.paragraph(), sure: input.tick(), tags: input.several() });

const bot = smallBot({
  handlers: [
    press(page, async ({ state }) => {
      expectTypeOf(state.side).toEqualTypeOf<'front' | 'back'>();
      return update(says(`page ${state.page} ${state.side}`));
    }),
    select(page, async ({ state, values }) => {
      expectTypeOf(values).toEqualTypeOf<readonly string[]>();
      return update(says(`page ${state.page} chosen ${values.join('+')}`));
    }),
    submit(answer, async ({ state, values }) => {
      expectTypeOf(values.sure).toEqualTypeOf<boolean>();
      return show(says(`page ${state.page} “${values.words}” ${values.sure} [${values.tags.join('+')}]`));
    }),
  ],
});
const id = page.id({ page: 3, side: 'back' });

describe('one route', () => {
  test('can have a button, a list and a form, and each gets its state and what came with it', async () => {
    expect(await bot.answers(presses(id))).toEqual(['update: page 3 back']);
    expect(await bot.answers(selects(id, 'a', 'b'))).toEqual(['update: page 3 chosen a+b']);
    const sent = submits(id, { words: 'I baked', sure: true, tags: ['x', 'y'] });
    expect(await bot.answers(sent)).toEqual(['reply privately: page 3 “I baked” true [x+y]']);
  });

  test('is answered for whoever uses it, when it names no owner', async () => {
    expect(await bot.answers({ ...presses(id), actor: ben })).toEqual(['update: page 3 back']);
  });

  test('reads a list that was emptied, and a form that came damaged', async () => {
    expect(await bot.answers(selects(id))).toEqual(['update: page 3 chosen ']);
    const damaged = submits(id, { words: ['x'], sure: 'yes', old: 'y' });
    expect(await bot.answers(damaged)).toEqual(['reply privately: page 3 “” false []']);
  });
});
