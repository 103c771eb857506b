/** What builds that were killed leave: half a rendering, files under temporary names, a lock, half a swap. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tidySwap } from '../publish/swap.ts';
import { type Arguments, PROJECT } from './arguments.ts';
import { isAlive, releaseLockOf } from './lock.ts';

/** Astro moves files here by renaming, so the folder lies on the project's disk; publishing can cross disks. */
const RENDERING = join(PROJECT, '.astro');
const RENDERED = 'rendered-';
/** A file that was being written: its name, then the number of the process. */
const TEMPORARY = /\.(\d+)\.tmp$/;

/** The folder in which this process renders. */
export function renderingFolder(): string {
  return join(RENDERING, `${RENDERED}${process.pid}`);
}

/** Removes what processes that are no more left in the program's folder and in the content folder. */
export async function removeRests(contentDir: string): Promise<void> {
  for (const name of await readdir(RENDERING).catch(() => []))
    if (name.startsWith(RENDERED) && isOver(name.slice(RENDERED.length)))
      await rm(join(RENDERING, name), { recursive: true, force: true });
  for (const path of await readdir(contentDir, { recursive: true }).catch(() => []))
    if (isOver(TEMPORARY.exec(path)?.[1])) await rm(join(contentDir, path), { force: true });
}

/** Removes what one build left that has just been killed, its lock and its half of a swap among it. */
export async function removeRestsOf(
  pid: number,
  { contentDir, outDir }: Pick<Arguments, 'contentDir' | 'outDir'>,
): Promise<void> {
  await removeRests(contentDir);
  // Without the lock it had not begun, and what lies beside the site is another build's.
  if (await releaseLockOf(contentDir, pid)) await tidySwap(outDir);
}

function isOver(pid: string | undefined): boolean {
  return pid !== undefined && /^\d+$/.test(pid) && !isAlive(Number(pid));
}
