/**
 * Counts in how many unrelated texts a line stands, over the corpus and over the texts of one publisher.
 * Everything is counted before anything is decided, so the result does not depend on the order of the
 * texts. Copies of one wire report, and one publisher’s updates of one report, share their paragraphs and
 * count as one text: what they have in common is the report, not page furniture.
 */
import type { SeedLine } from './seed-line.ts';
import { speaksOfPage } from './speaks-of-page.ts';

/** Who else prints a line: unrelated texts of the same publisher (the stronger evidence), or of any. */
export type Repeat = 'publisher' | 'corpus';

/** Signatures of the lines that repeat: all that a decision on one text needs to know of the others. */
export interface RepeatedLines {
  readonly corpus: ReadonlySet<string>;
  /** By the publisher’s key, see `publisher-key.ts`. */
  readonly publishers: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Repetition {
  /** Adds the lines of one text; `publisher` is its key, where there is one. */
  add(lines: readonly SeedLine[], publisher: string | undefined): void;
  /** To be called once all texts are added. */
  settle(): RepeatedLines;
}

/** Fewest unrelated texts that must share a line … */
const FEWEST = 3;
/** … and the share of all texts: among thousands of reports a phrase like “No details were given” recurs by chance. */
const LEAST_SHARE = 0.02;
/** … and of the texts of one publisher, whose crossheads and pictures recur too. */
const LEAST_SHARE_OF_PUBLISHER = 0.05;
/** Longer lines are text, not furniture; in UTF-16 units of the plain line. */
const LONGEST = 400;
/** Paragraphs at least this long tell which text it is. */
const TELLING = 80;
/** Texts are copies if they share this part of the shorter one’s telling paragraphs. */
const COPY_SHARE = 0.3;
/** A paragraph in more texts than this is a notice and tells nothing. */
const NOTICE = 20;

export function createRepetition(): Repetition {
  const texts: Set<string>[] = [];
  const publishers: (string | undefined)[] = [];
  const holders = new Map<string, number[]>();
  const printers = new Map<string, number[]>();
  return {
    add(lines, publisher) {
      const at = texts.length;
      const telling = new Set<string>();
      const seen = new Set<string>();
      for (const { look } of lines) {
        if (look.signature === '' || seen.has(look.signature)) continue;
        seen.add(look.signature);
        if (look.plain.length < LONGEST) push(printers, look.signature, at);
        if (look.plain.length >= TELLING && !speaksOfPage(look)) {
          telling.add(look.signature);
          push(holders, look.signature, at);
        }
      }
      texts.push(telling);
      publishers.push(publisher);
    },
    settle() {
      const group = groupCopies(texts, holders);
      const countGroups = (some: readonly number[]): number => new Set(some.map((text) => group[text])).size;
      const sizes = new Map<string, number>();
      for (const key of publishers) if (key !== undefined) sizes.set(key, (sizes.get(key) ?? 0) + 1);
      const corpus = new Set<string>();
      const repeated = new Map<string, Set<string>>();
      for (const [signature, found] of printers) {
        if (found.length < FEWEST) continue;
        if (countGroups(found) >= Math.max(FEWEST, texts.length * LEAST_SHARE)) corpus.add(signature);
        const own = new Map<string, number[]>();
        for (const text of found) {
          const key = publishers[text];
          if (key !== undefined) push(own, key, text);
        }
        for (const [key, list] of own) {
          if (list.length < FEWEST) continue;
          const wanted = Math.max(FEWEST, (sizes.get(key) ?? 0) * LEAST_SHARE_OF_PUBLISHER);
          if (countGroups(list) < wanted) continue;
          const set = repeated.get(key);
          if (set) set.add(signature);
          else repeated.set(key, new Set([signature]));
        }
      }
      return { corpus, publishers: repeated };
    },
  };
}

/** Which lines of one text repeat, by signature: its own share of what `settle` found. */
export function findRepeats(
  lines: readonly SeedLine[],
  publisher: string | undefined,
  repeated: RepeatedLines,
): ReadonlyMap<string, Repeat> {
  const own = publisher === undefined ? undefined : repeated.publishers.get(publisher);
  const found = new Map<string, Repeat>();
  for (const { look } of lines) {
    if (own?.has(look.signature)) found.set(look.signature, 'publisher');
    else if (repeated.corpus.has(look.signature)) found.set(look.signature, 'corpus');
  }
  return found;
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** For each text the lowest number of the texts that it is a copy of (itself included). */
function groupCopies(
  texts: readonly Set<string>[],
  holders: ReadonlyMap<string, readonly number[]>,
): number[] {
  const root = texts.map((_, at) => at);
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top] ?? top;
    return top;
  };
  const shared = new Map<number, number>();
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > NOTICE) continue;
    for (const [i, a] of list.entries())
      for (const b of list.slice(i + 1)) {
        const key = a * texts.length + b;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  }
  for (const [key, count] of shared) {
    const a = Math.floor(key / texts.length);
    const b = key % texts.length;
    const shorter = Math.min(texts[a]?.size ?? 0, texts[b]?.size ?? 0);
    if (count < shorter * COPY_SHARE) continue;
    const [x, y] = [find(a), find(b)];
    root[Math.max(x, y)] = Math.min(x, y);
  }
  return root.map((_, at) => find(at));
}
