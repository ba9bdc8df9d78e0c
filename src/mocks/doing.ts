// What commands and buttons of mock interviews have in common.

import type { Message } from '#bot/message.ts';
import type { Turn } from '#bot/turn.ts';
import type { Settings } from '#members/settings.ts';
import type { Step } from './answering.ts';
import { nothingDueCard } from './lists-card.ts';
import type { Choices, Wish } from './mock.ts';
import type { Mocks } from './mocks.ts';
import type { Scorecard } from './past.ts';
import { svgOf } from './picture.ts';
import { questionCard, unfinishedCard } from './question-card.ts';
import { resultCard } from './result-card.ts';
import { mockRoutes, openChoice } from './routes.ts';

export type MockFeatures = { readonly mocks: Mocks; readonly settings: Pick<Settings, 'offersZone'> };

/** The next question, or how it went. */
export async function cardFor(turn: Turn<MockFeatures>, stands: Step | Scorecard): Promise<Message> {
  const { caller, features, t, now } = turn;
  if ('asked' in stands) return questionCard(stands, { caller, t });
  const data = await features.mocks.draw(caller.id, svgOf(stands, t), now);
  return resultCard(stands, { caller, t }, data === 'too often' ? undefined : { name: 'scorecard.png', data });
}

/** Begins a mock; where one is open already, asks first. */
export async function startFor(turn: Turn<MockFeatures>, wish: Wish): Promise<Message> {
  const { caller, features, t, now, dice } = turn;
  const choices = await features.mocks.choices(caller.id, wish);
  const open = await features.mocks.unfinished(caller, now);
  if (!open) return questionCard(await features.mocks.begin(caller, choices, { now, dice }), { caller, t });
  return unfinishedCard(open, { caller, t }, beginId(caller.id, choices));
}

const beginId = (owner: string, { role, kind, level, count, timed }: Choices): string =>
  mockRoutes.begin.id({
    owner,
    role: role ?? openChoice,
    kind: kind ?? openChoice,
    level: level ?? openChoice,
    count,
    timed: timed ? 'yes' : 'no',
  });

/** Begins a review of what comes back today, or goes on with it. */
export async function reviewFor(turn: Turn<MockFeatures>): Promise<Message> {
  const { caller, features, t, now, dice } = turn;
  const begun = await features.mocks.review(caller, { now, dice });
  return 'asked' in begun ? questionCard(begun, { caller, t }) : nothingDueCard(begun.nextDay, { caller, t });
}
