import type { LinkReason } from '../../types.ts';

/** One reason why two articles belong together, before links are weighed. */
export interface Tie {
  /** Places in the list of articles, `a` < `b`. */
  readonly a: number;
  readonly b: number;
  readonly kind: LinkReason['kind'];
  /** For readers: what is shared. */
  readonly text: string;
  /** 0 to 1, comparable between kinds. */
  readonly strength: number;
  /** First lines of the passages on either end; never empty. */
  readonly aLines: readonly number[];
  readonly bLines: readonly number[];
}

/** Of a set that many articles share each is tied to so many that follow, so that ties stay linear. */
const REACH = 6;

/** Pairs of a set of places in order: each with the next few. */
export function* pairNeighbours<T>(members: readonly T[]): Generator<readonly [T, T]> {
  for (const [i, a] of members.entries()) for (const b of members.slice(i + 1, i + 1 + REACH)) yield [a, b];
}

/** Ascending, each once. */
export function sortLines(lines: Iterable<number>): number[] {
  return [...new Set(lines)].sort((a, b) => a - b);
}

/** “A, B and C”. */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
