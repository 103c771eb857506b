import { expect, it } from 'vitest';
import { splitNames } from './split-names.ts';

const nameOf = (name: string, ...variants: string[]) => ({
  path: `/people/${name}/`,
  name,
  kind: 'people',
  variants,
});

it('is one file for a small site', () => {
  const names = [nameOf('Mara Holm'), nameOf('Åhaven')];
  expect(splitNames(names)).toEqual(new Map([['all-names', names]]));
});

it('is a file for each beginning of a word where names are many', () => {
  const names = Array.from({ length: 3000 }, (_, index) => nameOf(`Person ${index.toString(36)}x`));
  const rare = nameOf('Øyvind Łoś', 'Zoë');
  const files = splitNames([...names, rare]);
  expect(files.has('all-names')).toBe(false);
  // Where each of its words leads, by the first signs that have a file.
  for (const prefix of ['_', 'z']) expect(files.get(prefix)).toContain(rare);
  for (const [prefix, entries] of files) {
    expect(prefix).toMatch(/^[a-z0-9_]{1,8}$/);
    if (prefix.length < 8) expect(JSON.stringify(entries).length).toBeLessThanOrEqual(80_000);
  }
  // A name that is cut from the file of one word stands in that of its other word.
  for (const [index, name] of names.entries()) {
    const word = `${index.toString(36)}x`;
    expect([1, 2, 3, 4].some((length) => files.get(word.slice(0, length))?.includes(name))).toBe(true);
  }
  expect(files.get('person')?.length).toBeLessThanOrEqual(80);
});

it('tells the file of all names from that of names that begin with “all”', () => {
  const names = Array.from({ length: 3000 }, (_, index) => nameOf(`Alliance ${index.toString(36)}x`));
  const files = splitNames(names);
  expect(files.has('all')).toBe(true);
  expect(files.has('all-names')).toBe(false);
});
