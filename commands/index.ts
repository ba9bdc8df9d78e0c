import type { Command } from '#bot/command.ts';
import type { Features } from '#src/features.ts';
import { helpAbout } from './help.ts';
import { lesson } from './lesson.ts';
import { mock } from './mock.ts';
import { privacy } from './privacy.ts';
import { settings } from './settings.ts';
import { streak } from './streak.ts';
import { tips } from './tips.ts';

const all: readonly Command<Features>[] = [lesson, mock, streak, tips, settings, privacy];

/** Everything a person can type or pick from a menu. The one list that bot, documents and tests use. */
export const commands: readonly Command<Features>[] = [...all, helpAbout(all)];
