import { describe, expect, test } from 'vitest';
import { languageOf } from '#text/ladder.ts';
import { plural } from '#text/plural.ts';
import { type Text, texts } from '#text/text.ts';
import { translator } from '#text/translator.ts';

const mention = (words: string) => `«${words}»`;
const t = translator('en', mention);

describe('texts', () => {
  const room = texts('room', { en: { hello: 'Hello', count: ({ n }: { readonly n: number }) => `You have ${n}` } });

  test('have a key of their room and say what their parameters ask', () => {
    expect([room.hello.key, room.count.key]).toEqual(['room.hello', 'room.count']);
    expect([t(room.hello), t(room.count, { n: 2 })]).toEqual(['Hello', 'You have 2']);
  });

  test('are said in English where a translation lacks one', () => {
    const spanish = translator('es' as 'en', mention);
    const both = { key: 'room.hi', said: { en: 'Hi', es: 'Hola' } } as Text;
    expect(spanish(both)).toBe('Hola');
    expect(spanish(room.hello)).toBe('Hello');
    expect(spanish.language).toBe('es');
  });
});

describe('a translator', () => {
  const say = (words: string) => t(texts('room', { en: { words } }).words);

  test('makes every command in a text something to tap', () => {
    expect(say('Type </help> or </lesson today>, then </lesson today>.')).toBe(
      'Type «help» or «lesson today», then «lesson today».',
    );
    expect(t.command('help')).toBe('«help»');
  });

  test.each(['<@1>', '<#1>', '<:smile:1>', '<t:1:R>', '</Help>', '</>', 'a </ b', '</lesson today:123>'])(
    'leaves %s as it is',
    (words) => expect(say(words)).toBe(words),
  );

  test('takes a mention as it comes, dollars and all', () => {
    expect(translator('en', () => '$& $1')(texts('room', { en: { go: 'Type </help>' } }).go)).toBe('Type $& $1');
  });
});

describe('the language ladder', () => {
  test.each([
    ['nobody wishes anything', {}, 'en'],
    ['all wishes are empty', { option: '', member: null, server: undefined, discord: '' }, 'en'],
    ['Discord is in British English', { discord: 'en-GB' }, 'en'],
    ['a wish can’t be fulfilled and a weaker one can', { option: 'tlh', member: 'fi', server: 'en-US' }, 'en'],
    ['no wish can be fulfilled', { option: 'tlh', discord: 'fi' }, 'en'],
    ['a wish is written in capitals', { member: 'EN' }, 'en'],
    ['a tag only begins like one of ours', { discord: 'enm' }, 'en'],
  ] as const)('when %s', (_, wishes, language) => expect(languageOf(wishes)).toBe(language));
});

test('plural forms follow the language and show the number', () => {
  const forms = { one: '# lesson', other: '# lessons' };
  expect([0, 1, 2, 21].map((count) => plural('en', count, forms))).toEqual([
    '0 lessons',
    '1 lesson',
    '2 lessons',
    '21 lessons',
  ]);
  expect(plural('en', 1, { other: '# of #' })).toBe('1 of 1');
});
