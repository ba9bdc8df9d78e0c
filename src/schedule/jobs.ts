import type { Claims } from '#database/claims.ts';
import type { Database } from '#database/open.ts';

/** Something the bot does by itself, once per hour (UTC) however many processes run. */
export type Job = { readonly name: string; run(now: Temporal.Instant): Promise<void> };

/** Interactions live 15 minutes, hourly jobs an hour; what was claimed longer ago can't come again. */
const claimsKept = Temporal.Duration.from({ hours: 48 });

/** How long copies made before migrations are kept; what members deleted is gone from them then, too. */
const backupsKept = Temporal.Duration.from({ hours: 30 * 24 });

type Parts = { readonly claims: Claims; readonly database: Pick<Database, 'dropBackups'> };

/** All jobs. */
export const jobsOf = ({ claims, database }: Parts): readonly Job[] => [
  {
    name: 'purge-claims',
    run: async (now) => {
      await claims.purge(now.subtract(claimsKept));
    },
  },
  {
    name: 'drop-backups',
    run: (now) => database.dropBackups(now.subtract(backupsKept)),
  },
];
