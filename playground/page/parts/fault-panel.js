// Faults by hand: what goes wrong on the real Discord sooner or later.
import { html } from 'htm/preact';
import { useRef, useState } from 'preact/hooks';
import { cause, faultsHere } from './actions.js';
import { Icon } from './icons.js';
import { Panel } from './panel.js';
import { change, here, me, useStore } from './store.js';

/** What can happen to the next command, press or form, and how it is called. */
const nextFaults = {
  refused: 'is refused by Discord (500)',
  'cut off': 'arrives, but the bot never knows',
  slow: 'takes two seconds',
  unheard: 'never comes: the bot hears nothing',
  twice: 'is asked for twice',
};

/** @type {{permissions: {name: string, label: string, allowed: boolean}[], hasBot: boolean, place: string | undefined}} */
const nothingYet = { permissions: [], hasBot: false, place: undefined };

export function FaultPanel() {
  const [state, setState] = useState(nothingYet);
  const asked = useRef(0);
  // An answer that was asked for before something changed says nothing any more.
  const outdate = () => (asked.current += 1);
  const look = () => {
    const mine = outdate();
    void faultsHere().then((found) => mine === asked.current && setState(found));
  };
  // At once: any news in the page draws the boxes anew, and would put a box back that was only just changed.
  const allow = (name, allowed) => {
    outdate();
    setState((before) => ({
      ...before,
      permissions: before.permissions.map((one) => (one.name === name ? { ...one, allowed } : one)),
    }));
  };
  const face = html`<${Icon} name="bolt" /><span class="panel-face">Faults</span>`;
  return html`<${Panel} label="Faults" face=${face} className="faults" onOpen=${look}>
    <h2>Make something go wrong</h2>
    <${NextAnswer} />
    <${Anywhere} />
    ${here()?.guild ? html`<${InServer} state=${state} look=${look} allow=${allow} />` : html`<p>Open a channel of a server for more.</p>`}
  <//>`;
}

function Anywhere() {
  const { app } = useStore();
  const person = me();
  const setDms = async () => {
    const open = !person.dmsOpen;
    await cause(
      'direct-messages',
      { personId: person.id, open },
      `${person.name} ${open ? 'takes' : 'takes no'} direct messages`,
    );
    change(({ people }) => ({ people: people.map((one) => (one.id === person.id ? { ...one, dmsOpen: open } : one)) }));
  };
  return html`<div class="panel-actions column">
    <button
      type="button"
      class="button secondary"
      onClick=${() => void cause('drop-gateway', {}, `${app} lost its connection and must come back by itself`)}
    >
      Drop ${app}’s connection
    </button>
    <label class="tick"
      ><input type="checkbox" checked=${person?.dmsOpen} onChange=${() => void setDms()} /><span
        >${person?.name} takes direct messages</span
      ></label
    >
  </div>`;
}

function NextAnswer() {
  const { app } = useStore();
  const [how, setHow] = useState('refused');
  return html`<div class="panel-actions column">
    <label class="panel-field"
      >${app}’s next answer
      <select value=${how} onChange=${(event) => setHow(event.currentTarget.value)}>
        ${Object.entries(nextFaults).map(([name, shown]) => html`<option value=${name}>${shown}</option>`)}
      </select>
    </label>
    <button
      type="button"
      class="button secondary"
      onClick=${() => void cause('next-answer', { how }, `The next answer ${nextFaults[how]}`)}
    >
      Fail the next answer
    </button>
  </div>`;
}

function InServer({ state, look, allow }) {
  const { app, channelId } = useStore();
  const channel = here();
  const named = channel.kind.endsWith('thread') ? `“${channel.name}”` : `#${channel.name}`;
  const toggle = async ({ name, label }, allowed) => {
    allow(name, allowed);
    await cause(
      'permission',
      { permission: name, allowed },
      `${app} may ${allowed ? 'now' : 'no longer'}: ${label.toLowerCase()}`,
    );
    look();
  };
  const move = async () => {
    await cause(
      'bot-membership',
      {},
      `${app} was ${state.hasBot ? 'removed from' : 'invited to'} ${channel.guild.name}`,
    );
    look();
  };
  return html`
    <fieldset class="field">
      <legend>What ${app} may do in <bdi>#${state.place ?? channel.name}</bdi></legend>
      ${state.permissions.map(
        (one) =>
          html`<label class="tick"
            ><input
              type="checkbox"
              checked=${one.allowed}
              onChange=${(event) => void toggle(one, event.currentTarget.checked)}
            /><span>${one.label}</span></label
          >`,
      )}
    </fieldset>
    <div class="panel-actions column">
      <button type="button" class="button secondary" onClick=${() => void move()}>
        ${state.hasBot ? `Remove ${app} from` : `Invite ${app} to`} ${channel.guild.name}
      </button>
      <button
        type="button"
        class="button danger"
        onClick=${() => void cause('delete-channel', { channelId }, `${named} is gone`)}
      >
        Delete ${named}
      </button>
    </div>
  `;
}
