import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Study } from './study-articles.ts';

/** TF-IDF of an article as a vector of length 1, and its nearest articles. */
export interface WeighedTerms {
  readonly vectors: readonly ReadonlyMap<string, number>[];
  /** Inverse document frequency of a stem. */
  readonly rarity: ReadonlyMap<string, number>;
  /** Pairs `a` < `b` worth a look, with their cosine. */
  readonly near: readonly { readonly a: number; readonly b: number; readonly cosine: number }[];
}

/** Stems of one article that are looked up, weightiest first. */
const LOOKUPS = 24;
/** Articles behind one stem; a stem in more finds no neighbour that a rarer one would not. */
const MOST_HOLDERS = 100;
/** Neighbours whose cosine is computed in full. */
const NEIGHBOURS = 24;

/** Inverted index over the weightiest stems: linear in the number of articles, never all pairs. */
export function weighTerms(studies: readonly Study[]): WeighedTerms {
  const spread = new Map<string, number>();
  for (const { stemCounts } of studies)
    for (const stem of stemCounts.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const rarity = new Map([...spread].map(([stem, count]) => [stem, Math.log((studies.length + 1) / count)]));
  const vectors = studies.map(({ stemCounts }) => weighStems(stemCounts, rarity));

  const holders = new Map<string, number[]>();
  const near: { a: number; b: number; cosine: number }[] = [];
  vectors.forEach((vector, b) => {
    const top = [...vector]
      .filter(([stem]) => (spread.get(stem) ?? 0) > 1)
      .sort(([x, w], [y, v]) => v - w || compareCodeUnits(x, y))
      .slice(0, LOOKUPS);
    const met = new Map<number, number>();
    for (const [stem, weight] of top)
      for (const a of holders.get(stem) ?? [])
        met.set(a, (met.get(a) ?? 0) + weight * (vectors[a]?.get(stem) ?? 0));
    const nearest = [...met].sort(([x, w], [y, v]) => v - w || x - y).slice(0, NEIGHBOURS);
    for (const [a] of nearest)
      near.push({ a, b, cosine: cosineOf(vectors[a] as ReadonlyMap<string, number>, vector) });
    for (const [stem] of top) {
      const bucket = holders.get(stem);
      if (!bucket) holders.set(stem, [b]);
      else if (bucket.length < MOST_HOLDERS) bucket.push(b);
    }
  });
  return { vectors, rarity, near };
}

/** Shared with sentences: stems with counts to a vector of length 1. */
export function weighStems(
  counts: ReadonlyMap<string, number>,
  rarity: ReadonlyMap<string, number>,
): Map<string, number> {
  const weighed = [...counts].map(
    ([stem, count]) => [stem, (1 + Math.log(count)) * (rarity.get(stem) ?? 0)] as const,
  );
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weighed.map(([stem, weight]) => [stem, weight / length]));
}

/** Of vectors of length 1. */
export function cosineOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [stem, weight] of few) sum += weight * (many.get(stem) ?? 0);
  return sum;
}
