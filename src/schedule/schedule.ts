import type { Claims } from '#database/claims.ts';
import type { Log } from '#src/log.ts';
import type { Job } from './jobs.ts';

export type Schedule = {
  /** Runs what this hour still owes. Never throws: what fails is logged and tried again at the next tick. */
  tick(now: Temporal.Instant): Promise<void>;
};

type Parts = { readonly jobs: readonly Job[]; readonly claims: Claims; readonly log: Log };

/** How long a job may take before another process may try it. */
const lease = Temporal.Duration.from({ minutes: 10 });

/** Runs each job once per hour, in whichever process claims it first. */
export function scheduleOf({ jobs, claims, log }: Parts): Schedule {
  const runOnce = async ({ name, run }: Job, now: Temporal.Instant): Promise<void> => {
    const hour = now.toString({ smallestUnit: 'minute' }).slice(0, 13);
    const claim = await claims.claim(`job:${name}:${hour}`, { now, lease });
    if (!claim) return;
    try {
      await run(now);
      await claims.finish(claim, now);
    } catch (error) {
      await claims.release(claim);
      throw error;
    }
  };

  return {
    tick: async (now) => {
      for (const job of jobs) {
        await runOnce(job, now).catch((error: unknown) => log.error({ job: job.name, error }, 'a job failed'));
      }
    },
  };
}

/** How long after a start the first tick's machinery is loaded, in ms: people who are waiting come first. */
const afterStart = 5_000;

/** Ticks every minute until stopped. */
export function everyMinute(tick: () => Promise<void>): { stop(): Promise<void> } {
  const begin = async () => {
    const { schedule } = await import('node-cron');
    return schedule('* * * * *', tick, { noOverlap: true });
  };
  let task: ReturnType<typeof begin> | undefined;
  const timer = setTimeout(() => {
    task = begin();
  }, afterStart);
  return {
    stop: async () => {
      clearTimeout(timer);
      await (await task)?.destroy();
    },
  };
}
