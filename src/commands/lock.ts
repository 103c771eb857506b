/** One build at a time in a content folder: a lock file that names its owner. */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { digestOf } from '../digest-of.ts';
import { readProcessStat } from './read-process-stat.ts';

export interface Lock {
  release(): Promise<void>;
}

/** @throws {LockedError} while another living build holds the lock; a dead owner's lock is taken over. */
export async function takeLock(contentDir: string): Promise<Lock> {
  await mkdir(join(contentDir, '.cache'), { recursive: true });
  return takeFile(pathOf(contentDir));
}

/** Removes the lock of a process that ended without doing so. @returns whether it held one */
export async function releaseLockOf(contentDir: string, pid: number): Promise<boolean> {
  const path = pathOf(contentDir);
  const text = (await readOwner(path)) ?? '';
  if (Number.parseInt(text, 10) !== pid || holds(text)) return false;
  return removeDead(path, text).catch((error: unknown) => {
    if (error instanceof LockedError) return false; // The next build is at it.
    throw error;
  });
}

export class LockedError extends Error {}

/** Whether a process of this number is at work on this machine. */
export function isAlive(pid: number): boolean {
  // One that ended, and that its parent has not asked after, still has its number.
  if (/^[ZX]$/.test(readProcessStat(pid)?.[0] ?? '')) return false;
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

async function takeFile(path: string): Promise<Lock> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await createFile(path)) return { release: () => rm(path, { force: true }) };
    const text = await readOwner(path);
    if (text === undefined) continue; // It was let go of this moment.
    if (holds(text))
      throw new LockedError(
        `another build (process ${Number.parseInt(text, 10)}) is at work in this content folder`,
      );
    await removeDead(path, text);
  }
  throw new LockedError('another build is at work in this content folder');
}

/** @returns false where there is one */
async function createFile(path: string): Promise<boolean> {
  const handle = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  try {
    await handle?.writeFile(`${process.pid} ${readStart(process.pid) ?? ''}\n`);
  } catch (error) {
    // A full disk: a lock without an owner would hold up the next build.
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle?.close();
  }
  return handle !== undefined;
}

/**
 * Removes a lock whose owner is dead. Whoever found it dead may find another's in its place a moment later,
 * so that this needs a lock of its own, one for each dead owner; while it is held nobody else removes that
 * owner's.
 *
 * @returns whether the lock was still there
 * @throws {LockedError} while another process does the same
 */
async function removeDead(path: string, text: string): Promise<boolean> {
  const right = await takeFile(`${path}.${digestOf(text)}`);
  try {
    const isDead = (await readOwner(path)) === text && !holds(text);
    if (isDead) await rm(path, { force: true });
    return isDead;
  } finally {
    await right.release();
  }
}

/** What a lock says; undefined where there is none. */
async function readOwner(path: string): Promise<string | undefined> {
  const read = () => readFile(path, 'utf8').catch(() => undefined);
  const text = await read();
  if (text === undefined || namesOwner(text)) return text;
  // One being written this moment has no owner yet, but it will.
  await sleep(200);
  return read();
}

function namesOwner(text: string): boolean {
  return !Number.isNaN(Number.parseInt(text, 10));
}

/**
 * Whether the owner that a lock names is at work: its number and, where the system tells it, its start.
 * Numbers are used again, in containers soon: the next build may have the number of the one that was killed.
 */
function holds(text: string): boolean {
  const [pid = '', start = ''] = text.trim().split(' ');
  return namesOwner(text) && isAlive(Number(pid)) && (start === '' || start === readStart(Number(pid)));
}

/** When a process started, in ticks after the machine did; undefined where there is no `/proc`. */
function readStart(pid: number): string | undefined {
  return readProcessStat(pid)?.[19];
}
