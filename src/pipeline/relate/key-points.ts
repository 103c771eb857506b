import type { Article, KeyPoint } from '../types.ts';
import { findShared } from './find-shared.ts';
import { rankSentences } from './rank-sentences.ts';
import { readSentence, type Sentence, type Study } from './study-articles.ts';
import { foldWord } from './terms.ts';
import { cosineOf, type TermVector, type WeighedTerms, weighStems } from './weigh-terms.ts';

/** Parts of a sentence's score; each feature is between 0 and 1. */
const WEIGHTS = { rank: 0.5, support: 0.25, position: 0.25, headline: 0.3, figure: 0.15 } as const;
const PENALTIES = { opening: 0.35, long: 0.15, short: 0.2, background: 0.15 } as const;
const LONG_WORDS = 45;
const SHORT_WORDS = 12;
/** Words beyond which, or below which, a sentence is no point at all. */
const MOST_WORDS = 60;
const FEWEST_WORDS = 6;
/** Weight of the score against likeness to the points already chosen. */
const MMR = 0.7;
const POINTS = 3;
/** Confidence: a shorter article is its own summary, and a weak sentence is none. */
const FEWEST_SENTENCES = 8;
const LEAST_SCORE = 0.4;
const FEWEST_POINTS = 2;
/** Sentences looked at; what stands later in a long text is no summary of it. */
const MOST_SENTENCES = 80;
/** Nearest articles that can support a sentence, and how near they must be (cosine). */
const SUPPORTERS = 4;
const LEAST_SUPPORT = 0.1;

/** Openings that lean on the sentence before. */
const LEANS =
  /^(?:["“”„«‘']|[-–—]\s|(?:he|she|it|they|we|i|you|his|her|its|their|this|that|these|those|such|both|but|and|or|so|yet|also|however|meanwhile|moreover|nevertheless|instead|still|then|there|here|in response|on the contrary|in addition|as a result|for example|by contrast|read|according to (?:him|her|them))(?![\p{L}’']))/iu;

/** The first sentences of the running text with what ranks them. */
interface Candidate {
  readonly sentence: Sentence;
  readonly text: string;
  readonly words: number;
  readonly vector: TermVector;
}

/**
 * Up to three verbatim sentences of each article that carry most of it, in reading order: rank
 * among its sentences (LexRank), support by the nearest articles, position, words of the headline,
 * figures; chosen to differ.
 * An article that is short, in another language than the stop words, or without clear points has
 * no entry.
 */
export function pickKeyPoints(
  studies: readonly Study[],
  terms: WeighedTerms,
): Map<string, readonly KeyPoint[]> {
  const weights = terms.rarity.map((rarity) => (rarity > 0 ? 1 + rarity : 0));
  const supporters = findSupporters(studies.length, terms);
  const points = new Map<string, readonly KeyPoint[]>();
  for (const [index, study] of studies.entries()) {
    const support = (supporters[index] ?? []).map((other) => (studies[other] as Study).counts.stems);
    const chosen = pickArticle(study, support, weights);
    if (chosen.length >= FEWEST_POINTS) points.set(study.article.ref, chosen);
  }
  return points;
}

/** The articles nearest to each by all their words. */
function findSupporters(count: number, { near }: WeighedTerms): number[][] {
  const all: { other: number; cosine: number }[][] = Array.from({ length: count }, () => []);
  for (const { a, b, cosine } of near) {
    if (cosine < LEAST_SUPPORT) continue;
    all[a]?.push({ other: b, cosine });
    all[b]?.push({ other: a, cosine });
  }
  return all.map((list) =>
    list
      .sort((x, y) => y.cosine - x.cosine || x.other - y.other)
      .slice(0, SUPPORTERS)
      .map(({ other }) => other),
  );
}

function pickArticle(
  { article, sentences, stems, headlineStems }: Study,
  supporters: readonly Uint32Array[],
  weights: Float64Array,
): KeyPoint[] {
  if (article.language !== undefined && !article.language.startsWith('en')) return [];
  if (sentences.length < FEWEST_SENTENCES) return [];
  const all = sentences.slice(0, MOST_SENTENCES).map(
    (sentence): Candidate => ({
      sentence,
      text: readSentence(sentence),
      words: sentence.endWord - sentence.firstWord,
      vector: weighOnce(stems.subarray(sentence.firstStem, sentence.endStem), weights),
    }),
  );
  const ranks = rankSentences(all.map(({ vector }) => vector));
  const headline = weighOnce(headlineStems, weights);
  const doubtful = new Set(article.lines.flatMap((line) => (line.doubtful ? [line.n] : [])));
  const scored = all.flatMap((candidate, i) => {
    if (doubtful.has(candidate.sentence.line) || !canStandAlone(article, candidate)) return [];
    const score =
      WEIGHTS.rank * (ranks[i] as number) +
      WEIGHTS.support * supportOf(candidate, supporters) +
      WEIGHTS.position * (1 - i / all.length) +
      WEIGHTS.headline * cosineOf(candidate.vector, headline) +
      WEIGHTS.figure * Number(hasFigure(article, candidate.sentence)) -
      penaltyOf(article, candidate);
    return [{ ...candidate, score }];
  });
  return chooseApart(scored.filter(({ score }) => score >= LEAST_SCORE))
    .map(({ sentence: { line, start, end }, text, score }) => ({
      ref: article.ref,
      line,
      start,
      end,
      text,
      score: Math.round(score * 1000) / 1000,
    }))
    .sort((a, b) => a.line - b.line || a.start - b.start);
}

/** Each stem counts once. */
function weighOnce(stems: Uint32Array, weights: Float64Array): TermVector {
  return weighStems({ stems, counts: new Uint32Array(stems.length).fill(1) }, weights);
}

/** Part of the sentence's weight whose stems the nearest articles have too, on average. */
function supportOf({ vector }: Candidate, supporters: readonly Uint32Array[]): number {
  if (supporters.length === 0) return 0;
  const whole = vector.weights.reduce((sum, weight) => sum + weight, 0) * supporters.length;
  const held = supporters.reduce((sum, stems) => sum + weighHeld(vector, stems), 0);
  return whole === 0 ? 0 : held / whole;
}

/** Weight of the stems that are in the ascending list. */
function weighHeld({ stems, weights }: TermVector, held: Uint32Array): number {
  let sum = 0;
  findShared(stems, held, (at) => {
    sum += weights[at] as number;
  });
  return sum;
}

/** A sentence of fitting length that ends as one and cuts no quotation in two. */
function canStandAlone(article: Article, { sentence, text, words }: Candidate): boolean {
  const { line, start, end } = sentence;
  if (words < FEWEST_WORDS || words > MOST_WORDS) return false;
  if (!/[.!?…]["“”’'»)\]]*$/u.test(text) || !/^["“„«‘'(]*[\p{Lu}\p{N}]/u.test(text)) return false;
  const opened = text.match(/[“„«]/gu)?.length ?? 0;
  const closed = text.match(/[”»]/gu)?.length ?? 0;
  const straight = text.match(/"/gu)?.length ?? 0;
  if (opened !== closed || straight % 2 === 1) return false;
  return !article.annotations.quotations.some(({ parts }) =>
    parts.some((part) => {
      if (part.line !== line || part.end <= start || part.start >= end) return false;
      return part.start < start || part.end > end || parts.length > 1;
    }),
  );
}

function hasFigure(article: Article, { line, start, end }: Sentence): boolean {
  return article.annotations.figures.some(
    (figure) => figure.line === line && figure.start >= start && figure.end <= end,
  );
}

function penaltyOf(article: Article, { sentence, text, words }: Candidate): number {
  const { line, start, end } = sentence;
  let penalty = LEANS.test(foldWord(text.slice(0, 40))) ? PENALTIES.opening : 0;
  if (words > LONG_WORDS) penalty += PENALTIES.long;
  if (words < SHORT_WORDS) penalty += PENALTIES.short;
  // News tells its own day by words; a bare year opens the background.
  const isBackground = article.annotations.dates.some(
    (date) => date.kind === 'year' && date.line === line && date.start >= start && date.end <= end,
  );
  return isBackground ? penalty + PENALTIES.background : penalty;
}

/** Maximal marginal relevance; of equals the earlier sentence. */
function chooseApart<T extends Candidate & { readonly score: number }>(scored: readonly T[]): T[] {
  const chosen: T[] = [];
  const left = new Set(scored);
  while (chosen.length < POINTS && left.size > 0) {
    let best: T | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const candidate of left) {
      const like = Math.max(0, ...chosen.map(({ vector }) => cosineOf(vector, candidate.vector)));
      const value = MMR * candidate.score - (1 - MMR) * like;
      if (value > most) [best, most] = [candidate, value];
    }
    if (!best) break;
    left.delete(best);
    chosen.push(best);
  }
  return chosen;
}
