// One message: who wrote it, to what it answers, what is in it, and for whom it is.
import { html } from 'htm/preact';
import { dismiss } from './actions.js';
import { Component } from './components.js';
import { Embed } from './embed.js';
import { Avatar, Icon } from './icons.js';
import { Marked } from './markdown.js';
import { Attachment } from './media.js';
import { openMenu } from './menu.js';
import { Dots, UsedLine } from './pending.js';
import { useStore } from './store.js';
import { formatted, stamped } from './time.js';

export function Message({ message, grouped }) {
  const { failures } = useStore();
  const isV2 = (message.flags & 32_768) !== 0;
  const looks = ['message', message.ephemeral && 'ephemeral', grouped && 'grouped', message.pinged && 'pinged'];
  const menu = (event) => {
    if (event.target.closest('a, input, textarea') !== null) return;
    event.preventDefault();
    openMenu(event, message);
  };
  return html`<article
    id=${`message-${message.id}`}
    class=${looks.filter(Boolean).join(' ')}
    aria-label=${labelOf(message)}
    onContextMenu=${menu}
  >
    <${ContextLine} message=${message} />
    ${grouped ? html`<span></span>` : html`<${Avatar} ...${message.author} />`}
    <div class="message-body">
      ${!grouped && html`<${Head} message=${message} />`}
      ${
        message.thinking
          ? html`<p class="thinking"><${Dots} />${message.author.name} is thinking…</p>`
          : html`<${Contents} message=${message} isV2=${isV2} />`
      }
      ${failures.has(message.id) && html`<p class="failure" role="alert">${failures.get(message.id)}</p>`}
      ${message.ephemeral && html`<${OnlyYou} message=${message} />`}
    </div>
    <div class="message-tools">
      <button
        type="button"
        class="icon-button"
        aria-haspopup="menu"
        aria-label="More about this message"
        onClick=${(event) => openMenu(event, message)}
      >
        <${Icon} name="more" />
      </button>
    </div>
  </article>`;
}

function labelOf({ author, ephemeral, timestamp }) {
  return `${author.name}, ${formatted(Date.parse(timestamp), 't')}${ephemeral ? ', only you can see this' : ''}`;
}

function ContextLine({ message }) {
  const { used, reply } = message;
  if (used !== undefined)
    return html`<${UsedLine} person=${{ id: used.personId, name: used.person }} command=${used.command} />`;
  if (reply === undefined) return null;
  const show = () => document.getElementById(`message-${reply.id}`)?.scrollIntoView({ block: 'center' });
  return html`<p class="context-line reply">
    <span class="hook" aria-hidden="true"></span>
    <button type="button" class="as-link" onClick=${show} aria-label=${`Answer to ${reply.author}: ${reply.excerpt}`}>
      <b>${reply.author}</b> <bdi>${reply.excerpt}</bdi>
    </button>
  </p>`;
}

function Head({ message }) {
  const { author, timestamp, edited } = message;
  const at = Date.parse(timestamp);
  return html`<header class="message-head">
    <b class="author"><bdi>${author.name}</bdi></b>
    ${author.bot && html`<span class="badge">App</span>`}
    <time datetime=${timestamp} title=${formatted(at, 'F')}>${stamped(at)}</time>
    ${edited && !message.thinking && html`<span class="edited">(edited)</span>`}
  </header>`;
}

function Contents({ message, isV2 }) {
  const { marked, components, embeds, attachments } = message;
  const loose = isV2 ? [] : attachments;
  return html`
    ${marked.length > 0 && html`<${Marked} marks=${marked} />`}
    ${loose.map((file) => html`<${Attachment} file=${file} />`)}
    ${embeds.map((embed) => html`<${Embed} embed=${embed} />`)}
    ${components.map((one, index) => html`<${Component} key=${index} one=${one} message=${message} />`)}
  `;
}

function OnlyYou({ message }) {
  return html`<p class="only-you">
    <${Icon} name="eye" />Only you can see this ·
    <button type="button" class="as-link" onClick=${() => void dismiss(message.id)}>Dismiss message</button>
  </p>`;
}
