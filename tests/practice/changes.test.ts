import { fc, test as fuzz } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { changesBetween } from '#practice/changes.ts';

test('a whole new text of 4,000 characters keeps nobody else waiting', () => {
  const started = process.hrtime.bigint();
  expect(changesBetween('*'.repeat(4000), '.'.repeat(4000))).toBeUndefined();
  expect(changesBetween('我'.repeat(4000), '他们'.repeat(2000))).toBeUndefined();
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(1500);
});

const written = (maxLength: number) => fc.string({ unit: 'binary', maxLength }).map((text) => text.toWellFormed());
const tries = fc.record({ start: written(10), same: written(200), end: written(10), otherEnd: written(10) });

fuzz.prop([tries])(
  'what changed never holds half a character, wherever a long unchanged stretch is cut',
  ({ start, same, end, otherEnd }) => {
    const changed = changesBetween(`${start} ${same} ${end}`, `${same} ${otherEnd}`) ?? '';
    expect(changed.isWellFormed()).toBe(true);
  },
);
