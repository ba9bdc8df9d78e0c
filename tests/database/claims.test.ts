import { expect, test } from 'vitest';
import { type Claim, claimsIn } from '#database/claims.ts';
import { describeEachDatabase } from '#tests/support/databases.ts';

const noon = Temporal.Instant.from('2026-03-01T12:00:00Z');
const minute = Temporal.Duration.from({ minutes: 1 });
const after = (seconds: number) => noon.add({ seconds });

describeEachDatabase('A claim', (open, { fresh }) => {
  test('goes to whoever comes first, and not to the same process twice', async () => {
    const database = await open();
    const [ann, ben] = [claimsIn(database, 'ann'), claimsIn(database, 'ben')];
    const claim = await ann.claim('tip', { now: noon, lease: minute });
    expect(claim).toEqual({ key: 'tip', holder: 'ann', leaseUntil: after(60).epochMilliseconds });
    expect(await ben.claim('tip', { now: after(59), lease: minute })).toBeUndefined();
    expect(await ann.claim('tip', { now: after(59), lease: minute })).toBeUndefined();
    expect(await ben.claim('another tip', { now: noon, lease: minute })).toBeDefined();
  });

  test('can be taken over in the very moment its lease runs out, and the first holder hears of it', async () => {
    const database = await open();
    const [ann, ben] = [claimsIn(database, 'ann'), claimsIn(database, 'ben')];
    const first = await held(ann.claim('tip', { now: noon, lease: minute }));
    const second = await held(ben.claim('tip', { now: after(60), lease: minute }));
    expect(await ann.finish(first, after(61))).toBe(false);
    await ann.release(first); // changes nothing for ben
    expect(await ben.finish(second, after(62))).toBe(true);
  });

  test('that its own process took anew is lost for the slow first attempt too', async () => {
    const ann = claimsIn(await open(), 'ann');
    const slow = await held(ann.claim('tip', { now: noon, lease: minute }));
    const anew = await held(ann.claim('tip', { now: after(90), lease: minute }));
    expect(await ann.finish(slow, after(91))).toBe(false);
    expect(await ann.finish(anew, after(92))).toBe(true);
  });

  test('that nobody took over can be finished late, and twice, and is then gone for everybody', async () => {
    const ann = claimsIn(await open(), 'ann');
    const claim = await held(ann.claim('tip', { now: noon, lease: minute }));
    expect(await ann.finish(claim, after(600))).toBe(true);
    expect(await ann.finish(claim, after(601))).toBe(true);
    expect(await ann.claim('tip', { now: after(9999), lease: minute })).toBeUndefined();
  });

  test('that is released can be had at once, unless it was finished before', async () => {
    const database = await open();
    const [ann, ben] = [claimsIn(database, 'ann'), claimsIn(database, 'ben')];
    await ann.release(await held(ann.claim('tip', { now: noon, lease: minute })));
    const claim = await held(ben.claim('tip', { now: noon, lease: minute }));
    await ben.finish(claim, noon);
    await ben.release(claim);
    expect(await ann.claim('tip', { now: noon, lease: minute })).toBeUndefined();
  });

  test('for good never runs out', async () => {
    const ann = claimsIn(await open(), 'ann');
    expect(await ann.claim('press', { now: noon, lease: 'for good' })).toBeDefined();
    expect(await ann.claim('press', { now: after(1e9), lease: 'for good' })).toBeUndefined();
  });

  test('needs a lease that lasts', async () => {
    const ann = claimsIn(await open(), 'ann');
    const none = Temporal.Duration.from({ seconds: 0 });
    await expect(ann.claim('tip', { now: noon, lease: none })).rejects.toThrow(RangeError);
  });

  test('is reached for by twenty at once, and one gets it', async () => {
    const url = await fresh();
    const databases = [await open(url), await open(url)];
    const tries = Array.from({ length: 20 }, (_, n) => claimsIn(databases[n % 2] ?? databases[0]!, `holder ${n}`));
    const taken = await Promise.all(tries.map((claims) => claims.claim('tip', { now: noon, lease: minute })));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});

describeEachDatabase('Purging', (open) => {
  test('forgets what is old, finished, run out or for good, and keeps what is new or held', async () => {
    const database = await open();
    const ann = claimsIn(database, 'ann');
    await ann.finish(await held(ann.claim('finished', { now: noon, lease: minute })), noon);
    await ann.claim('run out', { now: noon, lease: minute });
    await ann.claim('for good', { now: noon, lease: 'for good' });
    await ann.claim('held', { now: noon, lease: Temporal.Duration.from({ hours: 2 }) });
    await ann.claim('new', { now: after(3600), lease: 'for good' });
    expect(await ann.purge(after(3600))).toBe(3);
    const left = await database.db.selectFrom('claims').select('key').orderBy('key').execute();
    expect(left.map(({ key }) => key)).toEqual(['held', 'new']);
  });

  test('works through more claims than one batch holds', async () => {
    const database = await open();
    const ann = claimsIn(database, 'ann');
    const row = { holder: 'ann', lease_until: 1, finished_at: null, made_at: 1 };
    const rows = Array.from({ length: 1_200 }, (_, n) => ({ ...row, key: `old ${n}` }));
    await database.db.insertInto('claims').values(rows).execute();
    expect(await ann.purge(noon)).toBe(1_200);
    expect(await ann.purge(noon)).toBe(0);
  });
});

async function held(claim: Promise<Claim | undefined>): Promise<Claim> {
  const taken = await claim;
  if (!taken) throw new Error('somebody else holds it');
  return taken;
}
