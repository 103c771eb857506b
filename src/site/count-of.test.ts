import { expect, test } from 'vitest';
import { countOf } from './count-of.ts';

test.each([
  [1, '1 line'],
  [0, '0 lines'],
  [999, '999 lines'],
  [1000, '1,000 lines'],
  [12_345, '12,345 lines'],
  [1_234_567, '1,234,567 lines'],
])('counts %i as %s', (number, words) => {
  expect(countOf(number, 'line')).toBe(words);
});
