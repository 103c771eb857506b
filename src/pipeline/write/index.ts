/** Pages and files → the content folder: serialised, gated, and only what changed written. */
import { join } from 'node:path';
import type { Frame } from '../../briefing.ts';
import { KEEP_NO_PAGES, type KeptPages, openKeptPages } from '../keep/kept-pages.ts';
import { keyOf } from '../keep/key-of.ts';
import { pauseBetween } from '../pause-between.ts';
import { type DeferredPage, nameOf, type Page, serialisePage, serialiseRecord } from './serialise.ts';
import { type Content, openStore, type StoreReport } from './store.ts';

/** Published as it is. */
export interface PublishedFile {
  /** Below the site's root. */
  readonly path: string;
  /** In pieces where it grows with the number of articles, or need not be composed at all. */
  readonly content: Content;
  /** Stands for all that it is made of; absent = it is composed and compared. */
  readonly key?: string | undefined;
}

export interface Writable {
  /** At the end what all pages share. */
  readonly pages: Generator<Page | DeferredPage, Frame>;
  /** Pages there will be, about. */
  readonly expected: number;
  readonly files: Iterable<PublishedFile>;
}

export interface WriteOptions {
  /** Of the program; absent = nothing is kept from run to run. */
  readonly version?: string | undefined;
  readonly onNotice?: ((words: string) => void) | undefined;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

export interface Written {
  /** Below `content/briefings/`, `site.json` included → SHA-256 of the file, hex. */
  readonly pages: ReadonlyMap<string, string>;
  /** The same below `content/files/`. */
  readonly files: ReadonlyMap<string, string>;
  /** Hand-edited pages, path below `edited/`, to which they were moved. */
  readonly edited: readonly string[];
}

/**
 * Makes `briefings/` and `files/` of the content folder equal to what was composed.
 *
 * @throws {Error} naming the page, if two have one address or one does not read back as it was written
 */
export async function writePages(
  contentDir: string,
  { pages, expected, files }: Writable,
  { version, onNotice = () => {}, onProgress }: WriteOptions = {},
): Promise<Written> {
  const open = (name: string): KeptPages =>
    version === undefined
      ? KEEP_NO_PAGES
      : openKeptPages(join(contentDir, '.cache/written', name), version, onNotice);
  const [keptPages, keptFiles] = [open('briefings'), open('files')];
  const keys = new Map<string, string>();
  const store = openStore(join(contentDir, 'briefings'), { editedDir: join(contentDir, 'edited') });
  let frame: Frame | undefined;
  function* untilFrame(): Generator<Page | DeferredPage> {
    frame = yield* pages;
  }
  for await (const page of pauseBetween(untilFrame(), (done) =>
    onProgress?.(done, Math.max(done, expected)),
  )) {
    const name = nameOf(page);
    if (store.has(name)) throw new Error(`two pages have the address \`${page.matter.path}\``);
    const isDeferred = 'compose' in page;
    const key = isDeferred ? page.key : keyOf(page);
    keys.set(name, key);
    const left = keptPages.find(name);
    if (left?.key !== key || !store.keep(name, left))
      store.put(name, serialise(isDeferred ? page.compose() : page).text);
  }
  if (frame) store.put('site.json', serialiseRecord(frame));
  const briefings = store.close();
  keptPages.keep(briefings, keys);
  const published = await writeFiles(join(contentDir, 'files'), files, keptFiles);
  return { pages: briefings.digests, files: published.digests, edited: briefings.edited };
}

async function writeFiles(
  dir: string,
  files: Iterable<PublishedFile>,
  kept: KeptPages,
): Promise<StoreReport> {
  const keys = new Map<string, string>();
  const store = openStore(dir, { leftOf: kept.find });
  for await (const { path, content, key } of pauseBetween(files)) {
    const left = kept.find(path);
    if (key !== undefined) keys.set(path, key);
    if (key === undefined || left?.key !== key || !store.keep(path, left)) store.put(path, content);
  }
  const report = store.close();
  kept.keep(report, keys);
  return report;
}

function serialise(page: Page): ReturnType<typeof serialisePage> {
  try {
    return serialisePage(page);
  } catch (error) {
    throw new Error(`\`${page.matter.path}\`: ${(error as Error).message}`, { cause: error });
  }
}
