import type { Message } from '#bot/message.ts';
import { button, card, line, pictureShown, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { lessonRoutes } from '#lessons/routes.ts';
import type { Translator } from '#text/translator.ts';
import type { Board } from './boards.ts';
import type { Drawn } from './picture.ts';
import { streakRoutes } from './routes.ts';
import type { MyStreak } from './streaks.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Caller; readonly t: Translator };

type Looks = For & { readonly drawn: Drawn; /** What has just happened. */ readonly note?: string };

/** How a member's streak stands, for the member alone. */
export function streakCard(mine: MyStreak, { caller, t, drawn, note }: Looks): Message {
  const words = text(`### ${t(texts.title)}\n${linesOf(mine, t).join('\n')}`);
  const said = note ?? (drawn === 'too often' ? t(texts.drawnOften) : undefined);
  const parts = said === undefined ? [] : [line(), text(said)];
  const buttons = controls(mine, { caller, t });
  if (drawn === 'too often' || drawn === 'nothing yet') return card('calm', words, ...parts, buttons);
  const { name, data, alt } = drawn;
  return { ...card('calm', words, pictureShown(name, alt), ...parts, buttons), files: [{ name, data }] };
}

/** The streak in words, line by line. */
function linesOf(mine: MyStreak, t: Translator): readonly string[] {
  const { current, longest, freezes, acts, days, goal } = mine;
  const week = weekOf(mine);
  const running = [
    t(texts.current, { count: current }),
    t(mine.practisedToday ? texts.doneToday : texts.openToday),
    freezes > 0 ? t(texts.freezes, { count: freezes }) : t(texts.noFreezes),
  ];
  return [
    ...(current > 0 ? running : [t(texts.none)]),
    ...(longest > current ? [t(texts.longest, { count: longest })] : []),
    ...(acts > 0 ? [t(texts.repetitions, { acts, days })] : []),
    ...(acts > 0 ? [week.acts > 0 ? t(texts.week, week) : t(texts.quietWeek)] : []),
    ...(goal === undefined ? [] : [t(texts.weekTowards, { days: week.days, goal })]),
  ];
}

/** What was practised since Monday. */
function weekOf({ today, perDay }: MyStreak): { readonly acts: number; readonly days: number } {
  const monday = today - ((today + 3) % 7); // day 0 was a Thursday
  const counts = [...perDay]
    .filter(([day, count]) => day >= monday && day <= today && count > 0)
    .map(([, count]) => count);
  return { acts: counts.reduce((sum, count) => sum + count, 0), days: counts.length };
}

function controls({ current, reminds }: MyStreak, { caller, t }: For) {
  const owner = caller.id;
  const remind = streakRoutes.remind.id({ owner, wanted: reminds ? 'no' : 'yes' });
  const share = button(t(texts.share), streakRoutes.share.id({ owner }));
  return row(
    button(t(texts.practise), lessonRoutes.today.id({ owner }), { style: 'main' }),
    button(t(texts.why), streakRoutes.log.id({ owner })),
    // Alone with the bot there is nobody to share with.
    ...(current > 0 && caller.where.context !== 'bot-dm' ? [share] : []),
    button(t(reminds ? texts.remindNoMore : texts.remindMe), remind),
  );
}

const shared = ({ current, longest }: MyStreak, { caller, t }: For): string =>
  `-# ${t(texts.shared, { member: caller.id })}\n${t(texts.sharedStreak, { count: current, longest })}`;

/** A streak for everybody in a channel. */
export const sharedCard = (mine: MyStreak, to: For): Message => card('calm', text(shared(mine, to)));

/** What would be shared, for the member alone, to decide. `once` tells this preview from every other. */
export function previewCard(mine: MyStreak, { once, ...to }: For & { readonly once: string }): Message {
  const { caller, t } = to;
  const owner = caller.id;
  return card(
    'warm',
    text(t(texts.preview)),
    line(),
    text(shared(mine, to)),
    row(
      button(t(texts.post), streakRoutes.post.id({ owner, once }), { style: 'main' }),
      button(t(texts.dontPost), streakRoutes.keep.id({ owner })),
    ),
  );
}

/** A server's longest streaks, of those who show theirs, with a way to join or leave. */
export function boardCard(board: Board & { readonly isOnIt: boolean }, { caller, t }: For): Message {
  const { first, moreAlike, isOnIt } = board;
  const places = first.map(({ place, member, current }) => t(texts.place, { place, member, count: current }));
  const lines = [
    ...(places.length > 0 ? places : [t(texts.boardEmpty)]),
    ...(moreAlike ? [t(texts.moreAlike)] : []),
    `-# ${t(texts.boardRules)}`,
  ];
  const show = streakRoutes.show.id({ owner: caller.id, wanted: isOnIt ? 'no' : 'yes' });
  return card(
    'calm',
    text(`### ${t(texts.board)}\n${lines.join('\n')}`),
    row(button(t(isOnIt ? texts.hideMine : texts.showMine), show, isOnIt ? {} : { style: 'main' })),
  );
}

/** The evening reminder, in the member's direct messages. `last`: no other will come. */
export function reminderCard(
  { member, current, last }: { readonly member: string; readonly current: number; readonly last: boolean },
  t: Translator,
): Message {
  const words = [t(texts.reminder, { count: current }), ...(last ? [t(texts.lastReminder)] : [])];
  return card(
    'calm',
    text(words.join('\n')),
    row(
      button(t(texts.practise), lessonRoutes.today.id({ owner: member }), { style: 'main' }),
      button(t(texts.remindNoMore), streakRoutes.remind.id({ owner: member, wanted: 'no' })),
    ),
  );
}
