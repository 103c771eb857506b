/** Reads the bytes of one seed: a regular file, not a link, not too large, the same before and after. */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../../digest-of.ts';

/** Largest article file in bytes. */
export const MAX_BYTES = 8 * 1024 * 1024;
/** Longest line in UTF-16 units, and most lines, of an article. */
export const MAX_LINE = 64 * 1024;
export const MAX_LINES = 20_000;

export type LoadedSeed =
  | { readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly problem: string; readonly ruleId: string };

export async function loadSeed(folder: string, seed: string): Promise<LoadedSeed> {
  const first = await readOnce(folder, seed);
  if (!('torn' in first)) return first;
  const second = await readOnce(folder, seed);
  if (!('torn' in second)) return second;
  return { problem: 'changes while it is read, build again when it is complete', ruleId: 'torn-read' };
}

/** Opens a seed without following a link and without waiting on a pipe. */
export async function openSeed(folder: string, seed: string): Promise<FileHandle> {
  return open(
    join(folder, seed),
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  );
}

async function readOnce(folder: string, seed: string): Promise<LoadedSeed | { readonly torn: true }> {
  let handle: FileHandle;
  try {
    handle = await openSeed(folder, seed);
  } catch (error) {
    return { problem: explain(error), ruleId: 'unreadable' };
  }
  try {
    const before = await handle.stat();
    if (!before.isFile()) return { problem: 'is no regular file', ruleId: 'unreadable' };
    if (before.size > MAX_BYTES)
      return {
        problem: `is larger than ${MAX_BYTES / 1024 / 1024} MiB, an article is a few kilobytes, is this an archive?`,
        ruleId: 'too-large',
      };
    const bytes = await handle.readFile();
    const after = await handle.stat();
    if (after.size !== bytes.length || after.mtimeMs !== before.mtimeMs) return { torn: true };
    return { bytes, sha256: digestOf(bytes) };
  } catch (error) {
    return { problem: explain(error), ruleId: 'unreadable' };
  } finally {
    await handle.close();
  }
}

/** What the system said, in words that help. */
export function explain(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'vanished while the seeds were read',
    EACCES: 'may not be read, check its permissions',
    EPERM: 'may not be read, check its permissions',
    ELOOP: 'is a link, put the file itself there',
    EISDIR: 'is a folder',
    ERR_ENCODING_INVALID_ENCODED_DATA: 'is not UTF-8, save it as UTF-8',
  };
  return words[code] ?? `cannot be read (${code || 'unknown error'})`;
}
