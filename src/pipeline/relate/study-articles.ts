import { splitSentences } from '../language/sentences.ts';
import type { Article, Mention, Span } from '../types.ts';
import { addTo } from './add-to.ts';
import { splitTerms, type Term, type TermMemory } from './terms.ts';

/** A sentence of a paragraph with what the comparisons need; offsets into the passage's text. */
export interface Sentence extends Span {
  readonly text: string;
  /** Folded words in order. */
  readonly words: readonly string[];
  /** The same without words that stand inside quotation marks. */
  readonly ownWords: readonly string[];
  /** Distinct stems without stop words. */
  readonly stems: ReadonlySet<string>;
}

/** An article cut into words once, for all that relates it to others. */
export interface Study {
  readonly article: Article;
  /** Lines of the running text. */
  readonly paragraphs: ReadonlySet<number>;
  readonly sentences: readonly Sentence[];
  readonly sentencesByLine: ReadonlyMap<number, readonly Sentence[]>;
  readonly mentionsByLine: ReadonlyMap<number, readonly Mention[]>;
  /** Stems of headline, crossheads and paragraphs with counts; the headline counts twice. */
  readonly stemCounts: ReadonlyMap<string, number>;
  /** Stems of a headline that the source states; empty where its first line stands in. */
  readonly headlineCounts: ReadonlyMap<string, number>;
}

const COUNTED: ReadonlySet<string> = new Set(['headline', 'crosshead', 'paragraph']);

/** Captions and bylines are left out: links and key points rest on the running text alone. */
export function studyArticles(articles: readonly Article[]): Study[] {
  const memory: TermMemory = new Map();
  return articles.map((article) => {
    const sentences: Sentence[] = [];
    const stemCounts = new Map<string, number>();
    const paragraphs = new Set<number>();
    const quoted = groupByLine(article.annotations.quotations.flatMap(({ parts }) => parts));
    const mentionsByLine = groupByLine(article.annotations.mentions);
    for (const passage of article.passages) {
      if (!COUNTED.has(passage.role)) continue;
      const terms = splitTerms(passage.text, memory);
      const weight = passage.line === article.headline.line ? 2 : 1;
      for (const { stem } of terms) if (stem) stemCounts.set(stem, (stemCounts.get(stem) ?? 0) + weight);
      // A first paragraph that stands in for a missing headline is running text all the same.
      const stated = passage.role === 'headline' && article.headline.standing !== 'derived';
      if (passage.role === 'crosshead' || stated) continue;
      paragraphs.add(passage.line);
      const spans = quoted.get(passage.line) ?? [];
      let next = 0;
      for (const { start, end } of splitSentences(passage.text)) {
        const own: Term[] = [];
        while (next < terms.length && (terms[next] as Term).start < end) own.push(terms[next++] as Term);
        sentences.push({
          line: passage.line,
          start,
          end,
          text: passage.text.slice(start, end),
          words: own.map((term) => term.word),
          ownWords: own
            .filter((term) => !spans.some((s) => s.start <= term.start && term.end <= s.end))
            .map((term) => term.word),
          stems: new Set(own.flatMap((term) => term.stem ?? [])),
        });
      }
    }
    const headline = article.headline.standing === 'derived' ? [] : splitTerms(article.headline.text, memory);
    const headlineCounts = new Map(headline.flatMap(({ stem }) => (stem ? [[stem, 1] as const] : [])));
    return {
      article,
      paragraphs,
      sentences,
      sentencesByLine: groupByLine(sentences),
      mentionsByLine,
      stemCounts,
      headlineCounts,
    };
  });
}

function groupByLine<T extends Span>(spans: readonly T[]): Map<number, T[]> {
  const byLine = new Map<number, T[]>();
  for (const span of spans) {
    addTo(byLine, span.line, span);
  }
  return byLine;
}
