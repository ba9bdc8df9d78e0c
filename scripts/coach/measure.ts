// Precision, recall and F1, and the borders that follow from them.

export type Score = { readonly precision: number; readonly recall: number; readonly f1: number };
/** A number for an answer, and whether it truly has the label. */
export type Guess = { readonly score: number; readonly truth: boolean };

export function scoreOf(guesses: readonly Guess[], border: number): Score {
  const said = guesses.filter(({ score }) => score >= border);
  const right = said.filter(({ truth }) => truth).length;
  const truths = guesses.filter(({ truth }) => truth).length;
  const precision = said.length === 0 ? 0 : right / said.length;
  const recall = truths === 0 ? 0 : right / truths;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** The border with the best F1: the middle of the widest stretch that comes near the best. */
export function bestBorder(guesses: readonly Guess[]): { readonly border: number; readonly f1: number } {
  const sorted = guesses.toSorted((a, b) => b.score - a.score);
  const truths = guesses.filter(({ truth }) => truth).length;
  let right = 0;
  const curve = sorted.map(({ score, truth }, at) => {
    if (truth) right += 1;
    const next = sorted[at + 1]?.score ?? score - 1;
    return { border: (score + next) / 2, f1: (2 * right) / (at + 1 + truths) };
  });
  const f1 = Math.max(0, ...curve.map((one) => one.f1));
  const near = curve.filter((one) => one.f1 >= f1 - 0.01);
  const border = near.reduce((sum, one) => sum + one.border, 0) / Math.max(1, near.length);
  return { border, f1: scoreOf(guesses, border).f1 };
}

/** The lowest border from which on everything said is right often enough; none when too little would be said. */
export function borderFor(guesses: readonly Guess[], least: { readonly precision: number; readonly said: number }) {
  const sorted = guesses.toSorted((a, b) => b.score - a.score);
  let right = 0;
  let border: number | undefined;
  sorted.forEach(({ score, truth }, at) => {
    if (truth) right += 1;
    // A cautious estimate: as if one more had been wrong.
    if (at + 1 >= least.said && right / (at + 2) >= least.precision) border = score;
  });
  return border;
}
