/** Bodies that make or change a message (Resources → Message → Create Message; Component Reference; Resources → Webhook). */
import { flag } from '#playground/wire/message.ts';
import { everyComponent } from '#playground/messages/components.ts';
import type { Component } from '#playground/world/records.ts';
import { legacyComponents, modernComponents } from './components.ts';
import { embeds } from './embeds.ts';
import type { Problem } from './problem.ts';
import {
  among,
  anything,
  integer,
  isObject,
  list,
  object,
  rule,
  snowflake,
  text,
  yesNo,
  both,
  type Keys,
} from './shape.ts';

/** What the message is like already, for an edit; what comes with it, for both. */
export type Around = {
  readonly isV2: boolean;
  readonly hasContent: boolean;
  readonly hasEmbeds: boolean;
  /** Names that `attachment://` may name. */
  readonly fileNames: readonly string[];
  /** Ids that `attachments` may list: numbers of uploads and attachments the message has. */
  readonly fileIds: readonly string[];
  /** The flags that this route lets a bot set. */
  readonly settable: number;
  readonly extra?: Keys;
};

export const plainFlags = flag.suppressEmbeds | flag.silent | flag.componentsV2;
export const answerFlags = plainFlags | flag.ephemeral;
export const editFlags = flag.suppressEmbeds | flag.componentsV2;

const allowedMentions = both(
  object(
    {},
    {
      parse: list(among('users', 'roles', 'everyone'), 0, 3),
      users: list(snowflake, 0, 100),
      roles: list(snowflake, 0, 100),
      replied_user: yesNo,
    },
  ),
  ...(['users', 'roles'] as const).map((kind) =>
    rule(
      (one) =>
        !(
          Array.isArray(one['parse']) &&
          one['parse'].includes(kind) &&
          Array.isArray(one[kind]) &&
          one[kind].length > 0
        ),
      {
        code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      },
    ),
  ),
);

const attachment = object(
  { id: (value, path) => (typeof value === 'number' ? integer(0, 9)(value, path) : snowflake(value, path)) },
  {
    filename: text(1, 1024),
    description: text(0, 1024),
    title: text(0, 1024),
    is_spoiler: yesNo,
    duration_secs: anything,
    waveform: anything,
  },
);

/** The fields that every message body has. */
const messageKeys: Keys = {
  content: text(0, 2000),
  embeds,
  allowed_mentions: allowedMentions,
  attachments: list(attachment, 0, 10),
  flags: integer(0, Number.MAX_SAFE_INTEGER),
  components: list(anything, 0, 40),
  poll: anything,
  // discord.js sends these two with every message, and Discord takes them everywhere.
  tts: yesNo,
  enforce_nonce: yesNo,
};

/** Fields of a plain post beyond those. */
export const postKeys: Keys = {
  nonce: (value, path) =>
    typeof value === 'number'
      ? integer(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)(value, path)
      : text(0, 25)(value, path),
  sticker_ids: list(snowflake, 0, 3),
  message_reference: object(
    { message_id: snowflake },
    { channel_id: snowflake, guild_id: snowflake, type: among(0, 1), fail_if_not_exists: yesNo },
  ),
  shared_client_theme: anything,
};

/** Every problem of a message body in its surroundings. */
export function messageProblems(body: unknown, around: Around): readonly Problem[] {
  const shape = object({}, { ...messageKeys, ...around.extra })(body, []);
  if (!isObject(body)) return shape;
  const flags = typeof body['flags'] === 'number' ? body['flags'] : 0;
  const isV2 = around.isV2 || (flags & flag.componentsV2) !== 0;
  const components: unknown = body['components'] ?? [];
  const inner = (isV2 ? modernComponents : legacyComponents)(components, ['components']);
  const unknownFlags = flags & ~around.settable;
  return [
    ...shape,
    ...inner,
    ...(unknownFlags === 0
      ? []
      : [problem('flags', 'MESSAGE_FLAGS_NOT_SETTABLE', `Bits ${unknownFlags} cannot be set here`)]),
    ...strangeAttachments(body['attachments'], around.fileIds),
    ...(isV2 ? onlyComponents(body, around) : []),
    ...(inner.length > 0 ? [] : together(components as readonly Component[], around, isV2)),
  ];
}

function problem(key: string, code: string, message: string): Problem {
  return { path: [key], code, message };
}

function strangeAttachments(listed: unknown, known: readonly string[]): readonly Problem[] {
  return (Array.isArray(listed) ? listed : []).flatMap((one: unknown, index) =>
    !isObject(one) || known.includes(String(one['id']))
      ? []
      : [
          {
            path: ['attachments', index],
            code: 'ATTACHMENT_NOT_FOUND',
            message: `Attachment ${String(one['id'])} not found`,
          },
        ],
  );
}

function full(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** With IS_COMPONENTS_V2 the older ways of saying something are off. */
function onlyComponents(body: Readonly<Record<string, unknown>>, around: Around): readonly Problem[] {
  const leftOver = {
    content: around.hasContent && body['content'] === undefined,
    embeds: around.hasEmbeds && body['embeds'] === undefined,
  };
  return ['content', 'embeds', 'poll', 'sticker_ids']
    .filter((key) => full(body[key]) || (key in leftOver && leftOver[key as keyof typeof leftOver]))
    .map((key) =>
      problem(
        key,
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      ),
    );
}

/** Limits that span all components of a message. */
function together(components: readonly Component[], around: Around, isV2: boolean): readonly Problem[] {
  const all = everyComponent(components);
  const words = all.reduce((sum, one) => sum + (one.type === 10 ? String(one['content']).length : 0), 0);
  const tooMany = isV2 && all.length > 40;
  return [
    ...(tooMany
      ? [
          problem(
            'components',
            'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            'The total number of components exceeds the maximum size of 40',
          ),
        ]
      : []),
    ...(words > 4000
      ? [
          problem(
            'components',
            'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            'The total component text size exceeds the maximum size of 4000',
          ),
        ]
      : []),
    ...repeated(all, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED'),
    ...repeated(all, 'id', 'COMPONENT_ID_DUPLICATED'),
    ...missingFiles(components, around.fileNames),
  ];
}

/** Components that share what must be their own. */
export function repeated(all: readonly Component[], key: 'custom_id' | 'id', code: string): readonly Problem[] {
  const values = all.map((one) => one[key]).filter((value) => value !== undefined && value !== null && value !== 0);
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  return twice === undefined
    ? []
    : [problem('components', code, `Component ${key.replace('_', ' ')} cannot be duplicated: ${String(twice)}`)];
}

function missingFiles(components: readonly Component[], names: readonly string[]): readonly Problem[] {
  const json = JSON.stringify(components);
  const wanted = [...json.matchAll(/"url":"attachment:\/\/([^"]+)"/g)].map((match) => match[1] ?? '');
  return wanted
    .filter((name) => !names.includes(name))
    .map((name) =>
      problem(
        'components',
        'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        `The referenced attachment ${name} was not found`,
      ),
    );
}
