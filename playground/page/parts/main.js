// The page: a chat client for the playground. Start here.
import { html, render } from 'htm/preact';
import { Chat } from './chat.js';
import { Composer } from './composer.js';
import { FormDialog } from './form.js';
import { Menu } from './menu.js';
import { Sidebar } from './sidebar.js';
import { change, useStore } from './store.js';
import { Topbar } from './topbar.js';
import { start } from './visit.js';

function Page() {
  const { ready, drawerOpen, notice } = useStore();
  if (!ready) return html`<p class="loading">Opening the playground…</p>`;
  return html`<div class="page">
    <${Sidebar} />
    ${drawerOpen && html`<div class="curtain" onClick=${() => change({ drawerOpen: false })}></div>`}
    <main class="middle" inert=${drawerOpen || undefined}>
      <${Topbar} />
      <${Chat} />
      <p class="notice" role="status">${notice}</p>
      <${Composer} />
    </main>
    <${FormDialog} />
    <${Menu} />
  </div>`;
}

render(html`<${Page} />`, document.getElementById('app') ?? document.body);
await start().catch((error) => {
  document.body.textContent = `The playground did not answer: ${error.message}`;
});
