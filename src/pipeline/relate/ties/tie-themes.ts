import type { Article } from '../../types.ts';
import { foldWord } from '../terms.ts';
import type { WeighedTerms } from '../weigh-terms.ts';
import type { Tie } from './tie.ts';

/** Below this cosine a common theme says no more than the theme's own page does. */
const LEAST_COSINE = 0.1;
/** Deciding terms that both must have. */
const SHARED_TERMS = 2;
const TERMS_SHOWN = 4;
const LINES_SHOWN = 2;

/** Neighbours by their words that have a theme in common, the home theme of at least one. */
export function tieThemes(articles: readonly Article[], { near }: WeighedTerms): Tie[] {
  // An article is compared with many: its terms are folded once.
  const themed = articles.map(readThemes);
  return near.flatMap(({ a, b, cosine }): Tie[] => {
    if (cosine < LEAST_COSINE) return [];
    const tie = tieTheme(themed[a] ?? [], themed[b] ?? []);
    return tie ? [{ a, b, kind: 'theme', strength: Math.min(1, cosine), ...tie }] : [];
  });
}

/** A theme of an article with the terms that decided, folded; the home theme comes first. */
interface Themed {
  readonly id: string;
  readonly terms: ReadonlySet<string>;
  /** Of lines that can be shown: captions are none. */
  readonly lines: readonly { readonly line: number; readonly terms: ReadonlySet<string> }[];
}

function readThemes({ themes, passages }: Article): Themed[] {
  return themes.map(({ id, terms }) => ({
    id,
    terms: new Set(terms.map(foldWord)),
    lines: passages.flatMap(({ line, role, themes: here }) => {
      const found = role === 'caption' ? undefined : here.find((theme) => theme.id === id);
      return found ? [{ line, terms: new Set(found.terms.map(foldWord)) }] : [];
    }),
  }));
}

function tieTheme(
  one: readonly Themed[],
  other: readonly Themed[],
): Pick<Tie, 'text' | 'aLines' | 'bLines'> | undefined {
  const homes = [one[0]?.id, other[0]?.id];
  for (const theme of one) {
    const match = homes.includes(theme.id) ? other.find(({ id }) => id === theme.id) : undefined;
    if (!match) continue;
    const shared = [...theme.terms].filter((term) => match.terms.has(term));
    if (shared.length < SHARED_TERMS) continue;
    const aLines = findLines(theme, shared);
    const bLines = findLines(match, shared);
    if (aLines.length === 0 || bLines.length === 0) continue;
    return { text: `Same theme, same terms: ${shared.slice(0, TERMS_SHOWN).join(', ')}`, aLines, bLines };
  }
  return undefined;
}

/** Kept lines that carry most of the shared terms, at most two, in order. */
function findLines({ lines }: Themed, shared: readonly string[]): number[] {
  return lines
    .flatMap(({ line, terms }) => {
      const count = shared.filter((term) => terms.has(term)).length;
      return count > 0 ? [{ line, count }] : [];
    })
    .sort((a, b) => b.count - a.count || a.line - b.line)
    .slice(0, LINES_SHOWN)
    .map(({ line }) => line)
    .sort((a, b) => a - b);
}
