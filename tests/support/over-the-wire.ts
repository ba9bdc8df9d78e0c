import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Playground } from '#playground/start.ts';
import type { Seen, Spot, Transport } from './transport.ts';

type Exchange = Awaited<ReturnType<Playground['people']['command']>>;

/** How long the bot may take until what it owes is there, in ms. */
const patience = 20_000;

/** People in the playground, whose bot is the real one behind the real discord.js. */
export function overTheWire({ people, world, state }: Playground): Transport {
  const forms = new Map<string, Exchange>();
  const idOf = (person: string) => people.named(person.toLowerCase()).id;
  const channelOf = (person: string, spot: Spot): string => {
    if (spot === 'dm') return world.dm(idOf(person)).id;
    if (spot === 'friends') return friendsOf(person);
    return world.channel(spot.replace('thread ', ''), spot === 'lounge' ? 'Somewhere Else' : 'The Practice Room').id;
  };
  const friendsOf = (person: string): string => {
    const { botId } = state.application;
    const without = people
      .channels(idOf(person))
      .find(({ recipients }) => recipients !== undefined && !recipients.includes(botId));
    if (!without) throw new Error(`${person} has no direct messages with a person`);
    return without.id;
  };

  const seenBy = (person: string, spot: Spot): readonly Seen[] =>
    people.seen(idOf(person), channelOf(person, spot)).map(({ id, channelId, components, ephemeral }) => ({
      id,
      components,
      onlyYou: ephemeral,
      files: (state.messages.get(channelId)?.get(id)?.attachments ?? []).map(({ filename, bytes }) => ({
        name: filename,
        text: new TextDecoder().decode(bytes),
      })),
    }));

  /** Waits for an answer, also for one that was only announced ("thinking…"). */
  async function answered(person: string, doing: Promise<Exchange>): Promise<void> {
    const exchange = await doing;
    if (exchange.state !== 'answered') throw new Error(`${person} sees “This interaction failed”`);
    if (exchange.form) forms.set(person, exchange);
    const isOwed = exchange.answerType === 5 || exchange.answerType === 6;
    await people.until(() => !isOwed || exchange.edits > 0 || exchange.messageIds.length > 1 || undefined, patience);
  }

  return {
    command: (person, spot, { path, options }) => {
      const [name = '', ...words] = path;
      const given = Object.entries(options).map(([option, value]) => ({ name: option, value }));
      const nested = words.reduceRight<readonly object[]>((inner, word) => [{ name: word, options: inner }], given);
      return answered(
        person,
        people.command(idOf(person), { channelId: channelOf(person, spot), name, options: nested as never }),
      );
    },
    suggestions: async (person, { path, option, typed }) => {
      const [name = '', ...words] = path;
      const focused = [{ name: option, value: typed, focused: true }];
      const nested = words.reduceRight<readonly object[]>((inner, word) => [{ name: word, options: inner }], focused);
      const channelId = channelOf(person, 'general');
      const { choices = [] } = await people.autocomplete(idOf(person), { channelId, name, options: nested as never });
      return choices.map((choice) => ({ name: choice.name, value: String(choice.value) }));
    },
    press: (person, _spot, { message, customId }) =>
      answered(person, people.press(idOf(person), { messageId: message, customId })),
    select: (person, _spot, { message, customId, values }) =>
      answered(person, people.select(idOf(person), { messageId: message, customId, values })),
    submit: (person, _spot, values) => {
      const formId = forms.get(person)?.interactionId;
      if (formId === undefined) throw new Error(`${person} has no form open`);
      forms.delete(person);
      return answered(person, people.submit(idOf(person), { formId, values }));
    },
    form: (person) => forms.get(person)?.form as APIModalInteractionResponseCallbackData | undefined,
    seen: (person, spot) => seenBy(person, spot),
    until: async (person, spot, fits) => {
      await people.until(() => fits(seenBy(person, spot)) || undefined, patience);
    },
  };
}
