// The list above the composer: commands, or what an option can be. The keyboard stays in the field below it.
import { html } from 'htm/preact';
import { useEffect } from 'preact/hooks';
import { useElement } from './element.js';

export function PickList({ id, label, heading, items, active, onPick, empty }) {
  const list = useElement();
  useEffect(() => {
    list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }, [active, items.length]);
  return html`<div class="pick-list" onClick=${(event) => event.preventDefault()}>
    <p class="pick-heading">${heading ?? label}</p>
    <ul role="listbox" id=${id} aria-label=${label} ref=${list}>
      ${items.map(
        ({ key, title, about, hints }, index) =>
          html`<li
            key=${key}
            id=${`${id}-${index}`}
            role="option"
            aria-selected=${index === active}
            class=${index === active ? 'active' : ''}
            onMouseDown=${(event) => event.preventDefault()}
            onClick=${() => onPick(index)}
          >
            <span class="pick-title"
              ><bdi>${title}</bdi
              >${(hints ?? []).slice(0, 4).map((one) => html`<span class=${`hint${one.required ? ' needed' : ''}`}>${one.shownName ?? one.name}</span>`)}</span
            >
            ${about && html`<small>${about}</small>`}
          </li>`,
      )}
      ${items.length === 0 && html`<li role="option" aria-disabled="true" aria-selected="false" class="none">${empty}</li>`}
    </ul>
  </div>`;
}
