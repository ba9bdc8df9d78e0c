/** The files of the page: its own from this folder, its two small libraries from node_modules. Nothing is built. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
};

/** What the page's modules import by name, and where it stands in the package. */
const libraries: Readonly<Record<string, readonly [packageName: string, file: string]>> = {
  preact: ['preact', 'dist/preact.mjs'],
  'preact/hooks': ['preact', 'hooks/dist/hooks.mjs'],
  htm: ['htm', 'dist/htm.module.js'],
  'htm/preact': ['htm', 'preact/index.module.js'],
};

const importMap = JSON.stringify({
  imports: Object.fromEntries(Object.keys(libraries).map((name) => [name, `/library/${name}.js`])),
});

/** The one script that stands in the page itself is the import map, so it alone is named by its hash. */
const policy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(importMap).digest('base64')}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The page itself. */
export function indexPage(): Response {
  const html = readFileSync(new URL('page.html', import.meta.url), 'utf8');
  return new Response(
    html.replace('<!-- import map -->', () => `<script type="importmap">${importMap}</script>`),
    { headers: headersFor('html') },
  );
}

/** A file under `parts/` or `style/`; undefined when there is none of that name. */
export function pageFile(folder: 'parts' | 'style', name: string): Response | undefined {
  const ending = /^[a-z0-9-]+\.(js|css|svg)$/.exec(name)?.[1];
  const url = new URL(`${folder}/${name}`, import.meta.url);
  if (ending === undefined || !existsSync(url)) return undefined;
  return new Response(readFileSync(url, 'utf8'), { headers: headersFor(ending) });
}

/** A library by the name that the import map gives it. */
export function libraryFile(name: string): Response | undefined {
  const found = libraries[name];
  const manifest = found === undefined ? undefined : findPackageJSON(found[0], import.meta.url);
  if (found === undefined || manifest === undefined) return undefined;
  return new Response(readFileSync(join(dirname(manifest), found[1]), 'utf8'), { headers: headersFor('js') });
}

function headersFor(ending: string): Record<string, string> {
  return {
    'content-type': `${types[ending]}; charset=utf-8`,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}
