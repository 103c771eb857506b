/** What a reader's connection carries for one briefing, compressed: the limits are those of the design. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';

const KILOBYTE = 1000;
const site = (): string => process.env['SOURCELINE_TEST_SITE'] ?? '';
const compressed = (text: string): number => gzipSync(text, { level: 9 }).length;

let folder: string;
let html: string;

beforeAll(async () => {
  const [name = ''] = (await readdir(join(site(), 'briefings'))).filter((entry) => entry.startsWith('003-'));
  folder = join(site(), 'briefings', name);
  html = await readFile(join(folder, 'index.html'), 'utf8');
});

/** Files that the page names with this pattern, read and joined. */
async function readNamed(pattern: RegExp): Promise<string[]> {
  const names = [...html.matchAll(pattern)].flatMap(([, name]) => name ?? []);
  expect(names).not.toEqual([]);
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

test('the stylesheet takes 10 kB at most', async () => {
  const sheets = await readNamed(/<link rel="stylesheet" href="([^"]+)"/g);
  expect(compressed(sheets.join(''))).toBeLessThanOrEqual(10 * KILOBYTE);
});

test('scripts take 6 kB at most before search is opened', async () => {
  const scripts = await readNamed(/<script[^>]* src="([^"]+)"/g);
  expect(scripts.map(compressed).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(6 * KILOBYTE);
});

test('the page takes 10 kB at most beside its kept lines', async () => {
  const table = JSON.parse(await readFile(join(site(), 'sources/003/lines.json'), 'utf8')) as {
    readonly lines: readonly { readonly status: string; readonly text: string }[];
  };
  const kept = table.lines.filter(({ status }) => status === 'kept').map(({ text }) => text);
  expect(compressed(html) - compressed(kept.join('\n'))).toBeLessThanOrEqual(10 * KILOBYTE);
});
