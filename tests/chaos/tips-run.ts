// Kills the bot many times while it posts daily tips, on both databases at once: `node tests/chaos/tips-run.ts [kills] [seed]`.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownPostgres } from './own-postgres.ts';
import { runTipsCampaign, type TipsOutcome } from './tips-campaign.ts';

const kills = Number(process.argv[2] ?? 500);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 1_000_000));

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const total = { kills: 0 };
const onKill = (): void => {
  total.kills += 1;
  if (total.kills % 50 === 0) say(`${total.kills} kills, ${Math.round(performance.now() / 1_000)} s`);
};

function summary(name: string, { kills: killed, due, hits, lost, doubled, stuck }: TipsOutcome): void {
  say(
    `${name}: ${killed} kills (${Object.entries(hits)
      .map(([point, count]) => `${point} ${count}`)
      .join(', ')})`,
  );
  say(`  ${due} tips due: ${lost.length} lost, ${doubled.length} doubled, ${stuck.length} stuck`);
  for (const what of [...lost, ...doubled, ...stuck]) say(`  ${what}`);
}

say(`${kills} kills while tips are posted, with seed ${seed}`);
const folder = await mkdtemp(join(tmpdir(), 'rebound-chaos-'));
const postgres = await ownPostgres();
try {
  const onFile = { databaseUrl: `file:${join(folder, 'rebound.sqlite')}`, kills: Math.ceil(kills / 2), seed, onKill };
  const onServer = { databaseUrl: postgres.url, kills: Math.floor(kills / 2), seed: seed + 1, onKill };
  const outcomes = await Promise.all([runTipsCampaign(onFile), runTipsCampaign(onServer)]);
  for (const [index, outcome] of outcomes.entries()) summary(index === 0 ? 'SQLite' : 'PostgreSQL', outcome);
  if (outcomes.some(({ lost, doubled, stuck }) => lost.length + doubled.length + stuck.length > 0)) {
    say(`To play it again: node tests/chaos/tips-run.ts ${kills} ${seed}`);
    process.exitCode = 1;
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
