import { html } from 'htm/preact';

/** A field for files. They are read as text: the playground's files are small and written by people who try things. */
export function FileField({ one, id, value, problem, about, onEnter }) {
  const max = one.max_values ?? Math.max(1, one.min_values ?? 1);
  const read = async (files) =>
    onEnter(
      await Promise.all(
        [...files].map(async (file) => ({
          name: file.name,
          text: await file.text(),
          contentType: file.type || 'text/plain',
        })),
      ),
    );
  return html`
    <input
      id=${id}
      type="file"
      multiple=${max > 1}
      aria-describedby=${about}
      aria-invalid=${problem !== undefined || undefined}
      aria-required=${one.required !== false}
      onChange=${(event) => void read(event.currentTarget.files)}
    />
    ${value.length > 0 && html`<small class="field-about">${value.map(({ name }) => name).join(', ')}</small>`}
  `;
}
