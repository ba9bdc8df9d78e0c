import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findingIds } from '#coach/findings.ts';
import { findingName } from '#coach/speak.ts';
import { roles } from '#content/families.ts';
import { kinds } from '#content/kinds.ts';
import { aboutOf } from '#mocks/result-card.ts';
import { en } from '#mocks/text.en.ts';
import { scorecard, type ScorecardPicture } from '#pictures/scorecard.ts';
import { translator } from '#text/translator.ts';
import { openWorld, type World } from '#tests/support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const { resolve } = createRequire(import.meta.url);
const font = {
  fontFiles: [
    '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
    '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
    'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  ].map((file) => resolve(file)),
  loadSystemFonts: false,
  defaultFontFamily: 'Inter',
};
const t = translator('en', (words) => `/${words}`);

/** Where the words of a picture end on the right, in pixels, as the real renderer draws them. */
function rightEnd(svg: string): number {
  const box = new Resvg(svg.replaceAll(/<(rect|line|circle)[^>]*\/>/g, ''), { font }).getBBox();
  return (box?.x ?? 0) + (box?.width ?? 0);
}

const margin = 720 - 32;
const row = { question: 'Why?', rating: 2, went: 'your rating 2 of 4', found: undefined };
const drawn = (change: Partial<ScorecardPicture>): string =>
  scorecard({ title: 'Mock interview', about: '', rows: [row], ...change });
const saidIn = (svg: string): string => svg.replaceAll(/<[^>]+>/g, '\n');

describe('a scorecard as a picture', () => {
  test('holds what was chosen, whole, for every kind of work and of question', () => {
    const all = roles.flatMap((role) =>
      kinds.map((kind) => aboutOf({ source: 'bank', choices: { role, kind, count: 1, timed: false } }, t)),
    );
    for (const about of all) {
      const svg = drawn({ about });
      expect(rightEnd(svg), about).toBeLessThanOrEqual(margin);
      for (const part of about.split(' · ')) expect(saidIn(svg)).toContain(part);
    }
  });

  test('holds every question, and the longest that can be said of an answer', () => {
    const { questions } = world.content.en;
    const longest = [en.rated({ rating: 4 }), en.found({ ticked: 5, of: 5 }), en.wasLate].join(', ');
    for (let from = 0; from < questions.length; from += 10) {
      const rows = questions.slice(from, from + 10).map(({ question }) => ({ ...row, question, went: longest }));
      const svg = drawn({ rows });
      expect(rightEnd(svg)).toBeLessThanOrEqual(margin);
      expect(saidIn(svg)).toContain(longest);
    }
  });

  test('holds every three things that the coach can find, each whole', () => {
    const names = findingIds.map((id) => findingName(id, t));
    const three = names.flatMap((one, first) =>
      names
        .slice(first + 1)
        .flatMap((other, second) => names.slice(first + second + 2).map((last) => [one, other, last])),
    );
    expect(three.length).toBeGreaterThan(800);
    for (let from = 0; from < three.length; from += 50) {
      const some = three.slice(from, from + 50);
      const svg = drawn({ rows: some.map((each) => ({ ...row, found: en.coachFound({ names: each.join(' · ') }) })) });
      expect(rightEnd(svg)).toBeLessThanOrEqual(margin);
      for (const name of some.flat()) expect(saidIn(svg)).toContain(name);
    }
  });

  test('cuts what is wider than the picture, in any script', () => {
    for (const long of ['W', 'i', '試', 'ع', '😀', 'é'].map((letter) => letter.repeat(90)))
      expect(
        rightEnd(drawn({ about: long, rows: [{ question: long, rating: 1, went: long, found: long }] })),
      ).toBeLessThanOrEqual(margin);
  });
});
