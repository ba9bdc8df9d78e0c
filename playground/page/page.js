// The bare page: everything that came from people or the bot is put in as text, never as markup.
const byId = (id) => document.getElementById(id);
const [person, channel, line] = ['person', 'channel', 'line'].map(byId);
let stream;

async function ask(path, body) {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`/play/${path}`, init);
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error ?? 'That did not work');
  return json;
}

function element(name, content, attributes = {}) {
  const made = document.createElement(name);
  if (typeof content === 'string') made.textContent = content;
  else if (content !== undefined) made.append(...content.filter(Boolean));
  for (const [key, value] of Object.entries(attributes))
    if (value !== false && value !== undefined) made.setAttribute(key, value === true ? '' : value);
  return made;
}

const options = (list) => list.map(([value, label]) => element('option', label, { value }));

async function start() {
  const people = await ask('people');
  person.replaceChildren(...options(people.map((one) => [one.id, `${one.name} (${one.locale})`])));
  await become();
}

async function become() {
  stream?.close();
  const channels = await ask(`${person.value}/channels`);
  const kept = channel.value;
  channel.replaceChildren(
    ...options(channels.map((one) => [one.id, one.guild ? `${one.guild} #${one.name}` : `@${one.name}`])),
  );
  if (channels.some((one) => one.id === kept)) channel.value = kept;
  stream = new EventSource(`/play/${person.value}/happenings`);
  stream.addEventListener('message', (event) => void happened(JSON.parse(event.data)));
  await show();
}

async function happened(what) {
  if (what.kind === 'channel' || what.kind === 'guild') await become();
  else if (['message', 'edited', 'deleted', 'commands', 'hello'].includes(what.kind)) await show();
}

async function show() {
  const here = `${person.value}/channels/${channel.value}`;
  const [messages, commands] = await Promise.all([ask(`${here}/messages`), ask(`${here}/commands`)]);
  byId('messages').replaceChildren(...messages.map(article));
  byId('messages').scrollTop = byId('messages').scrollHeight;
  byId('offers').replaceChildren(
    ...commands
      .filter((one) => one.type === 1)
      .flatMap(lines)
      .map((value) => element('option', undefined, { value })),
  );
}

const lines = (one, prefix = '/') => {
  const nested = (one.options ?? []).filter((each) => each.type === 1 || each.type === 2);
  return nested.length === 0
    ? [`${prefix}${one.name}`]
    : nested.flatMap((each) => lines(each, `${prefix}${one.name} `));
};

function article(message) {
  const notes = [
    message.used && `${message.used.person} used /${message.used.command}`,
    message.ephemeral && 'Only you can see this',
    message.edited && '(edited)',
    message.thinking && 'thinking…',
  ];
  const head = element('header', [
    element('strong', message.author.name),
    ...notes.filter(Boolean).map((note) => element('span', note)),
  ]);
  const files = message.attachments.map((file) =>
    element('a', file.filename, { href: file.url, download: file.filename }),
  );
  const embeds = message.embeds.map((one) => element('pre', JSON.stringify(one, null, 1)));
  return element('article', [
    head,
    element('div', message.content, { class: 'text' }),
    ...message.components.map((one) => component(message, one)),
    ...embeds,
    ...files,
  ]);
}

function component(message, one) {
  const inner = () =>
    [...(one.components ?? []), one.accessory].filter(Boolean).map((each) => component(message, each));
  if (one.type === 10) return element('div', one.content, { class: 'text' });
  if (one.type === 1) return element('div', inner(), { class: 'row' });
  if (one.type === 2) return button(message, one);
  if ([3, 5, 6, 7, 8].includes(one.type)) return select(message, one);
  if (one.type === 14) return element('hr');
  if (one.type === 9 || one.type === 17) return element('div', inner(), { class: 'box' });
  return element('pre', JSON.stringify(one, null, 1));
}

const labelOf = (one) => [one.emoji?.name, one.label].filter(Boolean).join(' ');

function button(message, one) {
  if (one.style === 5) return element('a', `${labelOf(one)} (${one.url})`);
  const made = element('button', labelOf(one), { type: 'button', disabled: one.disabled === true });
  made.addEventListener('click', () => void act('press', { messageId: message.id, customId: one.custom_id }));
  return made;
}

function select(message, one) {
  const choices = (one.options ?? []).map((each) => [each.value, each.label]);
  const made = element('select', options([['', one.placeholder ?? 'Choose']].concat(choices)), {
    disabled: one.disabled === true,
    'aria-label': one.placeholder ?? one.custom_id,
  });
  made.addEventListener(
    'change',
    () => void act('select', { messageId: message.id, customId: one.custom_id, values: [made.value] }),
  );
  return made;
}

async function act(action, body) {
  byId('notice').textContent = '';
  try {
    const exchange = await ask(`${person.value}/${action}`, body);
    if (exchange.state === 'failed') byId('notice').textContent = 'This interaction failed';
    if (exchange.form) openForm(exchange);
  } catch (error) {
    byId('notice').textContent = error.message;
  }
}

function openForm({ interactionId, form }) {
  const fields = form.components.map((one) =>
    one.type === 10 ? element('div', one.content, { class: 'text' }) : field(one),
  );
  const cancel = element('button', 'Cancel', { type: 'button' });
  const buttons = element('div', [element('button', 'Submit'), cancel], { class: 'row' });
  const shown = element('form', [element('h2', form.title), ...fields, buttons], { id: 'form' });
  cancel.addEventListener('click', () => {
    shown.hidden = true;
  });
  shown.addEventListener('submit', (event) => {
    event.preventDefault();
    shown.hidden = true;
    void act('submit', { formId: interactionId, values: entered(shown) });
  });
  byId('form').replaceWith(shown);
}

function field(label) {
  const one = label.component ?? label.components[0];
  const common = { 'data-id': one.custom_id, required: one.required !== false && one.type !== 23 };
  return element('label', [
    element('span', label.label ?? one.label),
    label.description && element('small', label.description),
    input(one, common),
  ]);
}

function input(one, common) {
  if (one.type === 4)
    return element('textarea', one.value ?? '', {
      ...common,
      rows: one.style === 2 ? 5 : 1,
      minlength: one.min_length,
      maxlength: one.max_length ?? 4000,
      placeholder: one.placeholder,
    });
  if (one.type === 23)
    return element('input', undefined, { 'data-id': one.custom_id, type: 'checkbox', checked: one.default === true });
  const choices = (one.options ?? []).map((each) =>
    element('option', each.label, { value: each.value, selected: each.default === true }),
  );
  return element('select', choices, { ...common, multiple: one.type === 22 || (one.max_values ?? 1) > 1 });
}

function entered(form) {
  return Object.fromEntries([...form.querySelectorAll('[data-id]')].map((one) => [one.dataset.id, valueIn(one)]));
}

function valueIn(one) {
  if (one.type === 'checkbox') return one.checked;
  return one.tagName === 'SELECT' ? [...one.selectedOptions].map((each) => each.value) : one.value;
}

byId('write').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = line.value;
  line.value = '';
  if (text.trim() !== '') void act(text.startsWith('/') ? 'type' : 'say', { channelId: channel.value, text });
});
person.addEventListener('change', () => void become());
channel.addEventListener('change', () => void show());
void start();
