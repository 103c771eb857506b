/** Hashes of runs of words are smaller. */
export const TRIPLES = 2 ** 30;

/**
 * Distinct hashes of all runs of three words, ascending, from the hashes of the words. 30 bits, which
 * maps hold as small integers: a collision among millions is possible, so callers never decide on one
 * shared triple.
 */
export function hashTriples(words: ArrayLike<number>): Uint32Array {
  const triples = new Uint32Array(Math.max(0, words.length - 2));
  for (let i = 0; i < triples.length; i++) {
    // Odd multipliers of a common integer hash; order of the words matters.
    let hash = words[i] as number;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + (words[i + 1] as number);
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39) + (words[i + 2] as number);
    triples[i] = mixBits(hash) >>> 2;
  }
  return distinct(triples.sort());
}

/** Of ascending values each once. */
function distinct(values: Uint32Array): Uint32Array {
  let kept = 0;
  for (const value of values) if (kept === 0 || value !== values[kept - 1]) values[kept++] = value;
  return values.slice(0, kept);
}

/** Part of a list. */
export interface Run {
  readonly begin: number;
  readonly end: number;
}

/** Number of values in both ascending lists. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  return countSharedIn(a, { begin: 0, end: a.length }, b, { begin: 0, end: b.length });
}

/** Number of values in both of two ascending runs. */
export function countSharedIn(a: Uint32Array, inA: Run, b: Uint32Array, inB: Run): number {
  // The loop of `findShared`, without a call for each value: long texts are compared by the thousand.
  let shared = 0;
  for (let i = inA.begin, j = inB.begin; i < inA.end && j < inB.end; ) {
    const [one, other] = [a[i] as number, b[j] as number];
    if (one === other) shared++;
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return shared;
}

/** Spreads the bits so that any part of the hash can serve as a sample. */
export function mixBits(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
