import type { Article, Copy } from '../../types.ts';
import type { WireCopy } from '../find-wire-copy.ts';
import { sortLines, type Tie } from './tie.ts';

/** Shared sentences from which on the tie is as strong as it gets. */
const MANY_SENTENCES = 4;

/** Articles with sentences in common: one report in two files. */
export function tieWireCopy(copies: readonly WireCopy[]): Tie[] {
  return copies.map(({ a, b, pairs }): Tie => {
    const aLines = sortLines(pairs.map((pair) => pair.a.line));
    const sentences = new Set(pairs.map((pair) => pair.a)).size;
    return {
      a,
      b,
      kind: 'wire-copy',
      text: `${sentences === 1 ? 'One sentence' : `${sentences} sentences`} nearly the same: 2 files, 1 origin`,
      strength: 0.4 + 0.6 * Math.min(1, sentences / MANY_SENTENCES),
      aLines,
      bLines: sortLines(pairs.map((pair) => pair.b.line)),
    };
  });
}

const COPY_TEXT = {
  near: 'Nearly the same text: 2 files, 1 origin',
  contains: 'One text holds most of the other: 2 files, 1 origin',
} as const;

/** Articles that are near copies; both open at their first paragraph. */
export function tieCopies(
  copies: readonly Copy[],
  articles: readonly Article[],
  places: ReadonlyMap<string, number>,
): Tie[] {
  const bySeed = new Map(articles.map(({ source }, index) => [source.seed, index]));
  return copies.flatMap((copy): Tie[] => {
    const one = copy.ref === undefined ? undefined : places.get(copy.ref);
    const other = bySeed.get(copy.of);
    if (one === undefined || other === undefined || one === other || copy.kind === 'exact') return [];
    const [a, b] = one < other ? [one, other] : [other, one];
    return [
      {
        a,
        b,
        kind: 'copy',
        text: COPY_TEXT[copy.kind],
        strength: 1,
        aLines: [firstLine(articles[a] as Article)],
        bLines: [firstLine(articles[b] as Article)],
      },
    ];
  });
}

function firstLine(article: Article): number {
  const passage = article.passages.find(({ role }) => role === 'paragraph') ?? article.passages[0];
  return passage?.line ?? article.headline.line;
}
