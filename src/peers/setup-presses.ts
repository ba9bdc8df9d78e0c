import { keyBy } from '#bot/key.ts';
import { type PressReply, update } from '#bot/reply.ts';
import type { Turn } from '#bot/turn.ts';
import { vocabulary } from '#bot/vocabulary.ts';
import type { Examined, PlaceChange } from './hosting.ts';
import type { Peers } from './peers.ts';
import { peerRoutes } from './routes.ts';
import { setupCard } from './setup-card.ts';
import { texts } from './texts.ts';

type PeerTurn = Turn<{ readonly peers: Peers }>;

const { press, select } = vocabulary<{ readonly peers: Peers }>();

const panel = ({ caller, t }: PeerTurn, examined: Examined, note?: string): PressReply =>
  update(setupCard(examined, { caller, t, ...(note !== undefined && { note }) }));

const changed = async (turn: PeerTurn, change: PlaceChange): Promise<PressReply> =>
  panel(turn, await turn.features.peers.hosting.change(turn.caller, change));

/** What the controls of set-up do. */
export const setupPresses = [
  select(peerRoutes.channel, (turn) => changed(turn, { channel: turn.values[0] })),
  select(peerRoutes.moderation, (turn) => changed(turn, { moderation: turn.values[0] })),
  select(peerRoutes.entry, (turn) => changed(turn, { entryRole: turn.values[0] })),
  select(peerRoutes.apart, (turn) => changed(turn, { apartRoles: turn.values })),
  press(peerRoutes.anybody, (turn) => changed(turn, { entryRole: undefined })),
  press(peerRoutes.nobodyApart, (turn) => changed(turn, { apartRoles: [] })),
  press(peerRoutes.turnOn, async (turn) => panel(turn, await turn.features.peers.hosting.turnOn(turn.caller))),
  press(peerRoutes.turnOff, async (turn) => panel(turn, await turn.features.peers.hosting.turnOff(turn.caller))),
  press(peerRoutes.test, async (turn) => {
    const { caller, features, t, dice } = turn;
    const sent = await features.peers.hosting.test(caller, keyBy(dice, 20));
    return panel(turn, await features.peers.hosting.look(caller), t(sent ? texts.testSent : texts.testFailed));
  }),
];
