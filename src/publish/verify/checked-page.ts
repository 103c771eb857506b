import type { LineTables } from '../line-table.ts';
import type { Element } from '../page.ts';

/** A parsed page on its way through the checks. */
export interface CheckedPage {
  /** Path below the root, `sources/003/index.html`. */
  readonly path: string;
  readonly elements: readonly Element[];
  /** Ids in document order, with repetitions. */
  readonly ids: readonly string[];
}

/** What the checks of one page may ask about the whole site. */
export interface CheckedSite {
  readonly tables: LineTables;
  /** Pages at addresses that the site had in an earlier edition. */
  readonly former: ReadonlySet<string>;
}
