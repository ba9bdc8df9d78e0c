import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { shortened } from '#text/cut.ts';
import { inert } from '#text/inert.ts';

// Strings full of what could do harm.
const harmful = fc.array(
  fc.oneof(
    fc.constantFrom('*', '_', '`', '~', '|', '>', '#', '-', '+', '1.', '<@1>', '@everyone', '](', '[', '\\', '\n', ' '),
    fc.constantFrom('</help>', 'https://x.example', '<t:1:R>', '\u202E', '\u2066', '\0', '😀', '-# ', ':smile:'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
  { maxLength: 20 },
);

/** The text with a letter for every escaped sign. */
const unescaped = (text: string) => text.replaceAll(/\\[!-/:-@[-`{-~]/g, 'x');

describe('what a person typed, when the bot repeats it,', () => {
  property.prop([harmful.map((parts) => parts.join(''))])('has no markdown, mention or link that works', (typed) => {
    const rest = unescaped(inert(typed));
    expect(rest).not.toMatch(/[\\`*_~|<>[\]#@:]/);
    expect(rest).not.toMatch(/^\s*[-+]/m);
    expect(inert(typed)).not.toMatch(/^\s*\d+\./m);
  });

  property.prop([harmful.map((parts) => parts.join(''))])('can’t turn the bot’s own words around', (typed) => {
    // oxlint-disable-next-line no-control-regex -- NUL is what must go
    expect(inert(typed)).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\0]/);
  });

  property.prop([harmful.map((parts) => parts.join(''))])('keeps every letter', (typed) => {
    const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}\p{Emoji}]/gu, '');
    expect(letters(inert(typed))).toBe(letters(typed));
  });

  test.each([
    ['plain words, as they were (all of them)!', 'plain words, as they were (all of them)!'],
    ['@everyone', '\\@everyone'],
    ['<@100000000000000001>', '\\<\\@100000000000000001\\>'],
    ['[free money](https://x.example)', '\\[free money\\](https\\://x.example)'],
    ['**loud** ||hidden|| `code`', '\\*\\*loud\\*\\* \\|\\|hidden\\|\\| \\`code\\`'],
    ['a\\*b', 'a\\\\\\*b'],
    [
      '# Title\n-# small\n- item\n  + item\n1. one\n> quote',
      '\\# Title\n\\-\\# small\n\\- item\n  \\+ item\n1\\. one\n\\> quote',
    ],
    ['e-mail, 3.5 and 10-12', 'e-mail, 3.5 and 10-12'],
    ['失业', '失业'],
    ['abc\u202Efed', 'abcfed'],
  ])('%j is written %j', (typed, written) => expect(inert(typed)).toBe(written));
});

describe('a shortened text', () => {
  property.prop([fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 30 })])(
    'fits, and no sign is cut in two',
    (text, max) => {
      const short = shortened(text, max);
      expect(short.length).toBeLessThanOrEqual(max);
      expect(short.isWellFormed()).toBe(true);
      if (text.length <= max) expect(short).toBe(text);
      else {
        expect(short.endsWith('…')).toBe(true);
        expect(text.startsWith(short.slice(0, -1))).toBe(true);
        expect(short.length).toBeGreaterThanOrEqual(max - 1);
      }
    },
  );

  test('ends where it must', () => {
    expect([shortened('abcdef', 6), shortened('abcdef', 5), shortened('ab😀f', 4)]).toEqual(['abcdef', 'abcd…', 'ab…']);
  });
});
