// Small drawings, one stroke wide; they take the colour of the text and are never read aloud.
import { html } from 'htm/preact';

const paths = {
  menu: 'M4 6h16M4 12h16M4 18h16',
  clock: 'M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6l1-7Z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  eye: 'M2 12s3.5-6 10-6 10 6 10 6-3.5 6-10 6S2 12 2 12Zm13 0a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
  send: 'M4 12 20 4l-5 16-3.5-6.5L4 12Zm7.5 1.5L20 4',
  close: 'M6 6l12 12M18 6 6 18',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6v-9Z',
  thread: 'M6 4v9a3 3 0 0 0 3 3h9m0 0-4-4m4 4-4 4',
  file: 'M6 3h8l4 4v14H6V3Zm8 0v4h4',
  down: 'M6 9l6 6 6-6',
  link: 'M14 4h6v6M20 4 10 14M18 14v6H4V6h6',
  reply: 'M4 18v-3a5 5 0 0 1 5-5h11m0 0-4-4m4 4-4 4',
  check: 'M5 12l5 5 9-10',
  slash: 'M7 4h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3Zm7 4-4 8',
};

export const Icon = ({ name }) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name]} /></svg>`;

/** A person's initials on a colour that goes with their name; the app gets a square. */
export function Avatar({ name, bot, size }) {
  const initials = [...name.matchAll(/(?:^|\s)(\S)/gu)].map((found) => found[1]).slice(0, 2);
  const sum = [...name].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0);
  const looks = `avatar colour-${bot ? 'bot' : sum % 6} ${size ?? ''}`;
  return html`<span class=${looks} aria-hidden="true">${initials.join('').toUpperCase()}</span>`;
}
