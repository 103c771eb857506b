import { expect, it } from 'vitest';
import { splitWords } from './fold-words.ts';

it.each([
  ['Saint Åse', ['saint', 'ase']],
  ['“Fares,” she said.', ['fares', 'she', 'said']],
  ['the captain’s log', ['the', "captain's", 'log']],
  ['a – b', ['a', '', 'b']],
  ['4,500 (about)', ['4,500', 'about']],
  ['', []],
])('splits %j', (text, folded) => {
  expect(splitWords(text).map((word) => word.folded)).toEqual(folded);
});

it('says where each word stands', () => {
  const text = 'Go, “Åse”!';
  expect(splitWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Go', 'Åse']);
});

it('takes a long run of punctuation in its stride', () => {
  expect(splitWords(`${'.'.repeat(50_000)}a${'.'.repeat(50_000)}`)[0]?.folded).toBe('a');
});
