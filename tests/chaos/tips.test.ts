import { expect, test } from 'vitest';
import { postgres, sqlite } from '#tests/support/databases.ts';
import { runTipsCampaign, tipPoints } from './tips-campaign.ts';

/** `CHAOS_SEED=…` plays the same kills again, as far as several processes can do the same twice. */
const seed = Number(process.env['CHAOS_SEED'] ?? Math.floor(Math.random() * 1_000_000));

/** How often the bot is killed on each database. */
const kills = 6;

test('each channel gets exactly one tip a day, however often the bot is killed on the way of one', async () => {
  const urls = [await sqlite.fresh(), await postgres.fresh()];
  const outcomes = await Promise.all(
    urls.map((databaseUrl, index) => runTipsCampaign({ databaseUrl, kills, seed: seed + index })),
  );
  for (const { lost, doubled, stuck, hits, due } of outcomes) {
    expect({ lost, doubled, stuck }, `with CHAOS_SEED=${seed}`).toEqual({ lost: [], doubled: [], stuck: [] });
    for (const point of tipPoints) expect(hits[point], point).toBeGreaterThan(0);
    expect(due).toBe(kills * 5);
  }
}, 240_000);
