/** What the last run wrote: by path the key of what it was made of, the digest of the file, and its stamp. */
import type { Left, StoreReport } from '../write/store.ts';
import { describeFailure, describeProblem, readKeptFile, writeKeptFile } from './kept-file.ts';

export interface KeptPage extends Left {
  /** Stands for all that it is made of, or for what was composed. */
  readonly key: string;
}

export interface KeptPages {
  find(path: string): KeptPage | undefined;
  /** Leaves what stands in the folder now to the next run. */
  keep(report: StoreReport, keys: ReadonlyMap<string, string>): void;
}

export function openKeptPages(path: string, version: string, onNotice: (words: string) => void): KeptPages {
  const { lines, problem } = readKeptFile(path, version);
  if (problem !== undefined) onNotice(describeProblem(problem));
  const pages = new Map<string, KeptPage>();
  for (const line of lines) {
    // Written by `keep` of the same version, with its digest.
    const [name, key, digest, stamp] = JSON.parse(line) as [string, string, string, string];
    pages.set(name, { key, digest, stamp });
  }
  return {
    find: (name) => pages.get(name),
    keep({ digests, stamps }, keys) {
      function* rows(): Generator<string> {
        for (const [name, digest] of digests)
          yield JSON.stringify([name, keys.get(name) ?? digest, digest, stamps.get(name) ?? '']);
      }
      try {
        writeKeptFile(path, version, rows());
      } catch (error) {
        onNotice(describeFailure(error as Error));
      }
    },
  };
}

/** Where nothing is kept: every page is serialised and compared with its file. */
export const KEEP_NO_PAGES: KeptPages = { find: () => undefined, keep: () => {} };
