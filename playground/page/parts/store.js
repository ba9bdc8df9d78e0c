// The one state of the page. Parts read it with `useStore` and change it through actions.
import { useEffect, useState } from 'preact/hooks';

/** @type {any} */
let state = {
  ready: false,
  app: 'The app',
  people: [],
  /** Ephemeral messages from before this page was opened: gone for it, as after a reload of the real app. */
  past: new Set(),
  personId: '',
  channelId: '',
  channels: [],
  messages: [],
  commands: [],
  candidates: { users: [], roles: [], channels: [] },
  clockOffset: 0,
  /** Channels where something was said that this person has not looked at, by person. */
  unread: new Set(),
  /** "This interaction failed", by message. */
  failures: new Map(),
  /** What is being pressed: `message id/custom id`. */
  busy: '',
  /** Commands on their way, and those that got no answer. They live in this page alone. */
  pending: [],
  form: undefined,
  menu: undefined,
  /** How much this page has sent: the chat then shows its end. */
  sent: 0,
  drawerOpen: false,
  notice: '',
  /** What a clicked mention of a command puts into the composer. */
  prefill: undefined,
};

const listeners = new Set();

export const current = () => state;

export function change(patch) {
  state = { ...state, ...(typeof patch === 'function' ? patch(state) : patch) };
  for (const listener of listeners) listener(state);
}

/** The state, and a new rendering whenever it changes. */
export function useStore() {
  const [seen, setSeen] = useState(state);
  useEffect(() => {
    listeners.add(setSeen);
    setSeen(state);
    return () => void listeners.delete(setSeen);
  }, []);
  return seen;
}

/** The person at the page; undefined before the first answer. */
export const me = (from = state) => from.people.find((one) => one.id === from.personId);

/** The channel that is open. */
export const here = (from = state) => from.channels.find((one) => one.id === from.channelId);
