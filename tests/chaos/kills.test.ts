import { expect, test } from 'vitest';
import { postgres, sqlite } from '#tests/support/databases.ts';
import { runCampaign } from './campaign.ts';

/** `CHAOS_SEED=…` plays the same kills again, as far as two processes can do the same twice. */
const seed = Number(process.env['CHAOS_SEED'] ?? Math.floor(Math.random() * 1_000_000));

/** How often the bot is killed on each database. */
const kills = 6;

test('people press while the bot is killed again and again, and lose nothing on either database', async () => {
  const urls = [await sqlite.fresh(), await postgres.fresh()];
  const outcomes = await Promise.all(urls.map((databaseUrl) => runCampaign({ databaseUrl, kills, seed })));
  for (const { tally, faults } of outcomes) {
    expect(faults, `with CHAOS_SEED=${seed}`).toEqual([]);
    expect(tally.kills).toBeGreaterThanOrEqual(kills);
    expect(tally.answered).toBeGreaterThan(0);
  }
}, 240_000);
