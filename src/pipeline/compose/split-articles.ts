/** Articles in parts by the date that they state, undated ones by reference. */
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Article } from '../types.ts';
import { labelDate } from './label-part.ts';
import { type Part, stepsOfDate } from './split-list.ts';

/** Newest first, undated ones at the end, by reference: so parts stand in the order of their keys. */
export function byDate(a: Article, b: Article): number {
  return (
    compareCodeUnits(b.source.published?.date ?? '', a.source.published?.date ?? '') ||
    compareCodeUnits(a.ref, b.ref)
  );
}

export function stepsOfArticle({ source, ref }: Article): Iterable<string> {
  return stepsOfDate(source.published?.date, ref);
}

/** The name of a part that is cut by `stepsOfArticle`. */
export function labelArticles<T>(refOf: (item: T) => string): (part: Part<T>) => string {
  return ({ key, items }) => (key === '' ? 'All' : labelDate(key, items.map(refOf)));
}
