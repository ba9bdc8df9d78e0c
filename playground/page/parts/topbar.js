// The bar above the chat: where one is, who one is, the clock and the faults.
import { html } from 'htm/preact';
import { ClockPanel } from './clock-panel.js';
import { FaultPanel } from './fault-panel.js';
import { Avatar, Icon } from './icons.js';
import { channelIcon } from './sidebar.js';
import { change, here, useStore } from './store.js';
import { become } from './visit.js';

export function Topbar() {
  const { drawerOpen, channels, unread, personId } = useStore();
  const channel = here();
  const isNews = channels.some(({ id }) => unread.has(`${personId}/${id}`));
  return html`<header class="topbar">
    <button
      type="button"
      id="drawer-button"
      class="icon-button drawer-button"
      aria-label=${isNews ? 'Channels, new messages' : 'Channels'}
      aria-expanded=${drawerOpen}
      aria-controls="places"
      onClick=${() => change({ drawerOpen: true })}
    >
      <${Icon} name="menu" />${isNews && html`<span class="dot"></span>`}
    </button>
    <h1 class="place">${channelIcon(channel)}<bdi>${channel?.name ?? 'Playground'}</bdi></h1>
    <${People} />
    <${ClockPanel} />
    <${FaultPanel} />
  </header>`;
}

function People() {
  const { people, personId } = useStore();
  return html`<fieldset class="people">
    <legend class="hidden">You are</legend>
    ${people.map(
      (one) =>
        html`<label
          class=${one.id === personId ? 'on' : ''}
          title=${`${one.name}: ${one.locale}, ${one.zone ?? 'your own time zone'}`}
        >
          <input
            type="radio"
            class="hidden"
            name="person"
            value=${one.id}
            checked=${one.id === personId}
            onChange=${() => void become(one.id)}
          />
          <${Avatar} name=${one.name} size="small" /><span class="person-name">${one.name}</span>
        </label>`,
    )}
  </fieldset>`;
}
