import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { digestOf } from '../../digest-of.ts';
import { storeContents } from './store.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sourceline ü-'));
});

const page = (words: string): string => `---\ntitle: "T"\n---\n\n${words}\n`;
const store = (entries: Record<string, string>) =>
  storeContents(join(root, 'briefings'), new Map(Object.entries(entries)), {
    editedDir: join(root, 'edited'),
  });

const record = (title: string): string => `{\n"title": "${title}"\n}\n`;

describe('storeContents', () => {
  test('writes what changed and removes what is gone, with its empty folder', async () => {
    await store({ 'a/1.mdx': page('one'), '2.mdx': page('two') });
    expect((await readdir(join(root, 'briefings'), { recursive: true })).sort()).toEqual([
      '2.mdx',
      'a',
      'a/1.mdx',
    ]);
    expect(await store({ '2.mdx': page('zwei') })).toMatchObject({ edited: [] });
    expect(await readdir(join(root, 'briefings'))).toEqual(['2.mdx']);
    expect(await readFile(join(root, 'briefings/2.mdx'), 'utf8')).toContain('zwei');
  });

  test('leaves an equal file alone', async () => {
    await store({ '1.mdx': page('one') });
    const { ino, mtimeMs } = await stat(join(root, 'briefings/1.mdx'));
    await store({ '1.mdx': page('one') });
    expect(await stat(join(root, 'briefings/1.mdx'))).toMatchObject({ ino, mtimeMs });
  });

  test('composes a long content once, leaves an equal file alone, and no draft beside it', async () => {
    let composed = 0;
    const put = (words: readonly string[]) =>
      storeContents(join(root, 'files'), [
        [
          'data/long.csv',
          () => {
            composed += 1;
            return words;
          },
        ],
      ]);
    const inode = async (): Promise<number> => (await stat(join(root, 'files/data/long.csv'))).ino;
    const { digests } = await put(['one,', 'two']);
    expect(digests.get('data/long.csv')).toBe(digestOf('one,two'));
    const first = await inode();
    await put(['one', ',two']);
    expect(await inode()).toBe(first);
    await put(['one']);
    expect(await readFile(join(root, 'files/data/long.csv'), 'utf8')).toBe('one');
    expect(await readdir(join(root, 'files/data'))).toEqual(['long.csv']);
    expect(composed).toBe(3);
  });

  test.each([
    ['changed', { '1.mdx': page('one') }],
    ['whose seed changed too', { '1.mdx': page('new') }],
    ['whose seed is gone', {}],
  ])('moves a page edited by hand aside, %s', async (_name, next) => {
    await store({ '1.mdx': page('one') });
    const path = join(root, 'briefings', '1.mdx');
    await writeFile(path, (await readFile(path, 'utf8')).replace('one', 'mine'));
    const { edited } = await store(next);
    expect(edited).toEqual([expect.stringMatching(/^1\.[0-9a-f]{12}\.mdx$/)]);
    expect(await readFile(join(root, 'edited', edited[0] ?? ''), 'utf8')).toContain('mine');
  });

  test('moves a second edit beside the first', async () => {
    const texts: string[] = [];
    for (const words of ['first', 'second']) {
      await store({ 'a/1.mdx': page('one') });
      await writeFile(join(root, 'briefings/a/1.mdx'), words);
      for (const path of (await store({ 'a/1.mdx': page('one') })).edited)
        texts.push(await readFile(join(root, 'edited', path), 'utf8'));
    }
    expect(texts).toEqual(['first', 'second']);
    expect(await readdir(join(root, 'edited/a'))).toHaveLength(2);
  });

  test('knows an edited record as well', async () => {
    await store({ '1.json': record('one'), '2.json': record('two') });
    const path = join(root, 'briefings', '1.json');
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ title: 'one' });
    await writeFile(path, (await readFile(path, 'utf8')).replace('one', 'mine'));
    const { edited } = await store({ '1.json': record('new'), '2.json': record('zwei') });
    expect(edited).toEqual([expect.stringMatching(/^1\.[0-9a-f]{12}\.json$/)]);
  });

  test('refuses a path out of the folder', async () => {
    await expect(store({ '../x.mdx': page('one') })).rejects.toThrow('outside the folder');
  });

  test('names the file that cannot be written', async () => {
    await store({ a: 'file' });
    await expect(store({ a: 'file', 'a/b.mdx': page('x') })).rejects.toThrow();
  });
});
