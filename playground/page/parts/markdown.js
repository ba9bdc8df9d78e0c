// Text that was read as markdown by the server, as elements. What people typed only ever becomes text.
import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { change } from './store.js';
import { Moment } from './time.js';
import { open } from './visit.js';

/** Marks of one text, in a box of its own so that right-to-left marks can't reach out of it. */
export function Marked({ marks, small }) {
  return html`<div class=${small ? 'marked small' : 'marked'} dir="auto">${marks.map(element)}</div>`;
}

/** Marks inside a line. */
export const inline = (marks) => marks.map(element);

const wrapped = {
  strong: (inner) => html`<strong>${inner}</strong>`,
  em: (inner) => html`<em>${inner}</em>`,
  underline: (inner) => html`<u>${inner}</u>`,
  strike: (inner) => html`<s>${inner}</s>`,
  quote: (inner) => html`<blockquote>${inner}</blockquote>`,
  subtext: (inner) => html`<small class="subtext">${inner}</small>`,
  spoiler: (inner) => html`<${Spoiler}>${inner}<//>`,
};

const leaves = {
  text: ({ text }) => text,
  line: () => html`<br />`,
  code: ({ text }) => html`<code>${text}</code>`,
  pre: ({ text }) => html`<pre tabindex="0"><code>${text}</code></pre>`,
  emoji: ({ name }) => html`<span class="emoji-name">:${name}:</span>`,
  time: ({ seconds, style }) => html`<${Moment} seconds=${seconds} style=${style} />`,
  command: ({ name }) =>
    html`<button type="button" class="mention" onClick=${() => change({ prefill: { text: `/${name}` } })}>
      /${name}
    </button>`,
  mention: ({ name, channelId }) =>
    channelId === undefined
      ? html`<bdi class="mention">${name}</bdi>`
      : html`<button type="button" class="mention" onClick=${() => void open(channelId)}>${name}</button>`,
};

function element(mark) {
  if (mark.kind in leaves) return leaves[mark.kind](mark);
  if (mark.kind === 'list') return list(mark);
  const inner = mark.inner.map(element);
  if (mark.kind === 'heading') return heading(mark.level, inner);
  if (mark.kind === 'link')
    return html`<a href=${mark.href} target="_blank" rel="noopener noreferrer" title=${mark.href}>${inner}</a>`;
  return wrapped[mark.kind](inner);
}

/** One level down: the page's own headings stand above those of messages. */
function heading(level, inner) {
  if (level === 1) return html`<h3 class="head-1">${inner}</h3>`;
  return level === 2 ? html`<h4 class="head-2">${inner}</h4>` : html`<h5 class="head-3">${inner}</h5>`;
}

function list({ ordered, start, items }) {
  const rows = items.map((item) => html`<li>${item.map(element)}</li>`);
  return ordered
    ? html`<ol start=${start}>
        ${rows}
      </ol>`
    : html`<ul>
        ${rows}
      </ul>`;
}

/** Hidden until it is asked for. */
export function Spoiler({ children }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return html`<span class="spoiler open">${children}</span>`;
  return html`<button type="button" class="spoiler" aria-label="Spoiler: show it" onClick=${() => setOpen(true)}>
    <span aria-hidden="true">${children}</span>
  </button>`;
}
