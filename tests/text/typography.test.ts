import { expect, test } from 'vitest';
import { printed } from '#text/typography.ts';

test.each([
  [`I'd say "yes", she said.`, 'I’d say “yes”, she said.'],
  [`"Who's there?" (the 'boss')`, '“Who’s there?” (the ‘boss’)'],
  [`He said: "It's mine."`, 'He said: “It’s mine.”'],
  ['Already “right”, isn’t it?', 'Already “right”, isn’t it?'],
])('%s is printed with real quotes', (typed, right) => {
  expect(printed(typed)).toBe(right);
});
