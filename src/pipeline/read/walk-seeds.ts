/** Lists the files of a seeds folder, folders in folders, sorted by code unit; links are never followed. */
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareCodeUnits } from '../../compare-code-units.ts';
import { explain } from './load-seed.ts';

export interface WalkedSeeds {
  /** Paths below the folder with `/`, sorted. */
  readonly files: readonly string[];
  /** Links, pipes, devices, never opened, and folders that cannot be: why, as the end of a sentence. */
  readonly odd: readonly { readonly seed: string; readonly reason: string }[];
  /** Files that nobody means as an article. */
  readonly ignored: number;
}

export async function walkSeeds(folder: string): Promise<WalkedSeeds> {
  const files: string[] = [];
  const odd: { seed: string; reason: string }[] = [];
  let ignored = 0;
  const visit = async (below: string): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await readdir(join(folder, below), { withFileTypes: true });
    } catch (error) {
      // Without the seeds folder there is nothing to build; one in it takes no other with it.
      if (below === '') throw error;
      odd.push({ seed: below, reason: explain(error) });
      return;
    }
    for (const entry of entries) {
      const seed = below === '' ? entry.name : `${below}/${entry.name}`;
      if (IGNORED.test(entry.name)) ignored += 1;
      else if (entry.isDirectory()) await visit(seed);
      else if (entry.isFile()) files.push(seed);
      else {
        const what = entry.isSymbolicLink() ? 'a link' : 'no regular file';
        odd.push({ seed, reason: `is ${what}, put the file itself there` });
      }
    }
  };
  await visit('');
  return {
    files: files.sort(compareCodeUnits),
    odd: odd.sort((a, b) => compareCodeUnits(a.seed, b.seed)),
    ignored,
  };
}

const IGNORED = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|README(?:\.|$))/i;
