import { type FactReader, type Facts, isOtherForm, openFacts } from './compare-facts.ts';
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

/** The sentences of all articles that are long enough, by their places: an archive has hundreds of thousands. */
interface Sentences {
  readonly sentences: readonly Sentence[];
  /** Of each its article. */
  readonly articles: Uint32Array;
  /** Triples of all, those of one sentence from its place in `begins` to the next one's. */
  readonly triples: Uint32Array;
  readonly begins: Uint32Array;
}

/** Pairs of places of sentences, `a` in the article that stands first. */
interface Found {
  readonly a: number;
  readonly b: number;
  readonly pairs: { readonly a: number; readonly b: number; readonly share: number }[];
}

/**
 * Sentences that two articles have in common: one report that both print, which must not count as
 * two. Words in quotation marks are left out: two reporters may well quote the same speech. Two
 * sentences that differ in a name or number are a form filled in twice.
 */
export function findWireCopy(studies: readonly Study[]): WireCopy[] {
  const all = listSentences(studies);
  const { sentences, articles, triples, begins } = all;
  const index = indexHashes([triples], MOST_HOLDERS);
  const runOf = (at: number): Run => ({ begin: begins[at] as number, end: begins[at + 1] as number });
  const readHere = studies.map(openFacts);
  const facts: (Facts | undefined)[] = [];
  // A sentence is compared with many: its facts are read once.
  const factsOf = (at: number): Facts => {
    facts[at] ??= (readHere[articles[at] as number] as FactReader)(sentences[at] as Sentence);
    return facts[at];
  };
  const metBy = new Int32Array(sentences.length).fill(-1);
  const found = new Map<number, Found>();
  for (let at = 0; at < sentences.length; at++) {
    const article = articles[at] as number;
    const run = runOf(at);
    const shared = rareTriples(triples.subarray(run.begin, run.end), index.countOf);
    const compare = (earlier: number): void => {
      if (metBy[earlier] === at || articles[earlier] === article) return;
      metBy[earlier] = at;
      const share = shareOf(triples, runOf(earlier), run);
      if (share === undefined || isOtherForm(factsOf(earlier), factsOf(at))) return;
      const a = articles[earlier] as number;
      const key = a * studies.length + article;
      const pair = { a: earlier, b: at, share };
      const entry = found.get(key);
      if (entry) entry.pairs.push(pair);
      else found.set(key, { a, b: article, pairs: [pair] });
    };
    for (const triple of shared.subarray(0, LOOKUPS)) index.visit(triple, compare);
    for (const triple of shared) index.add(triple, at);
  }
  return leaveStandingPhrases([...found.values()], sentences.length)
    .sort((x, y) => x.a - y.a || x.b - y.b)
    .map(({ a, b, pairs }) => ({
      a,
      b,
      pairs: pairs.map((pair) => ({
        a: sentences[pair.a] as Sentence,
        b: sentences[pair.b] as Sentence,
        share: pair.share,
      })),
    }));
}

function listSentences(studies: readonly Study[]): Sentences {
  const triples = new Uint32Array(studies.reduce((sum, { words }) => sum + words.length, 0));
  const all: Sentence[] = [];
  const articles: number[] = [];
  const begins = [0];
  let end = 0;
  for (const [article, { sentences, words, quoted }] of studies.entries())
    for (const sentence of sentences) {
      const { firstWord, endWord } = sentence;
      if (endWord - firstWord < FEWEST_SHARED + 2) continue;
      const own = hashTriples(leaveQuoted(words, quoted, firstWord, endWord));
      if (own.length < FEWEST_SHARED) continue;
      triples.set(own, end);
      end += own.length;
      all.push(sentence);
      articles.push(article);
      begins.push(end);
    }
  return {
    sentences: all,
    articles: Uint32Array.from(articles),
    triples: triples.subarray(0, end),
    begins: Uint32Array.from(begins),
  };
}

function leaveQuoted(words: Uint32Array, quoted: Uint8Array, begin: number, end: number): Uint32Array {
  const own = words.slice(begin, end);
  let kept = 0;
  for (let at = begin; at < end; at++) if (quoted[at] === 0) own[kept++] = words[at] as number;
  return own.subarray(0, kept);
}

/** Without pairs of articles that share one sentence alone, if that stands in many. */
function leaveStandingPhrases(found: readonly Found[], sentences: number): Found[] {
  // Pairs of articles that a sentence is shared by, and the last one that was counted.
  const spread = new Uint32Array(sentences);
  const countedIn = new Int32Array(sentences).fill(-1);
  const count = (sentence: number, entry: number): void => {
    if (countedIn[sentence] === entry) return;
    countedIn[sentence] = entry;
    spread[sentence] = (spread[sentence] as number) + 1;
  };
  for (const [entry, { pairs }] of found.entries())
    for (const { a, b } of pairs) {
      count(a, entry);
      count(b, entry);
    }
  const isRare = (sentence: number): boolean => (spread[sentence] as number) <= MOST_ALONE;
  return found.filter(
    ({ pairs: [first, second] }) => second || (first && isRare(first.a) && isRare(first.b)),
  );
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
  const sorted = new Uint32Array(length);
  for (const [at, both] of rare.subarray(0, length).sort().entries()) sorted[at] = both % TRIPLES;
  return sorted;
}

/** Shared part of the shorter sentence; absent when too little to be one report. */
function shareOf(triples: Uint32Array, a: Run, b: Run): number | undefined {
  const shared = countSharedIn(triples, a, triples, b);
  const share = shared / Math.min(a.end - a.begin, b.end - b.begin);
  return shared >= FEWEST_SHARED && share >= SHARED_TRIPLES ? share : undefined;
}
