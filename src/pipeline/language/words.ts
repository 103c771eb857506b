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
const GLUED = /^(\p{Ll}{4,})(\p{Lu}\p{Ll}{2,})$/u;

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
    let end = start + full.length;
    const after = end;
    let possessive = false;
    if (/['’]s$/i.test(full)) {
      end -= 2;
      possessive = true;
    } else if (/s$/.test(full) && /^['’](?!\p{L})/u.test(text.slice(end, end + 2)) && /\p{Lu}/u.test(full)) {
      possessive = true;
    }
    const glued = GLUED.exec(text.slice(start, end));
    if (glued) {
      const cut = start + (glued[1]?.length ?? 0);
      add(start, cut, false, cut);
      add(cut, end, possessive, after);
    } else add(start, end, possessive, after);
  }
  return words;
}

export function isCapitalised(word: Word): boolean {
  return /^\p{Lu}/u.test(word.text);
}

function keyOf(word: string): string {
  if (word.includes('.') && /^(?:\p{Lu}\.)+$/u.test(word)) return word.replaceAll('.', '');
  return word.replaceAll('’', "'");
}
