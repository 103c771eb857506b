import { describe, expect, test } from 'vitest';
import { type Part, splitList, stepsOfDate, stepsOfRef, stepsOfSlug } from './split-list.ts';

const keysOf = (parts: readonly Part<string>[]): string[] =>
  parts.map(({ key, items }) => `${key}: ${items.length}`);
const splitRefs = (refs: readonly string[], most: number): Part<string>[] =>
  splitList(refs, { stepsOf: stepsOfRef, bytesOf: () => 1, most });
const refs = Array.from({ length: 5000 }, (_, n) => String(n).padStart(6, '0'));

describe('splitList', () => {
  test('leaves a list that fits alone', () => {
    expect(splitRefs(refs.slice(0, 100), 100)).toEqual([{ key: '', items: refs.slice(0, 100) }]);
    expect(splitRefs([], 100)).toEqual([]);
  });

  test('cuts only where it must, and loses nothing', () => {
    expect(keysOf(splitRefs(refs.slice(0, 300), 100))).toEqual(['0000: 100', '0001: 100', '0002: 100']);
    expect(keysOf(splitRefs(['1a', '5a', '7b', 'c1'], 2))).toEqual(['0--3: 1', '4--7: 2', 'c--f: 1']);
    expect(splitRefs(refs, 100).flatMap(({ items }) => items)).toEqual(refs);
    expect(splitRefs(refs, 100).every(({ items }) => items.length <= 100)).toBe(true);
  });

  test('changes one part for one item more, wherever it stands', () => {
    const before = splitRefs(refs, 120);
    const after = splitRefs([...refs.slice(0, 1234), '001233a', ...refs.slice(1234)], 120);
    const same = new Set(before.map(({ key, items }) => `${key} ${items.join()}`));
    expect(after.filter(({ key, items }) => !same.has(`${key} ${items.join()}`))).toHaveLength(1);
  });

  test('keeps items together that nothing tells apart', () => {
    expect(keysOf(splitRefs(['a', 'a', 'a', 'ab'], 2))).toEqual(['a: 3', 'a8--b: 1']);
  });

  test('gives every part an address of its own', () => {
    const names = ['joe', 'joe-biden', 'joe-b', 'joes', 'jo-e', 'joe-biden'];
    const parts = splitList(names, { stepsOf: stepsOfSlug, bytesOf: () => 1, most: 1 });
    expect(keysOf(parts)).toEqual(['joe: 1', 'joe-biden: 2', 'joe-b: 1', 'joes--z: 1', 'jo-e: 1']);
    expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
  });

  test('weighs items by their bytes', () => {
    const parts = splitList(['09', '11', '12'], {
      stepsOf: stepsOfRef,
      bytesOf: (item) => Number(item.slice(1)),
      most: 10,
    });
    expect(keysOf(parts)).toEqual(['0: 1', '1: 2']);
  });
});

test('takes a date by year, month and day, and the undated by reference', () => {
  expect([...stepsOfDate('2022-02-15', '4c')]).toEqual([
    ...[
      '2022',
      '2022-02',
      '2022-02-11--20',
      '2022-02-11--15',
      '2022-02-15',
      '2022-02-15-4--7',
      '2022-02-15-4',
      '2022-02-15-4c--f',
      '2022-02-15-4c',
    ],
  ]);
  expect([...stepsOfDate(undefined, '7')]).toEqual(['undated', 'undated-4--7', 'undated-7']);
});

test.each([
  ['2022-02-01', '01--10', '01--05'],
  ['2022-02-10', '01--10', '06--10'],
  ['2022-02-28', '21--28', '26--28'],
  ['2024-02-29', '21--29', '26--29'],
  ['2022-03-31', '21--31', '26--31'],
  ['2022-04-21', '21--30', '21--25'],
])('has %s among the days %s and %s', (date, third, sixth) => {
  const month = date.slice(0, 7);
  expect([...stepsOfDate(date, '1')].slice(2, 5)).toEqual([`${month}-${third}`, `${month}-${sixth}`, date]);
});

test('takes a word by bands of letters, then letters', () => {
  expect([...stepsOfSlug('de-x')]).toEqual(['a--i', 'd--f', 'd', 'da--i', 'dd--f', 'de', 'de-x']);
  expect([...stepsOfSlug('7')]).toEqual(['0--9', '0--9', '7']);
});
