// What hosts do: where sessions are held, who may join, who is kept out.

import { card, text } from '#bot/parts.ts';
import type { Outbox } from '#bot/outbox.ts';
import { refuse } from '#bot/refusal.ts';
import { mustBeAllowed } from '#bot/resolve.ts';
import type { Caller } from '#bot/turn.ts';
import type { Speak } from '#text/translator.ts';
import { type Finding, findingsOf, isNeeded } from './doctor.ts';
import type { Places } from './places.ts';
import type { Place } from './session.ts';
import { texts } from './texts.ts';

/** A server's place for sessions, and what it lacks. */
export type Examined = { readonly place: Place; readonly findings: readonly Finding[] };

export type PlaceChange = Partial<Pick<Place, 'channel' | 'moderation' | 'entryRole' | 'apartRoles'>>;

export type Hosting = {
  /** How things stand. Refuses whoever may not manage the server, as all of these do. */
  look(host: Caller): Promise<Examined>;
  change(host: Caller, change: PlaceChange): Promise<Examined>;
  /** Turns sessions on. Refuses while something needed is missing. */
  turnOn(host: Caller): Promise<Examined>;
  turnOff(host: Caller): Promise<Examined>;
  /** Posts a test message where reports go, once for a key; says whether it arrived. */
  test(host: Caller, key: string): Promise<boolean>;
  /** Keeps a member out of sessions on this server, also out of one that is on. */
  suspend(host: Caller, member: string, now: Temporal.Instant): Promise<void>;
  /** False when they were not suspended. */
  unsuspend(host: Caller, member: string): Promise<boolean>;
  /** Turns sessions off where their channel is gone. */
  channelGone(server: string, channel: string): Promise<void>;
};

type Parts = {
  readonly places: Places;
  readonly outbox: Outbox;
  readonly speak: Speak;
  /** Ends the wait and the session of a member on a server. */
  readonly removeFrom: (server: string, member: string, now: Temporal.Instant) => Promise<void>;
};

export function hostingOf({ places, outbox, speak, removeFrom }: Parts): Hosting {
  const placeOf = async (host: Caller): Promise<Place> => {
    const { id, locale } = serverOf(host);
    return (await places.find(id)) ?? { ...newPlace, server: id, locale };
  };

  async function examined(place: Place): Promise<Examined> {
    const standing = (channel: string | undefined) =>
      channel === undefined ? undefined : outbox.standing(place.server, channel);
    const [room, reports] = await Promise.all([standing(place.channel), standing(place.moderation)]);
    return { place, findings: findingsOf(place, { room, reports }) };
  }

  /** A place that lacks something it needs is not on. */
  async function save(place: Place): Promise<Examined> {
    const { findings } = await examined(place);
    const saved = { ...place, isOn: place.isOn && !findings.some(isNeeded) };
    await places.save(saved);
    return { place: saved, findings };
  }

  return {
    look: async (host) => examined(await placeOf(host)),
    change: async (host, change) => {
      const changed: Place = { ...(await placeOf(host)), ...change, locale: serverOf(host).locale };
      const { findings } = await examined(changed);
      // A channel that everybody reads is not even kept as a wish.
      if (findings.some(({ kind }) => kind === 'moderation-public')) throw refuse(texts.moderationPublic);
      return save(changed);
    },
    turnOn: async (host) => {
      const saved = await save({ ...(await placeOf(host)), isOn: true });
      if (!saved.place.isOn) throw refuse(texts.notYetOn);
      return saved;
    },
    turnOff: async (host) => save({ ...(await placeOf(host)), isOn: false }),
    test: async (host, key) => {
      const { moderation, locale } = await placeOf(host);
      if (moderation === undefined) throw refuse(texts.noModeration);
      const message = card('calm', text(speak(locale)(texts.testReport)));
      const posted = await outbox.post(moderation, { message, nonce: key });
      return posted.kind === 'posted';
    },
    suspend: async (host, member, now) => {
      const { id } = serverOf(host);
      await places.suspend(id, member, now);
      await removeFrom(id, member, now);
    },
    unsuspend: (host, member) => places.unsuspend(serverOf(host).id, member),
    channelGone: (server, channel) => places.gone(server, channel),
  };
}

const newPlace: Omit<Place, 'server' | 'locale'> = {
  channel: undefined,
  moderation: undefined,
  entryRole: undefined,
  apartRoles: [],
  isOn: false,
};

/** The server of somebody who may manage it. */
function serverOf(host: Caller) {
  mustBeAllowed('ManageGuild', host);
  const { server } = host.where;
  if (!server) throw refuse(texts.onlyInServers);
  return server;
}
