import type { Dice } from './turn.ts';

/** Letters and digits by chance, for an id or a one-time key: twelve of them hardly ever meet again. */
export const keyBy = (dice: Dice, length: number): string =>
  Array.from({ length }, () => '0123456789abcdefghijklmnopqrstuvwxyz'[Math.floor(dice() * 36)]).join('');
