// A picked command with a field for each of its options. Nothing is sent before the required ones are there.
import { html } from 'htm/preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useElement } from './element.js';
import { useCommand } from './actions.js';
import { bodyOf, valueOf } from './commands.js';
import { Icon } from './icons.js';
import { OptionField } from './option-field.js';

const shownAtFirst = 3;

export function CommandLine({ entry, onLeave }) {
  const line = useElement();
  const [entered, setEntered] = useState({});
  const [problems, setProblems] = useState({});
  const [isWhole, setWhole] = useState(entry.options.length <= shownAtFirst);
  const shown = entry.options.filter((one, index) => isWhole || one.required === true || index < shownAtFirst);
  useLayoutEffect(() => focusFirst(line.current), []);
  const enter = (name, value) => {
    setEntered((was) => ({ ...was, [name]: value }));
    setProblems((was) => ({ ...was, [name]: undefined }));
  };
  const send = async () => {
    const found = Object.fromEntries(entry.options.map((one) => [one.name, valueOf(one, entered[one.name]).problem]));
    setProblems(found);
    const first = entry.options.find((one) => found[one.name] !== undefined);
    if (first !== undefined) return line.current?.querySelector(`[data-option="${first.name}"] input`)?.focus();
    onLeave();
    const isSent = await useCommand({
      shown: entry.path.map((one) => one.name).join(' '),
      body: bodyOf(entry, entered),
    });
    return isSent;
  };
  const leave = () => onLeave(`/${entry.words}`);
  const onKey = (event) => {
    const isEmptyField = event.target.tagName !== 'INPUT' || event.target.value === '';
    if (event.key === 'Escape' || (event.key === 'Backspace' && isEmptyField)) {
      event.preventDefault();
      leave();
    }
  };
  return html`<form
    class="composer"
    ref=${line}
    onKeyDown=${onKey}
    onSubmit=${(event) => (event.preventDefault(), void send())}
  >
    <div class="composer-line command-line">
      <div class="command-parts" role="group" aria-label=${`/${entry.words}: ${entry.description}`}>
        <span class="command-chip">/${entry.words}</span>
        ${shown.map(
          (option, index) =>
            html`<${OptionField}
              key=${option.name}
              option=${option}
              one=${entered[option.name]}
              problem=${problems[option.name]}
              onEnter=${(value) => enter(option.name, value)}
              bodyFor=${(text) => bodyOf(entry, { ...entered, [option.name]: { text } }, option.name)}
              onNext=${() => nextField(line.current, index)}
            />`,
        )}
        ${!isWhole && html`<button type="button" class="chip" onClick=${() => setWhole(true)}>+ ${entry.options.length - shown.length} more</button>`}
        ${entry.options.length === 0 && html`<span class="ready">${entry.description}</span>`}
      </div>
      <button type="button" class="icon-button" aria-label=${`Leave /${entry.words}`} onClick=${leave}>
        <${Icon} name="close" />
      </button>
      <button class="icon-button send" aria-label=${`Send /${entry.words}`}><${Icon} name="send" /></button>
    </div>
  </form>`;
}

function focusFirst(line) {
  const field = line?.querySelector('.option-field.needed input') ?? line?.querySelector('.option-field input');
  (field ?? line?.querySelector('.send'))?.focus();
}

function nextField(line, index) {
  const fields = line?.querySelectorAll('.option-field input') ?? [];
  (fields[index + 1] ?? line?.querySelector('.send'))?.focus();
}
