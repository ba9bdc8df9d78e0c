import { setTimeout as pause } from 'node:timers/promises';
import { type Playground, startPlayground } from '#playground/start.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { faultsIn } from './check.ts';
import { emptyLedger, emptyTally, type Fault, type Tally } from './ledger.ts';
import { beginLife, type Life } from './life.ts';
import type { Act, Scene, Somebody, Strike } from './person.ts';
import { type Look, lookInto } from './rows.ts';
import { opensToday, repeatsWhatFailed, takeStep } from './walk.ts';

/** When the bot is killed. */
export const points = [
  'as it starts',
  'as a press arrives',
  'at the first answer',
  'before a press',
  'at any moment',
] as const;

export type Point = (typeof points)[number];

export type CampaignOptions = {
  readonly databaseUrl: string;
  readonly kills: number;
  readonly seed: number;
  readonly onKill?: () => void;
};

export type Outcome = { readonly tally: Tally; readonly faults: readonly Fault[] };

type Campaign = Scene & {
  readonly options: CampaignOptions;
  readonly chance: Chance;
  readonly people: readonly Somebody[];
  before: Look;
};

const day = 24 * 60 * 60 * 1000;

/** Longest life of a bot that nobody kills otherwise, in ms. */
const longestLife = 4_000;

/** Kills the bot again and again while people press, and holds after each kill what they were told against what is kept. */
export async function runCampaign(options: CampaignOptions): Promise<Outcome> {
  const playground = await startPlayground({ strict: false });
  const campaign = openCampaign(playground, options);
  const lives: Life[] = [];
  try {
    let life = await nextLife(campaign, lives, 'as it starts');
    for (let round = 1; campaign.tally.kills < options.kills; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one life after another
      life = await playRound(campaign, lives, { life, point: points[round % points.length] ?? 'at any moment' });
      if (campaign.faults.length > 0) break;
    }
    if (playground.unknownRoutes.length > 0)
      campaign.faults.push({ kind: 'damaged', what: 'unknown routes were asked' });
  } catch (error) {
    campaign.faults.push({ kind: 'stuck', what: String(error) });
  } finally {
    for (const life of lives) life.kill();
    await Promise.all(lives.map(({ ended }) => ended));
    await playground.close();
  }
  return { tally: campaign.tally, faults: campaign.faults };
}

function openCampaign(playground: Playground, options: CampaignOptions): Campaign {
  const { world, people, clock } = playground;
  // The day begins at nine, so that no midnight comes while people press.
  clock.setOffset((Math.floor(Date.now() / day) + 9 / 24) * day - Date.now());
  const more = ['omar', 'li'].map((username) => world.addUser({ username }));
  for (const { id } of more) world.join('The Practice Room', id);
  const ids = [...['ann', 'ben', 'hana'].map((name) => people.named(name).id), ...more.map(({ id }) => id)];
  return {
    playground,
    options,
    channel: world.channel('general').id,
    ledger: emptyLedger(),
    tally: emptyTally(),
    faults: [],
    chance: chanceFrom(options.seed),
    before: { acts: [], answers: [], recalls: [], damage: [] },
    people: ids.map((id, index) => ({
      id,
      chance: chanceFrom(options.seed * 100 + index),
      card: undefined,
      form: undefined,
      failed: undefined,
      written: 0,
    })),
  };
}

type Round = { readonly life: Life; readonly point: Point };

/** People press until the bot is killed; the next one starts while they still wait; then everything is checked. */
async function playRound(campaign: Campaign, lives: Life[], { life, point }: Round): Promise<Life> {
  const { people, faults, ledger, playground } = campaign;
  const act: Act = { life, strike: strikeAt(point, life, campaign.chance) };
  const pressing = people.map(async (person) => {
    // oxlint-disable-next-line no-await-in-loop -- a person does one thing at a time
    while (!life.isKilled()) await takeStep(campaign, act, person);
  });
  const allDone = Promise.all(pressing);
  await Promise.race([life.killed, allDone]);
  count(campaign, point === 'as it starts' ? 'at any moment' : point);
  await life.ended;
  const [next] = await Promise.all([nextLife(campaign, lives, point), allDone]);
  const after = await lookInto(campaign.options.databaseUrl);
  faults.push(...faultsIn({ ledger, before: campaign.before, after }, playground));
  Object.assign(ledger, { learnings: [], tickings: [], recallings: [] });
  campaign.before = after;
  await Promise.all(people.map((person) => mustBeAnswered(campaign, { life: next, strike: spared }, person)));
  return next;
}

/** The bot came back: what failed can be done again, and whoever asks is answered, at the second try at the latest. */
async function mustBeAnswered(campaign: Campaign, act: Act, person: Somebody): Promise<void> {
  const twice = async (attempt: typeof opensToday): Promise<boolean> =>
    (await attempt(campaign, act, person)) || attempt(campaign, act, person);
  if ((await twice(repeatsWhatFailed)) && (await twice(opensToday))) return;
  campaign.faults.push({ kind: 'stuck', what: `${person.id} was not answered after a kill:\n${act.life.said()}` });
}

/** Starts the bot; at that point kills the first attempt somewhere on its way, and looks at what that left behind. */
async function nextLife(campaign: Campaign, lives: Life[], point: Point): Promise<Life> {
  const { options, playground, chance, faults } = campaign;
  if (chance.number() < 0.4) sleepOver(campaign);
  const begin = (): Life => {
    const life = beginLife({
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      CLOCK_URL: `${playground.url}/clock`,
      DATABASE_URL: options.databaseUrl,
      LOG_LEVEL: 'warn',
    });
    lives.splice(0, lives.length, life);
    return life;
  };
  if (point === 'as it starts') {
    const unlucky = begin();
    await pause(200 + chance.number() * 1_000);
    unlucky.kill();
    await unlucky.ended;
    count(campaign, point);
    const { damage } = await lookInto(options.databaseUrl);
    faults.push(...damage.map((what): Fault => ({ kind: 'damaged', what })));
  }
  const life = begin();
  await life.ready();
  return life;
}

/** A day passes while the bot is down; nobody leaves a form open overnight. */
function sleepOver({ playground: { clock }, people }: Campaign): void {
  clock.setOffset(clock.offsetMs() + day);
  for (const person of people) person.form = undefined;
}

function count({ tally, options }: Campaign, point: Point): void {
  tally.kills += 1;
  tally.hits[point] = (tally.hits[point] ?? 0) + 1;
  options.onKill?.();
}

const spared: Strike = { before: () => undefined, sent: () => undefined, answered: () => undefined };

/** Kills at a point, after some presses; at the latest when life gets long. */
function strikeAt(point: Point, life: Life, chance: Chance): Strike {
  const isTimed = point === 'at any moment' || point === 'as it starts';
  setTimeout(life.kill, isTimed ? chance.number() * 600 : longestLife).unref();
  let left = 1 + chance.below(40);
  const whenDue = (kill: () => void) => () => {
    left -= 1;
    if (left === 0) kill();
  };
  const soon = () => void setTimeout(life.kill, chance.number() * 4);
  switch (point) {
    case 'before a press':
      return { ...spared, before: whenDue(life.kill) };
    case 'as a press arrives':
      return { ...spared, sent: whenDue(soon) };
    case 'at the first answer':
      return { ...spared, answered: whenDue(life.kill) };
    default:
      return spared;
  }
}
