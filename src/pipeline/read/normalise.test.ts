import { describe, expect, test } from 'vitest';
import { breakAtLineFeeds, normalise } from './normalise.ts';

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
