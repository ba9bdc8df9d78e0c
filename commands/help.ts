import { PermissionFlagsBits } from 'discord-api-types/v10';
import { type Command, type SlashCommand } from '#bot/command.ts';
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
      const lines = usable.flatMap((one) => linesOf(one, t));
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

function mayUse({ needs, only }: Command<Features>, { server }: Where): boolean {
  if (!server) return only !== 'server' && !needs;
  return !needs || (server.memberMay & PermissionFlagsBits[needs]) !== 0n;
}

const linesOf = ({ name, actions }: SlashCommand<Features>, t: Translator): readonly string[] =>
  Object.entries(actions).map(([word, { about }]) => {
    const words = word === '' ? name : `${name} ${word}`;
    return `- ${t.command(words)}: ${t(about)}`;
  });
