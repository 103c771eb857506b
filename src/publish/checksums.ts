/** SHA-256 of every file of a site, for readers who check a copy and for the verifier. */
import { readFile, writeFile } from 'node:fs/promises';
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

/**
 * Writes the checksums of all files below `folder`, less the two files that hold them.
 *
 * @param known SHA-256 of files that this build made or looked at, by path
 * @returns the paths of all files
 */
export async function writeChecksums(
  folder: string,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<readonly string[]> {
  const files = await readChecksums(folder, known);
  const text = Object.entries(files).map(([path, hash]) => `${hash}  ${path}\n`);
  await writeFile(`${folder}/${CHECKSUMS_TEXT}`, text.join(''));
  const table: Checksums = { algorithm: 'sha256', files };
  await writeFile(`${folder}/${CHECKSUMS}`, `${JSON.stringify(table, undefined, 1)}\n`);
  return [...Object.keys(files), CHECKSUMS, CHECKSUMS_TEXT];
}

/** SHA-256, hex, of each file by path, in the order of the paths; of those in `known` as it says. */
export async function readChecksums(
  folder: string,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const path of await listFiles(folder)) {
    if (path === CHECKSUMS || path === CHECKSUMS_TEXT) continue;
    files[path] = known.get(path) ?? digestOf(await readFile(`${folder}/${path}`));
  }
  return files;
}
