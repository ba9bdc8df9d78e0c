/** More schemas of the package that ships none of their types: those of Discord's answers. */
declare module 'discord-api-spec/zod' {
  import type { ZodType } from 'zod';
  export const ApplicationCommandResponseSchema: ZodType;
  export const CreatedThreadResponseSchema: ZodType;
  export const ExternalScheduledEventResponseSchema: ZodType;
  export const GatewayBotResponseSchema: ZodType;
  export const GuildChannelResponseSchema: ZodType;
  export const GuildMemberResponseSchema: ZodType;
  export const GuildRoleResponseSchema: ZodType;
  export const GuildWithCountsResponseSchema: ZodType;
  export const InteractionCallbackResponseSchema: ZodType;
  export const MessageResponseSchema: ZodType;
  export const MyGuildResponseSchema: ZodType;
  export const PinnedMessagesResponseSchema: ZodType;
  export const PrivateApplicationResponseSchema: ZodType;
  export const PrivateChannelResponseSchema: ZodType;
  export const ThreadMemberResponseSchema: ZodType;
  export const ThreadResponseSchema: ZodType;
  export const UserPIIResponseSchema: ZodType;
  export const UserResponseSchema: ZodType;
}
