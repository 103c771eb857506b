import { expect, test } from 'vitest';
import { splitEvenly } from './split-evenly.ts';

test.each<[string, readonly number[], readonly (readonly number[])[]]>([
  ['nothing', [], [[]]],
  ['what fits', [3, 4, 3], [[3, 4, 3]]],
  ['a little more than fits', [5, 5, 1], [[5], [5, 1]]],
  [
    'three times as much',
    [5, 5, 5, 5, 5, 5],
    [
      [5, 5],
      [5, 5],
      [5, 5],
    ],
  ],
  ['what weighs nothing', [0, 0], [[0, 0]]],
  ['what is as much as two, and cannot be halved', [6, 6, 6], [[6], [6, 6]]],
  ['one that fits nowhere', [1, 30, 1, 1], [[1], [30], [1, 1]]],
])('splits %s', (_, weights, runs) => {
  expect(splitEvenly(weights, weights, 10)).toEqual(runs);
});

test('leaves no run with much more than the others', () => {
  const weights = Array.from({ length: 1000 }, (_, at) => 1 + (at % 7));
  const runs = splitEvenly(weights, weights, 90).map((run) => run.reduce((sum, weight) => sum + weight, 0));
  expect(runs).toHaveLength(Math.ceil(weights.reduce((sum, weight) => sum + weight, 0) / 90));
  expect(Math.max(...runs) - Math.min(...runs)).toBeLessThan(10);
});
