import { createHash } from 'node:crypto';

/**
 * A fingerprint of ids: the same for the same ids in the same order, and neither id can be read from it. It outlives what
 * a member deletes, so that nobody gets rid of a no by deleting their data.
 */
export const fingerprint = (...ids: readonly string[]): string =>
  createHash('sha256').update(ids.join(':')).digest('base64url').slice(0, 32);
