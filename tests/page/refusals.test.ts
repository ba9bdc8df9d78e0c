import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlayground, type Playground } from '#playground/start.ts';
import { endPlayground } from '#tests/support/playground.ts';

let playground: Playground;
let ann: string;
let general: string;
beforeAll(async () => {
  playground = await startPlayground({ strict: false });
  ann = playground.people.named('ann').id;
  general = playground.world.channel('general').id;
});
afterAll(async () => {
  await endPlayground(playground);
});

/** What the page is told, when it was not the page that asked. */
async function told(method: string, path: string, body?: string): Promise<string> {
  const answer = await fetch(`${playground.url}/play/${path}`, { method, ...(body !== undefined && { body }) });
  const { error } = (await answer.json()) as { readonly error?: string };
  return `${answer.status} ${error}`;
}

describe('whoever asks the page’s routes for nonsense is told so, and nothing happens:', () => {
  test('to move the clock to no time that there is', async () => {
    const half = JSON.stringify({ offsetMs: 0.5 });
    const texts = ['1e300', '9e15', '-3155760000001', '"x"', '[]', 'null', '{}'].map((one) => `{"offsetMs":${one}}`);
    playground.clock.setOffset(60_000);
    for (const body of [...texts, half, '{}', '[]', '{"offsetMs"', '']) {
      expect(await told('PUT', 'clock', body), body).toMatch(/^422 (offsetMs must be a whole number|The body must be)/);
    }
    expect(playground.clock.offsetMs()).toBe(60_000);
    const moved = await fetch(`${playground.url}/play/clock`, { method: 'PUT', body: '{"offsetMs":-3155760000000}' });
    expect(await moved.json()).toEqual({ offsetMs: -3_155_760_000_000 });
    playground.clock.setOffset(0);
  });

  test('to act as nobody', async () => {
    const body = JSON.stringify({ channelId: general, text: 'hi' });
    const nobody = '422 There is no person with the id 1';
    for (const action of ['say', 'type', 'press', 'dismiss/1']) {
      expect(await told('POST', `1/${action}`, body)).toBe(nobody);
    }
    for (const seen of ['channels', `channels/${general}/messages`, 'happenings']) {
      expect(await told('GET', `1/${seen}`)).toBe(nobody);
    }
    const dms = JSON.stringify({ personId: '1', open: false });
    expect(await told('POST', 'faults/direct-messages', dms)).toBe(nobody);
    expect(await told('GET', `${playground.applicationId}/channels`)).toMatch(/^422 There is no person/);
  });

  test('what is no JSON, or JSON of another form', async () => {
    for (const action of ['command', 'type', 'autocomplete', 'press', 'select', 'submit', 'say']) {
      for (const body of ['', '{', 'null', '[]', '"x"', '{}', '{"channelId":1,"values":1,"options":{}}']) {
        expect(await told('POST', `${ann}/${action}`, body), `${action} ${body}`).toMatch(/^422 \S/);
      }
    }
    for (const fault of ['next-answer', 'permission', 'delete-channel', 'direct-messages', 'bot-membership']) {
      for (const body of ['', '{', 'null', '{}']) {
        expect(await told('POST', `faults/${fault}`, body), `${fault} ${body}`).toMatch(/^422 \S/);
      }
    }
    const strange = JSON.stringify({ formId: '1', values: { answer: 5 } });
    expect(await told('POST', `${ann}/submit`, strange)).toBe('422 values.answer: Could not interpret as string.');
  });

  test('to say nothing', async () => {
    for (const text of ['', '  \n ']) {
      const body = JSON.stringify({ channelId: general, text });
      expect(await told('POST', `${ann}/say`, body)).toBe('422 An empty message cannot be sent');
    }
    expect(playground.people.seen(ann, general)).toEqual([]);
  });
});
