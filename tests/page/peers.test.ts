import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground, type Playground } from '#playground/start.ts';
import { type App, startApp } from '#src/app.ts';
import { type Clock, clockFrom } from '#src/clock.ts';
import { seededDice } from '#tests/support/dice.ts';
import { keptLog } from '#tests/support/kept-log.ts';
import { atThePage, type Visitor } from './browser-page.ts';
import { endPlayground } from '#tests/support/playground.ts';

const visit = atThePage();
let playground: Playground;
let clock: Clock;
let app: App;
let folder: string;
beforeAll(async () => {
  playground = await startPlayground();
  // Hana owns the server, so she sees every room in it; Cara is a member like Ann and Ben.
  const cara = playground.world.addUser({ username: 'cara', globalName: 'Cara' });
  playground.world.join('The Practice Room', cara.id);
  folder = await mkdtemp(join(tmpdir(), 'rebound-'));
  const log = keptLog();
  clock = await clockFrom(`${playground.url}/clock`, log);
  const { token, apiUrl } = playground;
  const databaseUrl = `file:${join(folder, 'test.sqlite')}`;
  const config = { token, apiUrl, databaseUrl, logLevel: 'info', playgroundPort: 0, healthPort: 0 } as const;
  app = await startApp({ config, log, clock, dice: seededDice() });
});
afterAll(async () => {
  await app.stop();
  clock.stop();
  await rm(folder, { recursive: true });
  await endPlayground(playground);
});

/** A channel or thread in the list at the side; on a phone the list has to be opened. */
const place = (page: Visitor, name: string | RegExp) =>
  page.getByRole('navigation').getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });

async function goTo(page: Visitor, name: string | RegExp): Promise<void> {
  const channels = page.getByRole('button', { name: /^Channels/ });
  if (await channels.isVisible()) await channels.click();
  await place(page, name).click();
}

async function chooses(page: Visitor, list: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: list }).last().click();
  await page.getByRole('option', { name: option }).click();
}

/** Lets the bot do something in the channel that is open. */
async function allows(page: Visitor, permission: string): Promise<void> {
  await page.getByRole('button', { name: 'Faults' }).click();
  await page.getByLabel(permission).click();
  await page.getByText(`Rebound may now: ${permission.toLowerCase()}`).waitFor();
  await page.keyboard.press('Escape');
}

async function waits(page: Visitor, minutes: number): Promise<void> {
  const face = page.getByRole('button', { name: /^Clock/ });
  await face.click();
  for (let passed = 0; passed < minutes; passed += 5) {
    // The page must know, too: it adds to what it shows.
    const before = (await face.getAttribute('aria-label')) ?? '';
    await page.getByRole('button', { name: '+5 min', exact: true }).click();
    await page.getByRole('button', { name: before, exact: true }).waitFor({ state: 'detached' });
  }
  await page.keyboard.press('Escape');
}

/** Sends the open form: a choice on each scale by its words, and what is said in words. */
async function fills(
  page: Visitor,
  { choices = {}, words = {} }: { readonly choices?: Record<string, string>; readonly words?: Record<string, string> },
): Promise<void> {
  const form = page.getByRole('dialog');
  for (const [scale, choice] of Object.entries(choices)) {
    await form.getByRole('group', { name: scale }).getByLabel(choice, { exact: true }).check();
  }
  for (const [label, said] of Object.entries(words)) await form.getByLabel(label).fill(said);
  await form.getByRole('button', { name: 'Submit' }).click();
  await form.waitFor({ state: 'detached' });
}

const answers = {
  'Answered the question': 'Answered it',
  'Story: a real moment one can picture': 'An example in general',
  'Action: what they did themselves': 'Their part was clear',
  'Result, and what they learnt': 'No ending',
  'Delivery: easy to follow': 'Easy to follow',
};
const asker = { Prepared: 'Very well', Listened: 'Yes', 'Useful to me': 'A little' };

/** The forms that one fills about the half in which one asked, and about the other one. */
async function fillsAsInterviewer(page: Visitor, heard: string): Promise<void> {
  await page.presses('How were the answers?');
  await fills(page, { choices: answers });
  await page.presses('In your words');
  await fills(page, { words: { 'I heard you say …': heard, 'Next time try …': 'Say how it ended' } });
  await page.getByText('✓ In words').last().waitFor();
}

async function fillsAsCandidate(page: Visitor): Promise<void> {
  await page.presses('How were my own answers?');
  await fills(page, { choices: { ...answers, 'Answered the question': 'Came near it' } });
  await page.presses('How was the interviewer?');
  await fills(page, { choices: asker });
  await page.getByText('✓ How were my own answers?').last().waitFor();
}

test('Hana turns peer sessions on, Ann and Ben interview each other, and both read what was said', async () => {
  const hana = await visit(playground.url, { as: 'hana' });
  await hana.sends('/server setup');
  await hana.getByText('They are off.').waitFor();
  await chooses(hana, '1. Where rooms open', '#interview-practice');
  await hana.getByText('I need Create Private Threads in').waitFor();
  await chooses(hana, '2. Where reports go', '#moderators');
  await hana.getByText('I can’t see').waitFor();
  await goTo(hana, 'interview-practice');
  await allows(hana, 'Create private threads');
  await goTo(hana, 'moderators');
  await allows(hana, 'See this channel');
  await goTo(hana, 'general');
  await hana.presses('Turn on');
  await hana.getByText('They are on.').waitFor();

  const ann = await visit(playground.url, { as: 'ann', size: 'phone' });
  const ben = await visit(playground.url, { as: 'ben' });
  const cara = await visit(playground.url, { as: 'cara' });
  await ann.sends('/peer join role:retail level:some');
  await ann.getByText('You are on the list').waitFor();
  await ben.sends('/peer join role:warehouse languages:English');
  await ann.getByRole('button', { name: 'Channels, new messages' }).waitFor();
  for (const page of [ann, ben]) {
    await goTo(page, /^Mock interview/);
    await page.getByText('you can practise together').waitFor();
  }
  await place(hana, /^Mock interview/).waitFor();
  expect(await place(cara, /^Mock interview/).count()).toBe(0);

  await ann.presses('I’m in');
  await ben.getByText('@Ann is in.').waitFor();
  await ben.presses('I’m in');
  for (const page of [ann, ben]) await page.getByText('Questions, first half').waitFor();
  const isAnnFirst = (await ann.getByText('@Ann asks, @Ben answers').count()) === 1;
  const [first, second] = isAnnFirst ? [ann, ben] : [ben, ann];
  await first.presses('My sheet');
  await first.getByText('Listen for', { exact: true }).waitFor();
  await second.presses('My sheet');
  await second.getByText('That is for whoever interviews at the moment').waitFor();
  expect(await second.getByText('Listen for', { exact: true }).count()).toBe(0);
  await waits(first, 15);
  for (const page of [ann, ben]) await page.getByText('Feedback, first half').waitFor();
  await first.presses('My forms');
  await fillsAsInterviewer(first, 'You rang the customer back yourself');
  await waits(second, 5);
  await ann.getByText('One answer once more, first half').waitFor();
  await waits(second, 5);
  await ann.getByText('Questions, second half').waitFor();
  await second.presses('My sheet');
  await second.getByText('Listen for', { exact: true }).waitFor();
  await waits(second, 15);
  await ann.getByText('Feedback, second half').waitFor();
  await second.presses('My forms');
  await fillsAsCandidate(second);
  await fillsAsInterviewer(second, 'You made a plan for the rush');
  await waits(ben, 5);
  await ann.getByText('One answer once more, second half').waitFor();
  await waits(ben, 5);
  for (const page of [ann, ben]) await page.getByText('Your session is over').waitFor();
  expect(await second.getByText('You rang the customer back yourself').count()).toBe(0);
  await first.presses('My forms');
  await fillsAsCandidate(first);

  for (const page of [ann, ben]) {
    await page.getByText('is there to read').waitFor();
    await page.presses('Read mine');
    await page.getByText('What your partner said').waitFor();
    await page.getByText('Say how it ended').waitFor();
  }
  await second.getByText('You rang the customer back yourself').waitFor();
  await first.getByText('You made a plan for the rush').waitFor();
  expect(await first.getByText('You rang the customer back yourself').count()).toBe(0);
  await second.getByText('(you said: Came near it)').waitFor();
  expect(await place(cara, /^Mock interview/).count()).toBe(0);
  expect([hana, ann, ben, cara].flatMap(({ wrongs }) => wrongs)).toEqual([]);
}, 120_000);
