import { expect, it } from 'vitest';
import { countParts, partOf } from './choose-parts.ts';

it.each([
  [0, 1],
  [1, 1],
  [128, 1],
  [129, 2],
  [256, 2],
  [257, 4],
  [10_000, 128],
])('makes the index of %i articles in %i parts', (articles, parts) => {
  expect(countParts(articles)).toBe(parts);
});

it('puts an article where its reference says, and spreads them evenly', () => {
  expect([partOf('003', 4), partOf('003', 4), partOf('004', 4)]).toEqual([
    partOf('003', 4),
    partOf('003', 4),
    partOf('004', 4),
  ]);
  const sizes = new Map<number, number>();
  for (let index = 0; index < 10_000; index += 1) {
    const part = partOf(String(index).padStart(5, '0'), 32);
    sizes.set(part, (sizes.get(part) ?? 0) + 1);
  }
  expect(sizes.size).toBe(32);
  expect(Math.max(...sizes.values())).toBeLessThan(450);
});
