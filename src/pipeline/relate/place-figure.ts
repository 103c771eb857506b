import type { Article, Figure } from '../types.ts';
import type { CountryIndex } from './country-index.ts';

/** Where a number counts: in the place, or near it (“on the border”). */
export interface FigurePlace {
  readonly id: string;
  readonly near: boolean;
}

/** “near Ukraine”, “on the border”: words up to this many characters after the number. */
const NEAR_WITHIN = 90;
const NEAR =
  /\b(?:near|around|close to|next to)\b|\b(?:the|its|their|his|her|our|whose|[’']s|common|shared|entire|\p{L}+(?:ian|ish)) borders?\b/u;
/** Passages back in which “the border” can have been named. */
const PASSAGES_BACK = 2;

/**
 * The place that the sentence states. For troops on a border without a name it is the country or
 * place named last before it that is not the owner's own, two passages back at most.
 */
export function placeFigure(
  article: Article,
  figure: Figure,
  /** Words of the figure's sentence from the figure on. */
  after: string,
  owner: string | undefined,
  countries: CountryIndex,
): FigurePlace | undefined {
  const isOwn = (id: string) => id === owner || countries.find(id) === owner;
  const near = figure.unit === 'troops' && NEAR.test(after.slice(0, NEAR_WITHIN));
  if (figure.place !== undefined && !(near && isOwn(figure.place))) return { id: figure.place, near };
  if (!near) return undefined;
  const index = article.passages.findIndex((passage) => passage.line === figure.line);
  const first = article.passages[Math.max(0, index - PASSAGES_BACK)]?.line ?? figure.line;
  const [before] = article.annotations.mentions
    .filter(
      ({ kind, id, line, start }) =>
        kind === 'places' &&
        !isOwn(id) &&
        line >= first &&
        (line < figure.line || (line === figure.line && start < figure.end)),
    )
    .sort((a, b) => b.line - a.line || b.start - a.start);
  return before && { id: countries.find(before.id) ?? before.id, near };
}
