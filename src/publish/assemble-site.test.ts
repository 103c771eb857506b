import { link, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { assembleSite } from './assemble-site.ts';
import { listFiles } from './list-files.ts';

let root: string;
let site: string;
const store = (name: string): string => join(root, 'store', name);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'assemble-'));
  site = join(root, 'site');
  await mkdir(join(root, 'store'));
  for (const name of ['a', 'b', 'c']) await writeFile(store(name), name);
  return () => rm(root, { recursive: true });
});

test('puts files at their places', async () => {
  const put = await assembleSite(
    site,
    new Map([
      ['index.html', store('a')],
      ['x/y/index.html', store('b')],
    ]),
  );
  expect(put).toEqual(['index.html', 'x/y/index.html']);
  expect(await readFile(join(site, 'x/y/index.html'), 'utf8')).toBe('b');
  expect((await stat(join(site, 'index.html'))).ino).toBe((await stat(store('a'))).ino);
});

test('leaves what is there, replaces what is another file, removes the rest and its folders', async () => {
  await assembleSite(
    site,
    new Map([
      ['a.html', store('a')],
      ['b.html', store('b')],
      ['x/y/c.html', store('c')],
    ]),
  );
  await writeFile(join(site, 'written.txt'), 'by a later step');
  const put = await assembleSite(
    site,
    new Map([
      ['a.html', store('a')],
      ['b.html', store('c')],
    ]),
  );
  expect(put).toEqual(['b.html']);
  expect(await listFiles(site)).toEqual(['a.html', 'b.html']);
  expect(await readFile(join(site, 'b.html'), 'utf8')).toBe('c');
  await expect(stat(join(site, 'x'))).rejects.toThrow('ENOENT');
  expect(await readFile(store('c'), 'utf8')).toBe('c');
});

test('does not write through a link that somebody else has', async () => {
  await mkdir(site);
  await link(store('a'), join(site, 'a.html'));
  await assembleSite(site, new Map([['a.html', store('b')]]));
  expect(await readFile(store('a'), 'utf8')).toBe('a');
});
