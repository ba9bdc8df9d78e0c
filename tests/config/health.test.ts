import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startHealth } from '#src/health.ts';

test('whoever sent half a request, and never the rest, does not keep the bot from stopping', async () => {
  const health = await startHealth(0, () => true);
  const half = connect(health.port, '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void half.destroy());
  const cut = new Promise((resolve) => half.once('close', resolve));
  await new Promise<void>((written) => half.write('GET /healthz HTTP/1.1\r\nHos', () => written()));
  // Lines are answered in the order in which they were opened: the half request has come in.
  expect((await fetch(`http://127.0.0.1:${health.port}/healthz`)).status).toBe(200);
  await health.close();
  await cut;
  await expect(fetch(`http://127.0.0.1:${health.port}/healthz`)).rejects.toThrow('fetch failed');
});
