// A command that waits for its first answer, or never got one.
import { html } from 'htm/preact';
import { forgetPending } from './actions.js';
import { Avatar, Icon } from './icons.js';
import { me, useStore } from './store.js';

export function Pending({ entry }) {
  const { app } = useStore();
  return html`<article
    class=${`message ephemeral${entry.failed ? ' failed' : ''}`}
    aria-label=${`${app}, to you alone`}
  >
    <${UsedLine} person=${me()} command=${entry.command} />
    <${Avatar} name=${app} bot />
    <div class="message-body">
      <header class="message-head"><b class="author">${app}</b><span class="badge">App</span></header>
      ${
        entry.failed
          ? html`<p class="failure">This interaction failed. ${app} did not answer in time.</p>
              <p class="only-you">
                <${Icon} name="eye" />Only you can see this ·
                <button type="button" class="as-link" onClick=${() => forgetPending(entry.id)}>Dismiss message</button>
              </p>`
          : html`<p class="thinking"><${Dots} />Sending /${entry.command}…</p>`
      }
    </div>
  </article>`;
}

/** "Ann used /lesson today" */
export function UsedLine({ person, command }) {
  return html`<p class="context-line used">
    <span class="hook" aria-hidden="true"></span>
    <${Avatar} name=${person?.name ?? '?'} size="tiny" />
    <span><b>${person?.name}</b> used <span class="used-command">/${command}</span></span>
  </p>`;
}

export const Dots = () => html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;
