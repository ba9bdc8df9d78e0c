import type { FindingId } from './findings.ts';

/**
 * Reproaches that were wrong too often (precision below 0.8) on answers that nobody looked at while building: they are
 * never shown, whatever their score. `npm run bench:coach` fails when one is missing here.
 */
export const silenced: ReadonlySet<FindingId> = new Set<FindingId>([]);
