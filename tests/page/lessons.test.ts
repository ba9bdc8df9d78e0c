import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWireWorld, type WireWorld } from '#tests/support/wire-world.ts';
import { atThePage, type Visitor } from './browser-page.ts';

const visit = atThePage();
const fresh = async (as: 'ann' | 'ben' | 'hana' = 'ann') => await visit(world.playground.url, { as });
let world: WireWorld;
beforeAll(async () => {
  world = await openWireWorld();
});
afterAll(async () => {
  await world.close();
});

const newest = (page: Visitor) => page.getByRole('article').last();

describe('a member at the page', () => {
  test('takes a lesson by typing', async () => {
    const ann = await fresh();
    await ann.sends('/lesson today');
    await newest(ann).getByText('Why interviewers care').waitFor();
    expect(await newest(ann).textContent()).toContain('Ann used /lesson today');
    expect(await newest(ann).textContent()).toContain('Only you can see this');
    expect(ann.wrongs).toEqual([]);
  });

  test('takes a lesson by clicking alone, turns it and goes on', async () => {
    const ann = await fresh();
    await ann.getByRole('button', { name: 'Commands' }).click();
    await ann.getByRole('option', { name: /^\/lesson today/ }).click();
    await ann.getByRole('button', { name: 'Send /lesson today' }).click();
    await ann.presses('See an example');
    await newest(ann).getByText('A strong answer').waitFor();
    expect(await newest(ann).textContent()).toContain('(edited)');
    await ann.presses('Next');
    await newest(ann).getByText('2 of 10').waitFor();
  });

  test('takes a lesson with the keyboard alone, from picker to button', async () => {
    const ann = await fresh();
    await ann.line.focus();
    await ann.keyboard.type('/les');
    await ann.keyboard.press('ArrowDown');
    await ann.keyboard.press('ArrowUp');
    await ann.keyboard.press('Tab');
    await ann.keyboard.press('Enter');
    const button = newest(ann).getByRole('button', { name: 'See an example' });
    await button.waitFor();
    await ann.line.waitFor();
    for (let presses = 0; presses < 60; presses += 1) {
      await ann.keyboard.press('Shift+Tab');
      if (await button.evaluate((one) => one.matches(':focus'))) break;
    }
    await ann.keyboard.press('Enter');
    await newest(ann).getByText('A weak answer').waitFor();
    expect(await ann.locator(':focus').textContent()).toContain('Back to the idea');
  });

  test('gets live suggestions and picks one', async () => {
    const ann = await fresh();
    await ann.sends('/lesson show');
    await ann.getByRole('combobox', { name: /^lesson/ }).fill('weak');
    await ann.getByRole('option', { name: 'Name a real weakness, and your fix' }).click();
    await ann.getByRole('button', { name: 'Send /lesson show' }).click();
    await newest(ann).getByText('Name a real weakness, and your fix').waitFor();
  });

  test('practises in a form and reads the answer back', async () => {
    const ann = await fresh();
    await ann.sends('/lesson show lesson:keep-going');
    await ann.presses('Practise it');
    const form = ann.getByRole('dialog');
    await form.getByRole('textbox').fill('I lost my job in May. Since then I wrote 30 letters.');
    await form.getByRole('radio').nth(1).check();
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'detached' });
    await ann.getByText('I wrote 30 letters').last().waitFor();
  });

  test('keeps what is private to themselves: Ben sees no ephemerals and nothing to press', async () => {
    const [ann, ben] = [await fresh(), await fresh('ben')];
    await ann.sends('/lesson random');
    await newest(ann).getByText('Only you can see this').waitFor();
    await ben.sends('Hello from Ben');
    await ben.getByText('Hello from Ben').waitFor();
    await ann.getByText('Hello from Ben').waitFor();
    expect(await ben.getByRole('button', { name: 'See an example' }).count()).toBe(0);
    expect(await ben.getByText('Only you can see this').count()).toBe(0);
    expect(await ben.getByText('moderators').count()).toBe(0);
  });

  test('finds everything again after a reload, but for what only they could see', async () => {
    const ann = await fresh();
    await ann.sends('I will be back');
    await ann.sends('/lesson today');
    await newest(ann).getByText('Only you can see this').waitFor();
    await ann.reload();
    await ann.getByText('I will be back').waitFor();
    expect(await ann.getByText('Only you can see this').count()).toBe(0);
    await ann.sends('/lesson today');
    await ann.getByText('Only you can see this').waitFor();
  });

  test('dismisses a message that is for them alone', async () => {
    const ann = await fresh();
    await ann.sends('/lesson today');
    await ann.presses('Dismiss message');
    await ann.getByText('Only you can see this').waitFor({ state: 'detached' });
  });

  test('becomes somebody else and keeps the channel', async () => {
    const page = await fresh();
    await page.getByRole('button', { name: 'daily-tip' }).click();
    await page.getByRole('radio', { name: 'Hana' }).check({ force: true });
    await page.getByText('moderators').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('daily-tip');
    expect(page.url()).toContain('#hana/');
  });
});
