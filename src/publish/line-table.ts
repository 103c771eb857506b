import { readFile } from 'node:fs/promises';

/** One line of `sources/<ref>/lines.json`. */
export interface TableLine {
  readonly n: number;
  readonly status: 'kept' | 'set-aside' | 'removed' | 'blank';
  readonly role: string;
  readonly rule?: string;
  readonly reason?: string;
  readonly text: string;
}

/** The published line table of a source. */
export interface LineTable {
  readonly ref: string;
  readonly seed: string;
  readonly sha256: string;
  /** Of this source only some lines are published; the text of the others is empty, and there is no raw text. */
  readonly republish?: 'quotations' | 'none';
  readonly lines: readonly TableLine[];
}

const PLACE = /^sources\/([a-z0-9]+)\/lines\.json$/;

/** Reads the line tables among `paths` (all files of a site), by reference in the order of the paths. */
export async function readLineTables(
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, LineTable>> {
  const tables = new Map<string, LineTable>();
  for (const path of paths) {
    const ref = PLACE.exec(path)?.[1];
    if (ref === undefined) continue;
    // The pipeline of the same build wrote this file; on a downloaded copy its checksum vouches for it.
    tables.set(ref, JSON.parse(await readFile(`${folder}/${path}`, 'utf8')) as LineTable);
  }
  return tables;
}
