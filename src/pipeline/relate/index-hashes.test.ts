import { describe, expect, it } from 'vitest';
import { countHashes, indexHashes } from './index-hashes.ts';

const LISTS: readonly (readonly [string, readonly (readonly number[])[]])[] = [
  ['nothing', []],
  ['0 and the largest', [[0, 2 ** 30 - 1], [0]]],
  [
    'hashes that want one slot',
    [
      [8, 16, 24],
      [16, 24],
      [24, 32],
    ],
  ],
  ['many', Array.from({ length: 50 }, (_, n) => Array.from({ length: n }, (_, i) => i * 7919))],
];

/** Places of the lists that have each hash. */
function mapHolders(lists: readonly (readonly number[])[]): Map<number, number[]> {
  const map = new Map<number, number[]>();
  for (const [at, list] of lists.entries())
    for (const hash of list) map.set(hash, [...(map.get(hash) ?? []), at]);
  return map;
}

describe.each(LISTS)('%s', (_, lists) => {
  const map = mapHolders(lists);
  const arrays = lists.map((list) => Uint32Array.from(list));

  it('is counted as by a map, what stands alone perhaps not', () => {
    const countOf = countHashes(arrays);
    for (const hash of [...map.keys(), 1, 40]) {
      const count = map.get(hash)?.length ?? 0;
      if (count < 2) expect(countOf(hash)).toBeLessThanOrEqual(count);
      else expect(countOf(hash)).toBe(count);
    }
  });

  it.each([2, 255])('has of shared hashes the first %i holders that a map has', (most) => {
    const index = indexHashes(arrays, most);
    for (const [at, list] of lists.entries()) for (const hash of list) index.add(hash, at);
    for (const hash of [...map.keys(), 1, 40]) {
      const held: number[] = [];
      index.visit(hash, (holder) => held.push(holder));
      const holders = map.get(hash) ?? [];
      expect(held).toEqual(holders.length < 2 ? [] : holders.slice(0, most));
    }
  });
});
