/** Themes: the list, one page each that ends with every kept line it tags, and its print pack. */
import type {
  BriefingCard,
  Citation,
  Comparison,
  PrintMatter,
  TaggedGroup,
  ThemeMatter,
  ThemesMatter,
} from '../../briefing.ts';
import type { Article, Passage, Theme } from '../types.ts';
import type { BodyNode, Page } from '../write/serialise.ts';
import { excerptPassage } from './cite.ts';
import { takenOut } from './compose-briefing.ts';
import { composeFigureGroup } from './compose-figures.ts';
import { type CorpusIndex, citePassages } from './index-corpus.ts';

export interface CheckedTheme {
  readonly theme: Theme;
  readonly comparisons: readonly Comparison[];
  readonly introduction: readonly BodyNode[];
}

export function composeThemes(index: CorpusIndex, themes: readonly CheckedTheme[]): Page[] {
  const tagged = new Map(themes.map(({ theme }) => [theme.id, composeTagged(index, theme.id)]));
  const matter: ThemesMatter = {
    kind: 'themes',
    path: '/themes/',
    title: 'Themes',
    description: 'The themes that this site follows, what belongs to each, and how much of it there is.',
    themes: themes.map(({ theme }) => ({
      chip: index.chip(theme.id),
      path: `/themes/${theme.id}/`,
      definition: theme.definition,
      briefings: index.briefingsOf(theme.id).length,
      touched: touchedBy(index, theme.id).length,
      lines: countLines(tagged.get(theme.id) ?? []),
    })),
    noTheme: cardsWithoutTheme(index),
  };
  const pages = themes.flatMap((checked) => {
    const groups = tagged.get(checked.theme.id) ?? [];
    return [composeTheme(index, checked, groups), composePrint(index, checked.theme, groups)];
  });
  return [{ matter, body: [] }, ...pages];
}

export function cardsWithoutTheme(index: CorpusIndex): BriefingCard[] {
  return index.corpus.articles
    .filter((article) => article.themes.length === 0)
    .map((article) => index.card(article.ref));
}

/** Briefings at home elsewhere whose article reaches the theme too, with the lines that do. */
export function touchedBy(index: CorpusIndex, themeId: string): { card: BriefingCard; cite: Citation }[] {
  return index.corpus.articles.flatMap((article) => {
    const theme = article.themes.slice(1).find(({ id }) => id === themeId);
    if (!theme) return [];
    return [{ card: index.card(article.ref), cite: citePassages(index, article.ref, theme.lines) }];
  });
}

function countLines(groups: readonly TaggedGroup[]): number {
  return groups.flatMap((group) => group.sections.flatMap((section) => section.lines)).length;
}

/** Every kept line that the theme tags, home briefings first, under the crosshead it stands under. */
function composeTagged(index: CorpusIndex, themeId: string): TaggedGroup[] {
  const home = index.briefingsOf(themeId);
  const others = index.corpus.articles.filter((article) => article.themes[0]?.id !== themeId);
  return [...home, ...others].flatMap((article) => {
    const sections = tagSections(article, themeId);
    return sections.length > 0 ? [{ briefing: index.card(article.ref), sections }] : [];
  });
}

function tagSections(article: Article, themeId: string): TaggedGroup['sections'] {
  const passages = new Map<number, Passage>(article.passages.map((passage) => [passage.line, passage]));
  const sections = new Map<number | undefined, TaggedGroup['sections'][number]['lines'][number][]>();
  for (const passage of article.passages) {
    const tag = passage.themes.find(({ id }) => id === themeId);
    if (!tag || passage.role === 'caption') continue;
    const under = passage.role === 'crosshead' ? passage.line : passage.under;
    const lines = sections.get(under) ?? [];
    // A tagged crosshead stands above its lines already.
    if (passage.role !== 'crosshead')
      lines.push({ words: excerptPassage(article, passage), terms: tag.terms });
    sections.set(under, lines);
  }
  return [...sections].map(([under, lines]) => {
    const crosshead = under === undefined ? undefined : passages.get(under);
    return { crosshead: crosshead && excerptPassage(article, crosshead), lines };
  });
}

function composeTheme(index: CorpusIndex, checked: CheckedTheme, tagged: readonly TaggedGroup[]): Page {
  const { theme, comparisons, introduction } = checked;
  const refs = new Set(tagged.map((group) => group.briefing.ref));
  const taggedLines = new Set(
    tagged.flatMap((group) => group.sections.flatMap((s) => s.lines.map((line) => line.words.cite))),
  );
  const printPath = `/themes/${theme.id}/print/`;
  const matter: ThemeMatter = {
    kind: 'theme',
    path: `/themes/${theme.id}/`,
    title: theme.title,
    description: theme.definition,
    theme: index.chip(theme.id),
    definition: theme.definition,
    hasIntroduction: introduction.length > 0,
    author: theme.author,
    date: theme.date,
    comparisons,
    figures: index.corpus.figures
      .filter(
        (set) =>
          set.figures.length > 1 &&
          set.figures.filter(
            ({ ref, figure }) => refs.has(ref) && taggedLines.has(citePassages(index, ref, [figure.line])),
          ).length > 1,
      )
      .map((set) => composeFigureGroup(index, set)),
    briefings: index.briefingsOf(theme.id).map((article) => index.card(article.ref)),
    touches: touchedBy(index, theme.id),
    tagged,
    terms: countTerms(theme, tagged),
    needs: theme.needs,
    printPath,
  };
  return { matter, body: introduction };
}

/** The theme's terms with the lines in which each decided, most lines first. */
function countTerms(theme: Theme, tagged: readonly TaggedGroup[]): ThemeMatter['terms'] {
  const lines = tagged.flatMap((group) => group.sections.flatMap((section) => section.lines));
  return theme.terms
    .map(({ term, weight }) => {
      const stem = term.replace(/\*$/, '').toLowerCase();
      const matches = (word: string): boolean =>
        term.endsWith('*') ? word.toLowerCase().startsWith(stem) : word.toLowerCase() === stem;
      return { term, weight, lines: lines.filter((line) => line.terms.some(matches)).length };
    })
    .filter(({ lines }) => lines > 0)
    .sort((a, b) => b.lines - a.lines || b.weight - a.weight || (a.term < b.term ? -1 : 1));
}

function composePrint(index: CorpusIndex, theme: Theme, tagged: readonly TaggedGroup[]): Page {
  const matter: PrintMatter = {
    kind: 'print',
    path: `/themes/${theme.id}/print/`,
    title: `${theme.title}: print pack`,
    description: `Every line that the theme ${theme.title} tags, with its reference, to print.`,
    theme: index.chip(theme.id),
    definition: theme.definition,
    tagged,
    takenOut: tagged.map(({ briefing }) => ({
      card: briefing,
      lines: index
        .article(briefing.ref)
        .lines.filter((line) => line.status === 'removed' || line.status === 'set-aside')
        .map(takenOut),
    })),
  };
  return { matter, body: [] };
}
