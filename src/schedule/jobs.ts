import type { Claims } from '#database/claims.ts';

/** Something the bot does by itself, once per hour (UTC) however many processes run. */
export type Job = { readonly name: string; run(now: Temporal.Instant): Promise<void> };

/** Interactions live 15 minutes, hourly jobs an hour; what was claimed longer ago can't come again. */
const claimsKept = Temporal.Duration.from({ hours: 48 });

/** All jobs. */
export const jobsOf = ({ claims }: { readonly claims: Claims }): readonly Job[] => [
  {
    name: 'purge-claims',
    run: async (now) => {
      await claims.purge(now.subtract(claimsKept));
    },
  },
];
