import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { card, text } from '#bot/parts.ts';
import { answerOver } from '#discord/answer.ts';
import { restForAnswers } from '#discord/rests.ts';

const interaction = { id: '100000000000000001', token: 'token', application_id: '200000000000000001' };

/** Takes the first answer to an interaction and loses the response in some way; says what was asked of it. */
async function losingDiscord(lose: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      asked.push(`${request.method} ${request.url?.split('/').at(-1)}`);
      if (asked.length === 1) return lose(request, response);
      const isFirst = request.method === 'POST';
      response.writeHead(isFirst ? 400 : 200, { 'content-type': 'application/json' });
      response.end(isFirst ? JSON.stringify({ code: 40060, message: 'already acknowledged' }) : '{}');
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return { asked, api: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test.each([
  ['a server error', (_: IncomingMessage, response: ServerResponse) => void response.writeHead(502).end()],
  ['a connection that ends', (request: IncomingMessage) => void request.socket.destroy()],
  ['a connection that is reset', (request: IncomingMessage) => void request.socket.resetAndDestroy()],
])('an update of which nothing comes back but %s is not made a second time', async (_, lose) => {
  const { asked, api } = await losingDiscord(lose);
  await answerOver(restForAnswers(api), interaction).update(card('calm', text('Page 2')));
  expect(asked).toEqual(['POST callback', 'POST callback']);
});

test('an update is made by an edit where Discord had an answer before', async () => {
  const { asked, api } = await losingDiscord((_, response) => {
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ code: 40060, message: 'already acknowledged' }));
  });
  await answerOver(restForAnswers(api), interaction).update(card('calm', text('Page 2')));
  expect(asked).toEqual(['POST callback', 'PATCH @original']);
});
