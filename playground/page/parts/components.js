// Discord's message components by their type. One that is not known here is a labelled box, never nothing.
import { html } from 'htm/preact';
import { Button } from './button.js';
import { Marked, Spoiler } from './markdown.js';
import { FileLine, Gallery, Thumbnail } from './media.js';
import { MessageSelect } from './message-select.js';

/** A component of a message with all that is in it. */
export function Component({ one, message }) {
  const inner = (list) =>
    (list ?? []).map((each, index) => html`<${Component} key=${index} one=${each} message=${message} />`);
  if ([3, 5, 6, 7, 8].includes(one.type)) return html`<${MessageSelect} one=${one} message=${message} />`;
  switch (one.type) {
    case 1:
      return html`<div class="row">${inner(one.components)}</div>`;
    case 2:
      return html`<${Button} one=${one} message=${message} />`;
    case 9:
      return html`<div class="section">
        <div class="section-text">${inner(one.components)}</div>
        <div>${inner([one.accessory])}</div>
      </div>`;
    case 10:
      return html`<${Marked} marks=${one.marked ?? []} />`;
    case 11:
      return html`<${Thumbnail} one=${one} />`;
    case 12:
      return html`<${Gallery} items=${one.items} />`;
    case 13:
      return html`<${FileLine} one=${one} />`;
    case 14:
      return html`<hr
        class=${`separator${one.spacing === 2 ? ' large' : ''}${one.divider === false ? ' unseen' : ''}`}
      />`;
    case 17:
      return html`<${Container} one=${one}>${inner(one.components)}<//>`;
    default:
      return html`<${Unknown} one=${one} />`;
  }
}

function Container({ one, children }) {
  const accent =
    typeof one.accent_color === 'number' ? `#${one.accent_color.toString(16).padStart(6, '0')}` : undefined;
  const box = html`<div
    class=${`container${accent === undefined ? '' : ' accented'}`}
    style=${{ '--accent-colour': accent }}
  >
    ${children}
  </div>`;
  return one.spoiler === true ? html`<${Spoiler}>${box}<//>` : box;
}

function Unknown({ one }) {
  return html`<div class="unknown" role="note">
    <b>A component that this page doesn’t know (type ${one.type})</b>
    <pre tabindex="0">${JSON.stringify(one, undefined, 1)}</pre>
  </div>`;
}
