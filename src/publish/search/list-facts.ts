import { compareCodeUnits } from '../../compare-code-units.ts';
import type { PartPage } from './index-part.ts';

/** Facts that readers can narrow a search by, as the pages name them. */
const FACTS = ['theme', 'publisher', 'date', 'person', 'organisation', 'place'] as const;
/** Of these a large archive has thousands that one briefing prints, and that narrow nothing. */
const NAMES: readonly string[] = ['person', 'organisation', 'place'] satisfies (typeof FACTS)[number][];
/** Briefings above which a name that one of them prints is no value to choose. */
const LARGE = 500;

/** The file of facts: fetched when a reader narrows or orders by date, and not before. */
export interface FactsFile {
  /** References of the briefings, by code unit. */
  readonly refs: readonly string[];
  /** Of each fact its values, those of most briefings first, and of each briefing (as in `refs`) which it has. */
  readonly facts: Readonly<
    Record<string, { readonly values: readonly string[]; readonly of: readonly (readonly number[])[] }>
  >;
}

export function listFacts(pages: readonly PartPage[]): FactsFile {
  const sorted = pages.toSorted((a, b) => compareCodeUnits(a.ref, b.ref));
  const facts = FACTS.map((name) => {
    const counts = new Map<string, number>();
    for (const { facts } of sorted)
      for (const value of new Set(facts[name])) counts.set(value, (counts.get(value) ?? 0) + 1);
    const least = sorted.length > LARGE && NAMES.includes(name) ? 2 : 1;
    const values = [...counts]
      .filter(([, count]) => count >= least)
      .toSorted(([a, m], [b, n]) => n - m || compareCodeUnits(a, b))
      .map(([value]) => value);
    const numbers = new Map(values.map((value, index) => [value, index]));
    const of = sorted.map(({ facts }) =>
      [...new Set(facts[name])].flatMap((value) => numbers.get(value) ?? []),
    );
    return [name, { values, of }] as const;
  });
  return { refs: sorted.map(({ ref }) => ref), facts: Object.fromEntries(facts) };
}
