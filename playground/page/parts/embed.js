import { html } from 'htm/preact';
import { inline, Marked } from './markdown.js';
import { Picture } from './media.js';

/** An embed, the older kind of card. */
export function Embed({ embed }) {
  const { author, markedTitle, marked, fields, image, thumbnail, footer, color } = embed;
  const accent = typeof color === 'number' ? `#${color.toString(16).padStart(6, '0')}` : undefined;
  return html`<div class="container accented" style=${{ '--accent-colour': accent }}>
    <div class="section">
      <div class="section-text">
        ${author && html`<p class="embed-author">${author.name}</p>`}
        ${markedTitle.length > 0 && html`<p class="embed-title">${inline(markedTitle)}</p>`}
        ${marked.length > 0 && html`<${Marked} marks=${marked} />`}
      </div>
      ${thumbnail && html`<${Picture} className="thumbnail" url=${thumbnail.url} alt="" />`}
    </div>
    ${
      fields.length > 0 &&
      html`<dl class="embed-fields">
        ${fields.map(
          (one) =>
            html`<div class=${one.inline ? 'inline' : ''}>
              <dt>${inline(one.markedName)}</dt>
              <dd><${Marked} marks=${one.marked} /></dd>
            </div>`,
        )}
      </dl>`
    }
    ${image && html`<div class="gallery count-1"><${Picture} url=${image.url} alt="" /></div>`}
    ${footer && html`<small class="subtext">${footer.text}</small>`}
  </div>`;
}
