import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { beforeEach, expect, test, vi } from 'vitest';
import { listPages } from './list-pages.ts';

let folder: string;
const entries = new Map<string, { data: { file: string }; filePath: string; digest: string }>();
const watcher = Object.assign(new EventEmitter(), { add: () => {} });

const write = async (file: string, text = ''): Promise<void> => {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
};
/** As much of what a loader is given as this one uses. */
const load = (watching = false): Promise<void> => {
  const context = {
    config: { root: pathToFileURL(`${folder}/`) },
    store: {
      get: (id: string) => entries.get(id),
      set: (entry: { id: string; data: { file: string }; filePath: string; digest: string }) =>
        entries.set(entry.id, entry),
      delete: (id: string) => entries.delete(id),
      clear: () => entries.clear(),
    },
    watcher: watching ? watcher : undefined,
  };
  return listPages(folder).load(context as unknown as LoaderContext);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  watcher.removeAllListeners();
  for (const file of ['index.json', 'briefings/003-a.mdx', 'themes.json', 'themes/x/lines/2022-02.json'])
    await write(file);
  return () => rm(folder, { recursive: true });
});

test('lists pages by their addresses, and nothing else', async () => {
  for (const file of ['site.json', 'notes.txt', 'Themes.json', 'a b.json', '.hidden.json']) await write(file);
  await load();
  expect(Object.fromEntries([...entries].map(([id, { data }]) => [id, data.file]))).toEqual({
    '/': 'index.json',
    '/briefings/003-a/': 'briefings/003-a.mdx',
    '/themes/': 'themes.json',
    '/themes/x/lines/2022-02/': 'themes/x/lines/2022-02.json',
  });
});

test('refuses two pages at one address', async () => {
  await write('themes.mdx');
  await expect(load()).rejects.toThrow(/the address `\/themes\/` is taken by themes\./);
});

test('follows what is written while somebody looks', async () => {
  await load(true);
  const before = entries.get('/themes/')?.digest;
  await write('themes.json', 'more');
  await write('new.json');
  for (const file of ['themes.json', 'new.json', 'gone.json', '../outside.json', 'site.json'])
    watcher.emit('change', join(folder, file));
  await vi.waitFor(() => expect(entries.get('/new/')?.data.file).toBe('new.json'));
  await vi.waitFor(() => expect(entries.get('/themes/')?.digest).not.toBe(before));
  // A record became a page with a body: the new file may be told of before the old one is gone.
  await write('themes.mdx');
  watcher.emit('add', join(folder, 'themes.mdx'));
  await vi.waitFor(() => expect(entries.get('/themes/')?.data.file).toBe('themes.mdx'));
  watcher.emit('unlink', join(folder, 'themes.json'));
  watcher.emit('unlink', join(folder, 'new.json'));
  expect([...entries.keys()].toSorted()).toEqual([
    '/',
    '/briefings/003-a/',
    '/themes/',
    '/themes/x/lines/2022-02/',
  ]);
});
