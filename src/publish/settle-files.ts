import { open } from 'node:fs/promises';

/** How a file is opened whose words the disk is to keep: Windows wants it to be one that may be written. */
const MAY_SETTLE = process.platform === 'win32' ? 'r+' : 'r';

/**
 * Has the disk keep the words of these files before a name points to them: after a power cut there would
 * else be a new site of empty files, and no old one.
 */
export async function settleFiles(folder: string, files: readonly string[]): Promise<void> {
  const paths = [...files];
  const settle = async (): Promise<void> => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const handle = await open(`${folder}/${path}`, MAY_SETTLE);
      try {
        await handle.datasync();
      } finally {
        await handle.close();
      }
    }
  };
  // Disks settle many files together in little more than the time of one.
  await Promise.all(Array.from({ length: 16 }, settle));
}
