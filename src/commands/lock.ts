/** One build at a time in a content folder: a lock file that names its owner. */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface Lock {
  release(): Promise<void>;
}

/** @throws {LockedError} while another living build holds the lock; a dead owner's lock is taken over. */
export async function takeLock(contentDir: string): Promise<Lock> {
  const folder = join(contentDir, '.cache');
  const path = join(folder, 'lock');
  await mkdir(folder, { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = await open(path, 'wx');
      try {
        await handle.writeFile(`${process.pid}\n`);
      } catch (error) {
        // A full disk: a lock without an owner would hold up the next build.
        await rm(path, { force: true });
        throw error;
      } finally {
        await handle.close();
      }
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10);
      // An empty lock is one being written this moment: it has no owner yet, but it will.
      if (Number.isNaN(owner)) await new Promise((resolve) => setTimeout(resolve, 200));
      else if (isAlive(owner))
        throw new LockedError(`another build (process ${owner}) is at work in this content folder`);
      const again = Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10);
      if (Number.isNaN(owner) ? Number.isNaN(again) : again === owner) await rm(path, { force: true });
    }
  }
  throw new LockedError('another build is at work in this content folder');
}

export class LockedError extends Error {}

/** Whether a process of this number is at work on this machine. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
