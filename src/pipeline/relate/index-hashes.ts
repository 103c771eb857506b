/** Tables of hashes: an archive has millions, which take a fraction of the memory and time of maps. */

/** How often a hash was counted; perhaps 0 if only once. */
export type HashCounts = (hash: number) => number;

/** Who has a hash: of each that is shared the first few. */
export interface HashIndex {
  readonly countOf: HashCounts;
  /** Adds a holder to those of a hash, unless nobody else has it or there are enough. */
  add(hash: number, holder: number): void;
  /** Calls `on` with those that were added so far, in order. */
  visit(hash: number, on: (holder: number) => void): void;
}

/** Slots of the table for each hash: room enough that the next free one is near. */
const ROOM = 1.5;

/**
 * Counts how often each hash stands in the lists. Hashes must be well mixed, as those of `hashTriples`.
 */
export function countHashes(lists: readonly Uint32Array[]): HashCounts {
  const { counts, slotOf } = fillTable(lists);
  return (hash) => counts[slotOf(hash)] as number;
}

/** The same, with room for the first holders of each hash that stands there twice; `most` is at most 255. */
export function indexHashes(lists: readonly Uint32Array[], most: number): HashIndex {
  const { counts, slotOf } = fillTable(lists);
  // Holders of all hashes one after the other: of each where they begin, and how many were added.
  const begins = new Uint32Array(counts.length);
  const added = new Uint8Array(counts.length);
  let all = 0;
  for (const [slot, count] of counts.entries()) {
    begins[slot] = all;
    if (count > 1) all += Math.min(count, most);
  }
  const holders = new Uint32Array(all);
  return {
    countOf: (hash) => counts[slotOf(hash)] as number,
    add(hash, holder) {
      const slot = slotOf(hash);
      const done = added[slot] as number;
      if ((counts[slot] as number) < 2 || done === most) return;
      holders[(begins[slot] as number) + done] = holder;
      added[slot] = done + 1;
    },
    visit(hash, on) {
      const slot = slotOf(hash);
      const begin = begins[slot] as number;
      for (let at = begin; at < begin + (added[slot] as number); at++) on(holders[at] as number);
    },
  };
}

interface Table {
  readonly counts: Uint32Array;
  /** Where a hash is, or would be. */
  readonly slotOf: (hash: number) => number;
}

function fillTable(lists: readonly Uint32Array[]): Table {
  const isShared = lookOver(lists);
  let all = 0;
  for (const list of lists) for (const hash of list) if (isShared(hash)) all += 1;
  const slots = powerAbove(all * ROOM);
  const mask = slots - 1;
  // Counts are above 0 where a slot is taken, so that the hash 0 is a hash like any other.
  const hashes = new Uint32Array(slots);
  const counts = new Uint32Array(slots);
  const slotOf = (hash: number): number => {
    let slot = hash & mask;
    while (counts[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  for (const list of lists)
    for (const hash of list) {
      if (!isShared(hash)) continue;
      const slot = slotOf(hash);
      hashes[slot] = hash;
      counts[slot] = (counts[slot] as number) + 1;
    }
  return { counts, slotOf };
}

/**
 * A first look, which takes a byte for each hash: most of them stand alone in real texts, and need no place
 * in the table. Says of some others, too, that they do not.
 */
function lookOver(lists: readonly Uint32Array[]): (hash: number) => boolean {
  const seen = new Uint8Array(powerAbove(lists.reduce((sum, { length }) => sum + length, 0)));
  const mask = seen.length - 1;
  for (const list of lists)
    for (const hash of list) seen[hash & mask] = Math.min(2, (seen[hash & mask] as number) + 1);
  return (hash) => seen[hash & mask] === 2;
}

/** The least power of two above a number. */
function powerAbove(number: number): number {
  return 2 ** Math.ceil(Math.log2(number + 1));
}
