import type { Article, Passage, Span } from '../types.ts';
import { groupByLine } from './group-by-line.ts';
import { splitTerms, type Term, type Vocabulary } from './terms.ts';

/** A sentence of a paragraph; offsets into the passage's text. Its words are a run of the study's. */
export interface Sentence extends Span {
  readonly passage: Passage;
  readonly firstWord: number;
  readonly endWord: number;
  readonly firstStem: number;
  readonly endStem: number;
  /** Words that begin with a digit. */
  readonly numbers: readonly string[];
}

/** An article cut into words once, for all that relates it to others; flat, for there are many. */
export interface Study {
  readonly article: Article;
  /** Lines of the running text. */
  readonly paragraphs: ReadonlySet<number>;
  readonly sentences: readonly Sentence[];
  /** Hashes of the words of all sentences in order. */
  readonly words: Uint32Array;
  /** 1 for a word that stands inside quotation marks. */
  readonly quoted: Uint8Array;
  /** Distinct stems of each sentence, ascending, without stop words: places in the vocabulary. */
  readonly stems: Uint32Array;
  /** Stems of headline, crossheads and paragraphs with counts; the headline counts twice. */
  readonly counts: StemCounts;
  /** Stems of a headline that the source states; empty where its first line stands in. */
  readonly headlineStems: Uint32Array;
}

/** Stems ascending, and how often each is there. */
export interface StemCounts {
  readonly stems: Uint32Array;
  readonly counts: Uint32Array;
}

const COUNTED: ReadonlySet<string> = new Set(['headline', 'crosshead', 'paragraph']);
const NO_NUMBERS: readonly string[] = [];

/** Captions and bylines are left out: links and key points rest on the running text alone. */
export function studyArticles(articles: readonly Article[], vocabulary: Vocabulary): Study[] {
  return articles.map((article) => studyArticle(article, vocabulary));
}

function studyArticle(article: Article, vocabulary: Vocabulary): Study {
  const sentences: Sentence[] = [];
  const words: number[] = [];
  const quoted: number[] = [];
  const stems: number[] = [];
  const counts = new Map<number, number>();
  const paragraphs = new Set<number>();
  const split = groupByLine(article.annotations.sentences);
  const quotations = groupByLine(article.annotations.quotations.flatMap(({ parts }) => parts));
  for (const passage of article.passages) {
    if (!COUNTED.has(passage.role)) continue;
    const terms = splitTerms(passage.text, vocabulary);
    const weight = passage.line === article.headline.line ? 2 : 1;
    for (const { stem } of terms) if (stem !== undefined) counts.set(stem, (counts.get(stem) ?? 0) + weight);
    // A first paragraph that stands in for a missing headline is running text all the same.
    const stated = passage.role === 'headline' && article.headline.standing !== 'derived';
    if (passage.role === 'crosshead' || stated) continue;
    paragraphs.add(passage.line);
    const spans = quotations.get(passage.line) ?? [];
    let next = 0;
    for (const { start, end } of split.get(passage.line) ?? []) {
      const own: Term[] = [];
      while (next < terms.length && (terms[next] as Term).start < end) own.push(terms[next++] as Term);
      const numbers = own.filter(({ word }) => /^\p{N}/u.test(word)).map(({ word }) => word);
      const [firstWord, firstStem] = [words.length, stems.length];
      for (const term of own) {
        words.push(term.hash);
        quoted.push(Number(spans.some((s) => s.start <= term.start && term.end <= s.end)));
      }
      stems.push(...listStems(own));
      sentences.push({
        line: passage.line,
        start,
        end,
        passage,
        firstWord,
        endWord: words.length,
        firstStem,
        endStem: stems.length,
        numbers: numbers.length > 0 ? numbers : NO_NUMBERS,
      });
    }
  }
  const headline =
    article.headline.standing === 'derived' ? [] : splitTerms(article.headline.text, vocabulary);
  return {
    article,
    paragraphs,
    sentences,
    words: Uint32Array.from(words),
    quoted: Uint8Array.from(quoted),
    stems: Uint32Array.from(stems),
    counts: sortCounts(counts),
    headlineStems: Uint32Array.from(listStems(headline)),
  };
}

function listStems(terms: readonly Term[]): number[] {
  const stems = new Set<number>();
  for (const { stem } of terms) if (stem !== undefined) stems.add(stem);
  return [...stems].sort((a, b) => a - b);
}

function sortCounts(counts: ReadonlyMap<number, number>): StemCounts {
  const stems = Uint32Array.from(counts.keys()).sort();
  return { stems, counts: stems.map((stem) => counts.get(stem) as number) };
}

export function readSentence({ passage, start, end }: Sentence): string {
  return passage.text.slice(start, end);
}
