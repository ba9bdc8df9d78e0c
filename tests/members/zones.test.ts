import { describe, expect, test } from 'vitest';
import { zoneNamed, zonesLike } from '#members/zones.ts';

const winter = Temporal.Instant.from('2026-01-15T12:00:00Z');
const zonesFor = (typed: string) => zonesLike(typed, winter).map(({ zone }) => zone);
const all = [...Intl.supportedValuesOf('timeZone').map((zone) => zoneNamed(zone) ?? ''), 'UTC'];

describe('a zone typed by its name', () => {
  test('is known in any case, with spaces, in three parts and by an older name', () => {
    for (const zone of all) expect(zoneNamed(zone.toLowerCase().replaceAll('_', ' '))).toBe(zone);
    expect(zoneNamed('utc')).toBe('UTC');
    expect(zoneNamed('america/argentina/buenos aires')).toBe('America/Argentina/Buenos_Aires');
    expect(zoneNamed('Asia/Calcutta')).toBe('Asia/Kolkata');
    expect(all).not.toContain('');
  });

  test.each(['', '+02:00', '-5', 'Berlin', 'Middle/Earth', 'Europe/Berlin; drop table', '🕐', 'constructor'])(
    '“%s” is none',
    (typed) => {
      expect(zoneNamed(typed)).toBeUndefined();
    },
  );
});

describe('a zone looked for', () => {
  test('by its name or its city is among those offered', () => {
    for (const zone of all) {
      expect(zonesFor(zone)[0], zone).toBe(zone);
      const city = (zone.split('/').at(-1) ?? '').replaceAll('_', ' ');
      expect(zonesFor(city), city).toContain(zone);
    }
  });

  test.each([
    ['berl', 'Europe/Berlin'],
    ['Belrin', 'Europe/Berlin'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['brazil', 'America/Sao_Paulo'],
    ['pacific', 'America/Los_Angeles'],
    ['est', 'America/New_York'],
    ['india', 'Asia/Kolkata'],
    ['mumbai', 'Asia/Kolkata'],
    ['+5:30', 'Asia/Kolkata'],
    ['utc-3', 'America/Sao_Paulo'],
    ['GMT+1', 'Europe/Berlin'],
    ['utc', 'UTC'],
    ['new york', 'America/New_York'],
  ])('by “%s” is found: %s', (typed, zone) => {
    expect(zonesFor(typed).slice(0, 8)).toContain(zone);
  });

  test('comes with a label that says where and how far from UTC, and fits Discord', () => {
    expect(zonesLike('Berlin', winter)[0]).toEqual({ zone: 'Europe/Berlin', label: 'Berlin, Europe (UTC+01:00)' });
    expect(zonesLike('Berlin', winter.add({ hours: 24 * 180 }))[0]?.label).toBe('Berlin, Europe (UTC+02:00)');
    for (const typed of ['', 'a', 'e', 'america', '-3', '+0']) {
      const found = zonesLike(typed, winter);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(25);
      expect(new Set(found.map(({ zone }) => zone)).size).toBe(found.length);
      expect(found.every(({ label }) => label.length <= 100)).toBe(true);
    }
    expect(zonesFor('qqqqqq')).toEqual([]);
    expect(zonesFor('x'.repeat(6_000))).toEqual([]);
  });
});
