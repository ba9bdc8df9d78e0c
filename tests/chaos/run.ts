// Kills the bot many times on both databases at once: `node tests/chaos/run.ts [kills] [seed]`.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, points, runCampaign } from './campaign.ts';
import { ownPostgres } from './own-postgres.ts';

const kills = Number(process.argv[2] ?? 500);
const seed = Number(process.argv[3] ?? process.env['CHAOS_SEED'] ?? Math.floor(Math.random() * 1_000_000));

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A line for every so many kills. */
const perLine = 50;

const begun = performance.now();
const total = { kills: 0 };
const onKill = (): void => {
  total.kills += 1;
  if (total.kills % perLine > 0) return;
  say(`${total.kills} kills, ${Math.round((performance.now() - begun) / 1_000)} s`);
};

function summary(name: string, { tally, faults }: Outcome): void {
  const { presses, answered, failed, hits } = tally;
  const of = (kind: string): number => faults.filter((fault) => fault.kind === kind).length;
  say(`${name}: ${tally.kills} kills (${points.map((point) => `${point} ${hits[point] ?? 0}`).join(', ')})`);
  say(`  ${presses} presses: ${answered} answered, ${failed} failed visibly`);
  say(`  lost ${of('lost')}, doubled ${of('doubled')}, stuck ${of('stuck')}, damaged ${of('damaged')}`);
  for (const { kind, what } of faults) say(`  ${kind}: ${what}`);
}

say(`${kills} kills with seed ${seed}`);
const folder = await mkdtemp(join(tmpdir(), 'rebound-chaos-'));
const postgres = await ownPostgres();
try {
  const onFile = runCampaign({
    databaseUrl: `file:${join(folder, 'rebound.sqlite')}`,
    kills: Math.ceil(kills / 2),
    seed,
    onKill,
  });
  const onServer = runCampaign({ databaseUrl: postgres.url, kills: Math.floor(kills / 2), seed: seed + 1, onKill });
  const outcomes = await Promise.all([onFile, onServer]);
  for (const [index, outcome] of outcomes.entries()) summary(index === 0 ? 'SQLite' : 'PostgreSQL', outcome);
  if (outcomes.some(({ faults }) => faults.length > 0)) {
    say(`To play it again: node tests/chaos/run.ts ${kills} ${seed}`);
    process.exitCode = 1;
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
