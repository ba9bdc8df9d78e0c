/** Threads, channels, overwrites and scheduled events (Resources → Channel, Guild Scheduled Event). */
import type { Problem } from './problem.ts';
import {
  among,
  anything,
  both,
  integer,
  isObject,
  list,
  object,
  rule,
  snowflake,
  text,
  yesNo,
  type Keys,
  type Shape,
} from './shape.ts';

const archiveAfter = among(60, 1440, 4320, 10_080);
const slowmode = integer(0, 21_600);
const name = text(1, 100);
const bits: Shape = (value, path) =>
  (typeof value === 'string' && /^\d+$/.test(value)) ||
  (typeof value === 'number' && Number.isInteger(value) && value >= 0)
    ? []
    : [{ path, code: 'NUMBER_TYPE_COERCE', message: `Value "${String(value)}" is not int.` }];

const threadKeys: Keys = { auto_archive_duration: archiveAfter, rate_limit_per_user: slowmode };

/** Start Thread without Message. */
export const newThread = object({ name }, { ...threadKeys, type: among(10, 11, 12), invitable: yesNo });

/** Start Thread from Message. discord.js sends the type along, which Discord overlooks. */
export const newThreadFromMessage = object({ name }, { ...threadKeys, type: among(10, 11) });

/** Modify Channel, of a thread. */
export const threadChange = object(
  {},
  {
    ...threadKeys,
    name,
    archived: yesNo,
    locked: yesNo,
    invitable: yesNo,
    flags: integer(0, 2 ** 31),
    applied_tags: list(snowflake, 0, 5),
  },
);

const overwrite = object({ id: snowflake, type: among(0, 1) }, { allow: bits, deny: bits });

const channelKeys: Keys = {
  type: among(0, 2, 4, 5, 13, 14, 15),
  topic: text(0, 1024),
  position: integer(0, 2 ** 31),
  nsfw: yesNo,
  rate_limit_per_user: slowmode,
  parent_id: snowflake,
  permission_overwrites: list(overwrite, 0, 100),
  default_auto_archive_duration: archiveAfter,
  bitrate: integer(8000, 384_000),
  user_limit: integer(0, 99),
  rtc_region: anything,
  video_quality_mode: among(1, 2),
  flags: integer(0, 2 ** 31),
  default_thread_rate_limit_per_user: slowmode,
  default_sort_order: among(0, 1),
  default_forum_layout: among(0, 1, 2),
  default_reaction_emoji: anything,
  available_tags: anything,
  lock_permissions: yesNo,
};

/** Create Guild Channel. */
export const newChannel = object({ name }, channelKeys);

/** Modify Channel, of a guild's channel. */
export const channelChange = object({}, { ...channelKeys, name });

/** Edit Channel Permissions. discord.js sends the id along, which Discord overlooks. */
export const overwriteChange = object({ type: among(0, 1) }, { id: snowflake, allow: bits, deny: bits });

const instant: Shape = (value, path) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value))
    ? []
    : [{ path, code: 'DATE_TIME_TYPE_PARSE', message: `Could not parse ${String(value)}. Should be ISO8601.` }];

const location = object({}, { location: text(1, 100) });

const eventOptional: Keys = {
  channel_id: snowflake,
  entity_metadata: location,
  scheduled_end_time: instant,
  description: text(1, 1000),
  image: anything,
  recurrence_rule: anything,
};

const newEventShape = object(
  { name, privacy_level: among(2), scheduled_start_time: instant, entity_type: among(1, 2, 3) },
  eventOptional,
);

const eventChangeShape = object(
  {},
  {
    ...eventOptional,
    name,
    privacy_level: among(2),
    scheduled_start_time: instant,
    entity_type: among(1, 2, 3),
    status: among(1, 2, 3, 4),
  },
);

const given = (value: unknown): boolean => value !== undefined && value !== null;
const time = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : Number.NaN);

/** What each kind of event needs (Guild Scheduled Event → Field Requirements By Entity Type). */
const byEntity = both(
  rule((one) => one['entity_type'] !== 3 || given(one['scheduled_end_time']), {
    at: ['scheduled_end_time'],
    code: 'BASE_TYPE_REQUIRED',
    message: 'This field is required',
  }),
  rule(
    (one) =>
      one['entity_type'] !== 3 || (isObject(one['entity_metadata']) && given(one['entity_metadata']['location'])),
    {
      at: ['entity_metadata'],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
    },
  ),
  rule((one) => one['entity_type'] !== 3 || !given(one['channel_id']), {
    at: ['channel_id'],
    code: 'GUILD_SCHEDULED_EVENT_CHANNEL_NOT_ALLOWED',
    message: 'External events have no channel',
  }),
  rule((one) => one['entity_type'] === 3 || given(one['channel_id']), {
    at: ['channel_id'],
    code: 'BASE_TYPE_REQUIRED',
    message: 'This field is required',
  }),
  rule((one) => !(time(one['scheduled_end_time']) <= time(one['scheduled_start_time'])), {
    at: ['scheduled_end_time'],
    code: 'GUILD_SCHEDULED_EVENT_END_BEFORE_START',
    message: 'Cannot schedule event to end before it starts',
  }),
);

/** Every problem of a new event; it must begin after `now` (milliseconds). */
export function newEventProblems(body: unknown, now: number): readonly Problem[] {
  const problems = newEventShape(body, []);
  return problems.length > 0 ? problems : [...byEntity(body, []), ...startsLater(body, now)];
}

/** Every problem of a change, seen together with the event as it was. */
export function eventChangeProblems(
  body: unknown,
  before: Readonly<Record<string, unknown>>,
  now: number,
): readonly Problem[] {
  const problems = eventChangeShape(body, []);
  if (problems.length > 0 || !isObject(body)) return problems;
  const moved = given(body['scheduled_start_time']) ? startsLater(body, now) : [];
  return [...byEntity({ ...before, ...body }, []), ...moved, ...statusStep(before['status'], body['status'])];
}

/** Scheduled → active or cancelled; active → completed; nothing else (Guild Scheduled Event Status). */
function statusStep(from: unknown, to: unknown): readonly Problem[] {
  const fine = !given(to) || to === from || (from === 1 && (to === 2 || to === 4)) || (from === 2 && to === 3);
  return fine
    ? []
    : [{ path: ['status'], code: 'GUILD_SCHEDULED_EVENT_INVALID_STATUS', message: 'Invalid status transition' }];
}

function startsLater(body: unknown, now: number): readonly Problem[] {
  if (!isObject(body) || time(body['scheduled_start_time']) > now) return [];
  const message = 'Cannot schedule event in the past.';
  return [{ path: ['scheduled_start_time'], code: 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST', message }];
}
