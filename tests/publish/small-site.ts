/**
 * A small rendered site made by hand, as the pages and the files that publish takes: one source with
 * a headline, two kept lines, a caption set aside and a line removed.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { finishRendered, readShell } from '../../src/publish/finish-rendered.ts';
import { openFinishedFiles } from '../../src/publish/finished-files.ts';
import { POLICY } from '../../src/publish/headers.ts';
import { type PublishReport, publish, type Stage } from '../../src/publish/index.ts';
import { readCheckedSite } from '../../src/publish/verify.ts';

export const LINES = [
  { n: 1, status: 'kept', role: 'headline', text: 'Ferry line reopens – Harbour Post' },
  { n: 2, status: 'blank', role: 'paragraph', text: '' },
  { n: 3, status: 'set-aside', role: 'caption', text: 'The ferry at its berth. Photo: A. Berg' },
  {
    n: 4,
    status: 'kept',
    role: 'paragraph',
    text: 'The ferry “Saint Åse” sailed again on Monday, said Mara Holm.',
  },
  {
    n: 5,
    status: 'removed',
    role: 'boilerplate',
    rule: 'sign-up',
    reason: 'sign-up notice',
    text: 'Sign up <here> for & more',
  },
  { n: 6, status: 'kept', role: 'paragraph', text: 'Fares rise by 4 per cent' },
] as const;

const RAW =
  'Ferry line reopens – Harbour Post\n\nThe ferry at its berth.  Photo: A. Berg\nThe ferry “Saint Åse” sailed again on Monday, said Mara\u00a0Holm.\nSign up <here> for & more\nFares rise by 4 per cent\n';

const CSS = `@font-face{font-family:"Source Serif 4";src:url(/assets/serif.woff2)}
body{font-family:Arial}[data-cite]{font-family:"Source Serif 4",serif}.x{background:url('/assets/dot.svg')}`;

const NOT_FOUND_STYLE = 'body{margin:2rem}';

function policy(styles = ''): string {
  const text = Object.entries(POLICY)
    .filter(([name]) => name !== 'frame-ancestors')
    .map(([name, value]) => `${name} ${value}${name === 'style-src' ? styles : ''}`)
    .join('; ');
  return `<meta http-equiv="content-security-policy" content="${text}">`;
}

function page(title: string, head: string, body: string): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">${policy()}<title>${title}</title><link rel="stylesheet" href="/assets/site.css">${head}</head><body><nav><a href="/">Home</a> <a id="find" href="/search/">Search</a> <a href="/sources/007/">Source</a></nav><main id="main">${body}</main><script type="module" src="/assets/site.js"></script></body></html>\n`;
}

const metas = [
  ['status', 'kept'],
  ['ref', '007'],
  ['home', 'harbours, canals'],
  ['theme', 'harbours, canals'],
  ['publisher', 'Harbour Post'],
  ['date', 'undated'],
  ['person', 'Mara Holm'],
]
  .map(([name, value]) => `<meta data-pagefind-filter="${name}[content]" content="${value}">`)
  .join('');

/** Pages and assets as the renderer writes them, by path. */
export const RENDERED: Readonly<Record<string, string>> = {
  'index.html': page(
    'Harbour briefings',
    '<link rel="icon" href="/assets/dot.svg">',
    `<h1>Harbour briefings</h1><p data-counts="all kept with-text">3 of 5 lines kept</p>
<p data-cite="007:4">sailed again on Monday<span data-own>… <a href="/sources/007/#L4">007:4</a></span></p><img src="/assets/dot.svg" srcset="/assets/dot.svg 1x, /assets/dot.svg 2x" alt=""><a href="/briefings/007-ferry-line-reopens/">Briefing</a>`,
  ),
  'briefings/007-ferry-line-reopens/index.html': page(
    'Ferry line reopens',
    metas,
    `<article data-pagefind-body><h1 id="L1" data-cite="007:1">Ferry line reopens</h1>
<p id="L4" data-cite="007:4"><a data-own data-pagefind-ignore href="/sources/007/#L4">4</a>The ferry “Saint Åse” sailed again on Monday, said <a href="/people/mara-holm/">Mara Holm</a>.</p>
<p data-pagefind-ignore data-counts="007 kept">3</p>
<details data-pagefind-ignore><summary>1 line taken out here (5)</summary><del data-raw="007:5">Sign up &lt;here> for &amp; more</del></details>
<p id="L6" data-cite="007:6"><a data-own data-pagefind-ignore href="/sources/007/#L6">6</a>Fares rise by 4 per cent</p></article>
<svg viewBox="0 0 1 1"><use xlink:href="#L4"></use><rect fill="url(#none)"></rect></svg>`,
  ),
  'people/mara-holm/index.html': page(
    'Mara Holm',
    '',
    '<h1>Mara Holm</h1><p data-cite="007:4">said Mara Holm</p>',
  ),
  'sources/007/index.html': page(
    'Source 007',
    '',
    `<h1>Source 007</h1><svg role="img" aria-label="Source 007, 6 lines: 3 kept, 2 taken out" data-counts="007 lines kept taken-out"></svg>${LINES.map(({ n, text }) => `<p id="L${n}" data-raw="007:${n}">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('')}`,
  ),
  'themes/harbours/index.html': page(
    'Harbours, canals',
    '<meta name="description" content="Ports &amp; ships">',
    '<h1>Harbours, canals</h1><a href="/briefings/007-ferry-line-reopens/#L4">4</a>',
  ),
  'search/index.html': page('Search', '', '<h1>Search</h1><form action="/search/"><input name="q"></form>'),
  '404.html': `<!doctype html><html lang="en-GB"><head>${policy(` 'sha256-${createHash('sha256').update(NOT_FOUND_STYLE).digest('base64')}'`)}<title>Not found</title><style>${NOT_FOUND_STYLE}</style></head><body><h1>No page at this address</h1></body></html>`,
  'assets/site.css': CSS,
  'assets/site.js': 'document.documentElement.dataset.js = "1";\n',
  'assets/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  'assets/serif.woff2': 'font',
};

/** Files that are published as they are, by path. */
export const FILES: Readonly<Record<string, string>> = {
  'sources/007/raw.txt': RAW,
  'sources/007/lines.json': `${JSON.stringify({ ref: '007', seed: '007_a.txt', sha256: createHash('sha256').update(RAW).digest('hex'), lines: LINES })}\n`,
  'data/briefings.jsonl': `${JSON.stringify({ ref: '007', path: '/briefings/007-ferry-line-reopens/', headline: { text: 'Ferry line reopens' }, publisher: { text: 'Harbour Post & Co' }, published: null, themes: [{ id: 'harbours' }], lines: LINES.map(({ n, status, role, text }) => ({ n, status, role, text })) })}\n`,
};

/** What may be different in the small site. */
export interface SmallSiteChange {
  readonly rendered?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly address?: string;
  readonly visibility?: 'public' | 'internal';
  readonly onStage?: (stage: Stage) => void;
}

/** Publishes the small site below `folder` into its `dist/`, as a build does with what was rendered. */
export async function publishSmallSite(
  folder: string,
  { rendered, files, address, visibility = 'public', onStage = () => {} }: SmallSiteChange = {},
): Promise<PublishReport> {
  const published = { ...FILES, ...files };
  await writeTree(join(folder, 'rendered'), { ...RENDERED, ...rendered });
  await writeTree(join(folder, 'files'), published);
  const digests = new Map(Object.entries(published).map(([path, text]) => [path, digestOf(text)]));
  const finished = await openFinishedFiles(join(folder, 'cache'), 'test', () => {});
  const site = await readCheckedSite(join(folder, 'files'), [...digests.keys()]);
  const whole = {
    pages: new Map<string, string>(),
    shell: digestOf(JSON.stringify({ rendered, address, visibility })),
  };
  await finishRendered(join(folder, 'rendered'), whole, { finished, digests, address, visibility, site });
  return publish({
    finished,
    rendered: (await readShell(finished, whole.shell)) ?? new Map(),
    files: join(folder, 'files'),
    digests,
    site,
    cache: join(folder, 'cache'),
    version: 'test',
    work: join(folder, 'cache/next'),
    out: join(folder, 'dist'),
    address,
    title: 'Harbour briefings',
    description: 'News of ports',
    language: 'en-GB',
    visibility,
    cards: false,
    onStage,
  });
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A new folder for one test. */
export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sourceline publish ü-'));
}

/** Writes files below a folder. */
export async function writeTree(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
