// How long a start takes, from the birth of the process until its commands are registered: Rebound against a bare bot
// with one command. And what Rebound loads until then, which must be nothing that a first `/lesson` does not need.

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { bothKinds, type Kind, openStage, type Stage, startBot } from './bots.ts';
import { loadedEarly } from './loaded-early.ts';
import { judge, median, printTable, say, sayIfBusy, spread } from './report.ts';

const coldStarts = 3;
const laterStarts = 9;

type Starts = ReadonlyMap<Kind, readonly number[]>;

const stages = new Map<Kind, Stage>();
try {
  const cold = await inTurns(coldStarts, async (kind) => {
    await stages.get(kind)?.close();
    const stage = await openStage();
    stages.set(kind, stage);
    return startTime(kind, stage);
  });
  const later = await inTurns(laterStarts, (kind) => startTime(kind, stageOf(kind)));
  report(cold, later);
  await loadedEarly(stageOf('Rebound'));
} finally {
  for (const stage of stages.values()) await stage.close();
}

function stageOf(kind: Kind): Stage {
  const stage = stages.get(kind);
  if (!stage) throw new Error(`No stage is open for the ${kind}.`);
  return stage;
}

/** Milliseconds from the start of the process to Discord's answer to its last request about commands. */
async function startTime(kind: Kind, stage: Stage): Promise<number> {
  const port = Number(new URL(stage.playground.url).port);
  let answered = NaN;
  const onAnswer = (event: unknown) => {
    const { request } = event as { readonly request: IncomingMessage };
    const isOurs = request.socket.localPort === port && request.url?.split('?')[0]?.endsWith('/commands');
    if (isOurs) answered = performance.now();
  };
  subscribe('http.server.response.finish', onAnswer);
  const begun = performance.now();
  const bot = startBot(kind, stage);
  await bot.ready();
  unsubscribe('http.server.response.finish', onAnswer);
  await bot.stop();
  return answered - begun;
}

/** Starts both bots again and again, one after the other, so that what else the machine does hits both alike. */
async function inTurns(times: number, start: (kind: Kind) => Promise<number>): Promise<Starts> {
  const starts = new Map<Kind, number[]>(bothKinds.map((kind) => [kind, []]));
  for (let time = 0; time < times; time += 1) {
    for (const kind of bothKinds) starts.get(kind)?.push(await start(kind));
  }
  return starts;
}

function report(cold: Starts, later: Starts): void {
  const rows = bothKinds.map((kind) => [kind, spread(cold.get(kind) ?? [], 0), spread(later.get(kind) ?? [], 0)]);
  say('From the birth of the process to its commands registered, in ms: the median (from least to most)');
  printTable(['', `${coldStarts} first starts`, `${laterStarts} later starts`], rows);
  const ratio = (starts: Starts) => median(starts.get('Rebound') ?? []) / median(starts.get('bare bot') ?? []);
  say(
    `First starts (content, database and compile cache are made), Rebound over the bare bot: ${ratio(cold).toFixed(2)} ×`,
  );
  sayIfBusy();
  judge([{ what: 'Later starts, Rebound over the bare bot', value: ratio(later), limit: 2.5 }]);
}
