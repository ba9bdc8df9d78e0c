import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { errorForLog, openLog } from '#src/log.ts';

type Line = Readonly<Record<string, unknown>> & { readonly error?: Readonly<Record<string, unknown>> };

/** What a process that logs writes to standard output. */
async function written(level: string): Promise<{ readonly text: string; readonly lines: readonly Line[] }> {
  const { stdout: text } = await promisify(execFile)(process.execPath, ['tests/config/writing-process.ts', level]);
  const lines = text.split('\n').filter((line) => line !== '');
  return { text, lines: lines.map((line) => JSON.parse(line) as Line) };
}

describe('the log', () => {
  test('says what happened, line by line, and where, but nothing that anybody typed', async () => {
    const { text, lines } = await written('info');
    expect(lines.map(({ msg }) => msg)).toEqual(['heard', 'failed', 'down', 'refused', 'thrown']);
    expect(text).not.toMatch(/fired|steal/);
    const [heard, failed, down] = lines;
    expect(heard).toMatchObject({ joined: 2 });
    expect(failed?.error).toMatchObject({
      name: 'Error',
      at: expect.arrayContaining([expect.stringContaining('writing-process.ts')]),
    });
    expect(failed?.error).toMatchObject({ cause: { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' } });
    expect(down?.error).toMatchObject({ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' });
    expect(text).not.toContain('100000000000000001');
  });

  test('is as loud as it is asked to be', async () => {
    const [debug, silent] = await Promise.all([written('debug'), written('silent')]);
    expect(debug.lines.map(({ msg }) => msg)).toContain('a detail');
    expect(silent.text).toBe('');
  });
});

describe('a member in the log', () => {
  const of = (secret: string) => openLog({ level: 'silent', secret });
  const ann = '100000000000000001';

  test('is the same word after a restart, another word for another person, and never the id', () => {
    expect(of('s').who(ann)).toBe(of('s').who(ann));
    expect(of('s').who(ann)).not.toBe(of('s').who('100000000000000002'));
    expect(of('s').who(ann)).toMatch(/^[\w-]{10}$/);
    expect(of('s').who(ann)).not.toContain(ann.slice(0, 5));
  });

  test('is another word where the secret is another, so that nobody can try out ids', () => {
    expect(of('s').who(ann)).not.toBe(of('t').who(ann));
  });
});

describe('an error in the log', () => {
  test('keeps its message only when that is the system’s own', () => {
    const coded = (code: unknown) => Object.assign(new Error('about it'), { code });
    const kept = (error: unknown) => 'message' in errorForLog(error);
    expect(
      ['ENOENT', 'SQLITE_BUSY', 'SQLITE_IOERR_READ', 'ERR_STREAM_DESTROYED'].map((code) => kept(coded(code))),
    ).toEqual([true, true, true, true]);
    expect(
      [undefined, 50_013, '23505', 'ERR_INVALID_ARG_TYPE', 'ERR_INVALID_ARG_VALUE', 'ERR_INVALID_URL', 'my words'].some(
        (code) => kept(coded(code)),
      ),
    ).toBe(false);
    expect(errorForLog('words')).toEqual({ name: 'string' });
    expect(errorForLog(null)).toEqual({ name: 'object' });
  });

  test('whose message was changed later does not give the first one away', () => {
    const error = new Error('secret\n    at my desk');
    error.message = 'other';
    expect(JSON.stringify(errorForLog(error, () => true))).not.toMatch(/secret|desk/);
  });

  test('tells Discord’s code, status and method', () => {
    const refused = Object.assign(new Error('Missing Access'), {
      code: 50_001,
      status: 403,
      method: 'POST',
      url: 'secret',
    });
    expect(errorForLog(refused)).toMatchObject({ code: 50_001, status: 403, method: 'POST' });
    expect(JSON.stringify(errorForLog(refused))).not.toContain('secret');
  });
});
