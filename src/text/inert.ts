/**
 * Makes what a person typed safe to repeat inside a message: markdown, mentions and links lose their effect, and
 * invisible characters that turn the direction of text are dropped. The reader sees the same letters.
 *
 * Discord lets a backslash take the meaning from any ASCII punctuation mark
 * (https://support.discord.com/hc/en-us/articles/210298617).
 */
export function inert(typed: string): string {
  return (
    typed
      // Directional overrides and isolates could make the bot's own words around them read backwards.
      .replaceAll(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\0]/g, '')
      .replaceAll(/[\\`*_~|<>[\]#@:]/g, '\\$&')
      .replaceAll(/^(\s*)([-+])/gm, '$1\\$2')
      .replaceAll(/^(\s*\d+)\./gm, '$1\\.')
  );
}
