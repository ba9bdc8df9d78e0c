import { reportMessage } from '#peers/doing.ts';
import { messageCommand } from './vocabulary.ts';

/** In the menu of a message: tells the moderators of it. */
export const reportToModerators = messageCommand({
  name: 'Report to moderators',
  only: 'server',
  opensForm: true,
  run: async ({ target, ...turn }) => reportMessage(turn, target),
});
