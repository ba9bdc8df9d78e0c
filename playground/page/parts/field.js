// One field of a form with its label, its description, its limits and what is wrong with it.
import { html } from 'htm/preact';
import { Choice } from './choice.js';
import { FileField } from './file-field.js';
import { limitsOf } from './form-values.js';
import { selectProps } from './message-select.js';

export function Field({ one, label, value, problem, onEnter }) {
  const id = `field-${one.custom_id}`;
  const about = [label.description && `${id}-about`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  const props = { one, id, label: label.label, value, problem, about, onEnter };
  const isGroup = one.type === 21 || one.type === 22;
  const isRequired = one.required !== false && one.type !== 23;
  const title = html`${label.label}${isRequired && html`<span class="required" aria-hidden="true"> *</span>`}`;
  const rest = html`
    ${label.description && html`<small id=${`${id}-about`} class="field-about">${label.description}</small>`}
    <${Input} ...${props} />
    ${problem && html`<small id=${`${id}-problem`} class="problem" role="alert">${problem}</small>`}
  `;
  if (isGroup)
    return html`<fieldset class="field" data-field=${one.custom_id} aria-describedby=${about}>
      <legend>${title}</legend>
      ${rest}
    </fieldset>`;
  return html`<div class="field" data-field=${one.custom_id}><label for=${id}>${title}</label>${rest}</div>`;
}

function Input(props) {
  const { type } = props.one;
  if (type === 4) return html`<${TextInput} ...${props} />`;
  if (type === 19) return html`<${FileField} ...${props} />`;
  if (type === 21 || type === 22) return html`<${Group} ...${props} />`;
  if (type === 23) return html`<${Checkbox} ...${props} />`;
  if ([3, 5, 6, 7, 8].includes(type)) return html`<${Select} ...${props} />`;
  return html`<p class="unknown" role="note">A field that this page doesn’t know (type ${type})</p>`;
}

function TextInput({ one, id, value, problem, about, onEnter }) {
  const { min, max } = limitsOf(one);
  const common = {
    id,
    value,
    placeholder: one.placeholder,
    maxLength: max,
    'aria-required': one.required !== false,
    'aria-invalid': problem !== undefined || undefined,
    'aria-describedby': [about, `${id}-count`].filter(Boolean).join(' '),
    onInput: (event) => onEnter(event.currentTarget.value),
  };
  const words = min > 0 && value.length < min ? `${value.length} of at least ${min}` : `${value.length} of ${max}`;
  return html`
    ${one.style === 2 ? html`<textarea rows="5" dir="auto" ...${common}></textarea>` : html`<input type="text" dir="auto" ...${common} />`}
    <small class=${`count${value.length >= max ? ' full' : ''}`} id=${`${id}-count`}>${words}</small>
  `;
}

function Select({ one, label, value, problem, about, onEnter }) {
  const given = selectProps(one);
  return html`<${Choice}
    ...${given}
    ...${limitsOf(one)}
    chosen=${value}
    label=${label}
    invalid=${problem !== undefined}
    describedBy=${about}
    onChoose=${onEnter}
  />`;
}

/** One of several (21) or some of several (22). */
function Group({ one, id, value, onEnter }) {
  const isRadio = one.type === 21;
  const { max } = limitsOf(one);
  const toggle = (picked) => {
    if (isRadio) return onEnter([picked]);
    return onEnter(value.includes(picked) ? value.filter((each) => each !== picked) : [...value, picked]);
  };
  return html`<div class="options">
    ${one.options.map((each, index) => {
      const isOn = value.includes(each.value);
      const isFull = !isRadio && !isOn && value.length >= max;
      return html`<label class="tick">
        <input
          type=${isRadio ? 'radio' : 'checkbox'}
          name=${id}
          checked=${isOn}
          disabled=${isFull}
          onChange=${() => toggle(each.value)}
        />
        <span
          ><bdi>${each.label}</bdi
          >${each.description && html`<small id=${`${id}-${index}`}>${each.description}</small>`}</span
        >
      </label>`;
    })}
  </div>`;
}

function Checkbox({ id, value, about, onEnter }) {
  return html`<input
    id=${id}
    type="checkbox"
    class="single"
    checked=${value}
    aria-describedby=${about}
    onChange=${(event) => onEnter(event.currentTarget.checked)}
  />`;
}
