import { access, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#database/open.ts';
import { freshFolder } from '#tests/support/databases.ts';
import { keptLog } from '#tests/support/kept-log.ts';

test('copies made before migrations are dropped when they are old, and nothing else is', async () => {
  const folder = await freshFolder();
  const path = join(folder, 'bot.sqlite');
  const database = await openDatabase(`file:${path}`, { log: keptLog() });
  onTestFinished(() => database.close());
  const [old, young, foreign] = [
    `${path}.before-001-a.backup`,
    `${path}.before-002-b.backup`,
    join(folder, 'other.backup'),
  ];
  for (const file of [old, young, foreign]) {
    await writeFile(file, 'copy');
    const day = file === young ? '2026-03-01T00:00:00Z' : '2026-01-01T00:00:00Z';
    await utimes(file, new Date(day), new Date(day));
  }
  await database.dropBackups(Temporal.Instant.from('2026-02-01T00:00:00Z'));
  await expect(access(old)).rejects.toThrow('ENOENT');
  await access(young);
  await access(foreign);
  await access(path);
});
