import { texts as textsOf } from '#text/text.ts';
import { en } from './text.en.ts';

export const texts = textsOf('peers', { en });
