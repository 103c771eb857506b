import type { Mark } from './match-lines.ts';

/** A line longer than this is cut at the ends of sentences; a cut inside one could reverse a claim. */
const MOST_WORDS = 60;

export interface CutLine {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Whole sentences of a line around its first match, as many as fit; a line that is short enough stays whole. */
export function cutLine(text: string, marks: readonly Mark[], language: string): CutLine {
  const words = (part: string): number => part.split(/\s+/).length;
  if (words(text) <= MOST_WORDS) return { text, marks, cutBefore: false, cutAfter: false };
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
  const hit = marks[0]?.start ?? 0;
  const first = sentences.findLastIndex(({ index }) => index <= hit);
  let last = first;
  let length = words(sentences[first]?.segment ?? '');
  for (const { segment } of sentences.slice(first + 1)) {
    length += words(segment);
    if (length > MOST_WORDS) break;
    last += 1;
  }
  const from = sentences[first]?.index ?? 0;
  const to = sentences[last + 1]?.index ?? text.length;
  return {
    text: text.slice(from, to).trimEnd(),
    marks: marks
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start - from, end: end - from })),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  };
}
