/** A word of a text with its place; the possessive ’s is not part of it. */
export interface Word {
  readonly text: string;
  /** As compared with lists: dotted capitals without dots (`U.S.` → `US`), typographic apostrophes straight. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Followed by ’s, or by an apostrophe after s. */
  readonly possessive: boolean;
  /** Characters between the previous word (with its ’s) and this one. */
  readonly gap: string;
}

const WORD = /(?:\p{Lu}\.){2,}|\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu;
/** Two words that a scraper glued together: `mediaCanada`. */
const GLUED = /^(\p{Ll}{4,})\p{Lu}\p{Ll}{2,}(?:['’]s)?$/u;

/** Words of `text` in order. Hyphens part words, so that a name is found in `Moscow-backed`. */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let last = 0;
  const add = (start: number, end: number, possessive: boolean, after: number) => {
    const word = text.slice(start, end);
    words.push({ text: word, key: keyOf(word), start, end, possessive, gap: text.slice(last, start) });
    last = after;
  };
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const full = match[0];
    const after = start + full.length;
    const ending = full.endsWith('s') ? full.at(-2) : undefined;
    const owns = ending === "'" || ending === '’';
    const end = owns ? after - 2 : after;
    const possessive = owns || (ending !== undefined && isPluralPossessive(text, full, after));
    const cut = full.length > 6 ? GLUED.exec(full)?.[1]?.length : undefined;
    if (cut !== undefined && start + cut < end) {
      add(start, start + cut, false, start + cut);
      add(start + cut, end, possessive, after);
    } else add(start, end, possessive, after);
  }
  return words;
}

/**
 * How many of the words, in order, stand before a place: the first ones, for which `isBefore` holds. Found by
 * halves, for one line may have thousands of words, and of places.
 */
export function countWords(words: readonly Word[], isBefore: (word: Word) => boolean): number {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(words[middle] as Word)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** `Klitschkos' house`, `the Netherlands’ envoy`: capitalised words only, or ’ would close a quotation. */
function isPluralPossessive(text: string, word: string, after: number): boolean {
  const mark = text[after];
  if (mark !== "'" && mark !== '’') return false;
  return /^\p{Lu}/u.test(word) && !/^\p{L}/u.test(text.slice(after + 1, after + 2));
}

export function isCapitalised(word: Word): boolean {
  return /^\p{Lu}/u.test(word.text);
}

function keyOf(word: string): string {
  if (word.endsWith('.')) return word.replaceAll('.', '');
  return word.includes('’') ? word.replaceAll('’', "'") : word;
}
