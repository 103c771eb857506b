import { statSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { listFiles } from './list-files.ts';

/** Where hard links are not possible, between disks or by the kind of disk, files are copied. */
const NO_LINKS = new Set(['EXDEV', 'EPERM', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/**
 * Makes a folder hold these files and no others. They are linked where the disk can, and what is linked
 * already stays: a site of which little changed is put together in the time that it takes to look at it.
 *
 * @param files path below `folder` → absolute path of the file, which nobody may write through
 * @returns the paths that were put there now
 */
export async function assembleSite(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const there = new Set<string>();
  const stale: string[] = [];
  for (const path of await listFiles(folder)) {
    const from = files.get(path);
    if (from !== undefined && isSameFile(from, `${folder}/${path}`)) there.add(path);
    else stale.push(path);
  }
  for (const path of stale) await rm(`${folder}/${path}`);
  const put = [...files.keys()].filter((path) => !there.has(path));
  const place = createPlacer();
  for (const path of put) await place(files.get(path) ?? '', `${folder}/${path}`);
  for (const parent of new Set(stale.map((path) => dirname(path)))) await removeEmpty(folder, parent);
  return put;
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [statSync(one), statSync(other)];
  return a.ino === b.ino && a.dev === b.dev;
}

/** Links a file to another place, or copies it once linking has turned out to be impossible. */
function createPlacer(): (from: string, to: string) => Promise<void> {
  const made = new Set<string>();
  let put = link;
  return async (from, to) => {
    const parent = dirname(to);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    try {
      await put(from, to);
    } catch (error) {
      if (put === copyFile || !NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      put = copyFile;
      await put(from, to);
    }
  };
}

/** Removes a folder that has become empty, and those above it below `root`. */
async function removeEmpty(root: string, below: string): Promise<void> {
  for (let at = below; at !== '.'; at = dirname(at)) {
    const entries = await readdir(`${root}/${at}`).catch(() => undefined);
    if (entries === undefined) continue;
    if (entries.length > 0) return;
    await rmdir(`${root}/${at}`);
  }
}
