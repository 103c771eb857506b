/** Pages and files → the content folder: serialised, gated, and only what changed written. */
import { join } from 'node:path';
import type { Frame } from '../../briefing.ts';
import { pauseBetween } from '../pause-between.ts';
import { type Page, serialisePage, serialiseRecord } from './serialise.ts';
import { type Content, openStore, storeContents } from './store.ts';

export interface Writable {
  /** At the end what all pages share. */
  readonly pages: Generator<Page, Frame>;
  /** Published as they are: path below the site's root → content. */
  readonly files: Iterable<readonly [string, Content]>;
}

export interface Written {
  /** Below `content/briefings/`, `site.json` included → SHA-256 of the file, hex. */
  readonly pages: ReadonlyMap<string, string>;
  /** The same below `content/files/`. */
  readonly files: ReadonlyMap<string, string>;
  /** Hand-edited pages that were moved to `edited/`. */
  readonly edited: readonly string[];
}

/**
 * Makes `briefings/` and `files/` of the content folder equal to what was composed.
 *
 * @throws {Error} naming the page, if two have one address or one does not read back as it was written
 */
export async function writePages(contentDir: string, { pages, files }: Writable): Promise<Written> {
  const store = openStore(join(contentDir, 'briefings'), join(contentDir, 'edited'));
  let frame: Frame | undefined;
  function* untilFrame(): Generator<Page> {
    frame = yield* pages;
  }
  for await (const page of pauseBetween(untilFrame())) {
    const { name, text } = serialise(page);
    if (store.has(name)) throw new Error(`two pages have the address \`${page.matter.path}\``);
    store.put(name, text);
  }
  if (frame) store.put('site.json', serialiseRecord(frame));
  const briefings = store.close();
  const published = await storeContents(join(contentDir, 'files'), files);
  return { pages: briefings.digests, files: published.digests, edited: briefings.edited };
}

function serialise(page: Page): ReturnType<typeof serialisePage> {
  try {
    return serialisePage(page);
  } catch (error) {
    throw new Error(`\`${page.matter.path}\`: ${(error as Error).message}`, { cause: error });
  }
}
