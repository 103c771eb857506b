import { expect, it } from 'vitest';
import { countHashes } from './count-hashes.ts';

it.each([
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
])('counts %s as a map does', (_, lists) => {
  const map = new Map<number, number>();
  for (const hash of lists.flat()) map.set(hash, (map.get(hash) ?? 0) + 1);
  const countOf = countHashes(lists.map((list) => Uint32Array.from(list)));
  for (const hash of [...map.keys(), 1, 40]) expect(countOf(hash)).toBe(map.get(hash) ?? 0);
});
