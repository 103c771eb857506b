import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Article, Copy } from '../types.ts';
import { readAllFacts, shareFacts } from './compare-facts.ts';
import { indexHashes } from './index-hashes.ts';
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
/** Stands for no hash. */
const EMPTY = 0xffffffff;
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
  readonly bands: Uint32Array;
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
    const sample = triples.filter((triple) => triple % SAMPLE === 0);
    return [{ index, triples, sample, bands: hashBands(minHash(triples)) }];
  });
  const byBand = indexHashes(
    hashed.map(({ bands }) => bands),
    MOST_HOLDERS,
  );
  const bySample = indexHashes(
    hashed.map(({ sample }) => sample),
    MOST_HOLDERS,
  );
  const copies: Copy[] = [];
  const meetings = new Uint32Array(hashed.length);
  for (const [at, text] of hashed.entries()) {
    const candidates = new Set<number>();
    for (const band of text.bands) byBand.visit(band, (earlier) => candidates.add(earlier));
    const met: number[] = [];
    const meet = (earlier: number): void => {
      if (meetings[earlier] === 0) met.push(earlier);
      meetings[earlier] = (meetings[earlier] as number) + 1;
    };
    for (const triple of text.sample) bySample.visit(triple, meet);
    for (const earlier of met) {
      const { sample } = hashed[earlier] as Hashed;
      const enough = Math.min(sample.length, text.sample.length) * SAMPLED_SHARE;
      if ((meetings[earlier] as number) >= enough) candidates.add(earlier);
      meetings[earlier] = 0;
    }
    for (const earlier of candidates) {
      const copy = comparePair(hashed[earlier] as Hashed, text, studies);
      if (copy) copies.push(copy);
    }
    for (const band of text.bands) byBand.add(band, at);
    for (const triple of text.sample) bySample.add(triple, at);
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

/**
 * The least hash of each part of the triples: parts that two texts agree in are as many as the triples
 * that they share. One pass over the triples (one permutation hashing, Li, Owen and Zhang 2012); a part that
 * a short text leaves empty borrows from one that every text asks in the same order (Shrivastava 2017).
 */
function minHash(triples: Uint32Array): Uint32Array {
  const least = new Uint32Array(VALUES).fill(EMPTY);
  for (const triple of triples) {
    const hash = mixBits(triple);
    const part = hash % VALUES;
    if (hash < (least[part] as number)) least[part] = hash;
  }
  return least.map((value, part) => {
    let lent = value;
    for (let ask = 1; lent === EMPTY; ask++) lent = least[mixBits(part + ask * VALUES) % VALUES] as number;
    return lent;
  });
}

/** One hash for each band of values: texts that share one are worth a look. */
function hashBands(values: Uint32Array): Uint32Array {
  return Uint32Array.from({ length: VALUES / ROWS }, (_, band) => {
    let hash = band;
    for (const value of values.subarray(band * ROWS, (band + 1) * ROWS)) hash = mixBits(hash ^ value);
    return hash;
  });
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
