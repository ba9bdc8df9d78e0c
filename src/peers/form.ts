import { form } from '#bot/form.ts';
import { input } from '#bot/input.ts';
import type { Translator } from '#text/translator.ts';
import type { FormId, Note } from './notes.ts';
import { peerRoutes } from './routes.ts';
import { reasons } from './safety.ts';
import { texts } from './texts.ts';

/** Texts about somebody, in characters: enough for some sentences, and three of them fit the card that shows them. */
const longest = 500;
/** What somebody reports, in characters. */
const longestReport = 1000;

const one = input.one();
const words = input.paragraph({ max: longest, min: 3 });
const optional = input.paragraph({ max: longest, required: false });
const report = input.paragraph({ max: longestReport, required: false });

export const scalesForm = form(peerRoutes.scaled, { s0: one, s1: one, s2: one, s3: one, s4: one });
export const wordsForm = form(peerRoutes.worded, { heard: words, nextTime: words });
export const askerForm = form(peerRoutes.asker, { s0: one, s1: one, s2: one, nextTime: optional });

/** Reports about a partner, and about a message: what it said comes along in the form, so nothing is kept meanwhile. */
export const reportForm = form(peerRoutes.reported, { reason: one, words: report });
export const quoteForm = form(peerRoutes.quoted, {
  reason: one,
  quoted: input.paragraph({ max: 4000, required: false }),
  words: report,
});

const places = [0, 1, 2, 3, 4] as const;
const choices = [1, 2, 3, 4] as const;

/** Opens the form about a half, with what was sent before in its words. */
export function openForm(
  { kind, half }: FormId,
  { session, note, t }: { readonly session: string; readonly note: Note | undefined; readonly t: Translator },
) {
  const title = t(texts.formTitle, { kind });
  if (kind === 'words') {
    return wordsForm.open(
      { session, half },
      {
        title,
        inputs: {
          heard: { label: t(texts.heard), description: t(texts.heardHint), ...valueOf(note?.heard) },
          nextTime: { label: t(texts.nextTime), description: t(texts.nextTimeHint), ...valueOf(note?.nextTime) },
        },
      },
    );
  }
  if (kind === 'asker') {
    const [s0, s1, s2] = places.map((scale) =>
      scaleInput(t(texts.asker, { scale }), (choice) => t(texts.askerChoice, { scale, choice })),
    );
    const nextTime = { label: t(texts.askerWords), description: t(texts.askerWordsHint), ...valueOf(note?.nextTime) };
    return askerForm.open({ session, half }, { title, inputs: { s0: s0!, s1: s1!, s2: s2!, nextTime } });
  }
  const [s0, s1, s2, s3, s4] = places.map((scale) =>
    scaleInput(t(texts.scale, { scale }), (choice) => t(texts.scaleChoice, { scale, choice })),
  );
  return scalesForm.open({ session, kind, half }, { title, inputs: { s0: s0!, s1: s1!, s2: s2!, s3: s3!, s4: s4! } });
}

const valueOf = (value: string | undefined) => (value === undefined || value === '' ? {} : { value });

const scaleInput = (label: string, said: (choice: number) => string) => ({
  label,
  choices: Object.fromEntries(choices.map((choice) => [choice, said(choice)])),
});

/** What was chosen on each scale, 0 where nothing was. */
export const scalesIn = (values: Readonly<Record<string, unknown>>): readonly number[] =>
  places.filter((place) => `s${place}` in values).map((place) => digitIn(values[`s${place}`]));

const digitIn = (chosen: unknown): number =>
  typeof chosen === 'string' && /^[1-4]$/.test(chosen) ? Number(chosen) : 0;

/** What the inputs of both report forms say. */
export const reportWords = (t: Translator) => ({
  reason: {
    label: t(texts.reason),
    choices: Object.fromEntries(reasons.map((reason) => [reason, t(texts.reasonIs, { reason })])),
  },
  words: { label: t(texts.reportWords), description: t(texts.reportWordsHint) },
});
