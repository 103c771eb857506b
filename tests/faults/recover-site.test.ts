import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markFolder, refuseForeignFolder, tidySwap } from '../../src/publish/swap.ts';

test('the old site comes back where a build died between the two renames', async () => {
  const root = await mkdtemp(join(tmpdir(), 'sourceline-recover-'));
  const out = join(root, 'dist');
  await mkdir(`${out}.previous`);
  await markFolder(`${out}.previous`);
  await writeFile(join(`${out}.previous`, 'index.html'), 'the old site');
  await refuseForeignFolder(out);
  expect(await readdir(out)).toContain('index.html');
  await rm(root, { recursive: true });
});

test('nothing is left beside the site where a build was killed, whatever it was doing', async () => {
  const root = await mkdtemp(join(tmpdir(), 'sourceline-tidy-'));
  const out = join(root, 'dist');
  for (const [folder, text] of [
    [`${out}.previous`, 'the old site'],
    [`${out}.next`, 'the new site'],
    [`${out}.rest`, 'an older site'],
  ] as const) {
    await mkdir(folder);
    await markFolder(folder);
    await writeFile(join(folder, 'index.html'), text);
  }
  await mkdir(`${out}.foreign`);
  await tidySwap(out);
  expect((await readdir(root)).sort()).toEqual(['dist', 'dist.foreign']);
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('the old site');
  await rm(root, { recursive: true });
});
