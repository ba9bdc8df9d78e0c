import { commandsFor } from './command.ts';
import { optionsFor } from './option.ts';
import { pressesFor } from './press.ts';

/** The words in which commands and presses are written, bound once to the features that their handlers get. */
export const vocabulary = <F>() => ({ ...commandsFor<F>(), ...pressesFor<F>(), option: optionsFor<F>() });
