// Who one is and where: choosing a person and a channel, and hearing what happens there.
import { get } from './server.js';
import { change, current, here } from './store.js';

/** @type {EventSource | undefined} */
let stream;

/** Opens the page as the address says: `#ben/123` is Ben in channel 123. */
export async function start() {
  const { people, past, app } = await get('start');
  const { offsetMs } = await (await fetch('/clock')).json();
  change({ people, past: new Set(past), app, clockOffset: offsetMs });
  const [name, channelId] = location.hash.slice(1).split('/');
  const person = people.find((one) => one.username === name) ?? people[0];
  await become(person.id, channelId);
  change({ ready: true });
}

/** Becomes a person, in the channel where one is if they see it. */
export async function become(personId, channelId = current().channelId) {
  stream?.close();
  change({ personId, form: undefined, menu: undefined });
  await loadChannels(channelId);
  listen();
}

/** Hears what happens while the page is looked at. Browsers open only six connections to one place, for all tabs. */
function listen() {
  stream?.close();
  if (document.hidden) return;
  stream = new EventSource(`/play/${current().personId}/happenings`);
  stream.addEventListener('message', (event) => void happened(JSON.parse(event.data)));
}

document.addEventListener('visibilitychange', listen);

async function loadChannels(wanted) {
  const { personId } = current();
  const channels = await get(`${personId}/channels`);
  if (personId !== current().personId) return;
  const places = channels.filter((one) => one.kind !== 'category' && one.kind !== 'voice');
  const found = places.find((one) => one.id === wanted) ?? places.find((one) => one.guild?.hasBot) ?? places[0];
  change({ channels });
  await open(found?.id ?? '');
}

/** Opens a channel. */
export async function open(channelId) {
  const moved = channelId !== current().channelId;
  change((was) => ({
    channelId,
    drawerOpen: false,
    ...(moved ? { messages: [], commands: [] } : {}),
    unread: new Set([...was.unread].filter((one) => one !== `${was.personId}/${channelId}`)),
  }));
  const person = current().people.find((one) => one.id === current().personId);
  history.replaceState(null, '', `#${person?.username ?? ''}/${channelId}`);
  document.title = `${here()?.kind === 'dm' ? '@' : '#'}${here()?.name ?? ''} · Playground`;
  await Promise.all([loadMessages(), loadSurroundings()]);
}

let asked = 0;

/** Reads the messages anew; an answer that was overtaken by a later one is dropped. */
export async function loadMessages() {
  const { personId, channelId } = current();
  if (channelId === '') return;
  const mine = ++asked;
  const messages = await get(`${personId}/channels/${channelId}/messages`).catch(() => []);
  const isStale = mine !== asked || personId !== current().personId || channelId !== current().channelId;
  if (isStale) return;
  change(({ past, pending }) => ({
    messages: messages.filter((one) => !one.ephemeral || !past.has(one.id)),
    pending: pending.filter((one) => one.failed || !messages.some((each) => each.interactionId === one.interactionId)),
  }));
}

async function loadSurroundings() {
  const { personId, channelId } = current();
  if (channelId === '') return;
  const place = `${personId}/channels/${channelId}`;
  const [commands, candidates] = await Promise.all([get(`${place}/commands`), get(`${place}/candidates`)]).catch(() => [
    [],
    { users: [], roles: [], channels: [] },
  ]);
  if (personId === current().personId && channelId === current().channelId) change({ commands, candidates });
}

async function happened(what) {
  const { channelId, personId } = current();
  if (what.kind === 'clock') {
    const { offsetMs } = await (await fetch('/clock')).json();
    change({ clockOffset: offsetMs });
  } else if (what.kind === 'channel' || what.kind === 'guild') await loadChannels(channelId);
  else if (what.kind === 'commands') await loadSurroundings();
  else if (what.channelId !== undefined && what.channelId !== channelId) {
    if (what.kind === 'message')
      change(({ unread }) => ({ unread: new Set(unread).add(`${personId}/${what.channelId}`) }));
  } else if (['message', 'edited', 'deleted', 'hello'].includes(what.kind)) await loadMessages();
}
