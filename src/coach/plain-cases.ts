// Cases so plain that no weighing is needed: where one of these is met, the label is there.

import type { Kind } from '#content/kinds.ts';
import type { Label } from './labels.ts';

const of = (...parts: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}'])(?:${parts.join('|')})(?![\\p{L}])`, 'u');

const boss =
  '(?:(?:my|our|the|that|this) )?(?:old |last |previous |former |current |ex-?|first |area |store |line |shift )*(?:boss(?:es)?|managers?|supervisors?|foreman|gaffer|team leader|management|owner|head chef|company|place|firm|co-?workers?|colleagues?)(?: (?:there|at my last (?:job|place)|before))?';
const insulted =
  '(?:useless|lazy|clueless|an? (?:total |complete |real |proper |absolute )?(?:idiot|moron|joke|liar|bully|clown|thief|coward)|idiots|stupid|toxic|incompetent|hopeless|a waste of space|pathetic|liars|bullies|a joke|thick|unprofessional)';

const cases: { readonly [L in Label]?: RegExp } = {
  badmouths_employer: of(
    `${boss} (?:was|were|is|are|wuz)(?: all| just| so| really| totally| completely| pretty| quite| always| honestly| frankly| simply| basically)* ${insulted}`,
    `${boss} (?:couldn't|could not|can't) (?:organi[sz]e|run|manage) (?:a|anything|his|her|their|the)`,
    `(?:useless|lazy|clueless|incompetent|toxic|stupid|idiot) (?:boss|manager|supervisor|management|company|owner|foreman|gaffer|colleagues?)`,
    "(?:boss|manager|supervisor|owner|gaffer|foreman)(?: was| is)? (?:always )?(?:drunk|hungover)|sinking ship|couldn't organi[sz]e a|(?:paid|paying) (?:me|us) late",
  ),
  overconfident_presuming_job: of(
    "see you (?:on )?(?:monday|tuesday|wednesday|thursday|friday|next week)|(?:send|email|text) me (?:over )?(?:the|my) (?:contract|rota|paperwork|uniform)|which (?:locker|desk|van|office) (?:will be|is) mine|i(?:'ve| have) already (?:told my|handed in|given (?:in )?my) (?:boss|manager|notice|current|landlord)",
    "when i(?:'m| am) (?:your )?(?:manager|supervisor|running this)|i(?:'ll| will) (?:have|take|run) (?:your|this) (?:job|shop|place|department) (?:in|within|by)",
  ),
};

/** Fewer words than this tell no story and explain nothing: of our labelled answers to these kinds, each was too short. */
const fewest = 12;
const wantsMore: ReadonlySet<Kind> = new Set<Kind>([
  'behavioural',
  'failure',
  'conflict',
  'situational',
  'strength',
  'motivation',
  'why-us',
  'tell-me-about-yourself',
  'technical-explain',
]);

type Given = { readonly kind: Kind | undefined; readonly plain: string };

/** Whether a label is plainly there. `plain` is the answer in lower case. */
export const isPlain = (label: Label, { kind, plain }: Given): boolean =>
  (cases[label]?.test(plain) ?? false) ||
  (label === 'too_short' && kind !== undefined && wantsMore.has(kind) && plain.split(' ').length < fewest);
