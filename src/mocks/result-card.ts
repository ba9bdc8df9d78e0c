import type { Message } from '#bot/message.ts';
import { button, card, picks, pictureShown, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { findingName } from '#coach/speak.ts';
import { kindName, roleName } from '#content/names.ts';
import { lessonRoutes } from '#lessons/routes.ts';
import { startOf } from '#members/rules.ts';
import { shortened } from '#text/cut.ts';
import type { Translator } from '#text/translator.ts';
import type { Result } from './answering.ts';
import type { Mock } from './mock.ts';
import type { Scorecard } from './past.ts';
import { mockRoutes } from './routes.ts';
import { dose } from './rules.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Pick<Caller, 'id' | 'zone'>; readonly t: Translator };

/** The picture of a scorecard; none when somebody asked for too many. */
export type Shown = { readonly name: string; readonly data: Uint8Array } | undefined;

type Titled = Pick<Mock, 'source' | 'choices'>;

/** `Mock interview · Cleaning` */
export const titleOf = (mock: Titled, t: Translator): string =>
  [headingOf(mock, t), aboutOf(mock, t)].filter((part) => part !== '').join(' · ');

/** `Mock interview` */
export const headingOf = ({ source }: Titled, t: Translator): string =>
  t({ bank: texts.title, review: texts.reviewTitle, single: texts.single }[source]);

/** `Cleaning · Pay`: what was chosen for it; empty when nothing was. */
export const aboutOf = ({ choices: { role, kind } }: Titled, t: Translator): string =>
  [role && roleName(role, t), kind && kindName(kind, t)].filter((part) => part !== undefined).join(' · ');

/** How a mock went: per question, never in total. */
export function resultCard(scored: Scorecard, { caller, t }: For, picture: Shown): Message {
  const { mock, results, interviews, lessons, coming } = scored;
  const owner = caller.id;
  const untouched = mock.asked.length - results.length;
  const done = { bank: texts.done, review: texts.reviewed, single: texts.doneOne }[mock.source];
  const lines = [
    `### ${t(done)}`,
    ...(mock.source === 'bank' ? [t(texts.interviews, { count: interviews, dose })] : []),
    ...(untouched > 0 ? [t(texts.untouched, { count: untouched })] : []),
    ...(coming ? [t(texts.comeBack, { ...coming, at: startOf(coming.from, caller.zone) })] : []),
  ];
  const rows = results.map((result) => rowSaid(result, t)).join('\n');
  const message = card(
    'calm',
    text(lines.join('\n')),
    ...(picture ? [pictureShown(picture.name, `${titleOf(mock, t)}. ${rows}`)] : [text(rows)]),
    ...answersOf(scored, { caller, t }),
    row(
      button(t(texts.again), mockRoutes.start.id({ owner }), { style: 'main' }),
      button(t(texts.history), mockRoutes.history.id({ owner, page: 0 })),
      button(t(texts.delete), mockRoutes.delete.id({ owner, mock: mock.id })),
    ),
    ...(lessons.length > 0
      ? [
          text(t(texts.readNext)),
          row(...lessons.map(({ id, title }) => button(shortened(title, 80), lessonRoutes.read.id({ lesson: id })))),
        ]
      : []),
  );
  return picture ? { ...message, files: [picture] } : message;
}

/** How one question went, in words: `your rating 3 of 4, 2 of 4 found in it`. */
export function wentSaid({ asked, question, practised }: Result, t: Translator): string {
  if (asked.state !== 'answered') return t(asked.state === 'skipped' ? texts.skipped : texts.missed);
  if (!practised) return t(texts.deleted);
  const { rating, ticks } = practised.answer;
  const of = question?.signals.length ?? 0;
  return [
    rating === undefined ? t(texts.notRated) : t(texts.rated, { rating }),
    ...(ticks.length > 0 && of > 0 ? [t(texts.found, { ticked: ticks.length, of })] : []),
    ...(asked.late ? [t(texts.wasLate)] : []),
  ].join(', ');
}

/** What the coach found in an answer, in a few words; nothing when it found nothing. */
export function coachSaid({ practised }: Result, t: Translator): string | undefined {
  const found = practised?.coached?.now.findings ?? [];
  if (found.length === 0) return undefined;
  return t(texts.coachFound, { names: found.map(({ id }) => findingName(id, t)).join(' · ') });
}

/** What was asked, for a line of a list. */
export const askedSaid = ({ question }: Result, t: Translator): string => question?.question ?? t(texts.gone);

const rowSaid = (result: Result, t: Translator): string =>
  t(texts.row, {
    number: result.asked.place + 1,
    question: shortened(askedSaid(result, t), 48),
    went: [wentSaid(result, t), coachSaid(result, t)].filter((part) => part !== undefined).join('; '),
  });

function answersOf({ mock, results }: Scorecard, { caller, t }: For) {
  const answered = results.filter(({ practised, question }) => practised && question);
  if (answered.length === 0) return [];
  const options = answered.map((result) => ({
    value: String(result.asked.place),
    label: shortened(askedSaid(result, t), 100),
    description: wentSaid(result, t),
  }));
  return [picks(mockRoutes.look.id({ owner: caller.id, mock: mock.id }), t(texts.lookAt), options)];
}
