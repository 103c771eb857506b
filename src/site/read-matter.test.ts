import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { readMatter } from './read-matter.ts';

let content: string;
const MATTER = { kind: 'keyboard', path: '/keyboard/', title: 'Keys: “/”', description: '---' };
const read = async (file: string, text: string): Promise<unknown> => {
  await writeFile(join(content, 'briefings', file), text);
  return readMatter({ id: '/keyboard/', data: { file } });
};

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'matter-'));
  await mkdir(join(content, 'briefings'));
  vi.stubEnv('SOURCELINE_CONTENT', content);
  return () => rm(content, { recursive: true });
});

test('reads a record, and the front matter of a page with a body', async () => {
  expect(await read('keyboard.json', JSON.stringify(MATTER))).toEqual(MATTER);
  const lines = Object.entries(MATTER).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const page = ['---', ...lines, '---', '', 'Words.', '', '---', ''].join('\n');
  expect(await read('keyboard.mdx', page)).toEqual(MATTER);
});

test.each([
  [{ ...MATTER, path: '/keys/' }, 'keyboard.json: `path` must be `/keyboard/`, where it stands'],
  [{ ...MATTER, kind: 'key' }, /^keyboard\.json: `kind` must be one of /],
  [{ ...MATTER, more: 1 }, 'keyboard.json: a page of kind `keyboard` must not have `more`'],
])('refuses %j', async (matter, message) => {
  await expect(read('keyboard.json', JSON.stringify(matter))).rejects.toThrow(message);
});
