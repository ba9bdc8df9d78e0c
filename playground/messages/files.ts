import type { Attachment, Component, Json } from '#playground/world/records.ts';
import type { World } from '#playground/world/world.ts';

/** A file of a multipart request: the number n of its part `files[n]`, and what came in it. */
export type Upload = {
  readonly index: number;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

type Described = { readonly id?: unknown; readonly filename?: unknown; readonly description?: unknown };

/** Stores uploads for a channel, with the names and descriptions that `attachments` gives them (Reference → Uploading Files). */
export function storeUploads(
  world: World,
  at: { readonly channelId: string; readonly uploads: readonly Upload[]; readonly described: readonly Described[] },
): readonly Attachment[] {
  return at.uploads.map((upload) => {
    const told = at.described.find((one) => String(one.id) === String(upload.index));
    const filename = safeName(typeof told?.filename === 'string' ? told.filename : upload.filename);
    const id = world.newId();
    const file: Attachment = {
      id,
      filename,
      contentType: upload.contentType,
      size: upload.bytes.byteLength,
      url: `${world.baseUrl}/attachments/${at.channelId}/${id}/${encodeURIComponent(filename)}`,
      spoiler: filename.startsWith('SPOILER_'),
      bytes: upload.bytes,
      ...(typeof told?.description === 'string' ? { description: told.description } : {}),
    };
    keep(world, file);
    return file;
  });
}

/** How many files can be fetched; older ones are gone. */
const keptFiles = 1000;

function keep(world: World, file: Attachment): void {
  world.files.set(file.id, file);
  const [oldest] = world.files.keys();
  if (world.files.size > keptFiles && oldest !== undefined) world.files.delete(oldest);
}

/** Puts what `attachment://name` stands for into components and embeds. */
export function resolveFiles<T extends Component | Json>(value: T, files: readonly Attachment[]): T {
  return resolve(value, files) as T;
}

function resolve(value: unknown, files: readonly Attachment[]): unknown {
  if (Array.isArray(value)) return value.map((one) => resolve(one, files));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, resolve(inner, files)] as const);
  const out: Record<string, unknown> = Object.fromEntries(entries);
  const file = typeof out['url'] === 'string' ? named(out['url'], files) : undefined;
  if (file === undefined) return out;
  return {
    ...out,
    url: file.url,
    proxy_url: file.url,
    content_type: file.contentType,
    attachment_id: file.id,
    size: file.size,
  };
}

/** The file that an `attachment://name` address means. */
function named(url: string, files: readonly Attachment[]): Attachment | undefined {
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  return name === undefined ? undefined : files.find((one) => one.filename === name);
}

/** Discord keeps letters, digits, dots, dashes and underscores of a file's name. */
function safeName(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '_').slice(0, 260) || 'unknown';
}
