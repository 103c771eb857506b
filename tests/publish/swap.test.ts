import { spawn } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refuseForeignFolder } from '../../src/publish/swap.ts';
import { newFolder } from './small-site.ts';
import { FILES_A_SITE } from './swap-loop.ts';

/** Moments, in milliseconds after the first swap began, at which a build is killed. */
const KILLS = Array.from(
  { length: Number(process.env['SOURCELINE_TEST_KILLS'] ?? 12) },
  (_, index) => (index * 7) % 53,
);

it('leaves one whole site wherever it is killed', async () => {
  const root = await newFolder();
  const dist = join(root, 'dist');
  for (const moment of KILLS) {
    await killSwaps(root, moment);
    // What the next build does first.
    await refuseForeignFolder(dist);
    const pages = await readdir(join(dist, 'pages')).catch(() => []);
    const editions = await Promise.all(pages.map((page) => readFile(join(dist, 'pages', page), 'utf8')));
    // Before the very first site there is none.
    if (pages.length === 0) expect(await readdir(root)).not.toContain('dist');
    else expect([pages.length, new Set(editions).size]).toEqual([FILES_A_SITE, 1]);
  }
  await rm(root, { recursive: true });
}, 300_000);

function killSwaps(root: string, moment: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'swap-loop.ts'), root], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), moment));
  return new Promise((ended) => child.once('close', () => ended()));
}
