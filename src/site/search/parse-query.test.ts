import { expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';

it.each([
  ['ferry', { words: ['ferry'] }],
  ['  Ferry, line. ', { words: ['Ferry', 'line'] }],
  ['"ferry line" fares', { words: ['fares'], phrases: ['ferry line'] }],
  ['“ferry line”', { phrases: ['ferry line'] }],
  ['fares "ferry line', { words: ['fares'], phrases: ['ferry line'] }],
  ['fares -harbour', { words: ['fares'], excluded: ['harbour'] }],
  ['check-in', { words: ['check-in'] }],
  ['- fares', { words: ['fares'] }],
  ['4,500', { words: ['4,500'] }],
  ['captain’s', { words: ['captain’s'] }],
  ['Fares FARES fares', { words: ['fares'] }],
  ['!!! "" -', {}],
  ['', {}],
])('takes %j apart', (text, expected) => {
  expect(parseQuery(text)).toEqual({ words: [], phrases: [], excluded: [], cut: false, ...expected });
});

it('searches the beginning of a long query and says so', () => {
  const many = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ');
  expect(parseQuery(many).words).toHaveLength(16);
  expect(parseQuery(many).cut).toBe(true);
  expect(parseQuery('x'.repeat(10_000))).toMatchObject({ words: ['x'.repeat(400)], cut: true });
});
