// Knows whether the running code belongs to an open transaction, through every await.

import { AsyncLocalStorage } from 'node:async_hooks';

/** `run` marks work as inside a transaction; `assertOutside` throws when called from such work. */
export type TransactionScope = {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  readonly assertOutside: () => void;
};

/** One per database. Using the database inside its own transaction would wait for itself for ever on SQLite. */
export function transactionScope(): TransactionScope {
  const storage = new AsyncLocalStorage<{ open: boolean }>();
  return {
    async run(work) {
      const mark = { open: true };
      try {
        return await storage.run(mark, work);
      } finally {
        mark.open = false; // work that was started inside and outlives the transaction is free again
      }
    },
    assertOutside() {
      if (!storage.getStore()?.open) return;
      throw new Error('Inside a transaction use the `tx` it was given, not the database: that would wait for itself.');
    },
  };
}
