import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Fifteen times what the program and its libraries come to. */
const MOST_BYTES = 200_000_000;

/**
 * Empties Node's folder of compiled code when it is larger than `most` bytes. Every rendering adds its own
 * chunks, which no other one asks for, and Node never forgets any; what is still of use is compiled anew in
 * seconds. Another build at the same time compiles for itself, too.
 */
export async function boundCompiled(folder: string, most = MOST_BYTES): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  let bytes = 0;
  for (const name of names) {
    const file = await stat(join(folder, name)).catch(() => undefined);
    if (file?.isFile()) bytes += file.size;
  }
  if (bytes <= most) return;
  const aside = `${folder}.${process.pid}.old`;
  // It is another build's to remove where it can no longer be moved; and no build fails for a cache.
  await rename(folder, aside).catch(() => {});
  await rm(aside, { recursive: true, force: true }).catch(() => {});
}
