import { compareCodeUnits } from '../../compare-code-units.ts';
import type { StemCounts, Study } from './study-articles.ts';

/** Stems ascending with their weights; the squares of the weights sum to 1. */
export interface TermVector {
  readonly stems: Uint32Array;
  readonly weights: Float64Array;
}

/** TF-IDF of an article as a vector of length 1, and its nearest articles. */
export interface WeighedTerms {
  readonly vectors: readonly TermVector[];
  /** Inverse document frequency of a stem, by its place in the vocabulary; 0 where no article has it. */
  readonly rarity: Float64Array;
  /** Pairs `a` < `b` worth a look, with their cosine. */
  readonly near: readonly { readonly a: number; readonly b: number; readonly cosine: number }[];
}

/** Stems of one article that are looked up, weightiest first. */
const LOOKUPS = 24;
/** Articles behind one stem; a stem in more finds no neighbour that a rarer one would not. */
const MOST_HOLDERS = 100;
/** Neighbours whose cosine is computed in full. */
const NEIGHBOURS = 24;
const NO_HOLDERS: Holders = { articles: [], weights: [] };

/** The first articles that have a stem among their weightiest, with its weight in each. */
interface Holders {
  readonly articles: number[];
  readonly weights: number[];
}

/**
 * Inverted index over the weightiest stems: linear in the number of articles, never all pairs.
 * `stems` is the vocabulary that the studies were made with.
 */
export function weighTerms(studies: readonly Study[], stems: readonly string[]): WeighedTerms {
  const spread = countSpread(studies, stems.length);
  const rarity = Float64Array.from(spread, (count) =>
    count > 0 ? Math.log((studies.length + 1) / count) : 0,
  );
  const vectors = studies.map(({ counts }) => weighStems(counts, rarity));

  const holders = new Map<number, Holders>();
  const near: { a: number; b: number; cosine: number }[] = [];
  const met = new Float64Array(studies.length);
  // The vector of one article with a place for every stem: many are compared with it.
  const spreadOut = new Float64Array(stems.length);
  vectors.forEach((vector, b) => {
    const top = pickWeightiest(vector, spread, stems);
    const found: number[] = [];
    for (const { stem, weight } of top) {
      const { articles, weights } = holders.get(stem) ?? NO_HOLDERS;
      for (let at = 0; at < articles.length; at++) {
        const article = articles[at] as number;
        const sum = met[article] as number;
        if (sum === 0) found.push(article);
        met[article] = sum + weight * (weights[at] as number);
      }
    }
    vector.stems.forEach((stem, at) => {
      spreadOut[stem] = vector.weights[at] as number;
    });
    for (const a of pickMost(found, met, NEIGHBOURS))
      near.push({ a, b, cosine: cosineWith(spreadOut, vectors[a] as TermVector) });
    for (const stem of vector.stems) spreadOut[stem] = 0;
    for (const a of found) met[a] = 0;
    for (const { stem, weight } of top) {
      const bucket = holders.get(stem);
      if (!bucket) holders.set(stem, { articles: [b], weights: [weight] });
      else if (bucket.articles.length < MOST_HOLDERS) {
        bucket.articles.push(b);
        bucket.weights.push(weight);
      }
    }
  });
  return { vectors, rarity, near };
}

/** Articles with the largest sums, largest first; of equals the first article. */
function pickMost(found: readonly number[], sums: Float64Array, most: number): number[] {
  // Numbers sort many times faster than by a comparison; of those that have no less than the last one few are left.
  const sorted = Float64Array.from(found, (a) => sums[a] as number).sort();
  const least = sorted[Math.max(0, sorted.length - most)] ?? 0;
  return found
    .filter((a) => (sums[a] as number) >= least)
    .sort((x, y) => (sums[y] as number) - (sums[x] as number) || x - y)
    .slice(0, most);
}

/** The same as `cosineOf`, added up in the same order, with a vector that has a place for every stem. */
function cosineWith(spreadOut: Float64Array, { stems, weights }: TermVector): number {
  let sum = 0;
  for (let at = 0; at < stems.length; at++)
    sum += (spreadOut[stems[at] as number] as number) * (weights[at] as number);
  return sum;
}

/** Articles that have a stem, by its place in the vocabulary. */
export function countSpread(studies: readonly Study[], stems: number): Uint32Array {
  const spread = new Uint32Array(stems);
  for (const { counts } of studies)
    for (const stem of counts.stems) spread[stem] = (spread[stem] as number) + 1;
  return spread;
}

/** Stems that another article has too, weightiest first. */
function pickWeightiest(vector: TermVector, spread: Uint32Array, stems: readonly string[]) {
  const weights = vector.weights.filter((_, at) => (spread[vector.stems[at] as number] as number) > 1);
  // Numbers sort many times faster than stems; of those that weigh no less than the last one few are left.
  const least = weights.sort()[Math.max(0, weights.length - LOOKUPS)] ?? 0;
  const shared: { stem: number; weight: number }[] = [];
  vector.stems.forEach((stem, at) => {
    const weight = vector.weights[at] as number;
    if (weight >= least && (spread[stem] as number) > 1) shared.push({ stem, weight });
  });
  return shared
    .sort((x, y) => y.weight - x.weight || compareCodeUnits(stems[x.stem] as string, stems[y.stem] as string))
    .slice(0, LOOKUPS);
}

/** Shared with sentences: stems with counts to a vector of length 1. */
export function weighStems({ stems, counts }: StemCounts, rarity: Float64Array): TermVector {
  const weights = new Float64Array(stems.length);
  let sum = 0;
  for (let at = 0; at < stems.length; at++) {
    const weight = (1 + Math.log(counts[at] as number)) * (rarity[stems[at] as number] as number);
    weights[at] = weight;
    sum += weight * weight;
  }
  const length = Math.sqrt(sum) || 1;
  return { stems, weights: weights.map((weight) => weight / length) };
}

/** Of vectors of length 1. */
export function cosineOf(a: TermVector, b: TermVector): number {
  // The loop of `findShared`, without a call for each stem: pairs are compared by the hundred thousand.
  const [left, right] = [a.stems, b.stems];
  let sum = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [one, other] = [left[i] as number, right[j] as number];
    if (one === other) sum += (a.weights[i] as number) * (b.weights[j] as number);
    if (one <= other) i++;
    if (other <= one) j++;
  }
  return sum;
}
