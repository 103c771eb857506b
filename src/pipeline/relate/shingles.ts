/**
 * Distinct hashes of all runs of three words, ascending. 30 bits, which maps hold as small integers:
 * a collision among millions is possible, so callers never decide on one shared triple.
 */
export function hashTriples(words: readonly string[]): Uint32Array {
  const codes = words.map(hashWord);
  const triples = new Set<number>();
  for (let i = 0; i + 2 < codes.length; i++) {
    // Odd multipliers of a common integer hash; order of the words matters.
    let hash = codes[i] as number;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + (codes[i + 1] as number);
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39) + (codes[i + 2] as number);
    triples.add(mixBits(hash) >>> 2);
  }
  return Uint32Array.from(triples).sort();
}

/** Number of values in both ascending lists. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Spreads the bits so that any part of the hash can serve as a sample. */
export function mixBits(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
