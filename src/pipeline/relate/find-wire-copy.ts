import { type Facts, isOtherForm, readFacts } from './compare-facts.ts';
import { type HashCounts, indexHashes } from './index-hashes.ts';
import { countSharedIn, hashTriples, type Run, TRIPLES } from './shingles.ts';
import type { Sentence, Study } from './study-articles.ts';

/** The same sentence, or nearly, in two articles outside any quotation. */
export interface WireCopy {
  /** Places in the list of articles, `a` < `b`. */
  readonly a: number;
  readonly b: number;
  readonly pairs: readonly { readonly a: Sentence; readonly b: Sentence; readonly share: number }[];
}

/** Part of the shorter sentence's word triples that the other one must have. */
const SHARED_TRIPLES = 0.5;
/** Fewest shared triples; a run of eight equal words has six. */
const FEWEST_SHARED = 6;
/** Triples looked up for one sentence, rarest first. */
const LOOKUPS = 8;
/** A triple in more sentences is a standing phrase and proves no common origin. */
const MOST_HOLDERS = 40;
/** One sentence alone that stands in more articles is a standing phrase, not a report. */
const MOST_ALONE = 6;

/** A sentence with its triples, a run of those of all. */
interface Copied extends Run {
  readonly article: number;
  readonly sentence: Sentence;
}

/**
 * Sentences that two articles have in common: one report that both print, which must not count as
 * two. Words in quotation marks are left out: two reporters may well quote the same speech. Two
 * sentences that differ in a name or number are a form filled in twice.
 */
export function findWireCopy(studies: readonly Study[]): WireCopy[] {
  const { all, triples } = hashSentences(studies);
  const index = indexHashes([triples], MOST_HOLDERS);

  // Sentences by their places in `all`: an archive has hundreds of thousands.
  const facts: (Facts | undefined)[] = [];
  // A sentence is compared with many: its facts are read once.
  const factsOf = (at: number): Facts => {
    const { article, sentence } = all[at] as Copied;
    facts[at] ??= readFacts(studies[article] as Study, sentence);
    return facts[at];
  };
  const metBy = new Int32Array(all.length).fill(-1);
  const found = new Map<
    number,
    { a: number; b: number; pairs: { a: Sentence; b: Sentence; share: number }[] }
  >();
  for (const [at, copied] of all.entries()) {
    const shared = rareTriples(triples.subarray(copied.begin, copied.end), index.countOf);
    const compare = (other: number): void => {
      const earlier = all[other] as Copied;
      if (earlier.article === copied.article || metBy[other] === at) return;
      metBy[other] = at;
      const share = shareOf(triples, earlier, copied);
      if (share === undefined || isOtherForm(factsOf(other), factsOf(at))) return;
      const key = earlier.article * studies.length + copied.article;
      const pair = { a: earlier.sentence, b: copied.sentence, share };
      const entry = found.get(key);
      if (entry) entry.pairs.push(pair);
      else found.set(key, { a: earlier.article, b: copied.article, pairs: [pair] });
    };
    for (const triple of shared.subarray(0, LOOKUPS)) index.visit(triple, compare);
    for (const triple of shared) index.add(triple, at);
  }
  const spread = new Map<Sentence, number>();
  for (const { pairs } of found.values())
    for (const sentence of new Set(pairs.flatMap((pair) => [pair.a, pair.b])))
      spread.set(sentence, (spread.get(sentence) ?? 0) + 1);
  return [...found.values()]
    .filter(({ pairs: [first, second] }) => second !== undefined || (first && isRare(first, spread)))
    .sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Sentences that are long enough, each with its own run of `triples`: a list of its own would take as much again. */
function hashSentences(studies: readonly Study[]): { all: Copied[]; triples: Uint32Array } {
  const triples = new Uint32Array(studies.reduce((sum, { words }) => sum + words.length, 0));
  const all: Copied[] = [];
  let end = 0;
  for (const [article, { sentences, words, quoted }] of studies.entries())
    for (const sentence of sentences) {
      const { firstWord, endWord } = sentence;
      const ownWords = words.subarray(firstWord, endWord).filter((_, at) => quoted[firstWord + at] === 0);
      const own = hashTriples(ownWords);
      if (own.length < FEWEST_SHARED) continue;
      triples.set(own, end);
      all.push({ article, sentence, begin: end, end: end + own.length });
      end += own.length;
    }
  return { all, triples: triples.subarray(0, end) };
}

function isRare(pair: { a: Sentence; b: Sentence }, spread: ReadonlyMap<Sentence, number>): boolean {
  return Math.max(spread.get(pair.a) ?? 0, spread.get(pair.b) ?? 0) <= MOST_ALONE;
}

/** Triples that other sentences have too, rarest first. */
function rareTriples(triples: Uint32Array, countOf: HashCounts): Uint32Array {
  // Count and triple as one number, which sorts many times faster than a pair: together less than 2^53.
  const rare = new Float64Array(triples.length);
  let length = 0;
  for (const triple of triples) {
    const count = countOf(triple);
    if (count > 1 && count <= MOST_HOLDERS) rare[length++] = count * TRIPLES + triple;
  }
  return Uint32Array.from(rare.subarray(0, length).sort(), (both) => both % TRIPLES);
}

/** Shared part of the shorter sentence; absent when too little to be one report. */
function shareOf(triples: Uint32Array, a: Copied, b: Copied): number | undefined {
  const shared = countSharedIn(triples, a, triples, b);
  const share = shared / Math.min(a.end - a.begin, b.end - b.begin);
  return shared >= FEWEST_SHARED && share >= SHARED_TRIPLES ? share : undefined;
}
