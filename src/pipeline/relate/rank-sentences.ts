import { cosineOf, type TermVector } from './weigh-terms.ts';

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
  for (const [i, one] of all.entries())
    for (let j = i + 1; j < all.length; j++) {
      const cosine = cosineOf(one, all[j] as TermVector);
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
