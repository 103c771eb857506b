import { createHash } from 'node:crypto';
import { digestOf } from '../../digest-of.ts';
import type { SiteFolder } from '../site-folder.ts';
import { cborArray, cborNumber, cborText } from './cbor.ts';
import { pack, unpack } from './engine-file.ts';
import type { PartIndex, PartPage } from './index-part.ts';
import { mergeWords } from './merge-words.ts';
import type { PackedWords } from './pack-words.ts';

/** Files that are compressed beside this thread; each takes a quarter of a megabyte. */
const AT_ONCE = 4;

/** Records of one file where they are small and seldom asked for. */
const TOGETHER = 32;

/** Files of one index: those in its own folder, and what they list, which lies beside it. */
export interface IndexFiles {
  /** Name of the folder, a digest of what is in it. */
  readonly name: string;
  /** Pages indexed. */
  readonly pages: number;
  /** Words, in the form that the index has them, that stand almost everywhere in a large archive. */
  readonly common: readonly string[];
}

export interface IndexOptions {
  /** Language code without region. */
  readonly language: string;
  /** Of the engine. */
  readonly version: string;
  /** Name of the engine's program for the language. */
  readonly wasm: string;
  /** Signs that the engine reads as part of words. */
  readonly characters: readonly string[];
  readonly kind: 'kept' | 'taken-out';
  readonly packed: PackedWords;
  /** Further files for the folder of the index. */
  readonly extra: ReadonlyMap<string, string>;
}

/**
 * Joins parts into one index and writes it below `search/`: its list of pages and words
 * to `<name>/`, words to `words/`, records to `records/`. A record is named after the reference and a
 * digest, `003-1f0a3c`, and the reader's script takes the reference from there. With `kind`
 * `taken-out` its name says so, and records share files.
 */
export async function writeIndex(
  site: SiteFolder,
  parts: readonly PartIndex[],
  options: IndexOptions,
): Promise<IndexFiles> {
  const pages = options.kind === 'kept' ? writeRecords(site, parts) : await writeSharedRecords(site, parts);
  let pagesBefore = 0;
  const words = parts.map((part) => {
    const own = { words: part.words, pagesBefore };
    pagesBefore += part.pages.length;
    return own;
  });
  const merged = mergeWords(words);
  const chunks = merged.chunks.map(({ bytes, ...bounds }) => ({
    ...bounds,
    bytes,
    name: digestOf(bytes).slice(0, 12),
  }));
  const left = [...chunks];
  const packNext = async (): Promise<void> => {
    for (let chunk = left.pop(); chunk !== undefined; chunk = left.pop()) {
      const packed = await options.packed.pack(chunk.name, chunk.bytes);
      site.write(`search/words/${chunk.name}.pf_index`, packed);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, packNext));
  const meta = Buffer.concat([
    cborArray(6),
    cborText(options.version),
    cborArray(pages.length),
    ...pages.flatMap(({ id, length, file }) => [
      cborArray(3),
      cborText(id),
      cborNumber(length),
      cborText(file),
    ]),
    cborArray(chunks.length),
    ...chunks.flatMap(({ from, to, name }) => [cborArray(3), cborText(from), cborText(to), cborText(name)]),
    cborArray(0),
    cborArray(0),
    cborArray(1),
    cborText('title'),
  ]);
  const hash = digestOf(meta).slice(0, 12);
  const entry = {
    version: options.version,
    languages: { [options.language]: { hash, wasm: options.wasm, page_count: pages.length } },
    include_characters: options.characters,
  };
  const own = new Map<string, string | Buffer>([
    ['pagefind-entry.json', JSON.stringify(entry)],
    [`pagefind.${hash}.pf_meta`, await pack(meta)],
    ...options.extra,
  ]);
  return { name: writeNamedFolder(site, own), pages: pages.length, common: merged.common };
}

/** Writes files into a folder below `search/` that is named after their content, and gives its name. */
export function writeNamedFolder(site: SiteFolder, files: ReadonlyMap<string, string | Buffer>): string {
  const digest = createHash('sha256');
  for (const [path, content] of files) digest.update(JSON.stringify([path, content.length])).update(content);
  const name = digest.digest('hex').slice(0, 16);
  for (const [path, content] of files) site.write(`search/${name}/${path}`, content);
  return name;
}

interface ListedPage {
  readonly id: string;
  readonly length: number;
  /** File of its record where it is one of several; empty where the file has its name. */
  readonly file: string;
}

function writeRecords(site: SiteFolder, parts: readonly PartIndex[]): ListedPage[] {
  const pages: ListedPage[] = [];
  for (const { page, record } of recordsOf(parts)) {
    // Another version of the same article has another name; other articles have another reference.
    const id = `${page.ref}-${page.digest.slice(0, 6)}`;
    site.write(`search/records/${id}.pf_fragment`, record);
    pages.push({ id, length: page.length, file: '' });
  }
  return pages;
}

async function writeSharedRecords(site: SiteFolder, parts: readonly PartIndex[]): Promise<ListedPage[]> {
  const all = [...recordsOf(parts)];
  const pages: ListedPage[] = [];
  for (let start = 0; start < all.length; start += TOGETHER) {
    const group = await Promise.all(
      all.slice(start, start + TOGETHER).map(async ({ page, record }) => {
        const text = (await unpack(record)).toString('utf8');
        return { id: `${page.ref}-out-${page.digest.slice(0, 6)}`, length: page.length, text };
      }),
    );
    const json = `{${group.map(({ id, text }) => `${JSON.stringify(id)}:${text}`).join(',')}}`;
    const file = `out-${digestOf(json).slice(0, 12)}`;
    site.write(`search/records/${file}.pf_fragment`, await pack(Buffer.from(json)));
    pages.push(...group.map(({ id, length }) => ({ id, length, file })));
  }
  return pages;
}

function* recordsOf(parts: readonly PartIndex[]): Generator<{ page: PartPage; record: Buffer }> {
  for (const { pages, records } of parts) {
    let at = 0;
    for (const page of pages) {
      yield { page, record: records.subarray(at, at + page.bytes) };
      at += page.bytes;
    }
  }
}
