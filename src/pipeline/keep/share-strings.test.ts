import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { openSharing } from './share-strings.ts';

test.each([
  [{ role: 'paragraph', lines: [{ text: 'a', themes: ['works', 'works'] }], none: undefined, at: 3 }],
  [['one', ['one', null, true, 0.5]]],
  [{ long: 'words '.repeat(40) }],
])('%j keeps its values', (value) => {
  const share = openSharing();
  const before = structuredClone(value);
  expect(share(value)).toBe(value);
  expect(value).toEqual(before);
  expect(share(structuredClone(value))).toEqual(before);
});

test('has equal short strings once in memory, and long ones as they come', () => {
  // No program can ask whether two equal strings are one: what they weigh tells.
  expect(weigh(60)).toBeLessThan(weigh(70) - 50);
});

/** Bytes in memory of a string of so many letters, where many are equal to it. */
function weigh(letters: number): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const share = openSharing();
  const json = JSON.stringify(['x'.repeat(letters)]);
  collect();
  const before = process.memoryUsage().heapUsed;
  const values = Array.from({ length: 20_000 }, () => share(JSON.parse(json) as string[]));
  collect();
  return (process.memoryUsage().heapUsed - before) / values.length;
}
