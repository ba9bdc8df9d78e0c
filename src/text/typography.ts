/** Straight quotes and apostrophes, as people type them, the way they are printed: “…”, ‘…’ and ’. */
export const printed = (typed: string): string =>
  typed
    .replaceAll(/(^|[\s([“‘])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll(/(^|[\s([“])'(?=\p{L})/gu, '$1‘')
    .replaceAll("'", '’');
