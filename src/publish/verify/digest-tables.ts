import { createHash } from 'node:crypto';
import { EDITIONS } from '../edition-records.ts';
import { tablePath, tableRef } from '../line-table.ts';

/**
 * One digest for all that a check depends on beside its file: the line tables of the sources that it
 * asked for, and the addresses of earlier editions.
 *
 * @param digests SHA-256 of the published files, by path
 */
export function digestTables(refs: readonly string[] | 'all', digests: ReadonlyMap<string, string>): string {
  const paths =
    refs === 'all'
      ? [...digests.keys()].filter((path) => tableRef(path) !== undefined).sort()
      : refs.toSorted().map(tablePath);
  const digest = createHash('sha256');
  for (const path of [EDITIONS, ...paths]) digest.update(`${path}\0${digests.get(path) ?? ''}\n`);
  return digest.digest('hex');
}
