/** What must not be republished is found wherever it stands. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LineTable } from '../../src/publish/line-table.ts';
import { checkWithheld } from '../../src/publish/verify/check-withheld.ts';

const SECRET = 'The harbour master said that all “winter” ferries would stay in port until Monday morning.';
const OPEN = 'The council of the islands met on Friday and nobody said a word about it.';
const table: LineTable = {
  ref: '1',
  seed: '1.txt',
  sha256: '',
  republish: 'quotations',
  lines: [{ n: 1, status: 'kept', role: 'paragraph', text: OPEN }],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'withheld-'));
  const list = {
    lines: [SECRET, OPEN, 'Islands of the North Sea', 'Read more'],
    said: ['Islands of the North Sea'],
  };
  await writeFile(join(folder, 'words.list'), JSON.stringify(list));
});
afterAll(() => rm(folder, { recursive: true }));

const check = async (file: string, content: string | Buffer): Promise<string[]> => {
  await writeFile(join(folder, file), content);
  const site = { files: new Set([file]), tables: new Map([['1', table]]) };
  return (await checkWithheld(folder, site, join(folder, 'words.list'))).map(({ kind }) => kind);
};

test.each<[string, string, string | Buffer]>([
  ['on a page', 'a.html', `<p>${SECRET}</p>`],
  ['in part', 'a.html', '<p>He said that all winter ferries would stay in port.</p>'],
  ['over elements', 'a.html', '<p>all <b>winter</b> ferries would stay <i>in port</i> until Monday</p>'],
  ['in an attribute', 'a.html', `<meta name="description" content='${SECRET}'>`],
  ['in a record', 'a.jsonl', JSON.stringify({ text: `\n${SECRET}` })],
  ['in a table', 'a.csv', `1,"${SECRET}"`],
  ['in a feed', 'a.xml', `<description>&lt;b&gt;${SECRET}</description>`],
  ['in the search index', 'a.pf_fragment', gzipSync(`pagefind_dcd{"content":"${SECRET}"}`)],
])('finds withheld words %s', async (_what, file, content) => {
  expect(await check(file, content)).toEqual(['withheld']);
});

test.each([
  ['words that a published line has', `<p>${OPEN}</p>`],
  ['what is a name', '<p>Islands of the North Sea</p>'],
  ['what anybody says', '<p>Read more</p>'],
  ['a few of the words', '<p>ferries would stay in port</p>'],
])('allows %s', async (_what, content) => {
  expect(await check('a.html', content)).toEqual([]);
});
