// What hosts see: one subscription with its controls, the list, and the questions in between.

import type { Message } from '#bot/message.ts';
import { button, card, chooser, line, picks, row, several, text, ticks } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { tipTopics } from '#content/families.ts';
import { shortened } from '#text/cut.ts';
import type { Translator } from '#text/translator.ts';
import { tipRoutes } from './routes.ts';
import type { Delivery, Subscription } from './subscription.ts';
import { texts } from './texts.ts';
import type { Examined, Overview } from './tips.ts';
import { choiceIn, contactIn, findingsIn, pastOf, stateOf, whenOf } from './wording.ts';

export type Looks = {
  readonly caller: Caller;
  readonly t: Translator;
  readonly now: Temporal.Instant;
  /** Chance for keys of buttons that work once. */
  readonly once: string;
  /** What has just happened. */
  readonly note?: string;
};

/** One subscription: how it stands, what it needs, and everything that can be changed about it. */
export function panelCard(view: Examined, looks: Looks): Message {
  const { caller, t, now, once, note } = looks;
  const { subscription } = view;
  const state = { owner: caller.id, subscription: subscription.id };
  const words = [
    `### ${t(texts.heading, { channel: subscription.channel })}`,
    whenOf(subscription, t),
    ...stateOf(view, t),
    ...pastOf(view, t),
    ...choiceIn(view, now, t),
    contactIn(view, caller.id, t),
  ];
  const isOn = subscription.state === 'on';
  const isMine = view.contact === caller.id;
  return card(
    'calm',
    ...(note === undefined ? [] : [text(`**${note}**`), line()]),
    text(words.join('\n')),
    line(),
    text(findingsIn(view, t).join('\n')),
    ...choosersFor(subscription, state, t),
    row(
      isOn
        ? button(t(texts.pause), tipRoutes.pause.id(state))
        : button(t(texts.turnOn), tipRoutes.start.id(state), { style: 'main' }),
      button(t(texts.sendTest), tipRoutes.test.id({ ...state, once })),
      button(t(texts.retime), tipRoutes.retime.id(state)),
      button(t(texts.remove), tipRoutes.remove.id(state), { style: 'danger' }),
    ),
    row(
      button(t(isMine ? texts.dontTell : texts.tellMe), tipRoutes.tell.id({ ...state, tell: isMine ? 'no' : 'yes' })),
      ...(subscription.role === undefined ? [] : [button(t(texts.noPing), tipRoutes.noRole.id(state))]),
    ),
  );
}

type State = { readonly owner: string; readonly subscription: string };

const week = [1, 2, 3, 4, 5, 6, 7];

const choosersFor = ({ weekdays, topics }: Subscription, state: State, t: Translator) => [
  several(
    tipRoutes.weekdays.id(state),
    t(texts.weekdays),
    week.map((day) => ({ label: t(texts.day, { day }), value: String(day), chosen: weekdays.includes(day) })),
  ),
  ticks(
    tipRoutes.topics.id(state),
    t(texts.topics),
    tipTopics.map((topic) => ({ label: t(texts.topic, { topic }), value: topic, chosen: topics.includes(topic) })),
  ),
  chooser('roles', tipRoutes.role.id(state), { placeholder: t(texts.role) }),
];

/** How many subscriptions one page of the list shows: a phone screen, and no more than Discord's 4,000 characters. */
const perPage = 4;

/** All subscriptions of a server. */
export function listCard(all: readonly Overview[], page: number, looks: Pick<Looks, 'caller' | 't' | 'note'>): Message {
  const { caller, t, note } = looks;
  const before = note === undefined ? [] : [text(`**${note}**`), line()];
  if (all.length === 0) return card('calm', ...before, text(`### ${t(texts.listTitle)}\n${t(texts.listEmpty)}`));
  const pages = Math.ceil(all.length / perPage);
  const shown = Math.min(page, pages - 1);
  const part = all.slice(shown * perPage, (shown + 1) * perPage);
  const owner = caller.id;
  const place = pages > 1 ? t(texts.page, { page: shown + 1, of: pages }) : '';
  const turns = [
    ...(shown > 0 ? [button(t(texts.previousPage), tipRoutes.list.id({ owner, page: shown - 1 }))] : []),
    ...(shown < pages - 1 ? [button(t(texts.nextPage), tipRoutes.list.id({ owner, page: shown + 1 }))] : []),
  ];
  return card(
    'calm',
    ...before,
    text(`### ${t(texts.listTitle)}`),
    ...part.map((one, index) => text(entryOf(one, shown * perPage + index + 1, t))),
    text(`-# ${t(texts.newOne, { place })}`),
    choiceOf(part, { owner, action: 'open', from: shown * perPage, t }),
    ...(turns.length > 0 ? [row(...turns)] : []),
  );
}

function entryOf(view: Overview, number: number, t: Translator): string {
  const { subscription } = view;
  const lines = [whenOf(subscription, t), ...stateOf(view, t), ...pastOf(view, t)];
  return `${number}. <#${subscription.channel}> ${lines.join('\n')}`;
}

type Action = Parameters<typeof tipRoutes.choose.id>[0]['action'];

function choiceOf(
  some: readonly Pick<Overview, 'subscription'>[],
  {
    owner,
    action,
    from,
    t,
  }: { readonly owner: string; readonly action: Action; readonly from: number; readonly t: Translator },
) {
  const options = some.map(({ subscription: { id, time, zone } }, index) => ({
    label: shortened(`${from + index + 1}. ${time}, ${zone}`, 100),
    value: id,
  }));
  return picks(tipRoutes.choose.id({ owner, action }), t(texts.choose), options);
}

/** When a command could mean several. */
export function whichCard(
  some: readonly Subscription[],
  { action, caller, t }: Pick<Looks, 'caller' | 't'> & { readonly action: Action },
): Message {
  const lines = some.map((one, index) => `${index + 1}. <#${one.channel}> ${whenOf(one, t)}`);
  const views = some.map((subscription) => ({ subscription }));
  return card(
    'calm',
    text(`${t(texts.which)}\n${lines.join('\n')}`),
    choiceOf(views, { owner: caller.id, action, from: 0, t }),
  );
}

/** Asks before something is removed. */
export const removeCard = ({ id, channel }: Subscription, { caller, t }: Pick<Looks, 'caller' | 't'>): Message =>
  card(
    'warm',
    text(t(texts.removeSure, { channel })),
    row(
      button(t(texts.removeYes), tipRoutes.removeSurely.id({ owner: caller.id, subscription: id }), {
        style: 'danger',
      }),
      button(t(texts.notNow), tipRoutes.keep.id({ owner: caller.id })),
    ),
  );

type Today = { readonly subscription: Subscription; readonly today: Delivery };

/** Asks before a second tip is posted on one day. */
export const againCard = (
  { subscription: { id, channel }, today }: Today,
  { caller, t, once }: Pick<Looks, 'caller' | 't' | 'once'>,
): Message =>
  card(
    'warm',
    text(`${t(todayOf(today), { channel, why: today.why ?? '' })} ${t(texts.secondNow)}`),
    row(
      button(t(texts.postSecond), tipRoutes.now.id({ owner: caller.id, subscription: id, once }), { style: 'main' }),
      button(t(texts.notNow), tipRoutes.keep.id({ owner: caller.id })),
    ),
  );

const todayOf = ({ state, why }: Delivery) =>
  state === 'sent' ? texts.cameToday : why === undefined ? texts.perhapsToday : texts.notYetToday;
