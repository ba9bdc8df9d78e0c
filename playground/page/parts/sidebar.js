// Servers with their channels and threads, and direct messages: what this person sees of them.
import { html } from 'htm/preact';
import { useLayoutEffect } from 'preact/hooks';
import { useElement } from './element.js';
import { Avatar, Icon } from './icons.js';
import { change, me, useStore } from './store.js';
import { open } from './visit.js';

export function Sidebar() {
  const { channels, drawerOpen } = useStore();
  const box = useElement();
  // At once: a key pressed right after must reach what has opened.
  useLayoutEffect(() => {
    if (drawerOpen) box.current?.querySelector('[aria-current], button')?.focus();
  }, [drawerOpen]);
  const guilds = [
    ...new Map(channels.flatMap((one) => (one.guild === null ? [] : [[one.guild.id, one.guild]]))).values(),
  ];
  const close = (event) => {
    if (event.key !== 'Escape' || !drawerOpen) return;
    change({ drawerOpen: false });
    document.getElementById('drawer-button')?.focus();
  };
  return html`<nav
    id="places"
    class=${`sidebar${drawerOpen ? ' open' : ''}`}
    aria-label="Servers and channels"
    ref=${box}
    onKeyDown=${close}
  >
    <p class="product"><img src="/page/style/icon.svg" alt="" width="28" height="28" />Playground</p>
    ${guilds.map((guild) => html`<${Guild} key=${guild.id} guild=${guild} channels=${channels.filter((one) => one.guild?.id === guild.id)} />`)}
    <section>
      <h2>Direct messages</h2>
      <ul>
        ${channels.filter((one) => one.kind === 'dm').map((one) => html`<${Place} key=${one.id} channel=${one} />`)}
      </ul>
    </section>
    <${Footer} />
  </nav>`;
}

function Guild({ guild, channels }) {
  const isThread = ({ kind }) => kind === 'thread' || kind === 'private-thread';
  const rows = channels.filter((one) => !isThread(one));
  const threads = (id) => channels.filter((one) => isThread(one) && one.parentId === id && !one.archived);
  return html`<section>
    <h2><bdi>${guild.name}</bdi>${!guild.hasBot && html`<small>without the bot</small>`}</h2>
    <ul>
      ${rows.map((one) => html`<${Place} key=${one.id} channel=${one} />${threads(one.id).map((each) => html`<${Place} key=${each.id} channel=${each} />`)}`)}
    </ul>
  </section>`;
}

function Place({ channel }) {
  const { channelId, unread, personId } = useStore();
  if (channel.kind === 'category') return html`<li class="category">${channel.name}</li>`;
  const isNew = unread.has(`${personId}/${channel.id}`);
  const isHere = channel.id === channelId;
  return html`<li class=${channel.kind.endsWith('thread') ? 'thread' : ''}>
    <button
      type="button"
      class=${`place-button${isHere ? ' here' : ''}${isNew ? ' new' : ''}`}
      aria-current=${isHere ? 'page' : undefined}
      disabled=${channel.kind === 'voice'}
      onClick=${() => void open(channel.id)}
    >
      ${channelIcon(channel)}<bdi>${channel.name}</bdi>${isNew && html`<span class="dot"><span class="hidden">New messages</span></span>`}
    </button>
  </li>`;
}

/** The sign before a channel's name. */
export function channelIcon(channel) {
  if (channel?.kind === 'dm') return html`<${Avatar} name=${channel.name} bot=${channel.withBot} size="tiny" />`;
  if (channel?.kind.endsWith('thread')) return html`<${Icon} name="thread" />`;
  return channel?.kind === 'private'
    ? html`<${Icon} name="lock" />`
    : html`<span class="hash" aria-hidden="true">#</span>`;
}

function Footer() {
  const { app } = useStore();
  const person = me();
  const zone = person?.zone?.replaceAll('_', ' ') ?? 'that of this browser';
  return html`<footer class="sidebar-foot">
    <p>You are <b>${person?.name}</b>. Your language is ${person?.locale}, your time ${zone}.</p>
    <p>
      A small Discord on this machine, with the real ${app} in it. Nothing leaves it. Open a second tab to be two
      people.
    </p>
  </footer>`;
}
