/** Lists the files of a seeds folder, folders in folders, sorted by code unit; links are never followed. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareCodeUnits } from '../../compare-code-units.ts';

export interface WalkedSeeds {
  /** Paths below the folder with `/`, sorted. */
  readonly files: readonly string[];
  /** Links, pipes, devices: named in the report, never opened. */
  readonly odd: readonly { readonly seed: string; readonly what: string }[];
  /** Files that nobody means as an article. */
  readonly ignored: number;
}

export async function walkSeeds(folder: string): Promise<WalkedSeeds> {
  const files: string[] = [];
  const odd: { seed: string; what: string }[] = [];
  let ignored = 0;
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const seed = below === '' ? entry.name : `${below}/${entry.name}`;
      if (IGNORED.test(entry.name)) ignored += 1;
      else if (entry.isDirectory()) await visit(seed);
      else if (entry.isFile()) files.push(seed);
      else odd.push({ seed, what: entry.isSymbolicLink() ? 'a link' : 'no regular file' });
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
