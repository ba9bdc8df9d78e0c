// Pictures and files. A picture that stands elsewhere is not fetched: its place says what it is.
import { html } from 'htm/preact';
import { Icon } from './icons.js';
import { Spoiler } from './markdown.js';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The path of an address on this playground, by whichever of loopback's names; undefined for elsewhere. */
function pathHere(url) {
  if (!URL.canParse(url ?? '', location.href)) return undefined;
  const at = new URL(url, location.href);
  const isTwin = at.port === location.port && loopback.test(at.hostname) && loopback.test(location.hostname);
  return at.origin === location.origin || isTwin ? at.pathname : undefined;
}

const isPicture = (type) => /^image\/(png|jpeg|gif|webp)$/.test(type ?? '');

export function Picture({ url, alt, className }) {
  if (pathHere(url) === undefined)
    return html`<span class=${`picture-elsewhere ${className ?? ''}`}
      ><b>${alt ?? 'A picture'}</b><small>Not loaded: it stands outside this machine</small></span
    >`;
  return html`<img class=${className} src=${pathHere(url)} alt=${alt ?? ''} loading="lazy" />`;
}

export function Gallery({ items }) {
  return html`<div class=${`gallery count-${Math.min(items.length, 5)}`}>
    ${items.map(({ media, description, spoiler }) => {
      const picture = html`<${Picture} url=${media.url} alt=${description} />`;
      return html`<figure>${spoiler ? html`<${Spoiler}>${picture}<//>` : picture}</figure>`;
    })}
  </div>`;
}

export function Thumbnail({ one }) {
  const picture = html`<${Picture} className="thumbnail" url=${one.media.url} alt=${one.description} />`;
  return one.spoiler ? html`<${Spoiler}>${picture}<//>` : picture;
}

/** A file component: `file.url` was put in by the server. */
export function FileLine({ one }) {
  const name = one.name ?? decodeURIComponent((one.file?.url ?? '').split('/').at(-1) ?? 'file');
  const line = html`<${Download} name=${name} url=${one.file?.url} size=${one.size} />`;
  return one.spoiler ? html`<${Spoiler}>${line}<//>` : line;
}

/** A file that came with a message without components. */
export function Attachment({ file }) {
  if (!isPicture(file.content_type))
    return html`<${Download} name=${file.filename} url=${file.url} size=${file.size} />`;
  return html`<${Gallery} items=${[{ media: file, description: file.description, spoiler: file.flags === 8 }]} />`;
}

function Download({ name, url, size }) {
  const face = html`<${Icon} name="file" /><span
      ><bdi>${name}</bdi>${size !== undefined && html`<small>${inWords(size)}</small>`}</span
    >`;
  return pathHere(url) !== undefined
    ? html`<a class="file" href=${pathHere(url)} download=${name}>${face}</a>`
    : html`<span class="file">${face}</span>`;
}

function inWords(bytes) {
  return bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1_048_576
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
