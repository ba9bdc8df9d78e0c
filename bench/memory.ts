// What a bot keeps in memory with one server and with 2,500: Rebound against a bare discord.js client with its default
// options. Every figure comes from a process of its own, after a lesson was shown and the garbage was collected.

import { type Answers, bothKinds, type Kind, openStage, type Stage, startBot } from './bots.ts';
import { showLesson } from './people.ts';
import { judge, median, printTable, say, spread } from './report.ts';

const runs = 3;
const counts = [1, 2_500] as const;
const eachServer = { channels: 20, roles: 10 };
/** How often a person asks anew while a bot is too busy with its servers to answer within Discord's 3 s. */
const attempts = 20;

type Memory = Answers['memory'];
type Case = { readonly kind: Kind; readonly count: number; readonly stage: Stage; readonly measured: Memory[] };

const cases: Case[] = [];
try {
  for (const count of counts) {
    for (const kind of bothKinds) cases.push({ kind, count, stage: await stageWith(count), measured: [] });
  }
  // A bot's first start on a stage fills its folder, which is not what is measured.
  for (const one of cases) await memoryOf(one);
  for (let run = 0; run < runs; run += 1) {
    for (const one of cases) one.measured.push(await memoryOf(one));
  }
  report();
} finally {
  for (const { stage } of cases) await stage.close();
}

/** The playground's first server, which is small, and others beside it. */
async function stageWith(count: number): Promise<Stage> {
  const stage = await openStage();
  stage.playground.world.addGuilds(count - 1, eachServer);
  return stage;
}

async function memoryOf({ kind, stage }: Case): Promise<Memory> {
  const bot = startBot(kind, stage, { preload: 'probe.ts', flags: ['--expose-gc'] });
  try {
    await bot.ready();
    await untilAnswered(stage);
    return await bot.ask('memory');
  } finally {
    await bot.stop();
  }
}

/** Events come in order: whoever answers has taken note of all servers. */
async function untilAnswered({ playground }: Stage): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if ((await showLesson(playground, 'failure')) !== undefined) return;
  }
  throw new Error('A bot does not answer.');
}

function report(): void {
  const mebibytes = (figure: keyof Memory, kind: Kind, count: number) =>
    (cases.find((one) => one.kind === kind && one.count === count)?.measured ?? []).map(
      (memory) => memory[figure] / 2 ** 20,
    );
  const growth = (figure: keyof Memory, kind: Kind) =>
    median(mebibytes(figure, kind, counts[1])) - median(mebibytes(figure, kind, counts[0]));
  say(`MiB after garbage collection, ${runs} processes each: the median (from least to most)`);
  for (const [figure, title] of [
    ['rss', 'resident set'],
    ['heap', 'heap and external'],
  ] as const) {
    const rows = bothKinds.map((kind) => [
      kind,
      ...counts.map((count) => spread(mebibytes(figure, kind, count))),
      growth(figure, kind).toFixed(1),
    ]);
    printTable([title, ...counts.map((count) => `${count} server${count === 1 ? '' : 's'}`), 'growth'], rows);
  }
  const ratio = (figure: keyof Memory) => growth(figure, 'Rebound') / growth(figure, 'bare bot');
  say(`Growth of heap and external, Rebound over the bare bot: ${ratio('heap').toFixed(2)} ×`);
  const more = median(mebibytes('rss', 'Rebound', 1)) - median(mebibytes('rss', 'bare bot', 1));
  judge([
    { what: 'Growth of the resident set, Rebound over the bare bot', value: ratio('rss'), limit: 0.35 },
    { what: 'Resident set at one server, Rebound above the bare bot', value: more, limit: 60, unit: 'MiB' },
  ]);
}
