// The line to write in: plain words, or a slash command that is picked and then filled in.
import { html } from 'htm/preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useElement } from './element.js';
import { say, useCommand } from './actions.js';
import { CommandLine } from './command-line.js';
import { entriesOf, fitting } from './commands.js';
import { Icon } from './icons.js';
import { PickList } from './pick-list.js';
import { change, here, useStore } from './store.js';

export function Composer() {
  const { commands, prefill, channelId, personId } = useStore();
  const entries = entriesOf(commands);
  const [text, setText] = useState('');
  const [entry, setEntry] = useState(/** @type {any} */ (undefined));
  useEffect(() => setEntry(undefined), [channelId, personId]);
  useEffect(() => {
    if (prefill === undefined) return;
    const found = entries.find(({ words }) => `/${words}` === prefill.text);
    setEntry(found);
    setText(found === undefined ? prefill.text : '');
    change({ prefill: undefined });
  }, [prefill]);
  const leave = (words = '') => {
    setEntry(undefined);
    setText(words);
  };
  if (entry !== undefined) return html`<${CommandLine} key=${entry.words} entry=${entry} onLeave=${leave} />`;
  return html`<${TextLine} text=${text} setText=${setText} entries=${entries} onPick=${setEntry} />`;
}

function TextLine({ text, setText, entries, onPick }) {
  const box = useElement();
  const [active, setActive] = useState(0);
  const [isClosed, setClosed] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const { channelId } = useStore();
  const hasPicker = /^\/[^:]*$/.test(text) && hasFocus && !isClosed;
  const found = hasPicker ? fitting(entries, text.slice(1)) : [];
  useGrowing(box, text);
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches && document.querySelector('dialog[open]') === null) box.current?.focus();
  }, [channelId]);
  const pick = (one) => {
    setText('');
    onPick(one);
  };
  const send = async () => {
    const words = text.trim();
    if (words === '') return;
    setText('');
    const isSent = words.startsWith('/') ? await sendTyped(words) : await say(words);
    if (!isSent) setText((now) => (now === '' ? words : now));
  };
  const write = (event) => {
    setText(event.currentTarget.value);
    setActive(0);
    setClosed(false);
  };
  const onKey = (event) => keys(event, { found, active, setActive, pick, send, text, close: () => setClosed(true) });
  const { kind = '', name = '' } = here() ?? {};
  const place = kind === 'dm' ? `@${name}` : kind.endsWith('thread') ? `“${name}”` : `#${name}`;
  return html`<form class="composer" onSubmit=${(event) => (event.preventDefault(), void send())}>
    ${
      hasPicker &&
      html`<${PickList}
        id="commands"
        label="Commands"
        active=${active}
        onPick=${(index) => pick(found[index])}
        empty="No command here fits that"
        items=${found.map(({ words, description, options, command }) => ({ key: words, title: `/${words}`, about: description, hints: options, group: command.name }))}
      />`
    }
    <div class="composer-line">
      <button
        type="button"
        class="icon-button"
        aria-label="Commands"
        onClick=${() => (setText('/'), box.current?.focus())}
      >
        <${Icon} name="slash" />
      </button>
      <textarea
        ref=${box}
        rows="1"
        dir="auto"
        value=${text}
        maxlength="4000"
        placeholder=${`Message ${place}`}
        aria-label=${`Message ${place}, or / for commands`}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${hasPicker}
        aria-controls="commands"
        aria-activedescendant=${hasPicker && found.length > 0 ? `commands-${active}` : undefined}
        onInput=${write}
        onKeyDown=${onKey}
        onFocus=${() => setFocus(true)}
        onBlur=${() => setFocus(false)}
      ></textarea>
      ${text.length > 3500 && html`<small class="count">${4000 - text.length}</small>`}
      <button class="icon-button send" aria-label="Send"><${Icon} name="send" /></button>
    </div>
  </form>`;
}

function keys(event, { found, active, setActive, pick, send, text, close }) {
  if (event.isComposing) return;
  const isExact = found[active] !== undefined && `/${found[active].words}` === text.trim();
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (found.length > 0 && event.key in steps) setActive((active + steps[event.key] + found.length) % found.length);
  else if (found.length > 0 && (event.key === 'Tab' || (event.key === 'Enter' && !isReady(found[active], isExact))))
    pick(found[active]);
  else if (event.key === 'Enter' && !event.shiftKey) void send();
  else if (event.key === 'Escape') close();
  else return;
  if (event.key !== 'Tab' || found.length > 0) event.preventDefault();
}

/** A command typed to its last letter that takes no options is sent at once. */
const isReady = (one, isExact) => isExact && one.options.length === 0;

/** A whole line such as `/lesson show lesson:star`, read by the playground. */
async function sendTyped(words) {
  return await useCommand({ shown: words.slice(1).replace(/\s+\S+:[^]*$/, ''), body: { text: words }, typed: true });
}

function useGrowing(box, text) {
  useLayoutEffect(() => {
    if (box.current === null) return;
    box.current.style.height = 'auto';
    box.current.style.height = `${Math.min(box.current.scrollHeight, 200)}px`;
  }, [text]);
}
