import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** One content file after reading: its value if it fits the shape, and where each part of it stands. */
export type Pack<T> = {
  readonly file: string;
  readonly value?: T;
  readonly problems: readonly Problem[];
  /** The line of the part that a path leads to, or of the nearest part above it. */
  lineOf(path: readonly PropertyKey[]): number;
};

/** Reads one YAML file against a shape and collects everything that is wrong with it. */
export function readPack<T>(file: string, yaml: string, shape: z.ZodType<T>): Pack<T> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const lineOf = (path: readonly PropertyKey[]) => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
      if (Array.isArray(range)) return lines.linePos(Number(range[0])).line;
    }
    return 1;
  };
  const broken = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    file,
    line: lines.linePos(pos[0]).line,
    what: message.split('\n', 1)[0]?.replace(/ at line .*$/, '') ?? 'is not YAML',
  }));
  if (broken.length > 0) return { file, problems: broken, lineOf };
  const result = shape.safeParse(document.toJS());
  if (result.success) return { file, value: result.data, problems: [], lineOf };
  const problems = result.error.issues.map((issue) => ({
    file,
    line: lineOf(placeOf(issue)),
    what: complaint(issue),
  }));
  return { file, problems, lineOf };
}

/** Where the author should look: at an unknown key itself, not at the part that has it. */
const placeOf = (issue: z.core.$ZodIssue): readonly PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;

function complaint(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `${named(issue.path)}has an unknown key: ${issue.keys.join(', ')}`;
  return `${named(issue.path)}${issue.message}`;
}

/** `lessons[2].example.weak`, the way an author counts: from 1. */
function named(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`));
  return steps.length === 0 ? '' : `${steps.join('').replace(/^\./, '')} `;
}
