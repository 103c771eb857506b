import { CborReader, cborArray, cborNumber, cborText } from './cbor.ts';

/** Words of one part, and the number of pages that the parts before it have. */
export interface PartWords {
  readonly words: Buffer;
  readonly pagesBefore: number;
}

/** A run of words, one file of the index. */
export interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/**
 * Places of words that a file holds at least, as the engine weighs them. A reader's word costs one file,
 * here about 10 kB; the engine's own files are two and a half times as large.
 */
const CHUNK = 8000;
/** Words that begin alike stay together, up to this many times that size: a query finds words from their beginning. */
const LARGEST = 4;
const ALIKE = 4;

/** Bytes of a word above which it is common: two thirds of that go over the wire, and the engine takes seconds. */
const COMMON = 100_000;

/** All places of one form of a word: whole pages as encoded, but for the number of the first. */
interface Places {
  readonly pages: number;
  readonly first: number;
  readonly last: number;
  /** What follows the number of the first page. */
  readonly rest: Uint8Array;
  readonly fields: number;
  readonly weight: number;
}

/**
 * Joins the words of the parts into one index, as if all pages had been indexed together: pages are
 * numbered through, and a word's pages are listed in the order of the parts. The form is described in
 * the engine's `index.rs`: a word, its pages, its spellings with accents and their pages; of each page
 * the distance from the page before, and the places. `common` are words that stand almost everywhere in
 * a large archive.
 */
export function mergeWords(parts: readonly PartWords[]): {
  readonly chunks: readonly Chunk[];
  readonly common: readonly string[];
} {
  const cursors = parts.map(({ words, pagesBefore }) => ({ reader: new CborReader(words), pagesBefore }));
  const heads = cursors.map(({ reader }) => readWord(reader));
  const chunks: Chunk[] = [];
  const common: string[] = [];
  let items: Buffer[] = [];
  let weight = 0;
  let first = '';
  let last = '';
  const finish = (): void => {
    if (items.length === 0) return;
    chunks.push({
      from: first,
      to: last,
      bytes: Buffer.concat([cborArray(1), cborArray(items.length), ...items]),
    });
    items = [];
    weight = 0;
  };
  for (;;) {
    let least: Buffer | undefined;
    for (const head of heads)
      if (head !== undefined && (least === undefined || head.compare(least) < 0)) least = head;
    if (least === undefined) break;
    const word = least.toString();
    if (weight >= CHUNK * LARGEST || (weight >= CHUNK && !isAlike(word, last))) finish();
    const plain: Places[] = [];
    const variants = new Map<string, Places[]>();
    for (const [index, { reader, pagesBefore }] of cursors.entries()) {
      if (heads[index]?.equals(least) !== true) continue;
      plain.push(readPlaces(reader, pagesBefore));
      for (let left = reader.array(); left > 0; left -= 1) {
        reader.array();
        const form = reader.text().toString();
        variants.set(form, [...(variants.get(form) ?? []), readPlaces(reader, pagesBefore)]);
      }
      heads[index] = readWord(reader);
    }
    if (items.length === 0) first = word;
    last = word;
    const all = [...variants].map(([form, places]) => [cborArray(2), cborText(form), writePlaces(places)]);
    const item = Buffer.concat([
      cborArray(3),
      cborText(least),
      writePlaces(plain),
      cborArray(variants.size),
      ...all.flat(),
    ]);
    items.push(item);
    if (item.length > COMMON) common.push(word);
    for (const places of [plain, ...variants.values()]) for (const { weight: more } of places) weight += more;
    weight += variants.size;
  }
  finish();
  return { chunks: shortenBounds(chunks), common };
}

/** The next word; its pages and spellings follow. */
function readWord(reader: CborReader): Buffer | undefined {
  if (reader.at >= reader.bytes.length) return undefined;
  if (reader.array() !== 3) throw new Error('search index: a word of unknown form');
  return reader.text();
}

function readPlaces(reader: CborReader, pagesBefore: number): Places {
  const pages = reader.array();
  let first = 0;
  let last = pagesBefore;
  let start = reader.at;
  let fields = 0;
  let weight = pages;
  for (let index = 0; index < pages; index += 1) {
    const width = reader.array();
    last += reader.number();
    if (index === 0) {
      first = last;
      start = reader.at;
      fields = width;
    }
    for (let left = width - 1; left > 0; left -= 1) weight += reader.skipNumbers();
  }
  return { pages, first, last, rest: reader.bytes.subarray(start, reader.at), fields, weight };
}

function writePlaces(all: readonly Places[]): Buffer {
  const filled = all.filter(({ pages }) => pages > 0);
  const parts: Uint8Array[] = [cborArray(filled.reduce((sum, { pages }) => sum + pages, 0))];
  let before = 0;
  for (const { fields, first, rest, last } of filled) {
    parts.push(cborArray(fields), cborNumber(first - before), rest);
    before = last;
  }
  return Buffer.concat(parts);
}

function isAlike(a: string, b: string): boolean {
  return a.slice(0, ALIKE) === b.slice(0, ALIKE);
}

/** Bounds of the chunks are cut to what tells one from its neighbour, as the engine does. */
function shortenBounds(chunks: readonly Chunk[]): Chunk[] {
  return chunks.map(({ from, to, bytes }, index) => {
    const before = chunks[index - 1]?.to;
    const after = chunks[index + 1]?.from;
    const shortTo = after === undefined ? to : shareOneMore(to, after);
    return {
      from: before === undefined ? from : shareOneMore(from, before),
      to: Buffer.compare(Buffer.from(shortTo), Buffer.from(from)) >= 0 ? shortTo : to,
      bytes,
    };
  });
}

/** The beginning of `text` that `other` has too, and one sign more. */
function shareOneMore(text: string, other: string): string {
  const [signs, others] = [[...text], [...other]];
  let shared = 0;
  while (shared < signs.length && signs[shared] === others[shared]) shared += 1;
  return signs.slice(0, shared + 1).join('');
}
