// What stands in the fields of a form, and what is wrong with it.
/** The values a form opens with, by custom id. */
export function firstValues(fields) {
  return Object.fromEntries(fields.map((one) => [one.custom_id, firstValue(one)]));
}

function firstValue(one) {
  if (one.type === 4) return one.value ?? '';
  if (one.type === 23) return one.default === true;
  const preset = (one.options ?? []).filter((each) => each.default === true).map((each) => each.value);
  return [...preset, ...(one.default_values ?? []).map((each) => each.id)];
}

/** How many things may be chosen or written. */
export function limitsOf(one) {
  if (one.type === 4) return { min: one.min_length ?? 0, max: one.max_length ?? 4000 };
  if (one.type === 21) return { min: one.required === false ? 0 : 1, max: 1 };
  const all = one.type === 22 ? one.options.length : 1;
  return {
    min: one.min_values ?? (one.required === false ? 0 : 1),
    max: one.max_values ?? Math.max(all, one.min_values ?? 1),
  };
}

/** A sentence about what keeps this value from being sent; undefined when nothing does. */
export function problemWith(one, value) {
  if (one.type === 23) return undefined;
  const isEmpty = value === undefined || value.length === 0;
  if (isEmpty) return one.required === false ? undefined : 'This is required';
  const { min, max } = limitsOf(one);
  const isText = one.type === 4;
  if (isText && value.trim() === '' && one.required !== false) return 'This is required';
  if (value.length < min)
    return isText ? `At least ${min} characters; you have ${value.length}` : `Choose at least ${min}`;
  if (value.length > max)
    return isText ? `At most ${max} characters; you have ${value.length}` : `Choose at most ${max}`;
  return undefined;
}
