import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlayground, type Playground } from '#playground/start.ts';
import { type App, startApp } from '#src/app.ts';
import { seededDice } from '#tests/support/dice.ts';
import { keptLog } from '#tests/support/kept-log.ts';
import { atThePage, type Visitor } from './browser-page.ts';
import { endPlayground } from '#tests/support/playground.ts';

const visit = atThePage();
let playground: Playground;
let app: App;
let folder: string;
beforeAll(async () => {
  playground = await startPlayground({ answerWithinMs: 2500 });
  folder = await mkdtemp(join(tmpdir(), 'rebound-'));
  const { token, apiUrl } = playground;
  const config = {
    token,
    apiUrl,
    databaseUrl: `file:${join(folder, 'test.sqlite')}`,
    logLevel: 'info',
    playgroundPort: 0,
    healthPort: 0,
  } as const;
  const now = () => Temporal.Instant.fromEpochMilliseconds(playground.clock.now());
  app = await startApp({ config, log: keptLog(), clock: { now, onMoved: () => undefined }, dice: seededDice() });
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
  await endPlayground(playground);
});

const hour = 3_600_000;
const move = async (page: Visitor, name: string) => {
  await page.getByRole('button', { name: /^Clock/ }).click();
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByText(name === 'Now' ? 'The clock shows the real time again' : 'The clock was moved').waitFor();
  await page.keyboard.press('Escape');
};
const fault = async (page: Visitor, name: string | RegExp, said: string | RegExp) => {
  await page.getByRole('button', { name: 'Faults' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByText(said).waitFor();
  await page.keyboard.press('Escape');
};

/** Whether the bot may do something in a channel, as the page would hear. */
async function isAllowed(channel: string, label: string): Promise<boolean | undefined> {
  const state = await (await fetch(`${playground.url}/play/faults/${channel}`)).json();
  const { permissions } = state as {
    readonly permissions: readonly { readonly label: string; readonly allowed: boolean }[];
  };
  return permissions.find((one) => one.label === label)?.allowed;
}

describe('the clock at the page', () => {
  test('tomorrow, what Ann learnt today comes back', async () => {
    const ann = await visit(playground.url);
    await ann.sends('/lesson today');
    await ann.presses('I’ve got it');
    await ann
      .getByText(/Got it/)
      .last()
      .waitFor();
    await move(ann, '+1 day');
    await ann.sends('/lesson today');
    await ann.getByRole('button', { name: 'Show answer' }).waitFor();
    await move(ann, 'Now');
    await playground.people.until(() => playground.clock.offsetMs() === 0 || undefined);
  });

  test('an hour, the next nine o’clock of a zone, and back; every open page shows it', async () => {
    const ben = await visit(playground.url, { as: 'ben' });
    await move(ben, '+1 hour');
    await playground.people.until(() => Math.abs(playground.clock.offsetMs() - hour) < 2000 || undefined);
    await ben.getByRole('button', { name: /^Clock/ }).click();
    await ben.getByLabel('Time zone').selectOption('Australia/Adelaide');
    await ben.getByRole('button', { name: 'Next 09:00 there' }).click();
    const local = () => {
      const now = Temporal.Instant.fromEpochMilliseconds(playground.clock.now());
      return now.toZonedDateTimeISO('Australia/Adelaide').toPlainTime().toString({ smallestUnit: 'minute' });
    };
    await playground.people.until(() => local() === '09:00' || undefined);
    playground.clock.setOffset(0);
    await ben.getByText('This is the real time.').waitFor();
  });
});

describe('faults by hand', () => {
  test('the next answer fails and is said to have failed; the one after works', async () => {
    const ann = await visit(playground.url);
    await ann.getByRole('button', { name: 'Faults' }).click();
    await ann
      .getByLabel(/next answer/)
      .first()
      .selectOption('unheard');
    await ann.getByRole('button', { name: 'Fail the next answer' }).click();
    await ann.getByText('The next answer never comes').waitFor();
    await ann.keyboard.press('Escape');
    await ann.sends('/help');
    await ann.getByText('This interaction failed').waitFor();
    await ann.sends('/help');
    await ann.getByText('Only you can see this').nth(1).waitFor();
  });

  test('the bot comes back by itself after its connection was dropped', async () => {
    const ann = await visit(playground.url);
    const before = playground.gateway.connected()[0]?.socket;
    await fault(ann, /^Drop/, /lost its connection/);
    await expect
      .poll(() => playground.gateway.connected().some(({ socket }) => socket !== before), { timeout: 20_000 })
      .toBe(true);
    await ann.sends('/help');
    await ann.getByText('Only you can see this').waitFor();
  });

  test('every permission that can be taken has a name, and can be taken and given back', async () => {
    const hana = await visit(playground.url, { as: 'hana' });
    const { id } = playground.world.channel('interview-practice');
    await hana.getByRole('button', { name: 'interview-practice' }).click();
    await hana.getByRole('button', { name: 'Faults' }).click();
    await hana.getByText('See this channel').waitFor();
    const list = hana.getByRole('group', { name: /may do in #interview-practice/ });
    const names = (await list.locator('label').allInnerTexts()).map((name) => name.trim());
    expect(names).toContain('Create private threads');
    expect(names).toHaveLength(await list.getByRole('checkbox').count());
    for (const name of names) {
      expect(name).toMatch(/^[A-Z][a-z ]+$/);
      const box = list.getByRole('checkbox', { name, exact: true });
      // What may be seen decides over all the others: the page hears of that a little later.
      await expect.poll(() => box.isChecked()).toBe(await isAllowed(id, name));
      const [first, then] = (await box.isChecked()) ? ['no longer', 'now'] : ['now', 'no longer'];
      await box.click();
      await hana.getByText(`may ${first}: ${name.toLowerCase()}`).waitFor();
      await box.click();
      await hana.getByText(`may ${then}: ${name.toLowerCase()}`).waitFor();
    }
    expect(playground.state.channels.get(id)?.overwrites.at(-1)).toMatchObject({ id: playground.applicationId });
    expect(hana.wrongs).toEqual([]);
  });

  test('a box that was just changed stays so, however late the page hears how things are', async () => {
    const hana = await visit(playground.url, { as: 'hana' });
    await hana.getByRole('button', { name: 'interview-practice' }).click();
    await hana.getByRole('button', { name: 'Faults' }).click();
    const box = hana.getByLabel('Send messages', { exact: true });
    const before = await box.isChecked();
    const heard = Promise.withResolvers<void>();
    await hana.route(/\/faults\/\d+$/, async (route) => {
      await heard.promise;
      await route.continue();
    });
    await box.click();
    await hana.getByText(/: send messages/).waitFor();
    expect(await box.isChecked()).toBe(!before);
    heard.resolve();
    await box.click();
    await hana.getByText(`may ${before ? 'now' : 'no longer'}: send messages`).waitFor();
    expect(await box.isChecked()).toBe(before);
  });

  test('permissions, direct messages, channels and the bot itself can be taken away and given back', async () => {
    const hana = await visit(playground.url, { as: 'hana' });
    const { id } = playground.world.channel('daily-tip');
    await hana.getByRole('button', { name: 'daily-tip' }).click();
    await hana.getByRole('button', { name: 'Faults' }).click();
    await hana.getByLabel('Send messages', { exact: true }).click();
    await hana.getByText(/may no longer: send messages/).waitFor();
    expect(playground.state.channels.get(id)?.overwrites.length).toBe(1);
    await hana.getByLabel('Hana takes direct messages').click();
    await hana.getByText('Hana takes no direct messages').waitFor();
    expect(playground.people.named('hana').dmsOpen).toBe(false);
    await hana.getByRole('button', { name: /^Remove Rebound/ }).click();
    await hana.getByText('without the bot').first().waitFor();
    await hana.getByRole('button', { name: /^Invite Rebound/ }).click();
    await hana.getByRole('button', { name: /^Remove Rebound/ }).waitFor();
    await hana.getByRole('button', { name: 'Delete #daily-tip' }).click();
    await hana.getByRole('button', { name: 'daily-tip', exact: true }).waitFor({ state: 'detached' });
    expect(playground.state.channels.has(id)).toBe(false);
  });
});
