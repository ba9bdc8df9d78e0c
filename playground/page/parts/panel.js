// A button of the top bar that opens a small panel; Escape or a click elsewhere closes it.
import { html } from 'htm/preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useElement } from './element.js';
import { Floating } from './floating.js';

export function Panel({ label, face, className, onOpen, children }) {
  const [isOpen, setOpen] = useState(false);
  const trigger = useElement();
  const box = useElement();
  useEffect(() => {
    if (!isOpen) return undefined;
    onOpen?.();
    const outside = ({ target }) => {
      if (![trigger, box].some((one) => one.current?.contains(target))) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [isOpen]);
  // At once: a key pressed right after must reach what has opened.
  useLayoutEffect(() => {
    if (isOpen) box.current?.querySelector('button, select')?.focus();
  }, [isOpen]);
  const onKey = (event) => {
    if (event.key !== 'Escape' || !isOpen) return;
    setOpen(false);
    trigger.current?.focus();
  };
  return html`<div class=${`panel-holder ${className ?? ''}`} onKeyDown=${onKey}>
    <button
      type="button"
      ref=${trigger}
      class="panel-button"
      aria-expanded=${isOpen}
      aria-haspopup="dialog"
      aria-label=${label}
      onClick=${() => setOpen(!isOpen)}
    >
      ${face}
    </button>
    ${isOpen && html`<${Floating} anchor=${trigger} box=${box} className="panel" align="end"><div role="dialog" aria-label=${label}>${children}</div><//>`}
  </div>`;
}
