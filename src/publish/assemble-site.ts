import { copyFile, link, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where hard links are not possible, between disks or by the kind of disk, files are copied. */
const NO_LINKS = new Set(['EXDEV', 'EPERM', 'EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/**
 * Puts files into a folder, each at its path below it. They are linked where the disk can, so that a site
 * of which little changed is put together in the time that it takes to name its files.
 *
 * @param files path below `folder` → absolute path of the file, which nobody may write through
 */
export async function assembleSite(
  folder: string,
  files: Iterable<readonly [path: string, from: string]>,
): Promise<void> {
  const made = new Set<string>();
  let put = link;
  for (const [path, from] of files) {
    const to = `${folder}/${path}`;
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
  }
}
