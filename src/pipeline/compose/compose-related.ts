/** Related briefings, each with the reasons that relate it: no reason, no entry. */
import type { Related } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Article } from '../types.ts';
import { type CorpusIndex, citePassages } from './index-corpus.ts';

export function composeRelated(index: CorpusIndex, article: Article): Related[] {
  return index
    .linksFrom(article.ref)
    .toSorted((a, b) => b.weight - a.weight || compareCodeUnits(a.to, b.to))
    .map((link) => {
      const { ref, path, headline, theme } = index.card(link.to);
      return {
        ref,
        path,
        headline,
        theme,
        reasons: link.reasons.map((reason) => ({
          kind: reason.kind,
          text: reason.text,
          here: citePassages(index, article.ref, reason.from),
          there: citePassages(index, link.to, reason.to),
        })),
      };
    });
}
