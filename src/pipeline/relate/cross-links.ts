import { compareCodeUnits } from '../../compare-code-units.ts';
import { addTo } from '../add-to.ts';
import type { Article, CrossLink, LinkReason } from '../types.ts';
import type { Tie } from './ties/tie.ts';
import type { TermVector, WeighedTerms } from './weigh-terms.ts';
import { cosineOf } from './weigh-terms.ts';

/** What a reason of each kind adds at most; `shown` = reasons of the kind that a link states. */
const KINDS = {
  copy: { weight: 1, shown: 1 },
  'wire-copy': { weight: 0.5, shown: 1 },
  quotation: { weight: 0.4, shown: 3 },
  names: { weight: 0.4, shown: 1 },
  figure: { weight: 0.25, shown: 3 },
  theme: { weight: 0.2, shown: 1 },
} as const satisfies Record<LinkReason['kind'], { weight: number; shown: number }>;

/** Likeness of all words counts beside the reasons, but is none itself. */
const COSINE_WEIGHT = 0.5;
/** Pairs below are not shown. */
export const LEAST_WEIGHT = 0.15;
/** Best links of an article; one more is kept only where the other end ranks it as high. */
const BEST = 6;
/** No article is flooded by others that find it: at most so many links. */
const MOST = 12;

interface Relation {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  readonly ties: readonly Tie[];
}

/**
 * Links between articles with their reasons, both directions, by reference and weight. No reason,
 * no link; pairs below `LEAST_WEIGHT` are left out; each article keeps its best.
 */
export function linkArticles(
  articles: readonly Article[],
  ties: readonly Tie[],
  terms: WeighedTerms,
): CrossLink[] {
  const byPair = new Map<string, Tie[]>();
  for (const tie of ties) {
    const key = `${tie.a} ${tie.b}`;
    addTo(byPair, key, tie);
  }
  const relations = [...byPair.values()]
    .map((pair) => weighPair(pair, terms))
    .filter(({ weight }) => weight >= LEAST_WEIGHT);
  return chooseBest(relations, articles.length)
    .flatMap(({ a, b, weight, ties: reasons }) => {
      const [from, to] = [(articles[a] as Article).ref, (articles[b] as Article).ref];
      const rounded = Math.round(weight * 1000) / 1000;
      return [
        {
          from,
          to,
          weight: rounded,
          reasons: reasons.map(({ kind, text, aLines, bLines }) => ({
            kind,
            text,
            from: aLines,
            to: bLines,
          })),
        },
        {
          from: to,
          to: from,
          weight: rounded,
          reasons: reasons.map(({ kind, text, aLines, bLines }) => ({
            kind,
            text,
            from: bLines,
            to: aLines,
          })),
        },
      ];
    })
    .sort((x, y) => compareCodeUnits(x.from, y.from) || y.weight - x.weight || compareCodeUnits(x.to, y.to));
}

function weighPair(pair: readonly Tie[], terms: WeighedTerms): Relation {
  const { a, b } = pair[0] as Tie;
  // What copies share they share as one text: it is no further reason.
  const copy = pair.filter(({ kind }) => kind === 'copy');
  const strongest = [...(copy.length > 0 ? copy : pair)].sort(
    (x, y) => weighTie(y) - weighTie(x) || compareCodeUnits(x.text, y.text),
  );
  const shown = new Map<LinkReason['kind'], number>();
  const ties = strongest.filter(({ kind }) => {
    const count = (shown.get(kind) ?? 0) + 1;
    shown.set(kind, count);
    return count <= KINDS[kind].shown;
  });
  const cosine = cosineOf(terms.vectors[a] as TermVector, terms.vectors[b] as TermVector);
  const reasons = ties.reduce((sum, tie) => sum + weighTie(tie), 0);
  return { a, b, weight: reasons + COSINE_WEIGHT * cosine, ties };
}

function weighTie({ kind, strength }: Tie): number {
  return KINDS[kind].weight * strength;
}

/** Pairs among the best of either end, as long as neither has too many. */
function chooseBest(relations: readonly Relation[], articles: number): Relation[] {
  const strongest = [...relations].sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const counts = new Uint32Array(articles);
  return strongest.filter(({ a, b }) => {
    const [one, other] = [counts[a] as number, counts[b] as number];
    if (Math.min(one, other) >= BEST || Math.max(one, other) >= MOST) return false;
    counts[a] = one + 1;
    counts[b] = other + 1;
    return true;
  });
}
