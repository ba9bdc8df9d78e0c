// A box that floats beside what opened it, above or below, wherever there is room.
import { html } from 'htm/preact';
import { useLayoutEffect } from 'preact/hooks';
import { useElement } from './element.js';

const gap = 6;

export function Floating({ anchor, box, className, align = 'start', children }) {
  const own = useElement();
  const shown = box ?? own;
  useLayoutEffect(() => {
    const place = () => placeBeside(anchor.current, shown.current, align);
    place();
    addEventListener('resize', place);
    return () => removeEventListener('resize', place);
  });
  return html`<div ref=${shown} class=${`floating ${className ?? ''}`}>${children}</div>`;
}

function placeBeside(anchor, box, align) {
  if (anchor === null || box === null) return;
  const at = anchor.getBoundingClientRect();
  const below = innerHeight - at.bottom - gap * 2;
  const above = at.top - gap * 2;
  box.style.maxHeight = 'none';
  const wanted = box.scrollHeight;
  const isBelow = below >= wanted || below >= above;
  const height = Math.min(wanted + 2, isBelow ? below : above);
  box.style.maxHeight = `${height}px`;
  box.style.top = isBelow ? `${at.bottom + gap}px` : `${at.top - gap - height}px`;
  if (align === 'start') box.style.minWidth = `${Math.min(at.width, innerWidth - 16)}px`;
  const left = align === 'end' ? at.right - box.offsetWidth : at.left;
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - box.offsetWidth - 8))}px`;
}
