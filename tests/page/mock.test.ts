import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWireWorld, type WireWorld } from '#tests/support/wire-world.ts';
import { atThePage, sizes, type Visitor } from './browser-page.ts';

const visit = atThePage();
let world: WireWorld;
beforeAll(async () => {
  world = await openWireWorld();
});
afterAll(() => world.close());

async function answers(ann: Visitor, answer: string, rating: string): Promise<void> {
  await ann.presses('Answer');
  const form = ann.getByRole('dialog');
  await form.getByLabel('What would you say?').fill(answer);
  await form.getByLabel(rating).check();
  await form.getByRole('button', { name: 'Submit' }).click();
  await ann.getByText(answer).last().waitFor();
}

test('Ann plays a whole mock interview on her phone and sees her scorecard', async () => {
  const ann = await visit(world.playground.url, { as: 'ann', size: 'phone' });
  await ann.sends('/mock start role:retail count:3');
  await ann.getByText('question 1 of 3').waitFor();
  const card = await ann.getByRole('article').last().boundingBox();
  expect(card?.height ?? 9999).toBeLessThanOrEqual(sizes.phone.height);
  await answers(ann, 'I told her what I saw, and counted again with her.', 'It would do');
  await ann.presses('Next question');
  await ann.getByText('question 2 of 3').waitFor();
  await answers(ann, 'I asked my manager before I promised anything.', 'It has gaps');
  await ann.presses('Next question');
  await ann.getByText('question 3 of 3').waitFor();
  await answers(ann, 'I said sorry first.', 'I’m stuck');
  await ann.presses('See how it went');
  await ann.getByText('Your mock interview is done').waitFor();
  const picture = ann.getByRole('img', { name: /^Mock interview · Shops and retail\. 1\. / });
  await picture.waitFor();
  expect(await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(720);
  expect(ann.wrongs).toEqual([]);
});
