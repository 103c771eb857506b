import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markFolder, refuseForeignFolder } from '../../src/publish/swap.ts';

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
