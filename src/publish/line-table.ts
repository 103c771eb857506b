import { readFileSync } from 'node:fs';

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

/** Line tables by reference. */
export type LineTables = Pick<ReadonlyMap<string, LineTable>, 'get' | 'keys' | typeof Symbol.iterator>;

const PLACE = /^sources\/([a-z0-9]+)\/lines\.json$/;

/** Tables held at once: a page cites few sources, and neighbours often the same. */
const HELD = 200;

/** Where the line table of a source lies, below the root of the site. */
export function tablePath(ref: string): string {
  return `sources/${ref}/lines.json`;
}

/** Reference of the source whose line table a path is; undefined for any other file. */
export function tableRef(path: string): string | undefined {
  return PLACE.exec(path)?.[1];
}

/**
 * The line tables among `paths` (files below `folder`), by reference in the order of the paths. Each is
 * read when it is asked for, and few are held: an archive's tables do not fit into memory together.
 */
export function readLineTables(folder: string, paths: readonly string[]): LineTables {
  const files = new Map<string, string>();
  for (const path of paths) {
    const ref = tableRef(path);
    if (ref !== undefined) files.set(ref, `${folder}/${path}`);
  }
  const held = new Map<string, LineTable>();
  const get = (ref: string): LineTable | undefined => {
    const file = files.get(ref);
    if (file === undefined) return undefined;
    // The pipeline of the same build wrote this file; on a downloaded copy `checkData` looked at it.
    const table = held.get(ref) ?? (JSON.parse(readFileSync(file, 'utf8')) as LineTable);
    // The one that was not asked for longest goes first.
    held.delete(ref);
    held.set(ref, table);
    const [oldest] = held.keys();
    if (held.size > HELD && oldest !== undefined) held.delete(oldest);
    return table;
  };
  return {
    get,
    keys: () => files.keys(),
    *[Symbol.iterator]() {
      for (const ref of files.keys()) yield [ref, get(ref) as LineTable];
      return undefined;
    },
  };
}
