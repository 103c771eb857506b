import { describe, expect, test } from 'vitest';
import { breakAtLineFeeds, normalise } from './normalise.ts';

describe('normalise', () => {
  test.each([
    ['a\u0000b\u001b[31m\u007f\u009b', 'ab[31m', 'control characters removed'],
    ['a\u202eb\u2066c\u200f', 'abc', 'direction marks removed'],
    ['a\u200bb\u2060c\ufeff', 'abc', 'zero-width characters removed'],
    ['a\ud800b', 'a\ufffdb', 'broken characters replaced'],
    ['e\u0301', 'é', 'accents composed (NFC)'],
    [' a \t b ', 'a b', undefined],
    ['a\u200cb\u200dc\u00a0d', 'a\u200cb\u200dc\u00a0d', undefined],
  ])('makes %j %j and says so', (raw, line, change) => {
    const { lines, changes } = normalise(raw);
    expect(lines).toEqual([line]);
    expect(changes.map((words) => words.replace(/^\d+ /, ''))).toEqual(change === undefined ? [] : [change]);
  });
});

describe('breakAtLineFeeds', () => {
  test.each(['\n', '\r\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f', '\n\r'])(
    'gives lines that end in %j to those who know line feeds only',
    (end) => {
      const text = ['one', '', 'two', 'three'].join(end);
      const published = breakAtLineFeeds(text).split('\n');
      expect(published.map((line) => line.trim())).toEqual(normalise(text).lines);
    },
  );

  test('leaves a text of usual lines as it arrived', () => {
    expect(breakAtLineFeeds(' one\r\n\ttwo\n')).toBe(' one\r\n\ttwo\n');
  });
});
