import { existsSync } from 'node:fs';
import { link, mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { digestOf } from '../digest-of.ts';
import { listFiles } from './list-files.ts';
import { openSite } from './site-folder.ts';
import { MARKER, markFolder } from './swap.ts';

let root: string;
let folder: string;
const store = (name: string): string => join(root, 'store', name);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'site-folder-'));
  folder = join(root, 'site');
  await mkdir(join(root, 'store'));
  for (const name of ['a', 'b', 'c']) await writeFile(store(name), name);
  return () => rm(root, { recursive: true });
});

/** A finished site of links to files of the store, and of texts. */
async function build(links: Readonly<Record<string, string>>, texts: Readonly<Record<string, string>> = {}) {
  const site = await openSite(folder);
  for (const [path, name] of Object.entries(links)) site.link(path, store(name), digestOf(name));
  for (const [path, text] of Object.entries(texts)) site.write(path, text);
  const fresh = await site.sweep();
  await markFolder(folder);
  return { site, fresh };
}

test('puts files at their places, and knows their digests and sizes', async () => {
  const { site, fresh } = await build({ 'x/y/index.html': 'b' }, { 'z/é.txt': 'é' });
  expect(fresh).toEqual(['x/y/index.html', 'z/é.txt']);
  expect(await listFiles(folder)).toEqual([MARKER, ...fresh]);
  expect([...site.files.keys()]).toEqual([MARKER, ...fresh]);
  expect(site.files.get('x/y/index.html')).toEqual({ sha256: digestOf('b'), bytes: 1 });
  expect(site.files.get('z/é.txt')).toEqual({ sha256: digestOf('é'), bytes: 2 });
  expect((await stat(join(folder, 'x/y/index.html'))).ino).toBe((await stat(store('b'))).ino);
  expect(await readFile(join(folder, 'z/é.txt'), 'utf8')).toBe('é');
});

test('leaves what is the same, replaces what is not, removes the rest and its folders', async () => {
  await build({ 'a.html': 'a', 'b.html': 'b', 'x/y/c.html': 'c' }, { same: '1', other: '1', 'z/old': '1' });
  await utimes(join(folder, 'same'), 1, 1);
  const { fresh } = await build({ 'a.html': 'a', 'b.html': 'c' }, { same: '1', other: '2' });
  expect(fresh).toEqual(['b.html', 'other']);
  expect(await listFiles(folder)).toEqual([MARKER, 'a.html', 'b.html', 'other', 'same']);
  expect((await stat(join(folder, 'same'))).mtimeMs).toBe(1000);
  expect(await readFile(join(folder, 'b.html'), 'utf8')).toBe('c');
  expect(await readFile(join(folder, 'other'), 'utf8')).toBe('2');
  expect(existsSync(join(folder, 'x'))).toBe(false);
  expect(existsSync(join(folder, 'z'))).toBe(false);
  expect(await readFile(store('c'), 'utf8')).toBe('c');
});

test('takes a path in its plain form alone, by which a file is known again', async () => {
  const site = await openSite(folder);
  for (const path of ['./a', 'x/../a', '../a', 'x//a', '/a'])
    expect(() => site.write(path, '1')).toThrow(`${JSON.stringify(path)} is no plain path`);
});

test('does not write through a link that somebody else has', async () => {
  await mkdir(folder);
  await link(store('a'), join(folder, 'a.html'));
  await link(store('b'), join(folder, 'b.html'));
  await build({ 'a.html': 'c' }, { 'b.html': 'words' });
  expect(await readFile(store('a'), 'utf8')).toBe('a');
  expect(await readFile(store('b'), 'utf8')).toBe('b');
});

test('takes nothing for kept by the disk that a dying build left', async () => {
  const site = await openSite(folder);
  site.write('a', '1');
  await site.sweep();
  expect((await build({}, { a: '1' })).fresh).toEqual(['a']);
  expect((await build({}, { a: '1' })).fresh).toEqual([]);
});

test('finds room where a file stands in place of a folder, or a folder in place of a file', async () => {
  await mkdir(join(folder, 'a.html/b'), { recursive: true });
  await writeFile(join(folder, 'a.html/b/c'), '1');
  await writeFile(join(folder, 'x'), '1');
  await build({ 'a.html': 'a' }, { 'x/y/z': '2' });
  expect(await listFiles(folder)).toEqual([MARKER, 'a.html', 'x/y/z']);
});
