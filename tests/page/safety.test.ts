import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlayground, type Playground } from '#playground/start.ts';
import { atThePage } from './browser-page.ts';
import { endPlayground } from '#tests/support/playground.ts';

const visit = atThePage();
let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground({ strict: false });
});
afterAll(async () => {
  await endPlayground(playground);
});

const nasty = [
  '<img src=x onerror="window.hit=1"><script>window.hit=1</script>',
  '[press me](javascript:window.hit=1) javascript:window.hit=1',
  '\u202Etxt.exe and what follows',
  '**<b onclick="window.hit=1">bold</b>** `<i>` ||<u>||',
  'x'.repeat(4000),
];

describe('what people type is inert', () => {
  test('in a channel: it stays text, runs nothing, fetches nothing and breaks no layout', async () => {
    const ann = await visit(playground.url);
    for (const text of nasty) {
      await ann.sends(text);
      await ann.getByRole('article').last().waitFor();
    }
    await ann.getByText('x'.repeat(4000)).waitFor();
    for (const one of await ann.getByRole('article').all()) await one.click({ position: { x: 80, y: 12 } });
    expect(await ann.evaluate('window.hit')).toBeUndefined();
    expect(await ann.locator('.chat img, .chat script, .chat [onclick], .chat a[href^="javascript"]').count()).toBe(0);
    expect(await ann.getByText(nasty[0] ?? '').count()).toBe(1);
    const beyond: unknown = await ann.evaluate(
      'document.querySelector(".chat").scrollWidth - document.querySelector(".chat").clientWidth',
    );
    expect(beyond).toBe(0);
    expect(ann.wrongs).toEqual([]);
  });

  test('right-to-left marks stay inside their message', async () => {
    const ann = await visit(playground.url);
    await ann.sends('\u202Eabc');
    await ann.sends('plain words');
    const after = ann.getByText('plain words');
    await after.waitFor();
    expect(await after.evaluate((one) => one.ownerDocument.defaultView?.getComputedStyle(one).unicodeBidi)).toBe(
      'isolate',
    );
  });
});

describe('the page keeps to this machine', () => {
  test('its policy allows its own scripts alone, and no other origin may act', async () => {
    const page = await fetch(playground.url);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const ann = playground.people.named('ann').id;
    const say = async (headers: Record<string, string>) =>
      (await fetch(`${playground.url}/play/${ann}/say`, { method: 'POST', headers, body: '{}' })).status;
    expect(await say({ origin: 'https://evil.example' })).toBe(403);
    expect(await say({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await say({ origin: 'null' })).toBe(403);
    const { status } = await fetch(`${playground.url}/page/parts/..%2f..%2fstart.ts`);
    expect(status).toBe(404);
  });

  test('a foreign name that points at this machine is not answered', async () => {
    const { request } = await import('node:http');
    const asked = await new Promise<number | undefined>((resolve, reject) => {
      request(playground.url, { headers: { host: 'evil.example' } }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
        .end();
    });
    expect(asked).toBe(403);
  });
});
