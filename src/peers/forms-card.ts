// The forms of a session for one of the two, what the other said, and how that changes over time.

import type { Message } from '#bot/message.ts';
import { button, card, line, picks, pictureShown, row, text } from '#bot/parts.ts';
import type { Caller } from '#bot/turn.ts';
import { lessonRoutes } from '#lessons/routes.ts';
import { trend } from '#pictures/trend.ts';
import type { Translator } from '#text/translator.ts';
import type { Owed, Panel, Said } from './feedback.ts';
import type { Note } from './notes.ts';
import { cited } from './report-card.ts';
import { peerRoutes } from './routes.ts';
import { isOver } from './session.ts';
import { texts } from './texts.ts';

type For = { readonly caller: Pick<Caller, 'id'>; readonly t: Translator };

/** The scales of an answer, and of an interviewer. */
const scales = [0, 1, 2, 3, 4];
const askerScales = [0, 1, 2];

/** The lesson that helps with each scale of an answer. */
const lessonFor = [
  'take-your-time',
  'tell-it-as-a-story',
  'beyond-your-cv',
  'tell-it-as-a-story',
  'humble-and-confident',
];

/** How long one of the three texts gets with its marks: with the scales they fit Discord's 4,000 characters. */
const longestText = 1_050;

/** From here down, a scale has something to gain. */
const low = 2;

/** What is left to fill, and what is there already. */
export function panelCard({ own, forms }: Panel, { t }: Pick<For, 't'>): Message {
  const { session } = own;
  if (forms.length === 0) return card('calm', text(`### ${t(texts.forms)}\n${t(texts.formsNone)}`));
  const names = forms.map((form) => nameOf(form, t));
  const lines = names.map((what, index) => (forms[index]?.note ? t(texts.filled, { what }) : `○ ${what}`));
  const isDone = forms.every(({ note }) => note);
  return card(
    'calm',
    text(`### ${t(texts.forms)}\n${lines.join('\n')}`),
    text(`-# ${t(isDone ? texts.formsDone : texts.formsHow)} ${isOver(session) ? '' : t(texts.formsEarly)}`.trim()),
    row(
      ...forms.map(({ kind, half, note }) =>
        button(t(texts.formTitle, { kind }), peerRoutes.fill.id({ session: session.id, kind, half }), {
          style: note ? 'plain' : 'main',
        }),
      ),
    ),
  );
}

function nameOf({ kind, about }: Owed, t: Translator): string {
  const name = `<@${about}>`;
  if (kind === 'own') return t(texts.ownOf);
  return t(kind === 'scales' ? texts.scalesOf : kind === 'words' ? texts.wordsOf : texts.askerOf, { name });
}

/** What the partner said in a session. */
export function saidCard(said: Said, { caller, t }: For): Message {
  const { about, own } = said;
  if (about.length === 0) return card('calm', text(`### ${t(texts.said)}\n${t(texts.saidNothing)}`));
  const find = (kind: Note['kind']) => about.find((note) => note.kind === kind);
  const [answers, inWords, asker] = [find('scales'), find('words'), find('asker')];
  const lessons = answers ? lessonsFor(answers) : [];
  return card(
    'calm',
    text([`### ${t(texts.said)}`, ...(answers ? scaleLines(answers, own[0], t) : [])].join('\n')),
    ...(inWords?.heard ? [text(`**${t(texts.saidHeard)}**\n${cited(inWords.heard, longestText)}`)] : []),
    ...(inWords?.nextTime ? [text(`**${t(texts.saidNextTime)}**\n${cited(inWords.nextTime, longestText)}`)] : []),
    ...(asker ? [line(), text(askerLines(asker, t).join('\n'))] : []),
    ...(lessons.length === 0
      ? []
      : [
          text(`**${t(texts.lessonsFor)}**`),
          row(
            ...lessons.map(({ lesson, scale }) =>
              button(t(texts.scaleShort, { scale }), lessonRoutes.go.id({ owner: caller.id, lesson })),
            ),
          ),
        ]),
  );
}

function scaleLines({ scales: theirs }: Note, own: Note | undefined, t: Translator): readonly string[] {
  return scales.flatMap((scale) => {
    const [choice = 0, mine = 0] = [theirs[scale], own?.scales[scale]];
    if (choice === 0) return [];
    const ownSaid = mine === 0 ? undefined : t(texts.scaleChoice, { scale, choice: mine });
    const said = t(texts.scaleChoice, { scale, choice });
    return [t(texts.saidScale, { name: t(texts.scale, { scale }), said, own: ownSaid })];
  });
}

function askerLines({ scales: theirs, nextTime }: Note, t: Translator): readonly string[] {
  const lines = askerScales.flatMap((scale) => {
    const choice = theirs[scale] ?? 0;
    if (choice === 0) return [];
    return [
      t(texts.saidScale, {
        name: t(texts.asker, { scale }),
        said: t(texts.askerChoice, { scale, choice }),
        own: undefined,
      }),
    ];
  });
  return [`**${t(texts.saidAsker)}**`, ...lines, ...(nextTime?.trim() ? [cited(nextTime, longestText)] : [])];
}

/** The lessons for the scales with most to gain, two at the most. */
function lessonsFor({ scales: theirs }: Note): readonly { readonly lesson: string; readonly scale: number }[] {
  const weak = scales.filter((scale) => (theirs[scale] ?? 0) > 0 && (theirs[scale] ?? 0) <= low);
  const found = weak
    .toSorted((a, b) => (theirs[a] ?? 0) - (theirs[b] ?? 0))
    .map((scale) => ({ lesson: lessonFor[scale] ?? 'tell-it-as-a-story', scale }));
  return found.filter((one, index) => found.findIndex(({ lesson }) => lesson === one.lesson) === index).slice(0, 2);
}

/** The SVG of what partners said over time, oldest first. */
export function trendOf(history: readonly Said[], t: Translator): string {
  const sessions = history.toReversed();
  const valueOf = (note: Note | undefined, scale: number) => note?.scales[scale] || undefined;
  return trend({
    title: t(texts.history),
    rows: scales.map((scale) => ({
      name: t(texts.scaleShort, { scale }),
      points: sessions.map(({ about, own }) => ({
        theirs: valueOf(
          about.find(({ kind }) => kind === 'scales'),
          scale,
        ),
        own: valueOf(own[0], scale),
      })),
    })),
  });
}

/** How partners found the member's answers over time; the picture is missing when it was drawn too often just now. */
export function historyCard(history: readonly Said[], picture: Uint8Array | undefined, { caller, t }: For): Message {
  const [newest] = history;
  if (!newest) return card('calm', text(`### ${t(texts.history)}\n${t(texts.historyEmpty)}`));
  const name = 'partners.png';
  const scored = newest.about.find(({ kind }) => kind === 'scales');
  const latest = scored
    ? scaleLines(scored, undefined, t)
        .join(' ')
        .replaceAll(/\*\*|- /g, '')
    : '';
  const alt = t(texts.historyAlt, { sessions: history.length, latest });
  const options = history.map(({ session }, index) => ({
    label: t(texts.session, { number: history.length - index }),
    value: session,
  }));
  const message = card(
    'calm',
    text(`### ${t(texts.history)}`),
    ...(picture ? [pictureShown(name, alt)] : [text(t(texts.drawnOften))]),
    text(`-# ${t(texts.historyHow)}`),
    picks(peerRoutes.look.id({ owner: caller.id }), t(texts.chooseSession), options),
  );
  return picture ? { ...message, files: [{ name, data: picture }] } : message;
}
