/** What the little Discord remembers. These are its own records; `wire/` turns them into what Discord sends. */
export type Json = { readonly [key: string]: unknown };

/** A person or a bot. */
export type User = {
  readonly id: string;
  readonly username: string;
  readonly globalName: string | null;
  readonly bot: boolean;
  locale: string;
  /** False: this person takes no direct messages (50007). */
  dmsOpen: boolean;
  /** True: this person added the app to their own account (installation context 1). */
  installed: boolean;
};

export type Role = {
  readonly id: string;
  name: string;
  permissions: bigint;
  position: number;
  /** Anybody may ping it; otherwise it takes MENTION_EVERYONE. */
  mentionable: boolean;
  readonly managedBy?: string;
};

export type Overwrite = { readonly id: string; readonly type: 0 | 1; readonly allow: bigint; readonly deny: bigint };

export type Member = { readonly userId: string; roles: string[]; nick: string | null; readonly joinedAt: string };

export type Guild = {
  readonly id: string;
  name: string;
  readonly ownerId: string;
  locale: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly channelIds: Set<string>;
  readonly events: Map<string, ScheduledEvent>;
  /** False during an outage: GUILD_DELETE with `unavailable`, which is not leaving. */
  available: boolean;
};

export type Thread = {
  readonly ownerId: string;
  readonly createdAt: string;
  archived: boolean;
  locked: boolean;
  invitable: boolean;
  autoArchiveMinutes: number;
  archivedAt: string;
  /** User id → when they joined. */
  readonly members: Map<string, string>;
};

export type Channel = {
  readonly id: string;
  readonly type: number;
  readonly guildId?: string;
  name: string;
  topic: string | null;
  position: number;
  parentId: string | null;
  slowmodeSeconds: number;
  overwrites: Overwrite[];
  /** Of a DM: everyone in it, the bot too where it is the bot's. */
  readonly recipients?: readonly string[];
  readonly thread?: Thread;
  lastMessageId: string | null;
};

export type Component = {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly disabled?: boolean;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly accessory?: Component;
  readonly [key: string]: unknown;
};

export type Attachment = {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  readonly size: number;
  readonly url: string;
  readonly description?: string;
  readonly spoiler: boolean;
  readonly bytes: Uint8Array;
};

/** Whom a message really notified, after allowed_mentions. */
export type Pings = {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
};

export type Message = {
  readonly id: string;
  readonly channelId: string;
  readonly guildId?: string;
  readonly authorId: string;
  readonly type: number;
  readonly timestamp: string;
  content: string;
  embeds: readonly Json[];
  components: readonly Component[];
  attachments: readonly Attachment[];
  flags: number;
  editedTimestamp: string | null;
  pinned: boolean;
  pings: Pings;
  readonly nonce?: string | number;
  readonly referenceId?: string;
  /** The interaction this message answers. */
  readonly interactionId?: string;
  readonly metadata?: Json;
  /** Set on an ephemeral message: the one person who sees it. */
  readonly viewerId?: string;
  readonly poll?: Json;
};

export type Command = Json & {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
  readonly guild_id?: string;
  readonly default_member_permissions: string | null;
  readonly contexts: readonly number[] | null;
  readonly integration_types: readonly number[];
};

export type CommandOption = Json & {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly CommandOption[];
};

export type ScheduledEvent = {
  readonly id: string;
  readonly guildId: string;
  readonly creatorId: string;
  /** As Discord sends it, without the ids. */
  body: Json;
};
