import { expect, test } from 'vitest';
import { placeParts } from './place-parts.ts';

const place = (count: number) =>
  placeParts(
    Array.from({ length: count }, (_, n) => ({ key: String(n), items: ['a', 'b'] })),
    { path: '/sources/', title: 'Sources' },
    '/sources/list/',
    ({ key }) => `from ${key}`,
  );

test('knows each part by its address, and what stands before and after it', () => {
  const [first, second, third] = place(3);
  expect(first?.link).toEqual({ path: '/sources/list/0/', label: 'from 0', count: 2 });
  expect([first?.part.previous, first?.part.next?.label]).toEqual([undefined, 'from 1']);
  expect([third?.part.previous?.label, third?.part.next]).toEqual(['from 1', undefined]);
  expect(second?.part.near.map(({ label }) => label)).toEqual(['from 0', 'from 1', 'from 2']);
});

test.each([
  [0, 'from 0', 'from 8'],
  [50, 'from 46', 'from 54'],
  [99, 'from 91', 'from 99'],
])('of a hundred, part %i names nine around it', (at, from, to) => {
  const near = place(100)[at]?.part.near.map(({ label }) => label);
  expect(near).toHaveLength(9);
  expect([near?.at(0), near?.at(-1)]).toEqual([from, to]);
});

test('counts the parts that are called alike, at addresses that do not count', () => {
  const days = ['2022-03-04-a', '2022-03-03-a', '2022-03-03-c', '2022-03-03-f', '2022-03-02'];
  const parts = placeParts(
    days.map((key) => ({ key, items: ['a'] })),
    { path: '/people/ann-lee/', title: 'Ann Lee' },
    '/people/ann-lee/lines/',
    ({ key }) => key.slice(8, 10),
  );
  expect(parts.map(({ link }) => link.label)).toEqual([
    ...['04', '03, part 1 of 3', '03, part 2 of 3', '03, part 3 of 3', '02'],
  ]);
  expect(parts[2]?.link.path).toBe('/people/ann-lee/lines/2022-03-03-c/');
});
