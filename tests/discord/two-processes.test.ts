import { InteractionResponseType, REST, Routes } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { card, text } from '#bot/parts.ts';
import { answerOver } from '#discord/answer.ts';
import { openDiscord } from '#discord/client.ts';
import { startPlayground } from '#playground/start.ts';
import { keptLog } from '#tests/support/kept-log.ts';
import { endPlayground } from '#tests/support/playground.ts';

const hello = card('calm', text('Hello'));

/** Ann runs a command; another process answers with `type` before ours says hello. */
async function answeredBefore(type: InteractionResponseType, flags?: number): Promise<readonly string[]> {
  const playground = await startPlayground();
  onTestFinished(() => endPlayground(playground));
  const { token, apiUrl, people, world } = playground;
  const done = Promise.withResolvers<void>();
  const discord = openDiscord({
    token,
    apiUrl,
    log: keptLog(),
    onHappening: () => undefined,
    onInteraction: (interaction, rest) => {
      const other = new REST({ api: apiUrl });
      const body = { type, ...(flags !== undefined && { data: { flags } }) };
      other
        .post(Routes.interactionCallback(interaction.id, interaction.token), { auth: false, body })
        .then(() => answerOver(rest, interaction).reply(hello, { private: true }))
        .then(done.resolve, done.reject);
    },
  });
  onTestFinished(discord.disconnect);
  const application = await discord.login();
  await discord.rest.put(Routes.applicationCommands(application), { body: [{ name: 'hello', description: 'Hello' }] });
  const ann = people.named('ann');
  const channelId = world.channel('general').id;
  await people.command(ann.id, { channelId, name: 'hello' });
  await done.promise;
  return people
    .seen(ann.id, channelId)
    .map(({ components, thinking }) => (thinking ? 'thinking' : JSON.stringify(components)));
}

test('an answer that comes after another process’s “thinking…” takes its place', async () => {
  const seen = await answeredBefore(InteractionResponseType.DeferredChannelMessageWithSource, 64);
  expect(seen).toEqual([expect.stringContaining('Hello')]);
});
