import { type APIInteraction, ChannelType, InteractionContextType, InteractionType } from 'discord-api-types/v10';

// Interactions as Discord sends them, shortened to what anybody could read in them. Shapes from the documents
// (Receiving and Responding, Component Reference) of August 2026.

const user = {
  id: '100000000000000001',
  username: 'ann_k',
  global_name: 'Ann K.',
  discriminator: '0',
  avatar: null,
  public_flags: 0,
};

const member = {
  user,
  nick: null,
  roles: [],
  joined_at: '2025-01-01T00:00:00.000000+00:00',
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
  permissions: '2248473465835073',
};

const head = {
  id: '400000000000000001',
  application_id: '900000000000000001',
  token: 'a-token',
  version: 1,
  locale: 'es-ES',
  entitlements: [],
  attachment_size_limit: 10_485_760,
  authorizing_integration_owners: { '0': '200000000000000001' },
};

/** Places that an interaction can come from. */
const places = {
  server: {
    guild_id: '200000000000000001',
    guild_locale: 'fr',
    guild: { id: '200000000000000001', locale: 'fr', features: [] },
    channel: { id: '300000000000000001', type: ChannelType.GuildText },
    channel_id: '300000000000000001',
    context: InteractionContextType.Guild,
    app_permissions: '2048',
    member,
  },
  thread: {
    guild_id: '200000000000000001',
    guild_locale: 'fr',
    channel: { id: '310000000000000001', type: ChannelType.PrivateThread, parent_id: '300000000000000001' },
    channel_id: '310000000000000001',
    context: InteractionContextType.Guild,
    app_permissions: '274877906944',
    member: { ...member, nick: 'Annie' },
  },
  /** A server that has not installed the bot: Ann brought it along. */
  foreignServer: {
    guild_id: '210000000000000001',
    channel: { id: '320000000000000001', type: ChannelType.GuildText },
    channel_id: '320000000000000001',
    context: InteractionContextType.Guild,
    app_permissions: '0',
    authorizing_integration_owners: { '1': user.id },
    member,
  },
  botDm: {
    channel: { id: '330000000000000001', type: ChannelType.DM },
    channel_id: '330000000000000001',
    context: InteractionContextType.BotDM,
    app_permissions: '2048',
    user,
  },
  group: {
    channel: { id: '340000000000000001', type: ChannelType.GroupDM },
    channel_id: '340000000000000001',
    context: InteractionContextType.PrivateChannel,
    app_permissions: '2048',
    authorizing_integration_owners: { '1': user.id },
    user: { ...user, global_name: null },
  },
};

type PlaceName = keyof typeof places;

const made = (type: InteractionType, more: object): APIInteraction =>
  ({ ...head, type, ...more }) as unknown as APIInteraction;

export const commandIn = (place: PlaceName, data: object): APIInteraction =>
  made(InteractionType.ApplicationCommand, { ...places[place], data: { id: '700000000000000001', type: 1, ...data } });

export const autocompleteOf = (data: object): APIInteraction =>
  made(InteractionType.ApplicationCommandAutocomplete, {
    ...places.server,
    data: { id: '700000000000000001', type: 1, ...data },
  });

export const componentOf = (data: object): APIInteraction =>
  made(InteractionType.MessageComponent, { ...places.server, message: { id: '500000000000000001' }, data });

export const submitOf = (components: readonly object[], more: object = {}): APIInteraction =>
  made(InteractionType.ModalSubmit, { ...places.server, ...more, data: { custom_id: 'test.form:1', components } });

export const ping = (): APIInteraction => made(InteractionType.Ping, {});
