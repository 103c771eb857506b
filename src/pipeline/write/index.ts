/** Pages and files → the content folder: serialised, gated, and only what changed written. */
import { join } from 'node:path';
import type { Frame } from '../../briefing.ts';
import { type Page, serialisePage, serialiseRecord } from './serialise.ts';
import { storeContents } from './store.ts';

export interface Writable {
  readonly pages: readonly Page[];
  /** Published as they are: path below the site's root → content. */
  readonly files: ReadonlyMap<string, string>;
  readonly frame: Frame;
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
export async function writePages(contentDir: string, { pages, files, frame }: Writable): Promise<Written> {
  const contents = new Map<string, string>([['site.json', serialiseRecord(frame)]]);
  for (const page of pages) {
    const { name, text } = serialise(page);
    if (contents.has(name)) throw new Error(`two pages have the address \`${page.matter.path}\``);
    contents.set(name, text);
  }
  const briefings = await storeContents(join(contentDir, 'briefings'), contents, join(contentDir, 'edited'));
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
