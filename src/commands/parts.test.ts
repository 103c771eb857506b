import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openFinishedFiles } from '../publish/finished-files.ts';
import { mergeParts, partFolder, writePart } from './parts.ts';
import { isInShard } from './shard.ts';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const paths = ['index.html', 'a/index.html', 'b/index.html', 'c/index.html', 'd/index.html'];
const planOf = (site: string) => ({
  pages: new Map(paths.map((path) => [path, digestOf(site + path)])),
  shell: digestOf(site),
  sources: new Map<string, string>(),
});
const plan = planOf('one');

let parts: string;
beforeEach(async () => {
  parts = await mkdtemp(join(tmpdir(), 'parts-'));
  await build({ index: 1, count: 2 });
  await build({ index: 2, count: 2 });
  return () => rm(parts, { recursive: true, force: true });
});

async function build(shard: { index: number; count: number }, of = plan): Promise<void> {
  const folder = partFolder(parts, shard);
  const finished = await openFinishedFiles(folder, 'v1', () => {});
  for (const [path, key] of of.pages)
    if (isInShard(path, shard)) await finished.add(key, { path, sha256: digestOf(path) }, Buffer.from(path));
  await finished.save();
  await writePart(folder, { shard, plan: of });
}

async function merge(version = 'v1') {
  const finished = await openFinishedFiles(join(parts, 'cache'), version, () => {});
  await mergeParts(parts, plan, finished, version);
  return finished;
}

/** Some page of the first part. */
async function somePage(): Promise<string> {
  const files = join(partFolder(parts, { index: 1, count: 2 }), 'files');
  const [prefix = ''] = await readdir(files);
  const [key = ''] = await readdir(join(files, prefix));
  return join(files, prefix, key);
}

test('joins all pages of all parts', async () => {
  const finished = await merge();
  for (const [path, key] of plan.pages) {
    expect(finished.get(key)?.path).toBe(path);
    expect(await readFile(finished.place(key), 'utf8')).toBe(path);
  }
});

test.each<[string, RegExp, () => Promise<unknown>]>([
  [
    'a part is missing',
    /part 2 of 2 is missing/,
    () => rm(partFolder(parts, { index: 2, count: 2 }), { recursive: true }),
  ],
  ['there is none', /holds no part/, () => rm(parts, { recursive: true })],
  [
    'a part did not get to its end',
    /part 1 of 2 is missing/,
    () => rm(join(partFolder(parts, { index: 1, count: 2 }), 'part.json')),
  ],
  ['they are parts of several divisions', /one of 2 parts.*one of 3/, () => build({ index: 1, count: 3 })],
  ['one is of other seeds', /other seeds or settings/, () => build({ index: 2, count: 2 }, planOf('two'))],
  [
    'one says nothing that can be read',
    /part\.json` is damaged/,
    () => writeFile(join(partFolder(parts, { index: 2, count: 2 }), 'part.json'), '{"shard":'),
  ],
  ['one lists what it does not hold', /damaged/, async () => rm(await somePage())],
  [
    'a page of one was edited',
    /damaged/,
    async () => {
      const page = await somePage();
      const text = await readFile(page, 'utf8');
      // Another time, as after a copy, and as many bytes.
      await writeFile(page, `x${text.slice(1)}`);
    },
  ],
])('refuses when %s', async (_what, reason, spoil) => {
  await spoil();
  await expect(merge()).rejects.toThrow(reason);
});

test('refuses parts of another version of the program', async () => {
  await expect(merge('v2')).rejects.toThrow(/another version/);
});
