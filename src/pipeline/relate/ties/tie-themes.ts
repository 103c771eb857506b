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
  return near.flatMap(({ a, b, cosine }): Tie[] => {
    if (cosine < LEAST_COSINE) return [];
    const tie = tieTheme(articles[a] as Article, articles[b] as Article);
    return tie ? [{ a, b, kind: 'theme', strength: Math.min(1, cosine), ...tie }] : [];
  });
}

function tieTheme(one: Article, other: Article): Pick<Tie, 'text' | 'aLines' | 'bLines'> | undefined {
  const homes = [one.themes[0]?.id, other.themes[0]?.id];
  for (const theme of one.themes) {
    const match = other.themes.find(({ id }) => id === theme.id);
    if (!match || !homes.includes(theme.id)) continue;
    const theirs = new Set(match.terms.map(foldWord));
    const shared = [...new Set(theme.terms.map(foldWord))].filter((term) => theirs.has(term));
    if (shared.length < SHARED_TERMS) continue;
    const aLines = findLines(one, theme.id, shared);
    const bLines = findLines(other, theme.id, shared);
    if (aLines.length === 0 || bLines.length === 0) continue;
    return { text: `Same theme, same terms: ${shared.slice(0, TERMS_SHOWN).join(', ')}`, aLines, bLines };
  }
  return undefined;
}

/** Kept lines that carry most of the shared terms, at most two, in order. */
function findLines(article: Article, theme: string, shared: readonly string[]): number[] {
  return article.passages
    .flatMap(({ line, role, themes }) => {
      const terms = themes.find(({ id }) => id === theme)?.terms ?? [];
      const count = new Set(terms.map(foldWord).filter((term) => shared.includes(term))).size;
      return count > 0 && role !== 'caption' ? [{ line, count }] : [];
    })
    .sort((a, b) => b.count - a.count || a.line - b.line)
    .slice(0, LINES_SHOWN)
    .map(({ line }) => line)
    .sort((a, b) => a - b);
}
