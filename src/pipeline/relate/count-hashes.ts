/** How often a hash was counted; 0 if never. */
export type HashCounts = (hash: number) => number;

/** Slots of the table for each hash: room enough that the next free one is near. */
const ROOM = 1.5;

/**
 * Counts in how many of the lists each hash stands. Hashes of 30 bits, well mixed (`hashTriples`), each once
 * a list: an archive has millions, which take a table of numbers a fraction of the memory and time of a map.
 */
export function countHashes(lists: readonly Uint32Array[]): HashCounts {
  const all = lists.reduce((sum, { length }) => sum + length, 0);
  const slots = 2 ** Math.ceil(Math.log2(all * ROOM + 1));
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
      const slot = slotOf(hash);
      hashes[slot] = hash;
      counts[slot] = (counts[slot] as number) + 1;
    }
  return (hash) => counts[slotOf(hash)] as number;
}
