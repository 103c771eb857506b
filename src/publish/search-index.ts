/**
 * Builds the search index from the finished pages, so that what is searched is what is read. The
 * index lies in a folder named after its content (cached for ever), under a small pointer that says
 * which folder is the current one (never cached): a reader with an old page still finds its index.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { close, createIndex, type IndexFile } from 'pagefind';
import { compareCodeUnits } from '../compare-code-units.ts';
import { PublishError } from './finding.ts';
import { type LineTable, readLineTables } from './line-table.ts';
import { listFiles } from './list-files.ts';
import { attributeOf, elementsOf, parsePage } from './page.ts';
import { reportFailedChunks } from './report-failed-chunks.ts';

export const POINTER = 'search/pointer.json';

/** Files of the engine's bundle that the search client uses; the rest are user interfaces of its own. */
const NEEDED =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|.*\.pf_(?:meta|index|filter|fragment))$/;
/** The two scripts that load the index: in a worker, and where there can be none. */
const ENGINE = new Set(['pagefind.js', 'pagefind-worker.js']);
const WASM = /^wasm\.(.+)\.pagefind$/;

/** Filters of a briefing that its taken-out lines share, so that facets mean the same for both. */
const SHARED_FILTERS = ['ref', 'home', 'theme', 'publisher', 'date'];

export interface SearchIndexReport {
  /** Folder of the index below `search/`. */
  readonly folder: string;
  /** Briefings indexed. */
  readonly pages: number;
  /** Sources whose taken-out lines are indexed. */
  readonly takenOut: number;
}

/**
 * Indexes the briefings below `folder` (what stands in their `data-pagefind-body`), and the taken-out
 * lines of each source, and writes `search/<hash>/` and its pointer. `language` is the site's: one index serves a
 * corpus of several languages, with the word forms of this one.
 */
export async function writeSearchIndex(folder: string, language: string): Promise<SearchIndexReport> {
  const paths = await listFiles(folder);
  const tables = await readLineTables(folder, paths);
  try {
    const { index, errors } = await createIndex({ forceLanguage: language.split('-')[0] ?? language });
    if (index === undefined) throw new PublishError(`search index: ${errors.join('; ')}`);
    const added = await index.addDirectory({ path: folder, glob: 'briefings/**/*.html' });
    if (added.errors.length > 0) throw new PublishError(`search index: ${added.errors.join('; ')}`);
    const filters = new Map<string, readonly Filter[]>();
    for (const path of paths) {
      if (!/^briefings\/.*\.html$/.test(path)) continue;
      const found = readFilters(await readFile(`${folder}/${path}`, 'utf8'));
      const ref = found.find(({ name }) => name === 'ref')?.value;
      if (ref !== undefined) filters.set(ref, found);
    }
    let takenOut = 0;
    for (const [ref, table] of tables) {
      const content = takenOutPage(table, filters.get(ref) ?? [], language);
      if (content === undefined) continue;
      const { errors } = await index.addHTMLFile({ url: `/sources/${ref}/`, content });
      if (errors.length > 0) throw new PublishError(`search index: ${ref}: ${errors.join('; ')}`);
      takenOut += 1;
    }
    const files = neededFiles((await index.getFiles()).files);
    return { folder: await writeIndexFiles(folder, files), pages: filters.size, takenOut };
  } finally {
    await close();
  }
}

interface Filter {
  readonly name: string;
  readonly value: string;
}

/** Filters that a page states in its head, in the form `name[attribute]`; the body need not be parsed for them. */
function readFilters(html: string): Filter[] {
  const head = html.slice(0, html.indexOf('</head>'));
  return elementsOf(parsePage(head)).flatMap((element) => {
    const rule = /^([a-z]+)\[([a-z-]+)\]$/.exec(attributeOf(element, 'data-pagefind-filter') ?? '');
    const value = rule?.[2] === undefined ? undefined : attributeOf(element, rule[2]);
    return rule?.[1] === undefined || !value ? [] : { name: rule[1], value };
  });
}

/**
 * A page that nobody sees, for the index only: the lines that were taken out of a source, each with
 * its anchor and its reason, which the client shows but does not search.
 */
function takenOutPage(table: LineTable, filters: readonly Filter[], language: string): string | undefined {
  const lines = table.lines
    .filter(({ status }) => status === 'removed' || status === 'set-aside')
    .filter(({ text }) => text !== '');
  if (lines.length === 0) return undefined;
  const shared = filters.filter(({ name }) => SHARED_FILTERS.includes(name));
  const metas = [{ name: 'status', value: 'taken-out' }, ...shared].map(
    ({ name, value }) =>
      `<meta data-pagefind-filter="${name}[content]"${name === 'date' ? ' data-pagefind-sort="date[content]"' : ''} content="${escapeHtml(value)}">`,
  );
  const body = lines.map(({ n, text }) => `<p id="L${n}">${escapeHtml(text)}</p>`);
  return `<!doctype html><html lang="${escapeHtml(language)}"><head>${metas.join('')}</head><body><main data-pagefind-body>${body.join('')}</main></body></html>`;
}

/** The published files of the bundle, sorted; of the engines only those that an index names. */
function neededFiles(files: readonly IndexFile[]): readonly IndexFile[] {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  if (entry === undefined) throw new Error('the index has no entry file');
  const { languages } = JSON.parse(Buffer.from(entry.content).toString('utf8')) as {
    languages: Record<string, { wasm: string | null }>;
  };
  const engines = new Set(Object.values(languages).map(({ wasm }) => wasm ?? 'unknown'));
  return files
    .filter(({ path }) => NEEDED.test(path) || engines.has(WASM.exec(path)?.[1] ?? ''))
    .map(({ path, content }) =>
      ENGINE.has(path)
        ? { path, content: Buffer.from(reportFailedChunks(Buffer.from(content).toString('utf8'))) }
        : { path, content },
    )
    .toSorted((a, b) => compareCodeUnits(a.path, b.path));
}

async function writeIndexFiles(folder: string, files: readonly IndexFile[]): Promise<string> {
  const digest = createHash('sha256');
  for (const { path, content } of files) digest.update(`${path}\0${content.length}\0`).update(content);
  const name = digest.digest('hex').slice(0, 16);
  for (const { path, content } of files) {
    const target = `${folder}/search/${name}/${path}`;
    await mkdir(posix.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  await mkdir(`${folder}/search`, { recursive: true });
  await writeFile(`${folder}/${POINTER}`, `${JSON.stringify({ folder: name })}\n`);
  return name;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
