import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Article, Copy } from '../types.ts';
import { readAllFacts, shareFacts } from './compare-facts.ts';
import { countShared, hashTriples, mixBits } from './shingles.ts';
import type { Study } from './study-articles.ts';

/** A near copy has this part of all word triples of both texts in common (Jaccard). */
const NEAR = 0.6;
/** A text contains another one when it has this part of the other's triples. */
const CONTAINS = 0.6;
/** Names and numbers of the smaller one that both must have: a form letter changes just those. */
const SAME_FACTS = 0.7;
/** Fewest triples of a text: below, a shared sentence would make a copy. */
const FEWEST_TRIPLES = 60;
/** 128 values in 32 bands of 4: a pair at J = .6 is found with probability .99, at .2 with .05. */
const VALUES = 128;
const ROWS = 4;
/** One triple in eight is looked up for containment; enough, as whole paragraphs are shared. */
const SAMPLE = 8;
/** Part of the smaller sample that must be met before a pair is compared in full. */
const SAMPLED_SHARE = 0.4;
/** Texts that are held for one sampled triple or band; more is a standing phrase. */
const MOST_HOLDERS = 40;

interface Hashed {
  readonly index: number;
  readonly triples: Uint32Array;
  /** Every so manieth triple by its hash, the same ones in every text. */
  readonly sample: Uint32Array;
}

/**
 * Articles that are nearly another one, or hold most of it: one origin, linked and never counted
 * twice. `of` is the seed of the one that stands first: the earlier published where both state
 * a day, else the earlier reference; of a containment, the part that is contained.
 */
export function findCopies(studies: readonly Study[]): Copy[] {
  const hashed = studies.flatMap(({ words }, index): Hashed[] => {
    const triples = hashTriples(words);
    if (triples.length < FEWEST_TRIPLES) return [];
    return [{ index, triples, sample: triples.filter((triple) => triple % SAMPLE === 0) }];
  });
  const byBand = new Map<string, Hashed[]>();
  const bySample = new Map<number, Hashed[]>();
  const copies: Copy[] = [];
  for (const text of hashed) {
    const bands = bandKeys(minHash(text.triples));
    const candidates = new Set(bands.flatMap((key) => byBand.get(key) ?? []));
    const met = new Map<Hashed, number>();
    for (const triple of text.sample)
      for (const earlier of bySample.get(triple) ?? []) met.set(earlier, (met.get(earlier) ?? 0) + 1);
    for (const [earlier, meetings] of met)
      if (meetings >= Math.min(earlier.sample.length, text.sample.length) * SAMPLED_SHARE)
        candidates.add(earlier);
    for (const earlier of candidates) {
      const copy = comparePair(earlier, text, studies);
      if (copy) copies.push(copy);
    }
    for (const key of bands) hold(byBand, key, text);
    for (const triple of text.sample) hold(bySample, triple, text);
  }
  return keepFirstOrigin(
    copies.sort((a, b) => compareCodeUnits(a.seed, b.seed) || compareCodeUnits(a.of, b.of)),
  );
}

/** Of many near copies each points at one origin, the first. */
function keepFirstOrigin(copies: readonly Copy[]): Copy[] {
  const near = new Set<string>();
  return copies.filter(({ seed, kind }) => {
    if (kind !== 'near') return true;
    const isFirstOrigin = !near.has(seed);
    near.add(seed);
    return isFirstOrigin;
  });
}

function hold<K>(buckets: Map<K, Hashed[]>, key: K, text: Hashed): void {
  const bucket = buckets.get(key);
  if (!bucket) buckets.set(key, [text]);
  else if (bucket.length < MOST_HOLDERS) bucket.push(text);
}

function minHash(triples: Uint32Array): Uint32Array {
  const values = new Uint32Array(VALUES).fill(0xffffffff);
  for (const triple of triples)
    for (let i = 0; i < VALUES; i++) {
      const value = mixBits(triple ^ (SEEDS[i] as number));
      if (value < (values[i] as number)) values[i] = value;
    }
  return values;
}

const SEEDS = Uint32Array.from({ length: VALUES }, (_, i) => mixBits(i + 1));

function bandKeys(values: Uint32Array): string[] {
  const keys: string[] = [];
  for (let i = 0; i < VALUES; i += ROWS) keys.push(`${i}:${values.subarray(i, i + ROWS).join(',')}`);
  return keys;
}

function comparePair(a: Hashed, b: Hashed, studies: readonly Study[]): Copy | undefined {
  const shared = countShared(a.triples, b.triples);
  const near = shared / (a.triples.length + b.triples.length - shared);
  const [part, whole] = a.triples.length <= b.triples.length ? [a, b] : [b, a];
  const share = shared / part.triples.length;
  if (near < NEAR && share < CONTAINS) return undefined;
  const facts = shareFacts(readAllFacts(studies[a.index] as Study), readAllFacts(studies[b.index] as Study));
  if (facts < SAME_FACTS) return undefined;
  const one = (studies[a.index] as Study).article;
  const other = (studies[b.index] as Study).article;
  if (near >= NEAR) {
    const [of, copy] = isFirst(one, other) ? [one, other] : [other, one];
    return { seed: copy.source.seed, ref: copy.ref, of: of.source.seed, kind: 'near', share: near };
  }
  const { article } = studies[whole.index] as Study;
  const of = (studies[part.index] as Study).article.source.seed;
  return { seed: article.source.seed, ref: article.ref, of, kind: 'contains', share };
}

function isFirst(a: Article, b: Article): boolean {
  const [one, other] = [a.source.published?.date, b.source.published?.date];
  if (one !== undefined && other !== undefined && one !== other) return one < other;
  return compareCodeUnits(a.ref, b.ref) < 0;
}
