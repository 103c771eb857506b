/** One build at a time in a content folder: a lock file that names its owner. */
import { readFileSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface Lock {
  release(): Promise<void>;
}

/** @throws {LockedError} while another living build holds the lock; a dead owner's lock is taken over. */
export async function takeLock(contentDir: string): Promise<Lock> {
  const path = pathOf(contentDir);
  await mkdir(join(contentDir, '.cache'), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = await open(path, 'wx');
      try {
        await handle.writeFile(`${process.pid} ${readStart(process.pid) ?? ''}\n`);
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
      const text = await readFile(path, 'utf8').catch(() => '');
      const owner = Number.parseInt(text, 10);
      // An empty lock is one being written this moment: it has no owner yet, but it will.
      if (Number.isNaN(owner)) await new Promise((resolve) => setTimeout(resolve, 200));
      else if (holds(text))
        throw new LockedError(`another build (process ${owner}) is at work in this content folder`);
      const again = await readFile(path, 'utf8').catch(() => '');
      if (Number.isNaN(owner) ? Number.isNaN(Number.parseInt(again, 10)) : again === text)
        await rm(path, { force: true });
    }
  }
  throw new LockedError('another build is at work in this content folder');
}

/** Removes the lock of a process that ended without doing so. @returns whether it held one */
export async function releaseLockOf(contentDir: string, pid: number): Promise<boolean> {
  const text = await readFile(pathOf(contentDir), 'utf8').catch(() => '');
  if (Number.parseInt(text, 10) !== pid || holds(text)) return false;
  await rm(pathOf(contentDir), { force: true });
  return true;
}

export class LockedError extends Error {}

/** Whether a process of this number is at work on this machine. */
export function isAlive(pid: number): boolean {
  // One that ended, and that its parent has not asked after, still has its number.
  if (/^[ZX]$/.test(readStat(pid)?.[0] ?? '')) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pathOf(contentDir: string): string {
  return join(contentDir, '.cache', 'lock');
}

/**
 * Whether the owner that a lock names is at work: its number and, where the system tells it, its start.
 * Numbers are used again, in containers soon: the next build may have the number of the one that was killed.
 */
function holds(text: string): boolean {
  const [pid = '', start = ''] = text.trim().split(' ');
  return isAlive(Number(pid)) && (start === '' || start === readStart(Number(pid)));
}

/** When a process started, in ticks after the machine did; undefined where there is no `/proc`. */
function readStart(pid: number): string | undefined {
  return readStat(pid)?.[19];
}

/** What proc(5) says of a process from the third field on; the second, its name, may hold anything. */
function readStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
