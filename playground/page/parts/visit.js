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
  if (await loadChannels()) await open(placeFor(channelId));
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

/** Each call begins a reading, and returns what tells whether it is still the latest: another may overtake it. */
function readings() {
  let begun = 0;
  return () => {
    begun += 1;
    const mine = begun;
    return () => mine === begun;
  };
}

const ofChannels = readings();
const ofMessages = readings();
const ofSurroundings = readings();
const ofClock = readings();

/** Reads the list of channels anew. False when a later reading overtook this one: then nothing was changed. */
async function loadChannels() {
  const { personId } = current();
  const isLatest = ofChannels();
  const channels = await get(`${personId}/channels`);
  if (!isLatest() || personId !== current().personId) return false;
  change({ channels });
  return true;
}

/** The channel that is wanted if this person sees it, else where they can meet the bot. */
function placeFor(wanted) {
  const places = current().channels.filter((one) => one.kind !== 'category' && one.kind !== 'voice');
  return (places.find((one) => one.id === wanted) ?? places.find((one) => one.guild?.hasBot) ?? places[0])?.id ?? '';
}

/** What there is to see may have changed. Whoever is still where they were is left there, with their list open or not. */
async function lookAround() {
  if (!(await loadChannels())) return;
  const { channelId } = current();
  const place = placeFor(channelId);
  if (place !== channelId) return open(place);
  entitle();
  return refresh();
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
  entitle();
  await refresh();
}

function entitle() {
  document.title = `${here()?.kind === 'dm' ? '@' : '#'}${here()?.name ?? ''} · Playground`;
}

const refresh = () => Promise.all([loadMessages(), loadSurroundings()]);

/** Reads the messages anew; an answer that was overtaken by a later one is dropped. */
export async function loadMessages() {
  const { personId, channelId } = current();
  if (channelId === '') return;
  const isLatest = ofMessages();
  const messages = await get(`${personId}/channels/${channelId}/messages`).catch(() => []);
  if (!isLatest() || !isStillAt(personId, channelId)) return;
  change(({ past, pending }) => ({
    messages: messages.filter((one) => !one.ephemeral || !past.has(one.id)),
    pending: pending.filter((one) => one.failed || !messages.some((each) => each.interactionId === one.interactionId)),
  }));
}

async function loadSurroundings() {
  const { personId, channelId } = current();
  if (channelId === '') return;
  const isLatest = ofSurroundings();
  const place = `${personId}/channels/${channelId}`;
  const [commands, candidates] = await Promise.all([get(`${place}/commands`), get(`${place}/candidates`)]).catch(() => [
    [],
    { users: [], roles: [], channels: [] },
  ]);
  if (isLatest() && isStillAt(personId, channelId)) change({ commands, candidates });
}

const isStillAt = (personId, channelId) => personId === current().personId && channelId === current().channelId;

/** Takes the time that `ask` brings, unless it was asked for anew meanwhile. */
export async function tellTime(ask) {
  const isLatest = ofClock();
  const { offsetMs } = await ask();
  if (isLatest()) change({ clockOffset: offsetMs });
  return offsetMs;
}

async function happened(what) {
  const { channelId, personId } = current();
  if (what.kind === 'clock') {
    await tellTime(async () => (await fetch('/clock')).json());
    // Between the reading of a page and its hearing, and while it was hidden, anything may have happened.
  } else if (['channel', 'guild', 'hello'].includes(what.kind)) await lookAround();
  else if (what.kind === 'commands') await loadSurroundings();
  else if (what.channelId !== undefined && what.channelId !== channelId) {
    if (what.kind === 'message')
      change(({ unread }) => ({ unread: new Set(unread).add(`${personId}/${what.channelId}`) }));
  } else if (['message', 'edited', 'deleted'].includes(what.kind)) await loadMessages();
}
