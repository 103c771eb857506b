import type { SearchParam } from './address-params.ts';

/** Facets in the order shown. `param` stands in the address, `filter` in the index. */
export const FACETS = [
  { param: 'theme', filter: 'theme', label: 'Theme', more: 'themes' },
  { param: 'publisher', filter: 'publisher', label: 'Publisher', more: 'publishers' },
  { param: 'person', filter: 'person', label: 'Person', more: 'people' },
  { param: 'org', filter: 'organisation', label: 'Organisation', more: 'organisations' },
  { param: 'place', filter: 'place', label: 'Place', more: 'places' },
] as const satisfies readonly { param: SearchParam; filter: string; label: string; more: string }[];

export type FacetParam = (typeof FACETS)[number]['param'];

/** All that decides what a search shows; lives in the address. */
export interface SearchState {
  readonly q: string;
  readonly facets: Readonly<Record<FacetParam, readonly string[]>>;
  /** ISO days, or empty. */
  readonly from: string;
  readonly to: string;
  /** Undated briefings too (with a range), or only they (without one). */
  readonly undated: boolean;
  readonly sort: '' | 'date';
  readonly removed: boolean;
}

export const EMPTY_STATE: SearchState = readState('');

/** Reads the state from the query part of an address; what it does not know or cannot read is left out. */
export function readState(address: string): SearchState {
  const params = new URLSearchParams(address);
  const day = (name: string): string => /^\d{4}-\d{2}-\d{2}$/.exec(params.get(name) ?? '')?.[0] ?? '';
  const facets = Object.fromEntries(
    FACETS.map(({ param }) => [param, [...new Set(params.getAll(param).filter(Boolean))]]),
    // `FACETS` has every param once.
  ) as unknown as SearchState['facets'];
  return {
    q: params.get('q') ?? '',
    facets,
    from: day('from'),
    to: day('to'),
    undated: params.get('undated') === '1',
    sort: params.get('sort') === 'date' ? 'date' : '',
    removed: params.get('removed') === '1',
  };
}

/** The query part of an address for a state, with `?`; empty where nothing is asked. */
export function writeState(state: SearchState): string {
  const params = new URLSearchParams();
  const set = (name: SearchParam, value: string): void => {
    if (value !== '') params.append(name, value);
  };
  set('q', state.q);
  for (const { param } of FACETS) for (const value of state.facets[param]) set(param, value);
  set('from', state.from);
  set('to', state.to);
  set('undated', state.undated ? '1' : '');
  set('sort', state.sort);
  set('removed', state.removed ? '1' : '');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether anything narrows the briefings beside the words. */
export function isFiltered(state: SearchState): boolean {
  return (
    FACETS.some(({ param }) => state.facets[param].length > 0) ||
    state.from !== '' ||
    state.to !== '' ||
    state.undated
  );
}
