import type { Claims } from '#database/claims.ts';
import type { Database } from '#database/open.ts';
import type { Peers } from '#peers/peers.ts';
import type { Practice } from '#practice/practice.ts';
import type { Privacy } from '#privacy/privacy.ts';
import type { Streaks } from '#streaks/streaks.ts';
import type { Tips } from '#tips/tips.ts';

/** Something the bot does by itself, once per hour (UTC) however many processes run. */
export type Job = { readonly name: string; run(now: Temporal.Instant): Promise<void> };

/** Interactions live 15 minutes, hourly jobs an hour; what was claimed longer ago can't come again. */
const claimsKept = Temporal.Duration.from({ hours: 48 });

/** How long copies made before migrations are kept; what members deleted is gone from them then, too. */
const backupsKept = Temporal.Duration.from({ hours: 30 * 24 });

/** How long what belongs to a server is kept when the bot left it, tips of a channel that is gone too, and a set-up that nobody finished. */
const goneKept = Temporal.Duration.from({ hours: 30 * 24 });
const draftsKept = Temporal.Duration.from({ hours: 48 });

/** How long a peer session is kept after its end; what members keep of it stays with them. */
const sessionsKept = Temporal.Duration.from({ hours: 90 * 24 });

type Parts = {
  readonly claims: Claims;
  readonly database: Pick<Database, 'dropBackups'>;
  readonly tips: Pick<Tips, 'purge'>;
  readonly practice: Pick<Practice, 'expire'>;
  readonly privacy: Pick<Privacy, 'forgetServers'>;
  readonly streaks: Pick<Streaks, 'tidyBoards'>;
  readonly peers: Pick<Peers, 'purge'>;
};

/** All jobs. */
export const jobsOf = ({ claims, database, tips, practice, privacy, streaks, peers }: Parts): readonly Job[] => [
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
  {
    name: 'purge-tips',
    run: (now) => tips.purge({ gone: now.subtract(goneKept), draft: now.subtract(draftsKept) }),
  },
  { name: 'forget-servers', run: async (now) => void (await privacy.forgetServers(now.subtract(goneKept))) },
  { name: 'expire-answers', run: (now) => practice.expire(now) },
  { name: 'purge-sessions', run: (now) => peers.purge(now.subtract(sessionsKept)) },
  { name: 'tidy-boards', run: (now) => streaks.tidyBoards(now) },
];
