import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atThePage, type Visitor } from './browser-page.ts';
import { exoticStage } from './exotic-bot.ts';

const visit = atThePage();
let on: Awaited<ReturnType<typeof exoticStage>>;
beforeAll(async () => {
  on = await exoticStage();
});
afterAll(async () => {
  await on.end();
});

const annIn = async () => await visit(on.playground.url);
const newest = (page: Visitor): Locator => page.getByRole('article').last();
const general = () => on.playground.world.channel('general').id;
const idOf = (name: string) => on.playground.people.named(name).id;
const heard = async (text: string) =>
  await on.playground.people.until(() => on.heard.some((one) => one.includes(text)) || undefined);

describe('what a message can be made of', () => {
  test('every component and all markdown is there, and no address of elsewhere is fetched', async () => {
    const ann = await annIn();
    await ann.sends('/gallery');
    const card = newest(ann);
    await card.getByText('Heading one').waitFor();
    const counts = await Promise.all(
      ['h3', 'h4', 'h5', 'strong', 'em', 'u', 's', 'code', 'blockquote', 'ul ul', 'ol', 'pre', 'hr', 'a.file'].map(
        async (one) => await card.locator(one).count(),
      ),
    );
    expect(counts.map((one) => one > 0)).not.toContain(false);
    expect(await card.getByRole('link', { name: 'a good link' }).getAttribute('href')).toBe('https://example.com/');
    expect(await card.getByText('[a bad link](javascript:alert(1))').count()).toBe(1);
    expect(await card.locator('img').count()).toBe(0);
    expect(await card.getByText('A dog in the rain').count()).toBe(1);
    expect(await card.getByText('1 January 2026', { exact: true }).count()).toBe(1);
    expect(ann.wrongs).toEqual([]);
  });

  test('buttons and selects of every kind reach the bot; a disabled one does not', async () => {
    const ann = await annIn();
    await ann.sends('/gallery');
    const card = newest(ann);
    for (const name of ['Primary', 'Secondary', 'Success', 'Danger', 'Beside']) {
      await card.getByRole('button', { name }).click();
      await heard(`b${name}: pressed`);
    }
    await card.getByRole('button', { name: 'Off' }).click({ force: true });
    await pick(card, 'Pick two fruits', ['Apples', 'Plums']);
    await ann.keyboard.press('Escape');
    await heard('fruit: a+u');
    await pick(card, 'A person', ['Ben']);
    await heard(`who: ${idOf('ben')}`);
    await pick(card, 'A role', ['@Rebound']);
    await heard('role: ');
    await pick(card, 'Anybody', ['Hana']);
    await heard(`any: ${idOf('hana')}`);
    await pick(card, 'A channel', ['#general']);
    await heard(`where: ${general()}`);
    expect(on.heard.join()).not.toContain('bOff');
  });

  test('while the bot owes an answer to one button, no other can be pressed', async () => {
    await on.playground.people.command(idOf('ann'), { channelId: general(), name: 'gallery' });
    const ann = await annIn();
    const answered = Promise.withResolvers<void>();
    on.playground.faults.rest({ path: /callback$/, kind: 'slow', ms: 1, onStrike: () => answered.promise });
    const other = newest(ann).getByRole('button', { name: 'Secondary' });
    await newest(ann).getByRole('button', { name: 'Primary' }).click();
    await ann.locator('[aria-busy]').waitFor();
    expect(await other.isEnabled()).toBe(false);
    answered.resolve();
    await ann.locator('[aria-busy]').waitFor({ state: 'detached' });
    expect(await other.isEnabled()).toBe(true);
  });

  test('a component that nobody knows is a labelled box', async () => {
    const id = on.playground.people.say(idOf('ben'), { channelId: general(), text: 'From tomorrow' }).id;
    const message = on.playground.state.messages.get(general())?.get(id);
    if (message !== undefined) message.components = [{ type: 99, surprise: 'a hologram' }];
    const ann = await annIn();
    await ann.getByText('A component that this page doesn’t know (type 99)').waitFor();
    expect(await newest(ann).textContent()).toContain('a hologram');
  });

  test('a command without an answer and one that thinks say so', async () => {
    const ann = await annIn();
    await ann.sends('/wait');
    await ann.getByText('Rebound is thinking…').waitFor();
    await ann.sends('/silence');
    await ann.getByText('Sending /silence…').waitFor();
    await ann.getByText('This interaction failed').waitFor();
    await ann.presses('Dismiss message');
    await ann.getByText('This interaction failed').waitFor({ state: 'detached' });
  });
});

describe('commands with options', () => {
  test('required options are enforced, values checked, suggestions live', async () => {
    const ann = await annIn();
    await ann.sends('/order');
    await ann.getByRole('combobox', { name: /^dish/ }).waitFor();
    await ann.getByRole('button', { name: 'Send /order' }).click();
    expect(await ann.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    expect(on.heard.join()).not.toContain('dish=');
    await ann.getByRole('combobox', { name: /^dish/ }).fill('soup');
    await ann.getByRole('option', { name: 'Soup of the day' }).click();
    await ann.keyboard.type('enormous');
    await ann.getByRole('combobox', { name: /^count/ }).fill('12');
    await ann.getByRole('button', { name: 'Send /order' }).click();
    await ann.getByText('Choose one from the list').first().waitFor();
    await ann.getByRole('combobox', { name: /^size/ }).fill('Large');
    await ann.getByRole('button', { name: 'Send /order' }).click();
    await ann.getByText('At most 9').first().waitFor();
    await ann.getByRole('combobox', { name: /^count/ }).fill('2');
    await ann.getByRole('button', { name: '+ 2 more' }).click();
    await ann.getByRole('combobox', { name: /^guest/ }).fill('be');
    await ann.getByRole('option', { name: 'Ben' }).click();
    await ann.getByRole('button', { name: 'Send /order' }).click();
    await heard(`dish=soup of the day size=l count=2 guest=${idOf('ben')}`);
  });

  test('the menu of a message holds the app’s commands, by mouse and by keyboard', async () => {
    on.playground.people.say(idOf('ben'), { channelId: general(), text: 'Say it again' });
    const ann = await annIn();
    const message = newest(ann);
    await message.click({ button: 'right' });
    await ann.getByRole('menuitem', { name: 'Repeat' }).click();
    await ann.getByText('Again: Say it again').waitFor();
    await message.getByRole('button', { name: 'More about this message' }).focus();
    await ann.getByRole('article').filter({ hasText: /^BBen/ }).last().getByRole('button').last().focus();
    await ann.keyboard.press('Shift+F10');
    await ann.getByRole('menuitem', { name: 'Repeat' }).waitFor();
    await ann.keyboard.press('ArrowDown');
    await ann.keyboard.press('Enter');
    await ann.getByText('Hello, Ben').waitFor();
  });

  test('a mention of a command puts it into the line', async () => {
    const ann = await annIn();
    await ann.sends('/gallery');
    await newest(ann).getByRole('button', { name: '/gallery' }).click();
    await ann.getByRole('button', { name: 'Send /gallery' }).waitFor();
  });
});

describe('a form with every field', () => {
  test('says in place what is missing, keeps the keyboard inside, and sends everything', async () => {
    const ann = await annIn();
    await ann.sends('/form');
    const form = ann.getByRole('dialog', { name: 'Every field' });
    await form.getByLabel('Your answer').fill('Too short');
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.getByText('At least 10 characters; you have 9').waitFor();
    expect(await form.getByText('This is required').count()).toBe(3);
    await form.getByLabel('Your answer').fill('x'.repeat(60));
    expect(await form.getByLabel('Your answer').inputValue()).toHaveLength(40);
    await form.getByLabel('Your answer').fill('Exactly what was asked');
    await form.getByLabel('Blue').check();
    await form.getByLabel('Tea').check();
    await form.getByLabel('Juice').check();
    expect(await form.getByLabel('Milk').isDisabled()).toBe(true);
    await pick(form, 'From a list', ['South']);
    await form.getByLabel('Agreed').check();
    for (let presses = 0; presses < 20; presses += 1) await ann.keyboard.press('Tab');
    expect(
      await ann.evaluate(
        'document.activeElement === document.body || document.activeElement.closest("dialog") !== null',
      ),
    ).toBe(true);
    await form.getByRole('button', { name: 'Submit' }).click();
    await ann.getByText('Exactly what was asked · blue · tea+juice · south · true').waitFor();
  });

  test('closes with Escape and nothing is sent', async () => {
    const ann = await annIn();
    await ann.sends('/form');
    await ann.getByRole('dialog').waitFor();
    await ann.keyboard.press('Escape');
    await ann.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

/** Opens a list and picks from it. */
async function pick(within: Locator, name: string, labels: readonly string[]): Promise<void> {
  await within.getByRole('combobox', { name }).click();
  for (const label of labels) await within.getByRole('option', { name: label }).click();
}
