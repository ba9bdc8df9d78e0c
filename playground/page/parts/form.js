// A form that the bot opened: a dialog that keeps the keyboard inside, and says in place what is not right yet.
import { html } from 'htm/preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useElement } from './element.js';
import { submitForm } from './actions.js';
import { Field } from './field.js';
import { firstValues, problemWith } from './form-values.js';
import { Icon } from './icons.js';
import { Marked } from './markdown.js';
import { change, useStore } from './store.js';

export function FormDialog() {
  const { form } = useStore();
  return form === undefined ? null : html`<${OpenForm} key=${form.interactionId} form=${form.form} />`;
}

/** The fields of a form, in labels or in the older rows. */
const fieldsOf = (form) =>
  form.components.flatMap((one) => (one.type === 18 ? [one.component] : one.type === 1 ? one.components : []));

function OpenForm({ form }) {
  const { app } = useStore();
  const dialog = useElement();
  const fields = fieldsOf(form);
  const [values, setValues] = useState(() => firstValues(fields));
  const [problems, setProblems] = useState({});
  const [wrong, setWrong] = useState('');
  const [isSending, setSending] = useState(false);
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector('input, textarea, [role=combobox]')?.focus();
    return () => void (before instanceof HTMLElement && before.focus());
  }, []);
  const cancel = () => change({ form: undefined });
  const enter = (id, value) => {
    setValues((was) => ({ ...was, [id]: value }));
    setProblems((was) => ({ ...was, [id]: undefined }));
  };
  const submit = async (event) => {
    event.preventDefault();
    const found = Object.fromEntries(fields.map((one) => [one.custom_id, problemWith(one, values[one.custom_id])]));
    setProblems(found);
    const first = fields.find((one) => found[one.custom_id] !== undefined);
    if (first !== undefined) return focusField(dialog.current, first.custom_id);
    setSending(true);
    setWrong((await submitForm(values)) ?? '');
    setSending(false);
  };
  return html`<dialog
    ref=${dialog}
    class="form-dialog"
    aria-labelledby="form-title"
    onCancel=${(event) => (event.preventDefault(), cancel())}
  >
    <form novalidate onSubmit=${(event) => void submit(event)}>
      <header class="dialog-head">
        <div>
          <small>${app}</small>
          <h2 id="form-title">${form.title}</h2>
        </div>
        <button type="button" class="icon-button" aria-label="Close the form" onClick=${cancel}>
          <${Icon} name="close" />
        </button>
      </header>
      <div class="dialog-body">
        ${form.components.map((one, index) => html`<${Part} key=${index} one=${one} values=${values} problems=${problems} enter=${enter} />`)}
        <p class="privacy">This form goes to ${app}. Don’t share passwords or other secrets.</p>
      </div>
      <p class="failure" role="alert">${wrong}</p>
      <footer class="dialog-foot">
        <button type="button" class="button secondary" onClick=${cancel}>Cancel</button>
        <button class="button primary" aria-disabled=${isSending || undefined}>
          ${isSending ? 'Sending…' : 'Submit'}
        </button>
      </footer>
    </form>
  </dialog>`;
}

function focusField(dialog, id) {
  const field = dialog?.querySelector(`[data-field="${CSS.escape(id)}"]`);
  field?.querySelector('input, textarea, [role=combobox]')?.focus();
  return undefined;
}

function Part({ one, values, problems, enter }) {
  if (one.type === 10) return html`<${Marked} marks=${one.marked ?? []} />`;
  if (one.type === 1) return one.components.map((each) => field(each, each));
  if (one.type === 18) return field(one.component, one);
  return html`<p class="unknown" role="note">A part that this page doesn’t know (type ${one.type})</p>`;

  function field(component, label) {
    const id = component.custom_id;
    return html`<${Field}
      one=${component}
      label=${label}
      value=${values[id]}
      problem=${problems[id]}
      onEnter=${(value) => enter(id, value)}
    />`;
  }
}
