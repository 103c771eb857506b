import { fold, splitWords } from './fold-words.ts';

/** A query as the reader meant it. */
export interface Query {
  /** Words to find, as typed less the punctuation at their ends. */
  readonly words: readonly string[];
  /** Phrases in quotation marks. */
  readonly phrases: readonly string[];
  /** Words after a minus sign: briefings that print them are left out. */
  readonly excluded: readonly string[];
  /** More was typed than is searched. */
  readonly cut: boolean;
}

/** No question needs more; the limits keep a pasted page from stalling the browser. */
const MOST_SIGNS = 400;
const MOST_WORDS = 16;

/** Takes a query apart: `"red lines" missile -Belarus`. A quotation mark left open ends with the text. */
export function parseQuery(text: string): Query {
  const pieces = text.slice(0, MOST_SIGNS).split(/["“”„«»]/);
  const outside = pieces.filter((_, index) => index % 2 === 0).flatMap((piece) => piece.split(/\s+/));
  const words = outside.filter((word) => !isExcluded(word)).flatMap(trimWords);
  const excluded = outside.filter(isExcluded).flatMap(trimWords);
  const phrases = pieces
    .filter((_, index) => index % 2 === 1)
    .map((piece) => trimWords(piece).join(' '))
    .filter(Boolean);
  return {
    words: firstOfEach(words),
    phrases: firstOfEach(phrases),
    excluded: firstOfEach(excluded),
    cut: text.length > MOST_SIGNS || Math.max(words.length, phrases.length, excluded.length) > MOST_WORDS,
  };
}

/** Whether a query has a word or phrase that a line must hold. */
export function hasWords({ words, phrases }: Query): boolean {
  return words.length + phrases.length > 0;
}

/** Whether a query is one letter: it finds names only. */
export function isLetter({ words, phrases }: Query): boolean {
  return words.length === 1 && [...(words[0] ?? '')].length === 1 && phrases.length === 0;
}

function isExcluded(word: string): boolean {
  return /^[-−]./u.test(word);
}

function trimWords(text: string): string[] {
  return splitWords(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter(Boolean);
}

function firstOfEach(words: readonly string[]): string[] {
  return [...new Map(words.map((word) => [fold(word), word])).values()].slice(0, MOST_WORDS);
}
