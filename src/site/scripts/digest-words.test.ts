import { expect, test } from 'vitest';
import { digestWords } from './digest-words.ts';

test.each([
  ['', '811c9dc5'],
  ['a', 'e40c292c'],
])('gives the published value for %j', (words, digest) => {
  expect(digestWords(words)).toBe(digest);
});

test('takes a line as it arrived for the same as the line on the page', () => {
  expect(digestWords('  The talks\u00a0went \t on. ')).toBe(digestWords('The talks went on.'));
});

test('tells lines apart that differ in one letter', () => {
  expect(digestWords('The talks went on.')).not.toBe(digestWords('The talks went in.'));
});
