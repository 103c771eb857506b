/** Gives passages and then the article their themes, with the terms that decided. */
import { stemmer } from 'stemmer';
import { isAbbreviation } from '../editorial/themes.ts';
import type { ArticleTheme, Passage, PassageTheme, Theme } from '../types.ts';

/** A passage is tagged from this score on, an article from its own; also shown on the method page. */
export const THEME_THRESHOLD = { passage: 1.5, article: 5 } as const;
/** … and only themes within this share of the passage’s best. */
const NEAR_BEST = 0.4;
/** One passage gives at most this much to the article. */
const MOST_PER_PASSAGE = 6;
/** Below this score a single word, however often it is printed, does not decide. */
const SURE_BY_ONE_TERM = 9;
/** … unless the headline has it too and so many passages do, the headline included. */
const SURE_BY_LINES = 3;
const HEADLINE_FACTOR = 2;
const LEAD_FACTOR = 1.5;
const LEAD_PASSAGES = 3;
/** A passage that is not tagged still counts from this score on. */
const WEAK_PASSAGE = 1;
/** An article that has a theme is about the crisis: another is touched on weaker evidence. */
const ALSO = 2.5;
/** A theme that no article would have for itself is touched only with this share of the home theme’s score. */
const TOUCHED_SHARE = 0.15;

export interface ThemeMatcher {
  /** Scores of a text for each theme that occurs in it at all. */
  score(text: string): PassageTheme[];
  /** The themes that need nothing, or one of whose needs stands in the text. */
  meets(text: string): ReadonlySet<string>;
}

interface Term {
  readonly theme: number;
  readonly weight: number;
  readonly id: number;
  readonly words: readonly string[];
  readonly prefix: boolean;
  readonly exactCase: boolean;
}

export function createThemeMatcher(themes: readonly Theme[]): ThemeMatcher {
  const byStart = indexTerms(themes.map(({ terms }) => terms));
  const needsByStart = indexTerms(themes.map(({ needs }) => needs.map((term) => ({ term, weight: 0 }))));
  const needless = themes.filter(({ needs }) => needs.length === 0).map(({ id }) => id);
  return {
    meets(text) {
      const met = new Set(needless);
      if (met.size === themes.length) return met;
      const { printed, lower } = splitWords(text);
      for (let at = 0; at < lower.length; at += 1)
        for (const term of needsByStart.get(lower[at]?.slice(0, 2) ?? '') ?? []) {
          const id = themes[term.theme]?.id ?? '';
          if (!met.has(id) && matchesAt(term, term.exactCase ? printed : lower, at)) met.add(id);
        }
      return met;
    },
    score(text) {
      const { printed, lower } = splitWords(text);
      const sums = themes.map(() => 0);
      const found = themes.map(() => new Map<string, string>());
      const counts = new Map<number, number>();
      for (let at = 0; at < lower.length; at += 1) {
        for (const term of byStart.get(lower[at]?.slice(0, 2) ?? '') ?? []) {
          if (!matchesAt(term, term.exactCase ? printed : lower, at)) continue;
          const count = (counts.get(term.id) ?? 0) + 1;
          counts.set(term.id, count);
          const words = printed.slice(at, at + term.words.length).join(' ');
          const key = words.toLowerCase();
          const terms = found[term.theme];
          if (terms && !terms.has(key)) terms.set(key, words);
          if (count <= 2) sums[term.theme] = (sums[term.theme] ?? 0) + term.weight;
        }
      }
      return themes.flatMap((theme, at) => {
        const score = sums[at] ?? 0;
        return score > 0 ? [{ id: theme.id, score, terms: [...(found[at]?.values() ?? [])] }] : [];
      });
    },
  };
}

/** Terms by their first two letters, in lower case. */
function indexTerms(
  terms: readonly (readonly { readonly term: string; readonly weight: number }[])[],
): ReadonlyMap<string, readonly Term[]> {
  const byStart = new Map<string, Term[]>();
  let id = 0;
  for (const [theme, own] of terms.entries())
    for (const { term, weight } of own) {
      const prefix = term.endsWith('*');
      const exactCase = isAbbreviation(term);
      const bare = (prefix ? term.slice(0, -1) : term).replace(/[’‘]/g, "'").trim();
      const words = (exactCase ? bare : bare.toLowerCase()).match(WORD) ?? [];
      const first = words[0]?.toLowerCase().slice(0, 2);
      if (first === undefined) continue;
      const list = byStart.get(first) ?? [];
      list.push({ theme, weight, id, words, prefix, exactCase });
      byStart.set(first, list);
      id += 1;
    }
  return byStart;
}

function splitWords(text: string): {
  readonly printed: readonly string[];
  readonly lower: readonly string[];
} {
  const printed = text.replace(/[’‘]/g, "'").match(WORD) ?? [];
  return { printed, lower: printed.map((word) => word.toLowerCase()) };
}

const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;

function matchesAt(term: Term, words: readonly string[], at: number): boolean {
  const last = term.words.length - 1;
  return term.words.every((wanted, offset) => {
    const word = words[at + offset];
    if (word === undefined) return false;
    if (offset === last && term.prefix) return word.startsWith(wanted);
    return word === wanted || (offset === last && word === `${wanted}'s`);
  });
}

/** The themes that a passage is tagged with, strongest first. */
export function tagPassage(text: string, matcher: ThemeMatcher, themes: readonly Theme[]): PassageTheme[] {
  const scores = sortThemes(matcher.score(text), themes);
  const best = scores[0]?.score ?? 0;
  return scores.filter(({ score }) => score >= THEME_THRESHOLD.passage && score >= best * NEAR_BEST);
}

/**
 * The themes whose needs an article meets: in the headline, the first paragraphs, or one of the passages
 * that speak of the theme. “Talks” of two companies are no diplomacy, whatever else the report mentions.
 */
export function findMetThemes(
  passages: readonly Pick<Passage, 'text' | 'role' | 'themes'>[],
  matcher: ThemeMatcher,
  themes: readonly Theme[],
): ReadonlySet<string> {
  const met = new Set<string>();
  let paragraphs = 0;
  for (const passage of passages) {
    if (passage.role === 'caption') continue;
    if (passage.role === 'paragraph') paragraphs += 1;
    const isTop = passage.role === 'headline' || paragraphs <= LEAD_PASSAGES;
    if (!isTop && !passage.themes.some(({ id }) => !met.has(id))) continue;
    for (const id of matcher.meets(passage.text))
      if (isTop || passage.themes.some((theme) => theme.id === id)) met.add(id);
  }
  for (const { id, needs } of themes) if (needs.length === 0) met.add(id);
  return met;
}

/** The themes of an article, of those that it may have, home theme first; none if none is strong enough. */
export function tagArticle(
  passages: readonly Pick<Passage, 'line' | 'text' | 'role' | 'themes'>[],
  matcher: ThemeMatcher,
  themes: readonly Theme[],
  met: ReadonlySet<string>,
): ArticleTheme[] {
  const sums = new Map<string, { score: number; terms: Map<string, string>; lines: number[] }>();
  let paragraphs = 0;
  for (const passage of passages) {
    if (passage.role === 'caption') continue;
    if (passage.role === 'paragraph') paragraphs += 1;
    const factor =
      passage.role === 'headline'
        ? HEADLINE_FACTOR
        : passage.role === 'paragraph' && paragraphs <= LEAD_PASSAGES
          ? LEAD_FACTOR
          : 1;
    for (const { id, score, terms } of matcher.score(passage.text)) {
      if (!met.has(id)) continue;
      if (!passage.themes.some((tagged) => tagged.id === id) && score < WEAK_PASSAGE) continue;
      const sum = sums.get(id) ?? { score: 0, terms: new Map<string, string>(), lines: [] };
      sum.score += Math.min(score, MOST_PER_PASSAGE) * factor;
      sum.lines.push(passage.line);
      for (const term of terms)
        if (!sum.terms.has(term.toLowerCase())) sum.terms.set(term.toLowerCase(), term);
      sums.set(id, sum);
    }
  }
  const headed = new Set(passages.filter(({ role }) => role === 'headline').map(({ line }) => line));
  const all = sortThemes(
    [...sums].map(([id, { score, terms, lines }]) => ({
      id,
      score: Math.round(score * 10) / 10,
      terms: [...terms.values()],
      lines,
    })),
    themes,
  );
  const isSure = ({ score, terms, lines }: ArticleTheme): boolean =>
    score >= SURE_BY_ONE_TERM ||
    countRoots(terms) > 1 ||
    (lines.length >= SURE_BY_LINES && lines.some((line) => headed.has(line)));

  const best = all.find(isSure)?.score ?? 0;
  if (best < THEME_THRESHOLD.article) return [];
  return all.filter(
    (theme) =>
      (isSure(theme) || standsAlone(theme, themes)) &&
      (theme.score >= THEME_THRESHOLD.article ||
        (theme.score >= ALSO && theme.score >= best * TOUCHED_SHARE)),
  );
}

/** Whether one of the words decides by itself: “sanctions” in a report on troops. */
function standsAlone({ id, terms }: ArticleTheme, themes: readonly Theme[]): boolean {
  const alone = themes.find((theme) => theme.id === id)?.terms.filter((term) => term.alone) ?? [];
  return terms.some((words) =>
    alone.some(({ term }) =>
      term.endsWith('*')
        ? words.toLowerCase().startsWith(term.slice(0, -1).toLowerCase())
        : words.toLowerCase() === term.toLowerCase(),
    ),
  );
}

/** `talks` and `talks with`, `ambassador` and `ambassadors` are one word’s worth of evidence. */
function countRoots(terms: readonly string[]): number {
  return new Set(terms.map((term) => stemmer((term.split(/[ -]/)[0] ?? '').toLowerCase()))).size;
}

/** Strongest first, ties in the editor’s order. */
function sortThemes<T extends { readonly id: string; readonly score: number }>(
  found: readonly T[],
  themes: readonly Theme[],
): T[] {
  const place = (id: string): number => {
    const theme = themes.find((one) => one.id === id);
    return theme ? theme.order : themes.length;
  };
  return [...found].sort((a, b) => b.score - a.score || place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1));
}
