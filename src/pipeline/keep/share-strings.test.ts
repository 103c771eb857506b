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
