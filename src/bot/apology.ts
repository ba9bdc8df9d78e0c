import type { Translator } from '#text/translator.ts';
import type { Incoming } from './incoming.ts';
import type { Message } from './message.ts';
import { card, fileShown, text } from './parts.ts';
import { texts } from './texts.ts';

/** A no, or a sorry. Whoever sent a form gets back what they wrote, so that no failure costs them their words. */
export function apologyCard(
  said: string,
  { incoming, t }: { readonly incoming: Incoming; readonly t: Translator },
): Message {
  const written = writtenIn(incoming);
  if (written === '') return card('bad', text(said));
  const name = 'what-you-wrote.txt';
  return {
    ...card('bad', text(`${said}\n${t(texts.yourWords)}`), fileShown(name)),
    files: [{ name, data: new TextEncoder().encode(written) }],
  };
}

/** What is shorter, in characters, was chosen rather than written, and is quickly chosen again. */
const shortest = 2;

/** The texts of a form. */
function writtenIn(incoming: Incoming): string {
  if (incoming.kind !== 'submit') return '';
  const written = Object.values(incoming.values).filter((value) => typeof value === 'string');
  return written
    .map((value) => value.trim())
    .filter((value) => value.length > shortest)
    .join('\n\n');
}
