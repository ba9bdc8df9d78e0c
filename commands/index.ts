import type { Command } from '#bot/command.ts';
import type { Features } from '#src/features.ts';
import { helpAbout } from './help.ts';
import { lesson } from './lesson.ts';
import { mock } from './mock.ts';
import { peer } from './peer.ts';
import { privacy } from './privacy.ts';
import { reportToModerators } from './report-to-moderators.ts';
import { server } from './server.ts';
import { settings } from './settings.ts';
import { streak } from './streak.ts';
import { tips } from './tips.ts';

const all: readonly Command<Features>[] = [
  lesson,
  mock,
  peer,
  streak,
  tips,
  server,
  settings,
  privacy,
  reportToModerators,
];

/** Everything a person can type or pick from a menu. The one list that bot, documents and tests use. */
export const commands: readonly Command<Features>[] = [...all, helpAbout(all)];
