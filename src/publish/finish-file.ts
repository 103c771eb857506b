import type { LineTables } from './line-table.ts';
import { markInternal } from './mark-internal.ts';
import { elementsOf, parsePage } from './page.ts';
import { relinkFrom, relinkPage, relinkStyles } from './portable-links.ts';
import { checkFile, checkPage, type FileCheck, isChecked } from './verify/check-file.ts';
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
  const { address, visibility, site } = options;
  const before = rendered.toString('utf8');
  const relink = relinkFrom(path, address);
  if (!path.endsWith('.html')) {
    const text = path.endsWith('.css') ? relinkStyles(before, relink) : before;
    return { content: text === before ? rendered : Buffer.from(text), check: traceCheck(path, text, site) };
  }
  // Parsed once: what is checked are the elements with their new addresses.
  const elements = elementsOf(parsePage(before));
  const relinked = relinkPage(before, elements, relink);
  const text = visibility === 'internal' ? markInternal(relinked) : relinked;
  return { content: Buffer.from(text), check: trace(site, (traced) => checkPage(path, elements, traced)) };
}

/** Checks a finished file, and notes what it asked for. */
export function traceCheck(path: string, text: string, site: CheckedSite): TracedCheck {
  return trace(site, (traced) => checkFile(path, text, traced));
}

function trace({ tables, former }: CheckedSite, check: (traced: CheckedSite) => FileCheck): TracedCheck {
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
  return { ...check({ tables: traced, former }), refs: all ? 'all' : [...refs] };
}
