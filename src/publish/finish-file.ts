import type { LineTables } from './line-table.ts';
import { markInternal } from './mark-internal.ts';
import { relinkFile } from './portable-links.ts';
import { checkFile, type FileCheck, isChecked } from './verify/check-file.ts';
import type { CheckedSite } from './verify/checked-page.ts';

export interface FinishOptions {
  /** Full address of the site; absent = unknown. */
  readonly address: string | undefined;
  readonly visibility: 'public' | 'internal';
  readonly site: CheckedSite;
}

export interface Finished {
  readonly content: Buffer;
  /** Absent for a file that has nothing to check but its checksum. */
  readonly check: TracedCheck | undefined;
}

/** A check with the sources whose line tables it asked for: while those are the same, so is the check. */
export interface TracedCheck extends FileCheck {
  readonly refs: readonly string[] | 'all';
}

/** A file as it was rendered → as it is published: its addresses work in any folder, its words are checked. */
export function finishFile(path: string, rendered: Buffer, options: FinishOptions): Finished {
  if (!isChecked(path)) return { content: rendered, check: undefined };
  const before = rendered.toString('utf8');
  const relinked = relinkFile(path, before, options.address);
  const text =
    options.visibility === 'internal' && path.endsWith('.html') ? markInternal(relinked) : relinked;
  return {
    content: text === before ? rendered : Buffer.from(text),
    check: traceCheck(path, text, options.site),
  };
}

/** Checks a finished file, and notes what it asked for. */
export function traceCheck(path: string, text: string, { tables, former }: CheckedSite): TracedCheck {
  const refs = new Set<string>();
  let all = false;
  const traced: LineTables = {
    get(ref) {
      refs.add(ref);
      return tables.get(ref);
    },
    keys() {
      all = true;
      return tables.keys();
    },
    [Symbol.iterator]() {
      all = true;
      return tables[Symbol.iterator]();
    },
  };
  return { ...checkFile(path, text, { tables: traced, former }), refs: all ? 'all' : [...refs] };
}
