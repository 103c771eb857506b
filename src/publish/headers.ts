/**
 * What a host should say with each file, from one table. Written as `_headers` (Cloudflare Pages,
 * Netlify) and `.nojekyll` (GitHub Pages, which otherwise drops folders with an underscore).
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { elementsOf, parsePage, textOf } from './page.ts';
import type { SiteFolder } from './site-folder.ts';

/** The policy of every page; the meta element of a page carries all but `frame-ancestors`. */
export const POLICY = {
  'default-src': "'none'",
  // The search engine is WebAssembly; without this its worker cannot start.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  // The search field works without script, too, and on the page for unknown addresses there is none: under
  // 'none' it would be dead in both. A form of somebody else's could send a reader nowhere but here, where
  // plain files answer.
  'form-action': "'self'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
} as const satisfies Record<string, string>;

const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Headers by path. No path but `/*` sets what another one sets: Cloudflare joins the values of all
 * paths that match, so that a second `Cache-Control` would contradict the first. What is not
 * immutable is left to the hosts' default, which is to ask again at every visit.
 */
const HEADERS: readonly { readonly path: string; readonly set: Readonly<Record<string, string>> }[] = [
  {
    path: '/*',
    set: {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy':
        'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
      'Strict-Transport-Security': 'max-age=31536000',
    },
  },
  { path: '/assets/*', set: { 'Cache-Control': IMMUTABLE } },
];

/** Writes the host files; `immutable` are folders of the site whose files never change. */
export async function writeHostFiles(
  site: SiteFolder,
  options: { readonly immutable: readonly string[]; readonly visibility: 'public' | 'internal' },
): Promise<void> {
  const rules = [
    ...HEADERS,
    // Not a wildcard over all of `search/`: the page and the pointer there must stay fresh.
    ...options.immutable.map((path) => ({ path: `/${path}/*`, set: { 'Cache-Control': IMMUTABLE } })),
  ];
  const own: Record<string, string> = {
    'Content-Security-Policy': policyText(await notFoundStyleHashes(site)),
    ...(options.visibility === 'internal' ? { 'X-Robots-Tag': 'noindex, nofollow' } : {}),
  };
  const text = rules.map(({ path, set }) => {
    const all = path === '/*' ? { ...own, ...set } : set;
    return `${path}\n${Object.entries(all)
      .map(([name, value]) => `  ${name}: ${value}\n`)
      .join('')}`;
  });
  site.write('_headers', text.join('\n'));
  site.write('.nojekyll', '');
}

/** The policy as one header value; `hashes` are added to the styles that may run. */
export function policyText(hashes: readonly string[]): string {
  return Object.entries(POLICY)
    .map(([name, value]) => [name, value, ...(name === 'style-src' ? hashes : [])].join(' '))
    .join('; ');
}

/** The style block of `404.html` is the only one of a site; the header must name its hash. */
async function notFoundStyleHashes({ folder, files }: SiteFolder): Promise<string[]> {
  const html = files.has('404.html') ? await readFile(`${folder}/404.html`, 'utf8') : '';
  return elementsOf(parsePage(html))
    .filter(({ tagName }) => tagName === 'style')
    .map((element) => `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`);
}
