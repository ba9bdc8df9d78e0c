/** The package ships these schemas without types; here are those that `spec.ts` uses. */
declare module 'discord-api-spec/zod' {
  import type { ZodType } from 'zod';
  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodType;
  export const ApplicationCommandUpdateRequestSchema: ZodType;
  export const CreateGuildChannelRequestSchema: ZodType;
  export const CreateMessageInteractionCallbackRequestSchema: ZodType;
  export const CreatePrivateChannelRequestSchema: ZodType;
  export const CreateTextThreadWithMessageRequestSchema: ZodType;
  export const CreateTextThreadWithoutMessageRequestSchema: ZodType;
  export const ExternalScheduledEventCreateRequestSchema: ZodType;
  export const ExternalScheduledEventPatchRequestPartialSchema: ZodType;
  export const IncomingWebhookRequestPartialSchema: ZodType;
  export const IncomingWebhookUpdateRequestPartialSchema: ZodType;
  export const MessageCreateRequestSchema: ZodType;
  export const MessageEditRequestPartialSchema: ZodType;
  export const ModalInteractionCallbackRequestSchema: ZodType;
  export const UpdateGuildChannelRequestPartialSchema: ZodType;
  export const UpdateMessageInteractionCallbackRequestSchema: ZodType;
  export const UpdateThreadRequestPartialSchema: ZodType;
  export const VoiceScheduledEventCreateRequestSchema: ZodType;
  export const VoiceScheduledEventPatchRequestPartialSchema: ZodType;
}
