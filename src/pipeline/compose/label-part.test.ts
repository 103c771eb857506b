import { describe, expect, test } from 'vitest';
import { labelDate, labelLetters, labelRefs } from './label-part.ts';

describe('labelRefs', () => {
  test.each([
    ['0001', ['000100', '000142'], '000100–000199'],
    ['042', ['042'], '042'],
    ['7a', ['7a01bc23de', '7a99bc23de'], '7a…'],
    ['0', ['003', '0030'], '0…'],
    ['0000--3', ['000000', '000042'], '000000–000399'],
    ['8--b', ['80', '97'], '80–99'],
    ['70--3', ['7a01bc23de', '7a99bc23de'], '70–73…'],
  ])('calls %s of %j %s', (key, refs, label) => {
    expect(labelRefs(key, refs)).toBe(label);
  });
});

test.each([
  ['2022', '2022'],
  ['2022-02', 'February 2022'],
  ['2022-02-05', '5 February 2022'],
  ['2022-02-21--28', '21–28 February 2022'],
  ['2022-02-05-00', '5 February 2022, 000–009'],
  ['2022-02-05-0--3', '5 February 2022, 000–399'],
  ['undated', 'Undated'],
  ['undated-00', 'Undated, 000–009'],
])('calls the part %s of a calendar %s', (key, label) => {
  expect(labelDate(key, ['003'])).toBe(label);
});

test.each([
  ['2022-03-03-a', '3 March 2022'],
  ['2022-03-03-7--b', '3 March 2022'],
  ['undated-7a', 'Undated, 7a…'],
])('calls the part %s of records by its day, whose references nobody counts by', (key, label) => {
  expect(labelDate(key, ['7a01bc23de', 'af99bc23de'])).toBe(label);
});

test.each([
  ['s', 'S'],
  ['van-d', 'Van d'],
  ['a--i', 'A–I'],
  ['sa--i', 'Sa–Si'],
])('calls the part %s of an alphabet %s', (key, label) => {
  expect(labelLetters(key)).toBe(label);
});
