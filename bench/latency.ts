// How long a person waits for `/lesson show` at 50 a second, for a question of a mock and for what follows its answer, and
// what each costs: Rebound against a bare bot that sends the same cards and the same form. Both run all the time and are
// asked in turns, so that what else the machine does hits both alike.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { InteractionResponseType as Answer } from 'discord.js';
import { type Bot, type Kind, openStage, type Stage, startBot } from './bots.ts';
import { answerQuestion, askQuestion, crowd, type Doing, showLesson } from './people.ts';
import { judge, median, printTable, quantile, say, sayIfBusy } from './report.ts';

const rounds = 15;
const secondsPerRound = 3;
const secondsOfWarmUp = 10;
/** Typed, not picked from the suggestions: so it has to be searched for. */
const lesson = 'weakness';

type Scenario = { readonly what: string; readonly does: Doing; readonly perSecond: number };

const show: Scenario = {
  what: `/lesson show lesson:${lesson}`,
  does: (playground) => showLesson(playground, lesson),
  perSecond: 50,
};
const others: readonly Scenario[] = [
  { what: '/mock question', does: askQuestion, perSecond: 50 },
  { what: 'An answer to a question of a mock', does: answerQuestion, perSecond: 15 },
];

type Round = { readonly waits: readonly number[]; readonly asked: number; readonly cpuEach: number };
type Callback = { readonly type: Answer; readonly data?: unknown };
type Runner = { readonly kind: Kind; readonly bot: Bot; readonly stage: Stage; readonly rounds: Round[] };

const stages: Stage[] = [];
const bots: Bot[] = [];
try {
  const rebound = await runner('Rebound');
  const bare = await runner('bare bot', { CARDS: await fileWithCards(rebound.stage) });
  const both = [bare, rebound];
  for (const scenario of [show, ...others]) {
    for (const one of both) {
      one.rounds.length = 0;
      await ask(one, scenario, secondsOfWarmUp);
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const one of both) one.rounds.push(await ask(one, scenario, secondsPerRound));
    }
    report(scenario, bare, rebound);
  }
} finally {
  for (const bot of bots) await bot.stop();
  for (const stage of stages) await stage.close();
}

async function runner(kind: Kind, environment: Readonly<Record<string, string>> = {}): Promise<Runner> {
  const stage = await openStage();
  stages.push(stage);
  const bot = startBot(kind, stage, { preload: 'probe.ts', environment });
  bots.push(bot);
  await bot.ready();
  return { kind, bot, stage, rounds: [] };
}

/** Keeps what Rebound answers with, as it comes over the wire, to people who have been there before. */
async function fileWithCards({ playground, folder }: Stage): Promise<string> {
  const last = (kind: Answer): unknown => {
    const sent = playground.requests
      .filter(({ path }) => path.endsWith('/callback'))
      .map(({ body }) => body as Callback);
    const found = sent.findLast(({ type }) => type === kind);
    if (!found) throw new Error(`Rebound sent no answer of kind ${kind}.`);
    return found.data;
  };
  // The playground notes a request when it is through: one surely is when the next is answered.
  for (let time = 0; time < 2; time += 1) await showLesson(playground, lesson);
  const shown = last(Answer.ChannelMessageWithSource);
  for (let time = 0; time < crowd + 2; time += 1) await answerQuestion(playground);
  const cards = {
    commands: { lesson: shown, mock: last(Answer.ChannelMessageWithSource) },
    form: last(Answer.Modal),
    submitted: last(Answer.UpdateMessage),
  };
  const file = join(folder, 'cards.json');
  await writeFile(file, JSON.stringify(cards));
  return file;
}

/** Asks for some seconds, at a fixed pace whether answers come or not. */
async function ask({ bot, stage }: Runner, { does, perSecond }: Scenario, seconds: number): Promise<Round> {
  const cpuBefore = await bot.ask('cpuMs');
  const begun = performance.now();
  const all: Promise<number | undefined>[] = [];
  for (let count = 0; count < seconds * perSecond; count += 1) {
    const early = begun + (count * 1000) / perSecond - performance.now();
    if (early > 0) await pause(early);
    all.push(does(stage.playground));
  }
  const waits = (await Promise.all(all)).filter((wait) => wait !== undefined);
  return { waits, asked: all.length, cpuEach: ((await bot.ask('cpuMs')) - cpuBefore) / all.length };
}

function report({ what, perSecond }: Scenario, bare: Runner, rebound: Runner): void {
  say(`${what}, ${perSecond} a second, ${rounds} rounds of ${secondsPerRound} s for each in turns`);
  const head = ['', 'asked', 'answered', 'p50 ms', 'p90 ms', 'p99 ms', 'longest ms', 'CPU ms each'];
  printTable(head, [rowOf(bare), rowOf(rebound)]);
  const ratios = (figure: (round: Round) => number) =>
    rebound.rounds.map((round, index) => figure(round) / figure(bare.rounds[index] ?? round));
  const p50 = ratios(({ waits }) => quantile(waits, 0.5));
  const cpu = ratios(({ cpuEach }) => cpuEach);
  const listed = (values: readonly number[]) => values.map((value) => value.toFixed(2)).join('  ');
  say('Rebound over the bare bot, round by round:', `p50  ${listed(p50)}`, `CPU  ${listed(cpu)}`, '');
  sayIfBusy();
  const all = [...bare.rounds, ...rebound.rounds];
  const unanswered = all.reduce((sum, { asked, waits }) => sum + asked - waits.length, 0);
  judge([
    { what: 'p50 (the median of the rounds)', value: median(p50), limit: 1.5 },
    ...(what === show.what
      ? [{ what: 'CPU per interaction (the median of the rounds)', value: median(cpu), limit: 1.6 }]
      : []),
    { what: 'Interactions that one of them did not answer', value: unanswered, limit: 0, unit: '' },
  ]);
}

function rowOf({ kind, rounds: all }: Runner): readonly string[] {
  const waits = all.flatMap((round) => round.waits);
  const asked = all.reduce((sum, round) => sum + round.asked, 0);
  const times = [0.5, 0.9, 0.99, 1].map((share) => quantile(waits, share).toFixed(2));
  const cpu = median(all.map(({ cpuEach }) => cpuEach)).toFixed(2);
  return [kind, String(asked), String(waits.length), ...times, cpu];
}
