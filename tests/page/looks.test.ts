import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openContent } from '#content/content.ts';
import { contentFolders } from '#src/app.ts';
import { openWireWorld, type WireWorld } from '#tests/support/wire-world.ts';
import { atThePage, sizes, type Visitor } from './browser-page.ts';

const visit = atThePage();
let world: WireWorld;
beforeAll(async () => {
  world = await openWireWorld();
});
afterAll(async () => {
  await world.close();
});

/** The serious and critical issues that axe finds now, on the whole page or in a part of it. */
async function issuesOn(page: Visitor, part = 'html'): Promise<readonly string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(`axe.run('${part}')`)) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
}

describe('the page for everybody', () => {
  for (const size of ['desktop', 'phone'] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      test(`axe finds nothing serious, ${size}, ${scheme}`, async () => {
        const ann = await visit(world.playground.url, { size, scheme });
        const found: Record<string, readonly string[]> = {};
        await ann.line.fill('/');
        await ann.getByRole('option').first().waitFor();
        found['picker'] = await issuesOn(ann, '.composer');
        await ann.sends('/lesson today');
        await ann.getByText('Only you can see this').waitFor();
        found['lesson'] = await issuesOn(ann);
        await ann.getByRole('button', { name: /^Clock/ }).click();
        found['clock'] = await issuesOn(ann, '.topbar');
        await ann.keyboard.press('Escape');
        await ann.getByRole('button', { name: 'Faults' }).click();
        await ann.getByText('See this channel').waitFor();
        found['faults'] = await issuesOn(ann, '.topbar');
        await ann.keyboard.press('Escape');
        await ann.presses('Practise it');
        await ann.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
        await ann.getByText('This is required').first().waitFor();
        found['form'] = await issuesOn(ann, 'dialog');
        expect(found).toEqual({ picker: [], lesson: [], clock: [], faults: [], form: [] });
      });
    }
  }

  test('both faces of every lesson fit a phone’s first screen', async () => {
    const content = await openContent(contentFolders);
    const ann = await visit(world.playground.url, { size: 'phone' });
    const tooTall: string[] = [];
    const note = async (face: string): Promise<void> => {
      const card = await ann.locator('.container').last().boundingBox();
      const [bar, line] = await Promise.all([
        ann.locator('.topbar').boundingBox(),
        ann.locator('.composer').boundingBox(),
      ]);
      const fits =
        card !== null &&
        bar !== null &&
        line !== null &&
        card.y >= bar.y + bar.height &&
        card.y + card.height <= line.y;
      if (!fits || (card?.width ?? 999) > sizes.phone.width) tooTall.push(`${face}: ${card?.height}`);
    };
    const lessons = content.en.tracks.flatMap((track) => track.lessons);
    for (const { id, title } of lessons) {
      await ann.sends(`/lesson show lesson:${id}`);
      const card = ann.getByRole('article').last();
      await card.getByText(title).waitFor();
      await note(`${id}, idea`);
      await card.getByRole('button', { name: 'See an example' }).click();
      await card.getByRole('button', { name: 'Back to the idea' }).waitFor();
      await note(`${id}, example`);
    }
    expect(lessons.length).toBeGreaterThan(9);
    expect(tooTall).toEqual([]);
  });

  test('on a phone the channels are a drawer that opens, closes with Escape and leads elsewhere', async () => {
    const ann = await visit(world.playground.url, { size: 'phone' });
    const drawer = ann.getByRole('navigation', { name: 'Servers and channels' });
    expect(await drawer.isVisible()).toBe(false);
    await ann.getByRole('button', { name: 'Channels' }).click();
    await drawer.waitFor();
    await ann.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await ann.getByRole('button', { name: 'Channels' }).click();
    await drawer.getByRole('button', { name: 'Rebound' }).click();
    await drawer.waitFor({ state: 'hidden' });
    expect(await ann.getByRole('heading', { level: 1 }).textContent()).toContain('Rebound');
    const wide: unknown = await ann.evaluate('document.documentElement.scrollWidth');
    expect(wide).toBe(sizes.phone.width);
  });
});
