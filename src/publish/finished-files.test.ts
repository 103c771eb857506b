import { createHash } from 'node:crypto';
import { link, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type FinishedFiles, openFinishedFiles } from './finished-files.ts';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const [KEY, OTHER] = [digestOf('key'), digestOf('other')];

let folder: string;
let said: string[];
const open = (version = 'v1'): Promise<FinishedFiles> =>
  openFinishedFiles(folder, version, (message) => said.push(message));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finished-'));
  said = [];
  const finished = await open();
  await finished.add(KEY, { path: 'index.html', sha256: digestOf('<p>') }, Buffer.from('<p>'));
  await finished.add(OTHER, { path: 'a/index.html', sha256: digestOf('<a>') }, Buffer.from('<a>'));
  finished.addCheckedSource('pair');
  await finished.save();
  return () => rm(folder, { recursive: true });
});

test('knows what was finished before', async () => {
  const finished = await open();
  expect(finished.get(KEY)).toMatchObject({ path: 'index.html', size: 3 });
  expect(finished.isCheckedSource('pair')).toBe(true);
  expect(finished.get(digestOf('third'))).toBeUndefined();
  expect(said).toEqual([]);
});

test('knows a file that was only touched, as by a copy', async () => {
  const finished = await open();
  await utimes(finished.place(KEY), 1, 1);
  expect(finished.get(KEY)).toMatchObject({ path: 'index.html', mtimeMs: 1000 });
});

test.each<[string, (place: string) => Promise<unknown>]>([
  ['edited', async (place) => writeFile(place, '<q>').then(() => utimes(place, 1, 1))],
  ['cut off', (place) => writeFile(place, '<')],
  ['gone', (place) => rm(place)],
])('does not know a file that is %s', async (_what, spoil) => {
  const finished = await open();
  await spoil(finished.place(KEY));
  expect(finished.get(KEY)).toBeUndefined();
  expect(finished.get(OTHER)).toBeDefined();
});

test.each<[string, RegExp, (text: string) => string]>([
  ['edited', /damaged/, (text) => text.replace('index.html', 'about.html')],
  ['cut off', /damaged/, (text) => text.slice(0, 100)],
  ['empty', /damaged/, () => ''],
])('begins anew, and says so, with an index that is %s', async (_what, words, spoil) => {
  const part = join(folder, 'index/0');
  await writeFile(part, spoil(await readFile(part, 'utf8')));
  expect((await open()).get(KEY)).toBeUndefined();
  expect(said).toEqual([expect.stringMatching(words)]);
});

test('adds what was finished since to the index, and writes it whole when much of it is of no use', async () => {
  const first = await open();
  const THIRD = digestOf('third');
  await first.add(THIRD, { path: 'b/index.html', sha256: digestOf('<b>') }, Buffer.from('<b>'));
  await first.add(KEY, { path: 'index.html', sha256: digestOf('<i>') }, Buffer.from('<i>'));
  await first.save();
  expect(await readdir(join(folder, 'index'))).toEqual(['0', '1']);
  const second = await open();
  expect([KEY, OTHER, THIRD].map((key) => second.get(key)?.sha256)).toEqual(
    ['<i>', '<a>', '<b>'].map(digestOf),
  );
  expect(second.isCheckedSource('pair')).toBe(true);
  second.recheck(THIRD, { findings: [], places: '', ids: '', refs: ['003'] }, 'tables');
  await second.forgetOthers();
  expect(await readdir(join(folder, 'index'))).toEqual(['0', '1', '2']);
  const third = await open();
  expect(third.get(THIRD)).toMatchObject({ checkedWith: 'tables' });
  await third.forgetOthers();
  expect(await readdir(join(folder, 'index'))).toEqual(['0']);
  expect((await open()).get(THIRD)).toMatchObject({ checkedWith: 'tables' });
});

test('begins anew where one part of the index is damaged, and leaves none of it', async () => {
  await (await open()).save();
  await writeFile(join(folder, 'index/1'), 'x');
  expect((await open()).get(KEY)).toBeUndefined();
  expect(said).toEqual([expect.stringMatching(/damaged/)]);
  expect((await open()).get(KEY)).toBeUndefined();
  expect(said).toHaveLength(1);
});

test('says so where a part of the index cannot be read', async () => {
  await mkdir(join(folder, 'index/1'));
  expect((await open()).get(KEY)).toBeUndefined();
  expect(said).toEqual([expect.stringMatching(/finished pages cannot be read \(EISDIR\)/)]);
});

test('begins anew with another version of the program', async () => {
  expect((await open('v2')).get(KEY)).toBeUndefined();
  expect(said).toEqual([expect.stringMatching(/another version/)]);
});

test('forgets what was not asked for', async () => {
  const first = await open();
  first.get(KEY);
  await first.forgetOthers();
  const second = await open();
  expect(second.get(KEY)).toBeDefined();
  expect(second.get(OTHER)).toBeUndefined();
  await expect(readFile(second.place(OTHER))).rejects.toThrow('ENOENT');
  expect(second.isCheckedSource('pair')).toBe(false);
});

test('does not write through a file that is linked into a site', async () => {
  const finished = await open();
  await link(finished.place(KEY), join(folder, 'published.html'));
  await finished.add(KEY, { path: 'index.html', sha256: digestOf('<q>') }, Buffer.from('<q>'));
  expect(await readFile(join(folder, 'published.html'), 'utf8')).toBe('<p>');
});
