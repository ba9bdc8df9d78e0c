// One option of a command: what it means, what can be picked, and live suggestions of the bot.
import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { complete } from './actions.js';
import { suggestionsFor } from './commands.js';
import { PickList } from './pick-list.js';

/** How long to wait after a key before the bot is asked, in ms. */
const pauseMs = 120;

export function OptionField({ option, one, problem, onEnter, bodyFor, onNext }) {
  const [hasFocus, setFocus] = useState(false);
  const [active, setActive] = useState(-1);
  const [isClosed, setClosed] = useState(false);
  const text = one?.text ?? '';
  const { items, state } = useSuggestions(option, {
    text: one?.value === undefined ? text : '',
    isOn: hasFocus,
    bodyFor,
  });
  const id = `option-${option.name}`;
  const isOpen = hasFocus && !isClosed;
  const pick = (index) => {
    const { name, value } = items[index];
    onEnter({ text: name, value });
    setActive(-1);
    onNext();
  };
  const onKey = (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && items.length > 0) setActive((active + steps[event.key] + items.length) % items.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && isOpen && items[active] !== undefined) pick(active);
    else if (event.key === 'Escape' && isOpen && items.length > 0) setClosed(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const write = (event) => {
    onEnter({ text: event.currentTarget.value });
    setActive(option.autocomplete === true ? -1 : 0);
    setClosed(false);
  };
  const about = problem ?? option.description;
  return html`<label
    class=${`option-field${option.required ? ' needed' : ''}${problem ? ' wrong' : ''}`}
    data-option=${option.name}
  >
    <span class="option-name">${option.shownName}${!option.required && html`<small> optional</small>`}</span>
    <input
      type="text"
      dir="auto"
      autocomplete="off"
      value=${text}
      size=${Math.max(8, Math.min(28, text.length + 1))}
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${isOpen}
      aria-controls=${id}
      aria-required=${option.required === true}
      aria-invalid=${problem !== undefined || undefined}
      aria-describedby=${`${id}-about`}
      aria-activedescendant=${isOpen && active >= 0 ? `${id}-${active}` : undefined}
      onInput=${write}
      onKeyDown=${onKey}
      onFocus=${() => (setFocus(true), setClosed(false))}
      onBlur=${() => setFocus(false)}
    />
    <span class="hidden" id=${`${id}-about`} role=${problem ? 'alert' : undefined}>${about}</span>
    ${
      isOpen &&
      html`<${PickList}
        id=${id}
        label=${option.shownName}
        active=${active}
        onPick=${pick}
        heading=${html`<b>${option.shownName}</b> <span class=${problem ? 'problem' : ''}>${about}</span>`}
        items=${items.map(({ name, value }) => ({ key: String(value), title: name }))}
        empty=${state}
      />`
    }
  </label>`;
}

/** What can be picked now: from the option itself, or from the bot, asked a moment after the last key. */
function useSuggestions(option, { text, isOn, bodyFor }) {
  const [answer, setAnswer] = useState({ items: [], state: 'Asking for suggestions…' });
  const asked = useRef(0);
  useEffect(() => {
    if (!isOn || option.autocomplete !== true) return undefined;
    const mine = ++asked.current;
    const timer = setTimeout(async () => {
      const choices = await complete(bodyFor(text)).catch(() => undefined);
      if (mine !== asked.current) return;
      const state = choices === undefined ? 'The suggestions did not come' : 'Nothing fits; you can send it as it is';
      setAnswer({ items: choices ?? [], state });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, isOn]);
  if (option.autocomplete === true) return answer;
  const wanted = text.toLowerCase();
  const items = suggestionsFor(option).filter(({ name }) => name.toLowerCase().includes(wanted));
  return { items: items.slice(0, 25), state: option.type === 11 ? 'Files can’t be sent here yet' : 'Type your answer' };
}
