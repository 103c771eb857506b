import { readdir } from 'node:fs/promises';
import { compareCodeUnits } from '../compare-code-units.ts';

/**
 * Paths of all files below a folder, relative to it with `/`, sorted by code unit so that no step
 * depends on the order in which a disk lists its entries. Links are not followed and not listed.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(`${folder}/${below}`, { withFileTypes: true })) {
      if (entry.isDirectory()) await visit(`${below}${entry.name}/`);
      else if (entry.isFile()) found.push(below + entry.name);
    }
  };
  await visit('');
  return found.sort(compareCodeUnits);
}
