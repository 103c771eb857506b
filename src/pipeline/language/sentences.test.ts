import { expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

/** Sentences as they must come out, joined by a blank (or as the last field says). */
const PASSAGES: readonly (readonly string[])[] = [
  ['The gates opened at noon.', 'Nobody came.'],
  ['Mr. Brandt met Dr. Lee at St. Olaf.', 'They spoke for an hour.'],
  ['Gen. Karl Stone and Lt. Ann Lee left.', 'The rest stayed.'],
  ['The U.S. fleet sailed.', 'It met no one.'],
  ['They flew to the U.S.', 'The mayor stayed.'],
  ['J. P. Brandt signed it.', 'So did his wife.'],
  ['It was signed on Sept. 5 in Riga.', 'It held for a week.'],
  ['“Is that so?” he asked.', 'Nobody replied.'],
  ['“Out!” Peter Brandt said.', 'They went.'],
  ['Output rose 3.5 percent.', 'Prices fell 0.2 percent.'],
  ['See Art. 5 of the treaty.', 'It is short.'],
  ['He left at 9 a.m. and came back late.', 'She waited.'],
  ['Nobody knew it … and nobody asked.'],
];

test.each(PASSAGES)('%s', (...sentences) => {
  const text = sentences.join(' ');
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
});

test('parts sentences that a scraper glued together', () => {
  const text = 'The bridge was closed on Friday.Until then it was open.';
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'The bridge was closed on Friday.',
    'Until then it was open.',
  ]);
});

test('loses nothing but blanks', () => {
  const text = '  One.  Two!\u00a0 Three?  ';
  const rest = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  expect(rest.join('')).toBe('One.Two!Three?');
});
