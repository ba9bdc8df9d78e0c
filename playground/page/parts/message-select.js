import { html } from 'htm/preact';
import { useComponent } from './actions.js';
import { Choice } from './choice.js';
import { current, useStore } from './store.js';

/** A select of a message: what is chosen goes to the bot at once. */
export function MessageSelect({ one, message }) {
  const { busy } = useStore();
  const send = (values) => void useComponent('select', { messageId: message.id, customId: one.custom_id, values });
  return html`<${Choice}
    ...${selectProps(one)}
    label=${one.placeholder ?? 'Choose'}
    disabled=${one.disabled === true || busy !== ''}
    onChoose=${send}
  />`;
}

/** What a select of any kind offers here, what is chosen before anybody chose, and its limits. */
export function selectProps(one) {
  const options = one.type === 3 || one.type > 20 ? own(one) : named(one);
  const preset = (one.options ?? []).filter((each) => each.default === true).map((each) => each.value);
  const chosen = [...preset, ...(one.default_values ?? []).map((each) => each.id)];
  return {
    options,
    chosen,
    min: one.min_values ?? 1,
    max: one.max_values ?? Math.max(1, one.min_values ?? 1),
    placeholder: one.placeholder ?? 'Choose',
  };
}

const own = ({ options }) =>
  (options ?? []).map((each) => ({ ...each, emoji: each.emoji?.id ? undefined : each.emoji?.name }));

/** People, roles and channels come from where one is. */
function named(one) {
  const { users, roles, channels } = current().candidates;
  const people = users.map(({ id, name, about }) => ({ value: id, label: name, description: about }));
  const groups = roles.map(({ id, name }) => ({ value: id, label: `@${name.replace(/^@/, '')}` }));
  const fits = (channel) => one.channel_types === undefined || one.channel_types.includes(channel.type);
  if (one.type === 5) return people;
  if (one.type === 6) return groups;
  if (one.type === 7) return [...people, ...groups];
  return channels.filter(fits).map(({ id, name }) => ({ value: id, label: `#${name}` }));
}
