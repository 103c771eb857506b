/** Themes: the list, one page each that ends with every kept line it tags, and its print pack. */
import type { BriefingCard, Comparison, ThemeMatter, ThemesMatter } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Article, CorpusFigures, Theme } from '../types.ts';
import type { BodyNode, DeferredPage, Page } from '../write/serialise.ts';
import { composeFigureGroup, MOST_GLANCE_ROWS } from './compose-figures.ts';
import { composePrint } from './compose-print.ts';
import { composeReports, countReportBytes, groupBySentence, type Report } from './compose-reports.ts';
import { type CorpusIndex, citePassages, themePath } from './index-corpus.ts';
import { countGroupBytes, layOutFigures } from './lay-out-figures.ts';
import {
  composeTagged,
  countLines,
  deferTagged,
  isTagged,
  listTagged,
  placeTagged,
  type TaggedArticle,
} from './list-tagged.ts';
import { placeParts } from './place-parts.ts';
import { byDate, labelArticles, stepsOfArticle } from './split-articles.ts';
import { PAGE_BYTES, splitList, takeFirst } from './split-list.ts';

export interface CheckedTheme {
  readonly theme: Theme;
  readonly comparisons: readonly Comparison[];
  readonly introduction: readonly BodyNode[];
}

/** Briefings that a page of a theme in parts names first, of each list. */
const MOST_NEWEST = 20;
/** Bytes of deeds on the first page of a theme in parts. */
const DEED_BYTES = 30_000;
/** Bytes of figures on the first page of a theme in parts, and the other groups that it names. */
const FIGURE_BYTES = 30_000;
const MOST_OTHER_FIGURES = 30;
/** Bytes of a briefing in a list with its sentence, and of one in a short list. */
const CARD_BYTES = 950;
const SHORT_BYTES = 480;

export function* composeThemes(
  index: CorpusIndex,
  themes: readonly CheckedTheme[],
): Generator<Page | DeferredPage> {
  const tagged = new Map(themes.map(({ theme }) => [theme.id, listTagged(index, theme.id)]));
  yield* composeList(index, themes, tagged);
  for (const checked of themes) {
    const articles = tagged.get(checked.theme.id) ?? [];
    yield* composeTheme(index, checked, articles);
    yield* composePrint(index, checked.theme, articles);
  }
}

const LIST = { kind: 'themes', title: 'Themes' } as const;

function* composeList(
  index: CorpusIndex,
  themes: readonly CheckedTheme[],
  tagged: ReadonlyMap<string, readonly TaggedArticle[]>,
): Generator<Page> {
  const rest = withoutTheme(index);
  const cards = (articles: readonly Article[]): BriefingCard[] => articles.map(({ ref }) => index.card(ref));
  const parts = splitList(rest, { stepsOf: stepsOfArticle, bytesOf: () => SHORT_BYTES });
  const placed =
    parts.length <= 1
      ? []
      : placeParts(
          parts,
          { path: '/themes/', title: LIST.title },
          '/briefings/no-theme/',
          labelArticles(({ ref }) => ref),
        );
  const matter: ThemesMatter = {
    ...LIST,
    path: '/themes/',
    description: 'The themes that this site follows, what belongs to each, and how much of it there is.',
    themes: themes.map(({ theme }) => ({
      chip: index.chip(theme.id),
      path: themePath(theme.id),
      definition: theme.definition,
      briefings: index.briefingsOf(theme.id).length,
      touched: touchedBy(index, theme.id).length,
      lines: countLines(tagged.get(theme.id) ?? []),
    })),
    noTheme: cards(placed.length === 0 ? rest : rest.slice(0, MOST_NEWEST)),
    parts: placed.length === 0 ? undefined : placed.map(({ link }) => link),
  };
  yield { matter, body: [] };
  for (const { items, link, part } of placed) {
    const place = { path: link.path, title: `No theme yet: ${link.label}`, part };
    const description = 'Briefings that are in no theme.';
    yield { matter: { ...LIST, ...place, description, themes: [], noTheme: cards(items) }, body: [] };
  }
}

/** Newest first, undated ones as they come. */
export function withoutTheme(index: CorpusIndex): Article[] {
  return index.corpus.articles.filter((article) => article.themes.length === 0).sort(byDate);
}

/** Articles at home elsewhere that reach the theme too, with the lines that do; newest first, undated ones as they come. */
export function touchedBy(
  index: CorpusIndex,
  themeId: string,
): { readonly article: Article; readonly lines: readonly number[] }[] {
  return index.corpus.articles
    .flatMap((article) => {
      const theme = article.themes.slice(1).find(({ id }) => id === themeId);
      return theme ? [{ article, lines: theme.lines }] : [];
    })
    .sort((a, b) => byDate(a.article, b.article));
}

function* composeTheme(
  index: CorpusIndex,
  checked: CheckedTheme,
  tagged: readonly TaggedArticle[],
): Generator<Page | DeferredPage> {
  const { theme, comparisons, introduction } = checked;
  const about = {
    kind: 'theme' as const,
    description: theme.definition,
    theme: index.chip(theme.id),
    definition: theme.definition,
    printPath: `${themePath(theme.id)}print/`,
  };
  const path = themePath(theme.id);
  const home = index.briefingsOf(theme.id);
  const touches = touchedBy(index, theme.id);
  const sets = findFigures(index, theme, tagged);
  const deeds = findDeeds(index, theme, tagged);
  const bytes =
    tagged.reduce((sum, one) => sum + one.bytes, 0) +
    sets.reduce((sum, set) => sum + countGroupBytes(index, set), 0) +
    countReportBytes(deeds) +
    home.length * CARD_BYTES +
    touches.length * SHORT_BYTES;
  const parts =
    bytes <= PAGE_BYTES
      ? []
      : placeTagged(tagged, { path, title: theme.title }, `${path}lines/`, (one) => one.bytes);
  const isCut = parts.length > 0;
  const figures = isCut ? pickFigures(index, sets) : sets;
  const matter: ThemeMatter = {
    ...about,
    path,
    title: theme.title,
    hasIntroduction: introduction.length > 0,
    author: theme.author,
    date: theme.date,
    comparisons,
    figures: figures.map((set) => composeFigureGroup(index, set)),
    otherFigures: sets
      .filter((set) => !figures.includes(set))
      .slice(0, MOST_OTHER_FIGURES)
      .map(({ id, title }) => ({ title, path: layOutFigures(index).paths.get(id) ?? '/figures/' })),
    totals: { briefings: home.length, touches: touches.length, lines: countLines(tagged) },
    briefings: (isCut ? home.slice(0, MOST_NEWEST) : home).map(({ ref }) => index.card(ref)),
    touches: (isCut ? touches.slice(0, MOST_NEWEST) : touches).map(({ article: { ref }, lines }) => ({
      card: index.card(ref),
      cite: citePassages(index, ref, lines),
    })),
    deeds: composeDeeds(index, theme, deeds, isCut),
    tagged: isCut ? [] : composeTagged(index, tagged, theme.id),
    terms: countTerms(theme, tagged),
    needs: theme.needs,
    parts: isCut ? parts.map(({ link }) => link) : undefined,
  };
  yield { matter, body: introduction };
  const empty = {
    hasIntroduction: false,
    comparisons: [],
    figures: [],
    otherFigures: [],
    briefings: [],
    touches: [],
  };
  for (const { items, link, part } of parts) {
    const page = {
      ...{ ...about, ...empty, terms: [], needs: theme.needs },
      path: link.path,
      title: `${theme.title}: ${link.label}`,
      totals: { briefings: items.length, touches: 0, lines: countLines(items) },
      part,
    } satisfies Omit<ThemeMatter, 'tagged'>;
    yield deferTagged(index, page, items, () => ({
      ...page,
      tagged: composeTagged(index, items, theme.id),
    }));
  }
}

/** Sentences of the lines that the theme tags which report what its file lists. */
function findDeeds(index: CorpusIndex, theme: Theme, tagged: readonly TaggedArticle[]): Report[] {
  return tagged.flatMap(({ article }) =>
    article.annotations.deeds.flatMap(({ who, ...deed }) =>
      deed.theme === theme.id && isTagged(index.passage(article.ref, deed.line), theme.id)
        ? [{ ...deed, article, who: [who] }]
        : [],
    ),
  );
}

/** All of them, or of a theme in parts the newest until the page has enough. */
function composeDeeds(
  index: CorpusIndex,
  { deeds: listed }: Theme,
  found: readonly Report[],
  isCut: boolean,
): ThemeMatter['deeds'] {
  const newest = found.toSorted((a, b) => byDate(a.article, b.article));
  const shown = isCut ? takeFirst(newest, (deed) => countReportBytes([deed]), DEED_BYTES) : found;
  const rows = composeReports(index, shown);
  if (!listed || rows.length === 0) return undefined;
  return { title: listed.title, who: listed.who, rows, total: groupBySentence(found).size };
}

/** Groups of which the theme tags two rows or more. */
function findFigures(index: CorpusIndex, theme: Theme, tagged: readonly TaggedArticle[]): CorpusFigures[] {
  const lines = new Set(
    tagged.flatMap(({ article: { ref, passages } }) =>
      passages.flatMap((passage) =>
        passage.role !== 'crosshead' && isTagged(passage, theme.id) ? [`${ref}:${passage.line}`] : [],
      ),
    ),
  );
  return index.corpus.figures.filter(
    ({ figures }) =>
      figures.length > 1 &&
      figures.filter(({ ref, figure }) => lines.has(`${ref}:${figure.line}`)).length > 1,
  );
}

/** Those that can be taken in, until the page has enough of them. */
function pickFigures(index: CorpusIndex, sets: readonly CorpusFigures[]): CorpusFigures[] {
  const short = sets.filter(({ figures }) => figures.length <= MOST_GLANCE_ROWS);
  return takeFirst(short, (set) => countGroupBytes(index, set), FIGURE_BYTES);
}

/** The theme's terms with the lines in which each decided, most lines first. */
function countTerms(theme: Theme, tagged: readonly TaggedArticle[]): ThemeMatter['terms'] {
  const lines = tagged.flatMap(({ article }) =>
    article.passages.flatMap(({ role, themes }) =>
      role === 'caption' || role === 'crosshead'
        ? []
        : themes
            .filter(({ id }) => id === theme.id)
            .map(({ terms }) => terms.map((word) => word.toLowerCase())),
    ),
  );
  return theme.terms
    .map(({ term, weight }) => {
      const stem = term.replace(/\*$/, '').toLowerCase();
      const matches = (word: string): boolean => (term.endsWith('*') ? word.startsWith(stem) : word === stem);
      return { term, weight, lines: lines.filter((terms) => terms.some(matches)).length };
    })
    .filter(({ lines: count }) => count > 0)
    .sort((a, b) => b.lines - a.lines || b.weight - a.weight || compareCodeUnits(a.term, b.term));
}
