// Moments as one person reads them: in their language and their zone, on the playground's clock.
import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import { current, me, useStore } from './store.js';

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const styles = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

export const productNow = () => Date.now() + current().clockOffset;

export const zoneOfMe = () => me()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A moment in one of Discord's styles (t T d D f F s S R). */
export function formatted(ms, style) {
  if (!Number.isFinite(new Date(ms).getTime())) return 'an impossible time';
  if (style === 'R') return relative(ms - productNow());
  return new Intl.DateTimeFormat(me()?.locale, { ...(styles[style] ?? styles['f']), timeZone: zoneOfMe() }).format(ms);
}

/** @type {[number, Intl.RelativeTimeFormatUnit][]} */
const units = [
  [31_536_000_000, 'year'],
  [2_592_000_000, 'month'],
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
];

function relative(difference) {
  const [size, unit] = units.find(([length]) => Math.abs(difference) >= length) ?? [1000, 'second'];
  return new Intl.RelativeTimeFormat(me()?.locale, { numeric: 'auto' }).format(Math.round(difference / size), unit);
}

/** The day of a moment in the viewer's zone, to part the messages of different days. */
export function dayOf(ms) {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zoneOfMe() }).format(ms);
}

/** "14:05" today, with the date on other days. */
export function stamped(ms) {
  return dayOf(ms) === dayOf(productNow()) ? formatted(ms, 't') : formatted(ms, 's');
}

/** The product time, told anew every few seconds. */
export function useNow() {
  const { clockOffset } = useStore();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 5000);
    return () => clearInterval(timer);
  }, []);
  return Date.now() + clockOffset;
}

/** `<t:…>` in a message. */
export function Moment({ seconds, style }) {
  useNow();
  const ms = seconds * 1000;
  return html`<time class=${/^f$/i.test(style) ? 'moment long' : 'moment'} title=${formatted(ms, 'F')}
    >${formatted(ms, style)}</time
  >`;
}
