import { PermissionFlagsBits } from 'discord-api-types/v10';
import { type Command, type SlashCommand, wordsOf } from '#bot/command.ts';
import type { Where } from '#bot/incoming.ts';
import { button, card, row, text } from '#bot/parts.ts';
import { show } from '#bot/reply.ts';
import { lessonRoutes } from '#lessons/routes.ts';
import type { Features } from '#src/features.ts';
import type { Translator } from '#text/translator.ts';
import { texts } from './texts.ts';
import { command } from './vocabulary.ts';

/** `/help` about these commands: what the member may use where they are. */
export const helpAbout = (commands: readonly Command<Features>[]) =>
  command({
    name: 'help',
    about: texts.help,
    run: async ({ caller, features, t }) => {
      const usable = commands.filter(
        (one) => one.kind === 'slash' && mayUse(one, caller.where),
      ) as SlashCommand<Features>[];
      const lines = usable.map((one) => lineOf(one, t));
      const { lesson } = await features.lessons.today(caller);
      return show(
        card(
          'calm',
          text(`### ${t(texts.helpTitle)}\n${t(texts.helpIntro)}\n${lines.join('\n')}`),
          row(
            button(t(texts.helpStart), lessonRoutes.go.id({ owner: caller.id, lesson: lesson.id }), { style: 'main' }),
          ),
        ),
      );
    },
  });

/** As Discord offers it: where a member brought the bot along, there is nothing of the server's. */
function mayUse({ needs, only }: Command<Features>, { server }: Where): boolean {
  if (!server?.hasBot) return only !== 'server' && !needs;
  return !needs || (server.memberMay & PermissionFlagsBits[needs]) !== 0n;
}

/** One line for each command, with all ways to type it: a phone shows them all at once. */
function lineOf(one: SlashCommand<Features>, t: Translator): string {
  const mentions = wordsOf(one).map((words) => t.command(words));
  const about = t(one.about);
  return mentions.length === 1 ? `- ${mentions.join()}: ${about}` : `- **${about}**: ${mentions.join(' · ')}`;
}
