import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { labels } from '#coach/labels.ts';

const run = (lines: readonly string[]) => {
  const { stdout, status } = spawnSync(process.execPath, ['scripts/coach-assess.ts'], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  expect(status).toBe(0);
  return stdout
    .trim()
    .split('\n')
    .map(
      (line) => JSON.parse(line) as { id: unknown; state: string; labels: Record<string, unknown>; shown: string[] },
    );
};

describe('coach:assess', () => {
  test('writes one line for each line, in order, whatever it holds', () => {
    const answer = 'Last May I fixed the till and nobody had to wait.';
    const given = [
      JSON.stringify({ id: 'a', role: 'retail', question: 'Tell me about a time.', kind: 'behavioural', answer }),
      '{"id": "b", "answer":',
      '[]',
      'null',
      '42',
      JSON.stringify({ id: 7, kind: 'nonsense', answer: 12 }),
      JSON.stringify({ id: 'c', kind: '__proto__', answer: '\u0000\u202E👩‍👩‍👧‍👦', question: null }),
      JSON.stringify({ id: 'd', kind: 'weakness', answer: 'I want to die.' }),
      JSON.stringify({ id: 'e', kind: 'closing', answer: 'word '.repeat(200_000) }),
      '',
      JSON.stringify({ id: 'f', kind: 'why-us', answer: 'I came on Saturday and saw how you greet people.' }),
    ];
    const found = run(given);
    expect(found).toHaveLength(given.length);
    expect(found.map(({ id }) => id)).toEqual(['a', null, null, null, null, 7, 'c', 'd', 'e', null, 'f']);
    expect(found[0]?.state).toBe('assessed');
    expect(found[7]).toMatchObject({ state: 'care' });
    expect(found[7]?.shown.join(' ')).toContain('findahelpline.com');
    for (const line of found) expect(Object.keys(line.labels)).toEqual([...labels]);
  });
});
