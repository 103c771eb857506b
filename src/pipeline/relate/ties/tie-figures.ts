import { addTo } from '../../add-to.ts';
import type { CorpusFigures, Figure } from '../../types.ts';
import { pairNeighbours, sortLines, type Tie } from './tie.ts';

const SAME_NUMBER = 0.6;
const OTHER_NUMBER = 0.5;

/** Articles whose numbers stand side by side: the same number or different ones, never a verdict. */
export function tieFigures(groups: readonly CorpusFigures[], places: ReadonlyMap<string, number>): Tie[] {
  return groups.flatMap((group) => {
    const byArticle = new Map<number, Figure[]>();
    for (const { ref, figure } of group.figures) {
      const article = places.get(ref);
      if (article === undefined) continue;
      addTo(byArticle, article, figure);
    }
    const holders = [...byArticle].sort(([a], [b]) => a - b);
    return [...pairNeighbours(holders)].map(([[a, mine], [b, theirs]]): Tie => {
      const same = mine.find((one) =>
        theirs.some((other) => other.value === one.value && other.upper === one.upper),
      );
      return {
        a,
        b,
        kind: 'figure',
        text: same ? `Same number, ${same.number}: ${group.title}` : `Different numbers: ${group.title}`,
        strength: same ? SAME_NUMBER : OTHER_NUMBER,
        aLines: sortLines(mine.map((figure) => figure.line)),
        bLines: sortLines(theirs.map((figure) => figure.line)),
      };
    });
  });
}
