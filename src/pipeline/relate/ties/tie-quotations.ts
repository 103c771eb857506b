import { addTo } from '../../add-to.ts';
import type { CorpusQuotation, Quotation } from '../../types.ts';
import { pairNeighbours, sortLines, type Tie } from './tie.ts';

/** Words of a quotation that a reason shows at most. */
const WORDS_SHOWN = 12;
/** From so many words on a shared quotation is as strong as it gets. */
const MANY_WORDS = 20;

interface Holder {
  readonly article: number;
  readonly lines: readonly number[];
  readonly quotation: Quotation;
}

/** Articles that print the same quotation. */
export function tieQuotations(
  quotations: readonly CorpusQuotation[],
  places: ReadonlyMap<string, number>,
): Tie[] {
  return quotations.flatMap((set) => {
    if (set.also.length === 0) return [];
    const holders = readHolders(set, places);
    return [...pairNeighbours(holders)].map(([a, b]): Tie => {
      const shorter = countWords(a.quotation) <= countWords(b.quotation) ? a.quotation : b.quotation;
      const speaker = shorter.speaker?.name ?? set.quotation.speaker?.name;
      return {
        a: a.article,
        b: b.article,
        kind: 'quotation',
        text: `Same words${speaker ? ` of ${speaker}` : ''}: “${cutWords(shorter.text)}”`,
        strength: Math.min(1, countWords(shorter) / MANY_WORDS),
        aLines: a.lines,
        bLines: b.lines,
      };
    });
  });
}

/** One holder an article: its fullest wording, and the lines of all. */
function readHolders(set: CorpusQuotation, places: ReadonlyMap<string, number>): Holder[] {
  const byArticle = new Map<number, Quotation[]>();
  for (const { ref, quotation } of [{ ref: set.ref, quotation: set.quotation }, ...set.also]) {
    const article = places.get(ref);
    if (article === undefined) continue;
    addTo(byArticle, article, quotation);
  }
  return [...byArticle]
    .sort(([a], [b]) => a - b)
    .map(([article, held]) => ({
      article,
      lines: sortLines(held.flatMap(({ parts }) => parts.map(({ line }) => line))),
      quotation: held.reduce((best, one) => (countWords(one) > countWords(best) ? one : best)),
    }));
}

function countWords(quotation: Quotation): number {
  return quotation.text.split(/\s+/u).length;
}

/** The first words; the ellipsis is ours. */
function cutWords(text: string): string {
  const words = text.replace(/[\s,;:.]+$/u, '').split(/\s+/u);
  return words.length <= WORDS_SHOWN ? words.join(' ') : `${words.slice(0, WORDS_SHOWN).join(' ')}…`;
}
