import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  delayAfter,
  halvesHeld,
  interviewerIn,
  type Length,
  minutesOf,
  other,
  type Outcome,
  retryStep,
  type Step,
  stepAt,
  swapped,
  usualWait,
} from '#peers/rules.ts';

const lengths: readonly Length[] = ['short', 'full'];

const stepsOf = (length: Length): readonly Step[] =>
  Array.from({ length: 20 }, (_, number) => stepAt(length, number)).filter((step) => step !== undefined);

const namesOf = (length: Length): readonly string[] =>
  stepsOf(length).map(({ kind, half }) => (half === undefined ? kind : `${kind} ${half}`));

const numberOf = (length: Length, name: string): number => namesOf(length).indexOf(name);

describe('the agenda', () => {
  test('takes the 40 or 50 minutes that members were told, and gives both halves the same', () => {
    expect(minutesOf('short')).toBe(40);
    expect(minutesOf('full')).toBe(50);
    for (const length of lengths) {
      const [first, second] = [0, 1].map((half) => stepsOf(length).filter((step) => step.half === half));
      expect(first?.map(({ kind, minutes }) => [kind, minutes])).toEqual(
        second?.map(({ kind, minutes }) => [kind, minutes]),
      );
      expect(first?.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(length === 'short' ? 20 : 22);
    }
  });

  test('goes from questions over feedback to one more try, then the other way round', () => {
    const halves = ['questions 0', 'feedback 0', 'retry 0', 'questions 1', 'feedback 1', 'retry 1'];
    expect(namesOf('short')).toEqual(halves);
    expect(namesOf('full')).toEqual(['settle', ...halves, 'close']);
    expect(stepAt('short', 6)).toBeUndefined();
  });

  test('lets each of the two interview in one half, and nobody in the last minutes', () => {
    for (const length of lengths)
      for (const firstSeat of [0, 1] as const)
        for (const step of stepsOf(length)) {
          const expected = step.kind === 'close' ? undefined : step.half === 1 ? other(firstSeat) : firstSeat;
          expect(interviewerIn(step, firstSeat)).toBe(expected);
        }
  });

  test('has forms for the halves that got as far as feedback', () => {
    expect(halvesHeld('short', numberOf('short', 'questions 0'))).toEqual([]);
    expect(halvesHeld('short', numberOf('short', 'feedback 0'))).toEqual([0]);
    expect(halvesHeld('full', numberOf('full', 'questions 1'))).toEqual([0]);
    expect(halvesHeld('full', numberOf('full', 'feedback 1'))).toEqual([0, 1]);
    expect(halvesHeld('full', numberOf('full', 'close'))).toEqual([0, 1]);
  });
});

describe('whoever presses Swap', () => {
  const swap = (length: Length, name: string, asked: number) =>
    swapped({ length, step: numberOf(length, name) }, asked);

  test('lets the other one begin, as long as no second question was asked', () => {
    expect(swap('full', 'settle', 0)).toBe('the other begins');
    expect(swap('full', 'questions 0', 1)).toBe('the other begins');
    expect(swap('short', 'questions 0', 1)).toBe('the other begins');
  });

  test('later in the first half makes it the other one’s turn', () => {
    for (const length of lengths) {
      expect(swap(length, 'questions 0', 2)).toBe(numberOf(length, 'questions 1'));
      expect(swap(length, 'feedback 0', 2)).toBe(numberOf(length, 'questions 1'));
      expect(swap(length, 'retry 0', 1)).toBe(numberOf(length, 'questions 1'));
    }
  });

  test('in the second half closes, or is done where there is no closing', () => {
    expect(swap('full', 'questions 1', 1)).toBe(numberOf('full', 'close'));
    expect(swap('full', 'retry 1', 3)).toBe(numberOf('full', 'close'));
    const afterLast = swap('short', 'questions 1', 1);
    expect(afterLast).toBe(6);
    expect(stepAt('short', Number(afterLast))).toBeUndefined();
  });
});

test('an answer is taken once more in its own half, after the feedback', () => {
  for (const length of lengths) {
    for (const half of [0, 1]) {
      const found = retryStep(length, numberOf(length, `feedback ${half}`));
      expect(found).toBe(numberOf(length, `retry ${half}`));
    }
    for (const name of namesOf(length).filter((one) => !one.startsWith('feedback')))
      expect(retryStep(length, numberOf(length, name)), name).toBeUndefined();
  }
});

const outcomes = fc.array(fc.constantFrom<Outcome>('kept', 'no-show', 'left', 'cut'), { maxLength: 20 });

describe('whoever did not come', () => {
  test('once is forgiven; then they wait 5 minutes longer each time, never more than 15', () => {
    expect(delayAfter([])).toBe(0);
    expect(delayAfter(['no-show'])).toBe(0);
    expect(delayAfter(['no-show', 'no-show'])).toBe(5);
    expect(delayAfter(['no-show', 'kept', 'no-show', 'no-show'])).toBe(10);
    expect(delayAfter(Array.from({ length: 12 }, () => 'no-show'))).toBe(15);
  });

  test('and leaving, or a session that was cut short, is no such thing', () => {
    expect(delayAfter(['left', 'cut', 'left', 'left', 'cut', 'left'])).toBe(0);
  });

  property.prop([outcomes])('is trusted again after two kept sessions, whatever was before', (before) => {
    expect(delayAfter(['kept', 'kept', ...before])).toBe(0);
    expect(delayAfter(['kept', 'cut', 'kept', ...before])).toBe(0);
  });

  property.prop([outcomes])('never waits longer because of a session they kept', (before) => {
    expect(delayAfter(['kept', ...before])).toBeLessThanOrEqual(delayAfter(before));
    expect(delayAfter(['no-show', ...before])).toBeGreaterThanOrEqual(delayAfter(before));
  });
});

describe('how long it usually takes', () => {
  const minutes = (...all: readonly number[]) => all.map((one) => one * 60_000);

  test('is not known before three were paired', () => {
    expect(usualWait([])).toBeUndefined();
    expect(usualWait(minutes(5, 6))).toBeUndefined();
  });

  test('is the middle one in whole minutes, and never no time at all', () => {
    expect(usualWait(minutes(30, 2, 9))).toBe(9);
    expect(usualWait(minutes(1, 9.2, 50))).toBe(10);
    expect(usualWait([0, 0, 0])).toBe(1);
  });

  property.prop([fc.array(fc.nat(3_600_000), { minLength: 3, maxLength: 20 })])(
    'is true of at least half of them',
    (waited) => {
      const usual = usualWait(waited) ?? 0;
      expect(waited.filter((one) => one <= usual * 60_000).length).toBeGreaterThanOrEqual(waited.length / 2);
    },
  );
});
