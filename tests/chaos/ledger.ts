// What people did, and what they were told about it: the other side of the account that the database keeps.

/** Something that must never be: what was said to be saved is lost, or what was done once counts twice. */
export type Fault = { readonly kind: 'lost' | 'doubled' | 'stuck' | 'damaged'; readonly what: string };

/** One thing a person tried; `told` once they saw that it is saved. */
export type Attempt = { readonly member: string; told: boolean };

/** `item` learnt, or `phrase` written. */
export type Learning = Attempt & { readonly item: string };
export type Writing = Attempt & { readonly phrase: string };
/** Chosen in the checklist of an answer. */
export type Ticking = Attempt & { readonly answer: string; readonly ticks: string };
/** Whether a lesson was still known: where it stands then. */
export type Recalling = Attempt & { readonly item: string; readonly to: number };
/** Shared with everybody, by one press. */
export type Posting = Attempt & { readonly interaction: string };

/** Everything since the last look into the database, and all writings and postings ever. */
export type Ledger = {
  readonly writings: Writing[];
  readonly postings: Posting[];
  learnings: Learning[];
  tickings: Ticking[];
  recallings: Recalling[];
};

export const emptyLedger = (): Ledger => ({ writings: [], postings: [], learnings: [], tickings: [], recallings: [] });

/** How often what came of presses. */
export type Tally = {
  kills: number;
  presses: number;
  answered: number;
  /** “This interaction failed”, or “thinking…” because the bot was killed meanwhile. */
  failed: number;
  readonly hits: Record<string, number>;
};

export const emptyTally = (): Tally => ({ kills: 0, presses: 0, answered: 0, failed: 0, hits: {} });
