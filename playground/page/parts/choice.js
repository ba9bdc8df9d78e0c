// A list to choose one or several things from: a button that opens a listbox. Used in messages and in forms.
import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import { useElement } from './element.js';
import { Floating } from './floating.js';
import { Icon } from './icons.js';

let counted = 0;

/**
 * `options`: {value, label, description?, emoji?}; `chosen`: values; `onChoose` hears the new values when one was
 * picked, or, where several can be, when the list closes.
 */
export function Choice({
  options,
  chosen,
  min = 1,
  max = 1,
  placeholder,
  label,
  disabled,
  invalid,
  describedBy,
  onChoose,
}) {
  const [id] = useState(() => `choice-${++counted}`);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState(chosen);
  const trigger = useElement();
  const box = useElement();
  useEffect(() => setPicked(chosen), [chosen.join('\n')]);
  const close = (values = picked) => {
    setOpen(false);
    if (values.length < min && !(min === 1 && values.length === 0 && max === 1)) return setPicked(chosen);
    if (values.join('\n') !== chosen.join('\n')) onChoose(values);
  };
  const pick = (value) => {
    if (max === 1)
      return void (setPicked([value]),
      close(picked.includes(value) && min === 0 ? [] : [value]),
      trigger.current?.focus());
    const without = picked.filter((one) => one !== value);
    if (picked.includes(value)) setPicked(without);
    else if (picked.length < max) setPicked([...picked, value]);
  };
  const open = () => {
    if (disabled) return;
    setActive(
      Math.max(
        0,
        options.findIndex((one) => picked.includes(one.value)),
      ),
    );
    setOpen(true);
  };
  const optionProps = (one, index) => ({
    one,
    id: `${id}-${index}`,
    active: index === active,
    picked: picked.includes(one.value),
    full: max > 1 && picked.length >= max,
    onPick: () => pick(one.value),
  });
  const onKey = (event) => onKeyDown(event, { isOpen, open, close, pick, active, setActive, options });
  useOutside(isOpen, [trigger, box], () => close());
  return html`<div class="choice">
    <button
      type="button"
      role="combobox"
      ref=${trigger}
      class="choice-trigger"
      aria-haspopup="listbox"
      aria-expanded=${isOpen}
      aria-controls=${id}
      aria-label=${label}
      aria-disabled=${disabled || undefined}
      aria-invalid=${invalid || undefined}
      aria-describedby=${describedBy}
      aria-activedescendant=${isOpen ? `${id}-${active}` : undefined}
      onClick=${() => (isOpen ? close() : open())}
      onKeyDown=${onKey}
    >
      <span class=${picked.length === 0 ? 'placeholder' : ''}>${textOf(options, picked) || placeholder}</span>
      <${Icon} name="down" />
    </button>
    ${
      isOpen &&
      html`<${Floating} anchor=${trigger} box=${box} className="listbox-box">
        <ul id=${id} role="listbox" aria-label=${label} aria-multiselectable=${max > 1 || undefined} class="listbox">
          ${options.map((one, index) => html`<${Option} key=${one.value} ...${optionProps(one, index)} />`)}
          ${options.length === 0 && html`<li role="option" aria-disabled="true" aria-selected="false">Nothing to choose</li>`}
        </ul>
        ${
          max > 1 &&
          html`<div class="listbox-foot">
            <span>${rangeText(min, max, picked.length)}</span>
            <button
              type="button"
              class="button primary"
              tabindex="-1"
              onMouseDown=${(event) => event.preventDefault()}
              onClick=${() => (close(), trigger.current?.focus())}
            >
              Done
            </button>
          </div>`
        }
      <//>`
    }
  </div>`;
}

function Option({ id, one, active, picked, full, onPick }) {
  const item = useElement();
  useEffect(() => {
    if (active) item.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return html`<li
    id=${id}
    ref=${item}
    role="option"
    aria-selected=${picked}
    aria-disabled=${(full && !picked) || undefined}
    class=${active ? 'active' : ''}
    onMouseDown=${(event) => event.preventDefault()}
    onClick=${onPick}
  >
    ${one.emoji && html`<span aria-hidden="true">${one.emoji}</span>`}
    <span class="option-words"
      ><bdi>${one.label}</bdi>${one.description && html`<small>${one.description}</small>`}</span
    >
    ${picked && html`<${Icon} name="check" />`}
  </li>`;
}

const textOf = (options, picked) =>
  options
    .filter((one) => picked.includes(one.value))
    .map((one) => one.label)
    .join(', ');

function rangeText(min, max, count) {
  return min === max ? `${count} of ${max}` : `${count} chosen, ${min} to ${max}`;
}

function onKeyDown(event, list) {
  const { isOpen, open, close, pick, active, setActive, options } = list;
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -99, End: 99 };
  if (event.key in steps) {
    event.preventDefault();
    if (isOpen) setActive(Math.min(options.length - 1, Math.max(0, active + steps[event.key])));
    else open();
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    if (isOpen && options[active] !== undefined) pick(options[active].value);
    else if (!isOpen) open();
  } else if (event.key === 'Escape' && isOpen) {
    event.preventDefault();
    event.stopPropagation();
    close();
  } else if (event.key === 'Tab' && isOpen) close();
  else if (isOpen && /^\S$/u.test(event.key)) {
    const found = options.findIndex((one) => one.label.toLowerCase().startsWith(event.key.toLowerCase()));
    if (found >= 0) setActive(found);
  }
}

function useOutside(isOpen, inside, close) {
  useEffect(() => {
    if (!isOpen) return undefined;
    const listen = (event) => {
      if (!inside.some((one) => one.current?.contains(event.target))) close();
    };
    document.addEventListener('pointerdown', listen);
    return () => document.removeEventListener('pointerdown', listen);
  });
}
