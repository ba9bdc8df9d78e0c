// The menu of a message: the app's own commands for it, and what any chat has.
import { html } from 'htm/preact';
import { useLayoutEffect } from 'preact/hooks';
import { useElement } from './element.js';
import { notice, useCommand } from './actions.js';
import { change, current, useStore } from './store.js';

/** Opens the menu at the mouse, or beside the button or message that the keyboard stands on. */
export function openMenu(event, message) {
  const at = event.currentTarget.getBoundingClientRect();
  const isMouse = event.clientX > 0 || event.clientY > 0;
  const spot = isMouse ? { x: event.clientX, y: event.clientY } : { x: at.left + 16, y: Math.max(60, at.top + 16) };
  change({ menu: { ...spot, message, from: document.activeElement } });
}

export function Menu() {
  const { menu } = useStore();
  return menu === undefined ? null : html`<${OpenMenu} key=${menu.message.id} menu=${menu} />`;
}

function OpenMenu({ menu }) {
  const box = useElement();
  const items = itemsFor(menu.message);
  useLayoutEffect(() => {
    const { offsetWidth, offsetHeight, style } = box.current;
    style.left = `${Math.max(8, Math.min(menu.x, innerWidth - offsetWidth - 8))}px`;
    style.top = `${Math.max(8, Math.min(menu.y, innerHeight - offsetHeight - 8))}px`;
    box.current.querySelector('[role=menuitem]')?.focus();
    const outside = (event) => {
      if (!box.current?.contains(event.target)) close(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, []);
  const close = (isBack = true) => {
    change({ menu: undefined });
    if (isBack) menu.from?.focus?.();
  };
  return html`<div
    class="floating menu"
    role="menu"
    aria-label="Message"
    ref=${box}
    onKeyDown=${(event) => keys(event, box.current, close)}
  >
    ${items.map(
      ({ heading, label, run }) => html`
        ${heading && html`<p class="menu-heading" role="presentation">${heading}</p>`}
        <button type="button" role="menuitem" tabindex="-1" onClick=${() => (close(), run())}>${label}</button>
      `,
    )}
  </div>`;
}

function itemsFor(message) {
  const { commands, app } = current();
  const target = (one) => (one.type === 3 ? message.id : message.author.id);
  const ofApp = [3, 2].flatMap((type) =>
    commands
      .filter((one) => one.type === type && !(type === 2 && message.author.bot && message.author.name === app))
      .map((one, index) => ({
        heading: index > 0 ? undefined : type === 3 ? app : `${app}, about ${message.author.name}`,
        label: one.shownName,
        run: () => void useCommand({ shown: one.name, body: { name: one.name, type, targetId: target(one) } }),
      })),
  );
  return [
    ...ofApp,
    { heading: ofApp.length > 0 ? 'Message' : undefined, label: 'Copy text', run: () => copy(message) },
  ];
}

function copy(message) {
  const words = document.querySelector(`#message-${message.id} .message-body`)?.textContent ?? '';
  navigator.clipboard?.writeText(words).then(
    () => notice('Copied'),
    () => notice('The browser did not let it be copied'),
  );
}

function keys(event, box, close) {
  const items = [...box.querySelectorAll('[role=menuitem]')];
  const at = items.indexOf(document.activeElement);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 };
  if (event.key in steps) items[steps[event.key] % items.length]?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  event.preventDefault();
}
