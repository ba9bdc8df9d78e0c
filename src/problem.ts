/** Why the bot could not start: everything that was found, each with its mend, for the operator to read. */
export class StartProblem extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.length === 1 ? problems[0] : `There are ${problems.length} problems.\n\n${problems.join('\n\n')}`);
    this.name = 'StartProblem';
    this.problems = problems;
  }
}

/** Waits for all steps and gives their results, or one StartProblem with everything that is wrong in any of them. */
export async function allOf<const T extends readonly unknown[]>(steps: {
  readonly [K in keyof T]: Promise<T[K]>;
}): Promise<T> {
  const results = await Promise.allSettled<unknown>(steps);
  const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  const bug = failed.find((reason) => !isForOperators(reason));
  const known = failed.filter(isForOperators);
  // What the operator can mend comes first: it may well be the cause of the rest.
  if (known.length > 0) throw new StartProblem(known.flatMap(problemsIn));
  if (bug) throw bug;
  return results.map((result) => (result.status === 'fulfilled' ? result.value : undefined)) as unknown as T;
}

/** What an error tells the operator, each problem with its mend. */
export const problemsIn = (reason: unknown): readonly string[] =>
  reason instanceof StartProblem ? reason.problems : [reason instanceof Error ? reason.message : ''];

/** Errors whose message was written for the operator. */
const forOperators: ReadonlySet<string> = new Set([
  'StartProblem',
  'ContentProblem',
  'DatabaseProblem',
  'DiscordProblem',
]);

export const isForOperators = (error: unknown): error is Error =>
  error instanceof Error && forOperators.has(error.name);

/** Opens a port, or says which setting to change when it can't be had. */
export async function onPort<T>(setting: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new StartProblem([`${setting}: another program has this port. Stop it, or choose another port.`]);
    if (code === 'EACCES')
      throw new StartProblem([`${setting}: this port is not allowed here. Choose one above 1023.`]);
    throw error;
  }
}
