import { expect, test } from 'vitest';
import { expandCitation } from './expand-citation.ts';

test.each([
  ['003:31', [31]],
  ['003:39-41', [39, 40, 41]],
  ['002:11,45-47', [11, 45, 46, 47]],
])('expands %s', (cite, lines) => {
  expect(expandCitation(cite)).toEqual(lines);
});

test('stops at 40 lines', () => {
  expect(expandCitation('1:1-90000')).toHaveLength(40);
});
