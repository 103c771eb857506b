import { expect, test } from 'vitest';
import { wrapWords } from './wrap-words.ts';

const measure = (line: string): number => line.length;

test.each([
  ['takes what fits on one line', 'the harbour', 20, 2, ['the harbour'], false],
  ['breaks between words', 'the harbour is shut today', 12, 3, ['the harbour', 'is shut', 'today'], false],
  ['leaves out whole words', 'the harbour is shut today', 12, 2, ['the harbour', 'is shut…'], true],
  [
    'takes one word more off for the ellipsis',
    'the harbour is closed, now',
    12,
    2,
    ['the harbour', 'is closed…'],
    true,
  ],
])('%s', (_what, text, width, most, lines, isCut) => {
  expect(wrapWords(text, { width, most, measure })).toEqual({ lines, isCut });
});

test.each([
  ['a word wider than a line', 'Donaudampfschiff fährt'],
  ['no words', ' \n '],
])('sets nothing of %s', (_what, text) => {
  expect(wrapWords(text, { width: 10, most: 2, measure })).toBeUndefined();
});

test('sets nothing that cannot be measured', () => {
  const some = (line: string): number | undefined => (/^[a-z ]*$/.test(line) ? line.length : undefined);
  expect(wrapWords('it is لغة', { width: 10, most: 2, measure: some })).toBeUndefined();
});
