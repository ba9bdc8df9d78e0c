import { vocabulary } from '#bot/vocabulary.ts';
import type { Features } from '#src/features.ts';

/** The words for commands, bound to what this bot can do. */
export const { command, commandGroup, subcommand, messageCommand, option } = vocabulary<Features>();
