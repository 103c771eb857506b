/**
 * Counts in how many unrelated texts a line stands, over the corpus and over the texts of one publisher.
 * Everything is counted before anything is decided, so the result does not depend on the order of the
 * texts. Copies of one wire report, and one publisher’s updates of one report, share their paragraphs and
 * count as one text: what they have in common is the report, not page furniture.
 */
import { addTo } from '../add-to.ts';
import type { SeedLine } from './seed-line.ts';
import { speaksOfPage } from './speaks-of-page.ts';

/** Who else prints a line: unrelated texts of the same publisher (the stronger evidence), or of any. */
export type Repeat = 'publisher' | 'corpus';

/** By the mark of the line, see `markOf`. */
export type Repeats = ReadonlyMap<number, Repeat>;

/** What is counted of one text. */
export interface TextProfile {
  /** The publisher’s key, see `publisher-key.ts`, where there is one. */
  readonly publisher?: string | undefined;
  /** Marks of the lines that are counted, each once; see `markOf`. */
  readonly printed: readonly number[];
  /** Marks of the paragraphs that tell which text it is. */
  readonly telling: readonly number[];
}

/** Marks of the lines that repeat: all that a decision on one text needs to know of the others. */
export interface RepeatedLines {
  readonly corpus: ReadonlySet<number>;
  readonly publishers: ReadonlyMap<string, ReadonlySet<number>>;
}

export interface Repetition {
  add(profile: TextProfile): void;
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
  const sizes: number[] = [];
  const publishers: (string | undefined)[] = [];
  const holders = new Map<number, number[]>();
  const printers = new Map<number, number[]>();
  return {
    add({ publisher, printed, telling }) {
      const at = sizes.length;
      for (const mark of printed) addTo(printers, mark, at);
      for (const mark of telling) addTo(holders, mark, at);
      sizes.push(telling.length);
      publishers.push(publisher);
    },
    settle() {
      const group = groupCopies(sizes, holders);
      const countGroups = (some: readonly number[]): number => new Set(some.map((text) => group[text])).size;
      const texts = new Map<string, number>();
      for (const key of publishers) if (key !== undefined) texts.set(key, (texts.get(key) ?? 0) + 1);
      const corpus = new Set<number>();
      const repeated = new Map<string, Set<number>>();
      for (const [mark, found] of printers) {
        if (found.length < FEWEST) continue;
        if (countGroups(found) >= Math.max(FEWEST, sizes.length * LEAST_SHARE)) corpus.add(mark);
        const own = new Map<string, number[]>();
        for (const text of found) {
          const key = publishers[text];
          if (key !== undefined) addTo(own, key, text);
        }
        for (const [key, list] of own) {
          if (list.length < FEWEST) continue;
          const wanted = Math.max(FEWEST, (texts.get(key) ?? 0) * LEAST_SHARE_OF_PUBLISHER);
          if (countGroups(list) < wanted) continue;
          const set = repeated.get(key);
          if (set) set.add(mark);
          else repeated.set(key, new Set([mark]));
        }
      }
      return { corpus, publishers: repeated };
    },
  };
}

/** @param publisher its key, where there is one */
export function profileText(lines: readonly SeedLine[], publisher: string | undefined): TextProfile {
  const printed = new Set<number>();
  const telling = new Set<number>();
  const seen = new Set<string>();
  for (const { look } of lines) {
    if (look.signature === '' || seen.has(look.signature)) continue;
    seen.add(look.signature);
    const mark = markOf(look.signature);
    if (look.plain.length < LONGEST) printed.add(mark);
    if (look.plain.length >= TELLING && !speaksOfPage(look)) telling.add(mark);
  }
  return { publisher, printed: [...printed], telling: [...telling] };
}

/** Which lines of a text repeat, by their marks: its own share of what `settle` found. */
export function findRepeats({ publisher, printed }: TextProfile, repeated: RepeatedLines): Repeats {
  const own = publisher === undefined ? undefined : repeated.publishers.get(publisher);
  const found = new Map<number, Repeat>();
  for (const mark of printed) {
    if (own?.has(mark)) found.set(mark, 'publisher');
    else if (repeated.corpus.has(mark)) found.set(mark, 'corpus');
  }
  return found;
}

/**
 * Which line it is, as a number that stays the same from run to run: 53 bits of two hashes over the
 * signature. Among a million lines two are taken for one with a chance of one in twenty thousand.
 */
export function markOf(signature: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0; at < signature.length; at += 1) {
    const unit = signature.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 13;
  }
  low ^= low >>> 15;
  return (high >>> 11) * 2 ** 32 + (Math.imul(low, 0x2c1b3c6d) >>> 0);
}

/** For each text the lowest number of the texts that it is a copy of (itself included). */
function groupCopies(sizes: readonly number[], holders: ReadonlyMap<number, readonly number[]>): number[] {
  const root = sizes.map((_, at) => at);
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
        const key = a * sizes.length + b;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  }
  for (const [key, count] of shared) {
    const a = Math.floor(key / sizes.length);
    const b = key % sizes.length;
    const shorter = Math.min(sizes[a] ?? 0, sizes[b] ?? 0);
    if (count < shorter * COPY_SHARE) continue;
    const [x, y] = [find(a), find(b)];
    root[Math.max(x, y)] = Math.min(x, y);
  }
  return root.map((_, at) => find(at));
}
