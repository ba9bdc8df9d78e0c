// Fits linear models by going down one weight after the other; the same data always give the same weights.

import type { Table } from './samples.ts';

export type Fit = { readonly bias: number; readonly weights: Float64Array };
type Task = {
  readonly table: Table;
  /** 0 or 1 (or any number, of squares) for each row; NaN leaves a row out. */
  readonly targets: Float64Array;
  /** How dear a weight is. */
  readonly ridge: number;
  readonly rounds?: number;
};

/** Logistic regression with a square penalty. Each step uses the bound 1/4 on the curvature, so none overshoots. */
export function logistic({ table, targets, ridge, rounds = 40 }: Task): Fit {
  const sums = new Float64Array(targets.length);
  const gradient = (row: number): number => {
    const target = targets[row] ?? Number.NaN;
    return Number.isNaN(target) ? 0 : target - 1 / (1 + Math.exp(-(sums[row] ?? 0)));
  };
  return descend({ table, targets, ridge, rounds }, { sums, gradient, curvature: 0.25 });
}

/** Least squares with a square penalty. */
export function squares({ table, targets, ridge, rounds = 40 }: Task): Fit {
  const sums = new Float64Array(targets.length);
  const gradient = (row: number): number => {
    const target = targets[row] ?? Number.NaN;
    return Number.isNaN(target) ? 0 : target - (sums[row] ?? 0);
  };
  return descend({ table, targets, ridge, rounds }, { sums, gradient, curvature: 1 });
}

type Slope = {
  readonly sums: Float64Array;
  readonly gradient: (row: number) => number;
  readonly curvature: number;
};

function descend({ table, targets, ridge, rounds }: Required<Task>, { sums, gradient, curvature }: Slope): Fit {
  const weights = new Float64Array(table.names.length);
  const residuals = Float64Array.from(targets, (_, row) => gradient(row));
  const counted = targets.filter((target) => !Number.isNaN(target)).length;
  const squaresOf = table.values.map((values, column) =>
    values.reduce(
      (sum, value, at) => (Number.isNaN(targets[table.rows[column]?.[at] ?? 0] ?? 0) ? sum : sum + value * value),
      0,
    ),
  );
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    const step = residuals.reduce((sum, one) => sum + one, 0) / (curvature * counted);
    bias += step;
    for (let row = 0; row < sums.length; row += 1) {
      sums[row] = (sums[row] ?? 0) + step;
      residuals[row] = gradient(row);
    }
    for (let column = 0; column < weights.length; column += 1) {
      const rows = table.rows[column] ?? new Int32Array();
      const values = table.values[column] ?? new Float64Array();
      let slope = -ridge * (weights[column] ?? 0);
      for (let at = 0; at < rows.length; at += 1) slope += (values[at] ?? 0) * (residuals[rows[at] ?? 0] ?? 0);
      const change = slope / (curvature * (squaresOf[column] ?? 0) + ridge);
      if (Math.abs(change) < 1e-5) continue;
      weights[column] = (weights[column] ?? 0) + change;
      for (let at = 0; at < rows.length; at += 1) {
        const row = rows[at] ?? 0;
        sums[row] = (sums[row] ?? 0) + change * (values[at] ?? 0);
        residuals[row] = gradient(row);
      }
    }
  }
  return { bias, weights };
}

/** What a fit says of every row. */
export function sumsOf({ bias, weights }: Fit, table: Table, count: number): Float64Array {
  const sums = new Float64Array(count).fill(bias);
  table.rows.forEach((rows, column) => {
    const weight = weights[column] ?? 0;
    if (weight === 0) return;
    rows.forEach((row, at) => {
      sums[row] = (sums[row] ?? 0) + weight * (table.values[column]?.[at] ?? 0);
    });
  });
  return sums;
}
