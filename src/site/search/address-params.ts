/** Part of an address: a word or phrase to mark on the page, in its folded form. May stand repeatedly. */
export const MARK_PARAM = 'mark';

/** Parts of an address that ask for a search; on any page but the search page they open the dialog. */
export const SEARCH_PARAMS = [
  'q',
  'theme',
  'publisher',
  'person',
  'org',
  'place',
  'from',
  'to',
  'undated',
  'sort',
  'removed',
] as const;

export type SearchParam = (typeof SEARCH_PARAMS)[number];
