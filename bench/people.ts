// What people do to a bot in a bench.

import type { Playground } from '#playground/start.ts';

/** Ann types `/lesson show lesson:…`. Resolves with her wait in ms; undefined when no answer came. */
export async function showLesson({ people, world }: Playground, lesson: string): Promise<number | undefined> {
  const options = [{ name: 'show', options: [{ name: 'lesson', value: lesson }] }];
  const place = { channelId: world.channel('general', 'The Practice Room').id, name: 'lesson', options };
  const begun = performance.now();
  const { state } = await people.command(people.named('ann').id, place);
  return state === 'answered' ? performance.now() - begun : undefined;
}
