import { long, many, type Pair } from './pair.ts';

type Body = Readonly<Record<string, unknown>>;

const thread = (more: Body): Body => ({ name: 'Session', type: 12, ...more });
const start = 'Channel, Start Thread without Message';

/** Bodies that start a thread. */
export const threadPairs: readonly Pair[] = [
  {
    what: 'a name of 101 characters',
    rule: `${start}: name 1–100`,
    refused: thread({ name: long(101) }),
    accepted: thread({ name: long(100) }),
    at: 'name',
  },
  {
    what: 'an empty name',
    rule: `${start}: name 1–100`,
    refused: thread({ name: '' }),
    accepted: thread({ name: 'x' }),
    at: 'name',
  },
  {
    what: 'an archive duration of two hours',
    rule: `${start}: auto_archive_duration 60, 1440, 4320, 10080`,
    refused: thread({ auto_archive_duration: 120 }),
    accepted: thread({ auto_archive_duration: 1440 }),
    at: 'auto_archive_duration',
  },
  {
    what: 'a type that is no thread',
    rule: `${start}: type of thread`,
    refused: thread({ type: 0 }),
    accepted: thread({ type: 11 }),
    at: 'type',
  },
  {
    what: 'a slowmode of more than six hours',
    rule: `${start}: rate_limit_per_user 0–21600`,
    refused: thread({ rate_limit_per_user: 21_601 }),
    accepted: thread({ rate_limit_per_user: 21_600 }),
    at: 'rate_limit_per_user',
  },
  {
    what: 'invitable as text',
    rule: `${start}: invitable is a boolean`,
    refused: thread({ invitable: 'no' }),
    accepted: thread({ invitable: false }),
    at: 'invitable',
  },
  { what: 'a field nobody knows', rule: start, refused: thread({ members: [] }), accepted: thread({}), at: 'members' },
];

const channel = (more: Body): Body => ({ name: 'practice', ...more });
const overwrite = (more: Body = {}): Body => ({ id: '5', type: 1, allow: '1024', deny: '0', ...more });
const make = 'Guild, Create Guild Channel; Channel, Modify Channel';

/** Bodies that make a channel. */
export const channelPairs: readonly Pair[] = [
  {
    what: 'a name of 101 characters',
    rule: `${make}: name 1–100`,
    refused: channel({ name: long(101) }),
    accepted: channel({ name: long(100) }),
    at: 'name',
  },
  {
    what: 'a topic of 1,025 characters',
    rule: `${make}: topic 0–1024`,
    refused: channel({ topic: long(1025) }),
    accepted: channel({ topic: long(1024) }),
    at: 'topic',
  },
  {
    what: 'a type nobody knows',
    rule: 'Channel, Channel Types',
    refused: channel({ type: 99 }),
    accepted: channel({ type: 0 }),
    at: 'type',
  },
  {
    what: 'an overwrite for neither role nor member',
    rule: 'Channel, Overwrite Structure: type 0 or 1',
    refused: channel({ permission_overwrites: [overwrite({ type: 2 })] }),
    accepted: channel({ permission_overwrites: [overwrite()] }),
    at: 'permission_overwrites.0.type',
  },
  {
    what: 'permissions by name',
    rule: 'Channel, Overwrite Structure: allow is a permission bit set',
    refused: channel({ permission_overwrites: [overwrite({ allow: 'SEND' })] }),
    accepted: channel({ permission_overwrites: [overwrite({ allow: '0' })] }),
    at: 'permission_overwrites.0.allow',
  },
  {
    what: '101 overwrites',
    rule: `${make}: permission_overwrites (Discord's description: at most 100)`,
    refused: channel({ permission_overwrites: many(101, (n) => overwrite({ id: String(n + 1) })) }),
    accepted: channel({ permission_overwrites: many(100, (n) => overwrite({ id: String(n + 1) })) }),
    at: 'permission_overwrites',
  },
  {
    what: 'a slowmode of more than six hours',
    rule: `${make}: rate_limit_per_user 0–21600`,
    refused: channel({ rate_limit_per_user: 21_601 }),
    accepted: channel({ rate_limit_per_user: 0 }),
    at: 'rate_limit_per_user',
  },
];

const day = 86_400_000;
const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
const event = (more: Body = {}): Body => ({
  name: 'Mock interviews',
  privacy_level: 2,
  entity_type: 3,
  entity_metadata: { location: 'here' },
  scheduled_start_time: at(day),
  scheduled_end_time: at(day + 3_600_000),
  ...more,
});
const make2 = 'Guild Scheduled Event, Create';

/** Bodies that plan an event. */
export const eventPairs: readonly Pair[] = [
  {
    what: 'a name of 101 characters',
    rule: `${make2}: name 1–100`,
    refused: event({ name: long(101) }),
    accepted: event({ name: long(100) }),
    at: 'name',
  },
  {
    what: 'a description of 1,001 characters',
    rule: `${make2}: description 1–1000`,
    refused: event({ description: long(1001) }),
    accepted: event({ description: long(1000) }),
    at: 'description',
  },
  {
    what: 'an event elsewhere without an end',
    rule: 'Guild Scheduled Event, Field Requirements By Entity Type: EXTERNAL needs scheduled_end_time',
    refused: event({ scheduled_end_time: null }),
    accepted: event(),
    at: 'scheduled_end_time',
  },
  {
    what: 'an event elsewhere without a place',
    rule: 'Guild Scheduled Event, Field Requirements By Entity Type: EXTERNAL needs entity_metadata with location',
    refused: event({ entity_metadata: null }),
    accepted: event({ entity_metadata: { location: 'x' } }),
    at: 'entity_metadata',
  },
  {
    what: 'a place of 101 characters',
    rule: 'Guild Scheduled Event, Entity Metadata: location 1–100',
    refused: event({ entity_metadata: { location: long(101) } }),
    accepted: event({ entity_metadata: { location: long(100) } }),
    at: 'entity_metadata.location',
  },
  {
    what: 'an event elsewhere with a channel',
    rule: 'Guild Scheduled Event, Field Requirements By Entity Type: EXTERNAL has channel_id null',
    refused: event({ channel_id: '5' }),
    accepted: event({ channel_id: null }),
    at: 'channel_id',
  },
  {
    what: 'a voice event without a channel',
    rule: 'Guild Scheduled Event, Field Requirements By Entity Type: VOICE needs channel_id',
    refused: event({ entity_type: 2, entity_metadata: null }),
    accepted: event({ entity_type: 3 }),
    at: 'channel_id',
  },
  {
    what: 'an event that begins yesterday',
    rule: 'Guild Scheduled Event (Discord refuses a start in the past)',
    refused: event({ scheduled_start_time: at(-day) }),
    accepted: event({ scheduled_start_time: at(60_000) }),
    at: 'scheduled_start_time',
  },
  {
    what: 'an end before the beginning',
    rule: 'Guild Scheduled Event (Discord refuses an end before the start)',
    refused: event({ scheduled_end_time: at(day - 1000) }),
    accepted: event({ scheduled_end_time: at(day + 1000) }),
    at: 'scheduled_end_time',
  },
  {
    what: 'a public event',
    rule: 'Guild Scheduled Event, Privacy Level: GUILD_ONLY 2',
    refused: event({ privacy_level: 1 }),
    accepted: event({ privacy_level: 2 }),
    at: 'privacy_level',
  },
  {
    what: 'a kind of event nobody knows',
    rule: 'Guild Scheduled Event, Entity Types: 1, 2, 3',
    refused: event({ entity_type: 4 }),
    accepted: event(),
    at: 'entity_type',
  },
  {
    what: 'a moment that is none',
    rule: 'Reference, ISO8601 Date/Time',
    refused: event({ scheduled_start_time: 'tomorrow' }),
    accepted: event(),
    at: 'scheduled_start_time',
  },
];
