/** SHA-256 of every file of a site, for readers who check a copy and for the verifier. */
import { readFile } from 'node:fs/promises';
import { compareCodeUnits } from '../compare-code-units.ts';
import { digestOf } from '../digest-of.ts';
import { listFiles } from './list-files.ts';

/** For programs: `{ "algorithm": "sha256", "files": { path: hash } }`. */
export const CHECKSUMS = 'checksums.json';
/** The same for `sha256sum --check`. */
export const CHECKSUMS_TEXT = 'SHA256SUMS';

export interface Checksums {
  readonly algorithm: 'sha256';
  readonly files: Readonly<Record<string, string>>;
}

/** The two files that hold the checksums of all others, SHA-256 by path: path → text. */
export function composeChecksums(digests: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  const sorted = [...digests].sort(([a], [b]) => compareCodeUnits(a, b));
  const table: Checksums = { algorithm: 'sha256', files: Object.fromEntries(sorted) };
  return new Map([
    [CHECKSUMS_TEXT, sorted.map(([path, hash]) => `${hash}  ${path}\n`).join('')],
    [CHECKSUMS, `${JSON.stringify(table, undefined, 1)}\n`],
  ]);
}

/** SHA-256, hex, of each file below `folder` by path, in the order of the paths. */
export async function readChecksums(folder: string): Promise<Record<string, string>> {
  const files: [string, string][] = [];
  for (const path of await listFiles(folder)) {
    if (path === CHECKSUMS || path === CHECKSUMS_TEXT) continue;
    files.push([path, digestOf(await readFile(`${folder}/${path}`))]);
  }
  // Not key by key: a file may be called `__proto__`.
  return Object.fromEntries(files);
}
