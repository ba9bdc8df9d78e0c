// The playground's clock: what is due happens as it passes.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { notice } from './actions.js';
import { Icon } from './icons.js';
import { Panel } from './panel.js';
import { put } from './server.js';
import { me, useStore } from './store.js';
import { productNow, useNow, zoneOfMe } from './time.js';
import { tellTime } from './visit.js';
import { nextNine } from './zone-time.js';

const hour = 3_600_000;

export function ClockPanel() {
  const { clockOffset } = useStore();
  const now = useNow();
  const [zone, setZone] = useState('');
  const wanted = zone === '' ? zoneOfMe() : zone;
  const shown = new Intl.DateTimeFormat(me()?.locale, {
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zoneOfMe(),
  });
  const whole = new Intl.DateTimeFormat(me()?.locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zoneOfMe() });
  const ahead = inWords(clockOffset);
  const face = html`<${Icon} name="clock" /><span class="panel-face"
      >${shown.format(now)}${ahead !== '' && html`<small>${ahead}</small>`}</span
    >`;
  return html`<${Panel}
    label=${`Clock: ${shown.format(now)} ${ahead}`.trim()}
    face=${face}
    className=${clockOffset === 0 ? 'clock' : 'clock moved'}
  >
    <h2>${whole.format(now)}</h2>
    <p>
      ${ahead === '' ? 'This is the real time.' : `${ahead} from the real time.`} ${zoneOfMe().replaceAll('_', ' ')}
    </p>
    <div class="panel-actions">
      <button type="button" class="button secondary" onClick=${() => void moveTo(Date.now())}>Now</button>
      <button type="button" class="button secondary" onClick=${() => void moveTo(productNow() + hour / 12)}>
        +5 min
      </button>
      <button type="button" class="button secondary" onClick=${() => void moveTo(productNow() + hour)}>+1 hour</button>
      <button type="button" class="button secondary" onClick=${() => void moveTo(productNow() + 24 * hour)}>
        +1 day
      </button>
    </div>
    <label class="panel-field"
      >Time zone
      <select value=${wanted} onChange=${(event) => setZone(event.currentTarget.value)}>
        ${zones(wanted).map((one) => html`<option value=${one} selected=${one === wanted}>${one.replaceAll('_', ' ')}</option>`)}
      </select>
    </label>
    <button type="button" class="button primary" onClick=${() => void moveTo(nextNine(productNow(), wanted))}>
      Next 09:00 there
    </button>
  <//>`;
}

const zones = (wanted) =>
  [...new Set(['UTC', wanted, ...Intl.supportedValuesOf('timeZone')])].toSorted((a, b) => a.localeCompare(b));

async function moveTo(ms) {
  const offset = ms - Date.now();
  try {
    const offsetMs = await tellTime(() => put('clock', { offsetMs: Math.abs(offset) < 1000 ? 0 : Math.round(offset) }));
    notice(offsetMs === 0 ? 'The clock shows the real time again' : 'The clock was moved');
  } catch (error) {
    notice(error.message);
  }
}

function inWords(ms) {
  if (ms === 0) return '';
  const hours = Math.round(Math.abs(ms) / hour);
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  const words =
    [days > 0 && `${days} d`, rest > 0 && `${rest} h`].filter(Boolean).join(' ') ||
    `${Math.round(Math.abs(ms) / 60_000)} min`;
  return `${ms > 0 ? '+' : '−'}${words}`;
}
