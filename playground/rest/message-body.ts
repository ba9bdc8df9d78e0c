import type { Upload } from '#playground/messages/files.ts';
import { present, type MessageBody } from '#playground/messages/post.ts';
import { messageProblems, type Around } from '#playground/rules/messages.ts';
import type { Problem } from '#playground/rules/problem.ts';
import type { SpecName } from '#playground/rules/spec.ts';
import { flag } from '#playground/wire/message.ts';
import type { Message } from '#playground/world/records.ts';
import { apiError } from './errors.ts';
import { bodyOf, check, type Rest, type RestContext } from './request.ts';

export type Incoming = { readonly body: MessageBody; readonly uploads: readonly Upload[] };

export type Expectation = Pick<Around, 'settable'> &
  Partial<Pick<Around, 'extra'>> & {
    /** The message that is changed. */
    readonly message?: Message | undefined;
    /** What Discord's description calls such a body. */
    readonly spec?: SpecName;
  };

/** The message body of a request, refused where Discord would refuse it. */
export function messageBody(rest: Rest, c: RestContext, expected: Expectation): Incoming {
  const incoming = { body: bodyOf(c) as MessageBody, uploads: c.get('uploads') };
  const { spec } = expected;
  const find = (): readonly Problem[] => messageProblems(incoming.body, around(incoming, expected));
  check(rest, { find, spec: spec === undefined ? [] : [[spec, incoming.body]] });
  return incoming;
}

/** What surrounds a body: the message it changes and the files it may name. */
export function around({ body, uploads }: Incoming, { message, settable, extra }: Expectation): Around {
  const told = body.attachments ?? [];
  const sent = uploads.map(
    (one) => told.find((each) => String(each['id']) === String(one.index))?.['filename'] ?? one.filename,
  );
  const kept = (message?.attachments ?? []).map((one) => one.filename);
  return {
    settable,
    isV2: message !== undefined && (message.flags & flag.componentsV2) !== 0,
    hasContent: message !== undefined && message.content !== '',
    hasEmbeds: message !== undefined && message.embeds.length > 0,
    fileIds: [...uploads.map((one) => String(one.index)), ...(message?.attachments ?? []).map((one) => one.id)],
    fileNames: [...sent.map(String), ...kept],
    ...present({ extra }),
  };
}

/** 50006 for a message with nothing in it. */
export function refuseEmpty({ body, uploads }: Incoming, before?: Message): void {
  const words = (body.content === undefined ? before?.content : body.content) ?? '';
  const rest = [
    body.embeds === undefined ? before?.embeds : body.embeds,
    body.components === undefined ? before?.components : body.components,
    body.attachments === undefined ? before?.attachments : body.attachments,
    body['sticker_ids'],
    uploads,
  ];
  const empty = rest.every((one) => !Array.isArray(one) || one.length === 0);
  if (words.trim() === '' && empty && (body.poll ?? undefined) === undefined) throw apiError('emptyMessage');
}
