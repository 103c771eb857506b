import { addTo } from '../add-to.ts';
import type { TermVector } from './weigh-terms.ts';

/** Below this cosine two sentences are no neighbours. */
const LEAST_LIKENESS = 0.1;
const DAMPING = 0.85;
const ROUNDS = 20;

/**
 * LexRank over the vectors of an article's sentences: one is central that is like many central ones.
 * The best has 1.
 */
export function rankSentences(all: readonly TermVector[]): number[] {
  const neighbours: { to: number; cosine: number }[][] = all.map(() => []);
  const sums = all.map(() => 0);
  const cosines = compareAll(all);
  for (let i = 0; i < all.length; i++)
    for (let j = i + 1; j < all.length; j++) {
      const cosine = cosines[i * all.length + j] as number;
      if (cosine < LEAST_LIKENESS) continue;
      neighbours[i]?.push({ to: j, cosine });
      neighbours[j]?.push({ to: i, cosine });
      sums[i] = (sums[i] as number) + cosine;
      sums[j] = (sums[j] as number) + cosine;
    }
  let ranks: number[] = all.map(() => 1);
  for (let round = 0; round < ROUNDS; round++)
    ranks = neighbours.map((list) => {
      let sum = 0;
      for (const { to, cosine } of list) sum += (cosine / (sums[to] as number)) * (ranks[to] as number);
      return 1 - DAMPING + DAMPING * sum;
    });
  const best = Math.max(...ranks);
  return ranks.map((rank) => rank / best);
}

/**
 * Cosines of all pairs `i` < `j`, at `i * all.length + j`. By stem, not by pair: most stems stand in one
 * sentence of an article, and most sentences have none in common.
 */
function compareAll(all: readonly TermVector[]): Float64Array {
  const holders = new Map<number, { readonly at: number; readonly weight: number }[]>();
  for (const [at, { stems, weights }] of all.entries())
    stems.forEach((stem, n) => {
      addTo(holders, stem, { at, weight: weights[n] as number });
    });
  const shared = [...holders].filter(([, { length }]) => length > 1);
  const cosines = new Float64Array(all.length ** 2);
  // In the order of the stems, in which `cosineOf` adds them up.
  for (const [, sentences] of shared.sort(([a], [b]) => a - b))
    for (const [n, { at, weight }] of sentences.entries())
      for (let other = n + 1; other < sentences.length; other++) {
        const { at: to, weight: its } = sentences[other] as (typeof sentences)[number];
        const pair = at * all.length + to;
        cosines[pair] = (cosines[pair] as number) + weight * its;
      }
  return cosines;
}
