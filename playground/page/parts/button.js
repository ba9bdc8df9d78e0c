import { html } from 'htm/preact';
import { useComponent } from './actions.js';
import { Icon } from './icons.js';
import { Dots } from './pending.js';
import { useStore } from './store.js';

const looks = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link', 6: 'premium' };

/**
 * A button of a message. It keeps the keyboard's focus while it works and when it comes back disabled. While the bot owes
 * an answer to one, no other can be pressed.
 */
export function Button({ one, message }) {
  const { busy } = useStore();
  if (one.style === 5) return html`<${LinkButton} one=${one} />`;
  const isBusy = busy === `${message.id}/${one.custom_id}`;
  const isOff = one.disabled === true || one.style === 6;
  const press = () => {
    if (!isOff && busy === '') void useComponent('press', { messageId: message.id, customId: one.custom_id });
  };
  return html`<button
    type="button"
    class=${`button ${looks[one.style] ?? 'secondary'}${isOff ? ' off' : ''}`}
    aria-disabled=${isOff || busy !== '' || undefined}
    aria-busy=${isBusy || undefined}
    aria-label=${one.label === undefined ? one.emoji?.name : undefined}
    onClick=${press}
  >
    <span class="button-face"><${Face} one=${one} /></span>${isBusy && html`<${Dots} />`}
  </button>`;
}

/** Opens only addresses of the web; anything else stays a button that does nothing. */
function LinkButton({ one }) {
  const isWeb = /^https?:\/\//i.test(one.url ?? '') && URL.canParse(one.url) && one.disabled !== true;
  const face = html`<${Face} one=${one} /><${Icon} name="link" />`;
  return isWeb
    ? html`<a class="button link" href=${one.url} target="_blank" rel="noopener noreferrer" title=${one.url}
        >${face}</a
      >`
    : html`<span class="button link" role="link" aria-disabled="true" title=${one.url}>${face}</span>`;
}

function Face({ one }) {
  const { emoji, label, style } = one;
  const sign = emoji === undefined || emoji === null ? undefined : emoji.id ? `:${emoji.name}:` : emoji.name;
  return html`${sign !== undefined && html`<span aria-hidden="true">${sign}</span>`}<bdi
      >${label ?? (style === 6 ? 'Premium' : '')}</bdi
    >`;
}
