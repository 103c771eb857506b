/** Citations and excerpts: how a page points at lines and repeats their words. */
import type { Citation, Excerpt } from '../../briefing.ts';
import type { Article, Line, Passage, Span } from '../types.ts';

/**
 * Lines of one article in canonical form: `003:31`, `003:39-43`, `002:11,23`. A run crosses blank lines,
 * never a line with words that is not cited.
 */
export function citeLines(article: Article, lines: readonly number[]): Citation {
  const wanted = [...new Set(lines)].sort((a, b) => a - b);
  const textBetween = (from: number, to: number): boolean =>
    linesWithText(article, from + 1, to - 1).length > 0;
  const runs: [number, number][] = [];
  for (const line of wanted) {
    const last = runs.at(-1);
    if (last && !textBetween(last[1], line)) last[1] = line;
    else runs.push([line, line]);
  }
  return `${article.ref}:${runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')}`;
}

/** A whole passage. */
export function excerptPassage(article: Article, passage: Passage): Excerpt {
  return { text: passage.text, cite: citeSpan(article, passage) };
}

/**
 * Part of a passage, offsets in UTF-16 units. A cut inside a sentence is marked, so that a fragment
 * never passes for a sentence.
 */
export function excerptOf(article: Article, passage: Passage, start: number, end: number): Excerpt {
  const before = passage.text.slice(0, start).trimEnd();
  const text = passage.text.slice(start, end).trim();
  const after = passage.text.slice(end).trim();
  const endsSentence = (words: string): boolean => /[.!?…:;][”’"')\]]*$/.test(words);
  return {
    text,
    cite: citeSpan(article, passage),
    ...(before !== '' && !endsSentence(before) ? { cutBefore: true as const } : {}),
    ...(after !== '' && !endsSentence(text) ? { cutAfter: true as const } : {}),
  };
}

function citeSpan(article: Article, passage: Passage): Citation {
  return citeLines(article, linesWithText(article, passage.line, passage.to));
}

/** Sentences of the passage that begins in a line. */
export function sentencesOf({ annotations }: Article, line: number): readonly Span[] {
  return annotations.sentences.filter((sentence) => sentence.line === line);
}

/** The sentence of a passage in which an offset lies; the whole passage where there is none. */
export function sentenceAround(article: Article, passage: Passage, at: number): Pick<Span, 'start' | 'end'> {
  const sentence = sentencesOf(article, passage.line).find(({ start, end }) => start <= at && at < end);
  return sentence ?? { start: 0, end: passage.text.length };
}

/** Numbers of the lines that hold words, from the first to the last, both included. */
export function linesWithText({ lines }: Article, first: number, last: number): number[] {
  const found: number[] = [];
  for (let at = findFrom(lines, first); at < lines.length; at += 1) {
    const { n, status } = lines[at] as Line;
    if (n > last) break;
    if (status !== 'blank') found.push(n);
  }
  return found;
}

/** Place of the first line with this number or a higher one; a citation is asked for very often. */
function findFrom(lines: readonly Line[], first: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as Line).n < first) low = middle + 1;
    else high = middle;
  }
  return low;
}
