/** A word of a text: where it stands, and its form for comparing. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/**
 * Words of a text as the search index counts them (runs without white space), each without the
 * punctuation at its ends; a run of punctuation alone counts but is empty.
 */
export function splitWords(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map((run) => {
    const before = /^[^\p{L}\p{N}]*/u.exec(run[0])?.[0].length ?? 0;
    const after = trailing(run[0].slice(before));
    const start = run.index + before;
    const end = run.index + run[0].length - after;
    return { start, end, folded: fold(text.slice(start, end)) };
  });
}

/** Lower case without accents, with straight apostrophes. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
}

/** Signs at the end of a run that belong to no word. Counted from the back, to stay linear. */
function trailing(run: string): number {
  const signs = [...run];
  let length = 0;
  while (signs.length > 0 && !/[\p{L}\p{N}\p{M}]/u.test(signs.at(-1) ?? ''))
    length += signs.pop()?.length ?? 0;
  return length;
}
