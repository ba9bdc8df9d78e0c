import type { Message } from '#bot/message.ts';
import { button, card, row, text } from '#bot/parts.ts';
import type { Turn } from '#bot/turn.ts';
import { peerRoutes } from './routes.ts';
import { texts } from './texts.ts';

/** These two are never paired; it can be taken back. */
export const neverCard = (about: string, { caller, t }: Pick<Turn<unknown>, 'caller' | 't'>): Message =>
  card(
    'calm',
    text(t(texts.neverDone, { member: about })),
    row(button(t(texts.neverUndo), peerRoutes.mayMeet.id({ owner: caller.id, about }))),
  );
