import type { Playground } from '#playground/start.ts';
import type { Fault, Ledger, Recalling, Ticking } from './ledger.ts';
import type { Look, Row } from './rows.ts';

type Before = Pick<Look, 'acts' | 'answers' | 'recalls'>;
type Account = { readonly ledger: Ledger; readonly before: Before; readonly after: Look };

const lost = (what: string): Fault => ({ kind: 'lost', what });
const doubled = (what: string): Fault => ({ kind: 'doubled', what });

/** Holds what people were told against what is kept, and what they did against how often it counts. */
export function faultsIn(account: Account, playground: Playground): readonly Fault[] {
  return [
    ...account.after.damage.map((what): Fault => ({ kind: 'damaged', what })),
    ...learnings(account),
    ...writings(account),
    ...tickings(account),
    ...recallings(account),
    ...postings(account, playground),
  ];
}

const keyOf = ({ member_id: member, item }: Row): string => `${member} ${item}`;
const actsOf = ({ acts }: Pick<Look, 'acts'>, kind: string): readonly string[] =>
  acts.filter((act) => act['kind'] === kind).map(keyOf);

/** What was learnt comes back, and what comes back was learnt: one never without the other. */
function learnings({ ledger, after }: Account): readonly Fault[] {
  const learnt = new Set(actsOf(after, 'lesson'));
  const coming = new Set(after.recalls.map(keyOf));
  const told = ledger.learnings.filter((one) => one.told && !learnt.has(`${one.member} ${one.item}`));
  return [
    ...told.map(({ member, item }) => lost(`${member} was told that ${item} is noted`)),
    ...[...learnt.symmetricDifference(coming)].map((key) => lost(`half of ${key}: an act or its recall`)),
  ];
}

/** Every form is one answer at the most, and with it goes an act. */
function writings({ ledger, after }: Account): readonly Fault[] {
  const kept = new Map<string, number>();
  for (const { body } of after.answers) kept.set(String(body), (kept.get(String(body)) ?? 0) + 1);
  const acts = new Set(actsOf(after, 'answer'));
  return [
    ...ledger.writings.flatMap(({ phrase, told }) => {
      const count = kept.get(phrase) ?? 0;
      if (count > 1) return [doubled(`“${phrase}” is kept ${count} times`)];
      return told && count === 0 ? [lost(`“${phrase}” was said to be saved`)] : [];
    }),
    ...after.answers.filter((row) => !acts.has(keyOf(row))).map((row) => lost(`the act of answer ${row['id']}`)),
  ];
}

/** Of the ticks of an answer those told last are kept, or what was tried after them. */
function tickings({ ledger, before, after }: Account): readonly Fault[] {
  const ticksBefore = new Map(before.answers.map(({ id, ticks }) => [id, ticks]));
  const byAnswer = Map.groupBy(ledger.tickings, ({ answer }) => answer);
  return [...byAnswer].flatMap(([answer, tried]) => {
    const row = after.answers.find(({ id }) => id === answer);
    const possible = possibleTicks(tried, String(ticksBefore.get(answer) ?? ''));
    return row && possible.includes(String(row['ticks']))
      ? []
      : [lost(`the ticks of answer ${answer}: ${row?.['ticks']} instead of ${possible.join(' or ')}`)];
  });
}

function possibleTicks(tried: readonly Ticking[], before: string): readonly string[] {
  const last = tried.findLastIndex(({ told }) => told);
  const sure = tried[last]?.ticks ?? before;
  return [sure, ...tried.slice(last + 1).map(({ ticks }) => ticks)];
}

/** A lesson is asked once a day, and people press within one day: so it moves once at the most, and an act goes with it. */
function recallings({ ledger, before, after }: Account): readonly Fault[] {
  const stepsBefore = new Map(before.recalls.map((row) => [keyOf(row), Number(row['step'])]));
  const actsBefore = Map.groupBy(actsOf(before, 'recall'), (key) => key);
  const actsAfter = Map.groupBy(actsOf(after, 'recall'), (key) => key);
  const tried = Map.groupBy(ledger.recallings, ({ member, item }) => `${member} ${item}`);
  return after.recalls.flatMap((row) => {
    const key = keyOf(row);
    const grown = (actsAfter.get(key)?.length ?? 0) - (actsBefore.get(key)?.length ?? 0);
    const step = { from: stepsBefore.get(key) ?? 0, to: Number(row['step']) };
    return movesOf(tried.get(key) ?? [], { step, grown }).map((fault) => ({ ...fault, what: `${key}: ${fault.what}` }));
  });
}

type Moved = { readonly step: { readonly from: number; readonly to: number }; readonly grown: number };

function movesOf(tried: readonly Recalling[], { step, grown }: Moved): readonly Fault[] {
  const told = tried.filter((one) => one.told);
  if (told.length > 1 || grown > 1) return [doubled(`recalled ${told.length} times, counted ${grown} times`)];
  if (told.length > grown) return [lost('a recall that was noted is not counted')];
  const possible = told.length > 0 ? told : grown > 0 ? tried : [{ to: step.from }];
  if (possible.some(({ to }) => to === step.to)) return [];
  return [doubled(`moved from step ${step.from} to ${step.to}, counted ${grown} times`)];
}

/** One press on “Post it here” is one message at the most, and one when it was said to be posted. */
function postings({ ledger }: Account, { state }: Playground): readonly Fault[] {
  const seen = new Map<string, number>();
  for (const messages of state.messages.values()) {
    for (const { interactionId, viewerId } of messages.values()) {
      if (interactionId !== undefined && viewerId === undefined)
        seen.set(interactionId, (seen.get(interactionId) ?? 0) + 1);
    }
  }
  return ledger.postings.flatMap(({ interaction, told }) => {
    const count = seen.get(interaction) ?? 0;
    if (count > 1) return [doubled(`one press posted ${count} messages`)];
    return told && count === 0 ? [lost('a message that was said to be posted')] : [];
  });
}
