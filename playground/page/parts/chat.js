// The conversation of one channel: days, groups of messages, and what is on its way.
import { html } from 'htm/preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useElement } from './element.js';
import { entriesOf } from './commands.js';
import { Message } from './message.js';
import { Pending } from './pending.js';
import { change, here, useStore } from './store.js';
import { dayOf, formatted } from './time.js';

const groupMs = 7 * 60 * 1000;

export function Chat() {
  const { messages, pending, personId, channelId, failures, sent, commands } = useStore();
  const list = useElement();
  const mine = pending.filter((one) => one.personId === personId && one.channelId === channelId);
  const follow = usePinned(list, [messages, mine.length, failures, channelId, commands], { channelId, sent });
  return html`<div
    class="chat"
    ref=${list}
    onScroll=${follow}
    role="log"
    aria-label=${`Messages in ${here()?.name ?? ''}`}
    aria-live="polite"
    tabindex="0"
  >
    <div class="chat-inner">
      <${Welcome} />
      ${messages.map((message, index) => html`<${Row} key=${message.id} message=${message} before=${messages[index - 1]} />`)}
      ${mine.map((one) => html`<${Pending} key=${one.id} entry=${one} />`)}
    </div>
  </div>`;
}

/** Stays at the end while one is there; goes there with a new channel, and with what one sends oneself. */
function usePinned(list, reasons, { channelId, sent }) {
  const pinned = useRef(true);
  const seen = useRef('');
  const done = useRef(sent);
  useLayoutEffect(() => {
    if (seen.current !== channelId || done.current !== sent) pinned.current = true;
    done.current = sent;
    seen.current = channelId;
    if (pinned.current && list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, reasons);
  return ({ currentTarget }) => {
    pinned.current = currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < 80;
  };
}

function Row({ message, before }) {
  const at = Date.parse(message.timestamp);
  const isNewDay = before === undefined || dayOf(Date.parse(before.timestamp)) !== dayOf(at);
  return html`
    ${isNewDay && html`<div class="day" role="separator"><span>${formatted(at, 'D')}</span></div>`}
    <${Message} message=${message} grouped=${!isNewDay && continues(message, before)} />
  `;
}

/** Messages of one author in a row stand under one name, unless they answer something. */
function continues(message, before) {
  const isSame = before.author.id === message.author.id && before.ephemeral === message.ephemeral;
  const isSoon = Date.parse(message.timestamp) - Date.parse(before.timestamp) < groupMs;
  return isSame && isSoon && message.used === undefined && message.reply === undefined;
}

/** The beginning of a channel, with something to try for whoever is new. */
function Welcome() {
  const { commands, app } = useStore();
  const channel = here();
  if (channel === undefined) return html`<p class="welcome">There is no channel that you can see.</p>`;
  const first = entriesOf(commands).slice(0, 3);
  const isDm = channel.kind === 'dm';
  const hasNoSign = isDm || channel.kind.endsWith('thread');
  return html`<section class="welcome">
    <h2>${hasNoSign ? channel.name : `# ${channel.name}`}</h2>
    <p>
      ${isDm ? `This is the beginning of your direct messages with ${channel.name}.` : (channel.topic ?? `This is the beginning of ${channel.name}.`)}
    </p>
    ${
      first.length > 0 &&
      html`<p class="try">
        <span>Try ${app}:</span>
        ${first.map(({ words }) => html`<button type="button" class="chip" onClick=${() => change({ prefill: { text: `/${words}` } })}>/${words}</button>`)}
      </p>`
    }
  </section>`;
}
