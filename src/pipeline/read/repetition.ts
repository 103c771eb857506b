/**
 * Counts in how many unrelated texts a line stands. Everything is counted before anything is decided,
 * so the result does not depend on the order of the texts. Copies of one wire report share their
 * paragraphs and count as one text: what they have in common is the report, not page furniture.
 */
import type { SeedLine } from './seed-line.ts';

export interface Repetition {
  /** Adds the lines of one text. */
  add(lines: readonly SeedLine[]): void;
  /** To be called once all texts are added: whether enough unrelated texts print such a line. */
  repeats(line: SeedLine): boolean;
}

/** Fewest unrelated texts that must share a line … */
const FEWEST = 3;
/** … and the share of all texts: among thousands of reports a phrase like “No details were given” recurs by chance. */
const LEAST_SHARE = 0.02;
/** Longer lines are text, not furniture; in UTF-16 units of the plain line. */
const LONGEST = 200;
/** Paragraphs at least this long tell which text it is. */
const TELLING = 80;
/** Texts are copies if they share this part of the shorter one’s telling paragraphs. */
const COPY_SHARE = 0.3;
/** A paragraph in more texts than this is a notice and tells nothing. */
const NOTICE = 20;

export function createRepetition(): Repetition {
  const texts: Set<string>[] = [];
  const holders = new Map<string, number[]>();
  const printers = new Map<string, number[]>();
  let groups: readonly number[] | undefined;
  return {
    add(lines) {
      const at = texts.length;
      const telling = new Set<string>();
      const seen = new Set<string>();
      for (const { look } of lines) {
        if (look.signature === '' || seen.has(look.signature)) continue;
        seen.add(look.signature);
        if (look.plain.length < LONGEST) push(printers, look.signature, at);
        if (look.plain.length >= TELLING) {
          telling.add(look.signature);
          push(holders, look.signature, at);
        }
      }
      texts.push(telling);
      groups = undefined;
    },
    repeats(line) {
      const found = printers.get(line.look.signature);
      const wanted = Math.max(FEWEST, texts.length * LEAST_SHARE);
      if (!found || found.length < wanted) return false;
      groups ??= groupCopies(texts, holders);
      const group = groups;
      return new Set(found.map((text) => group[text])).size >= wanted;
    },
  };
}

function push(map: Map<string, number[]>, key: string, value: number): void {
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
