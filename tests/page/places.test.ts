import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground, type Playground } from '#playground/start.ts';
import { endPlayground } from '#tests/support/playground.ts';
import { atThePage, type Visitor } from './browser-page.ts';

const visit = atThePage();
let playground: Playground;
let server: string;
beforeAll(async () => {
  playground = await startPlayground();
  server = playground.world.guild('The Practice Room').id;
});
afterAll(async () => {
  await endPlayground(playground);
});

const place = (page: Visitor, name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true });

/** Holds the next answer about channels back, as a slow line would, until it is let go; later ones come at once. */
async function holdsBack(
  page: Visitor,
): Promise<{ readonly isAsked: Promise<void>; readonly letGo: () => Promise<void> }> {
  const [asked, free, gone] = [0, 1, 2].map(() => Promise.withResolvers<void>()) as [Held, Held, Held];
  await page.route(
    /\/channels$/,
    async (route) => {
      const response = await route.fetch();
      asked.resolve();
      await free.promise;
      await route.fulfill({ response });
      gone.resolve();
    },
    { times: 1 },
  );
  const letGo = async () => {
    free.resolve();
    await gone.promise;
  };
  return { isAsked: asked.promise, letGo };
}

type Held = PromiseWithResolvers<void>;

test('the list of channels on a phone stays open while it grows', async () => {
  const ann = await visit(playground.url, { size: 'phone' });
  await ann.getByRole('button', { name: 'Channels' }).click();
  await place(ann, 'general').waitFor();
  for (const name of ['first-new', 'second-new']) {
    playground.world.addChannel(server, { name });
    await place(ann, name).waitFor();
  }
  await place(ann, 'second-new').click();
  await ann.getByRole('heading', { name: 'second-new', exact: true }).waitFor();
});

test('an answer that comes late takes away no channel, and brings nobody back to where they were', async () => {
  const ann = await visit(playground.url);
  await place(ann, 'general').waitFor();
  const { isAsked, letGo } = await holdsBack(ann);
  playground.world.addChannel(server, { name: 'one' });
  await isAsked;
  playground.world.addChannel(server, { name: 'two' });
  await place(ann, 'two').click();
  await ann.getByRole('heading', { name: 'two', exact: true }).waitFor();
  await letGo();
  playground.world.addChannel(server, { name: 'three' });
  await place(ann, 'three').waitFor();
  expect(await place(ann, 'two').getAttribute('aria-current')).toBe('page');
});

test('what happened while the page was hidden is there when it is looked at again', async () => {
  const ann = await visit(playground.url);
  await place(ann, 'general').waitFor();
  const looks = (isHidden: boolean) =>
    ann.evaluate(
      `Object.defineProperty(document, 'hidden', { configurable: true, value: ${isHidden} }); document.dispatchEvent(new Event('visibilitychange'))`,
    );
  await looks(true);
  playground.world.addChannel(server, { name: 'unheard' });
  await looks(false);
  await place(ann, 'unheard').waitFor();
});
