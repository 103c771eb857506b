/** The first page: themes with their briefings, how much was kept, one comparison, who is named where. */
import type { HomeMatter, QuoteCard } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { CorpusName, Quotation, Theme } from '../types.ts';
import type { Page } from '../write/serialise.ts';
import { composeFigureGroup, rankComparisons } from './compose-figures.ts';
import { composeQuoteCard } from './compose-quote-card.ts';
import { touchedBy, withoutTheme } from './compose-themes.ts';
import {
  briefingPath,
  type CorpusIndex,
  citePassages,
  themePath,
  ticksOf,
  totalCounts,
} from './index-corpus.ts';

/** Above a dozen articles one total bar takes the place of the line strips. */
const MOST_STRIPS = 12;
const MOST_BRIEFINGS_A_THEME = 6;
/** Above eight articles the matrix shows person × theme. */
const MOST_SOURCE_COLUMNS = 8;
const MOST_MATRIX_ROWS = 10;
const MOST_QUOTE_WORDS = 30;

export function composeHome(index: CorpusIndex, title: string, description: string): Page[] {
  const { articles } = index.corpus;
  const matter: HomeMatter = {
    kind: 'home',
    path: '/',
    title,
    description,
    statement: description,
    totals: { ...totalCounts(articles), briefings: articles.length },
    allUndated: articles.every((article) => article.source.published === undefined),
    themes: index.themes.map((theme) => {
      const home = index.briefingsOf(theme.id);
      return {
        chip: index.chip(theme.id),
        path: themePath(theme.id),
        definition: theme.definition,
        briefings: home.slice(0, MOST_BRIEFINGS_A_THEME).map((article) => index.card(article.ref)),
        total: home.length,
        also: touchedBy(index, theme.id)
          .slice(0, MOST_BRIEFINGS_A_THEME)
          .map(({ article, lines }) => ({
            ref: article.ref,
            path: briefingPath(article),
            cite: citePassages(index, article.ref, lines),
          })),
      };
    }),
    noTheme: withoutTheme(index)
      .slice(0, MOST_BRIEFINGS_A_THEME)
      .map(({ ref }) => index.card(ref)),
    strips:
      articles.length > MOST_STRIPS
        ? []
        : articles.map((article) => ({ card: index.card(article.ref), ticks: ticksOf(article) })),
    figures: rankComparisons(index)
      .slice(0, 1)
      .map((set) => composeFigureGroup(index, set))[0],
    matrix: composeMatrix(index),
    quotes: composeQuotes(index),
  };
  return [{ matter, body: [] }];
}

type Matrix = NonNullable<HomeMatter['matrix']>;
type Column = Matrix['columns'][number] & { readonly refs: ReadonlySet<string> };

function composeMatrix(index: CorpusIndex): Matrix | undefined {
  const columns = matrixColumns(index);
  const rows = index.names
    .filter((name) => name.kind === 'people')
    .map((name) => ({ name, cells: columns.map((column) => countCell(index, name, column)) }))
    .map((row) => ({
      ...row,
      sources: new Set(row.name.mentions.filter((m) => !m.caption).map((m) => m.ref)).size,
      lines: row.cells.reduce((sum, cell) => sum + cell.count, 0),
    }))
    .filter((row) => row.lines > 0)
    .sort((a, b) => b.sources - a.sources || b.lines - a.lines || compareCodeUnits(a.name.name, b.name.name))
    .slice(0, MOST_MATRIX_ROWS)
    .flatMap(({ name, cells }) => {
      const link = index.nameLink(name.kind, name.id);
      return link ? [{ name: link, cells }] : [];
    });
  if (rows.length < 2 || columns.length < 2) return undefined;
  return { columns: columns.map(({ label, path, title }) => ({ label, path, title })), rows };
}

function matrixColumns(index: CorpusIndex): Column[] {
  const { articles } = index.corpus;
  if (articles.length <= MOST_SOURCE_COLUMNS)
    return articles.map((article) => ({
      label: article.ref,
      path: briefingPath(article),
      title: article.headline.text,
      refs: new Set([article.ref]),
    }));
  return index.themes.map((theme: Theme) => ({
    label: theme.title,
    path: themePath(theme.id),
    title: theme.title,
    refs: new Set(index.briefingsOf(theme.id).map((article) => article.ref)),
  }));
}

function countCell(
  index: CorpusIndex,
  name: CorpusName,
  column: Column,
): Matrix['rows'][number]['cells'][number] {
  const mentions = name.mentions.filter((mention) => !mention.caption && column.refs.has(mention.ref));
  const count = new Set(mentions.map((mention) => `${mention.ref}:${mention.line}`)).size;
  const [first] = mentions;
  // A line to open exists only in a column that is a source, not in that of a theme with one.
  return first && column.label === first.ref
    ? { count, cite: citePassages(index, first.ref, [first.line]) }
    : { count };
}

/** One a theme: the longest complete quotation of a person not yet shown that is short enough to take in. */
function composeQuotes(index: CorpusIndex): QuoteCard[] {
  const shown = new Set<string>();
  return index.themes.flatMap((theme) => {
    const refs = new Set(index.briefingsOf(theme.id).map((article) => article.ref));
    const best = index.corpus.quotations
      .filter(({ ref, quotation }) => {
        const { speaker } = quotation;
        return (
          refs.has(ref) &&
          quotation.kind === 'full' &&
          quotation.parts.length === 1 &&
          quotation.unclosed === undefined &&
          isWholeSentence(index, ref, quotation) &&
          quotation.confidence !== 'low' &&
          speaker?.kind === 'people' &&
          speaker.id !== undefined &&
          !shown.has(speaker.id) &&
          quotation.text.split(/\s+/).length <= MOST_QUOTE_WORDS
        );
      })
      .sort((a, b) => b.quotation.text.length - a.quotation.text.length || compareCodeUnits(a.ref, b.ref))[0];
    if (!best) return [];
    shown.add(best.quotation.speaker?.id ?? '');
    return [composeQuoteCard(index, best)];
  });
}

/** A part of a sentence is no quotation to show alone: its words run from a capital to a closing mark. */
function isWholeSentence(index: CorpusIndex, ref: string, { text, parts }: Quotation): boolean {
  const [part] = parts;
  if (!part) return false;
  // The closing mark may stand outside the quotation's words: `… a big deal,” he said`.
  const next = index.passage(ref, part.line).text.slice(part.end, part.end + 1);
  return /^\p{Lu}/u.test(text) && (/[.,!?…]$/.test(text) || /[.,!?…]/.test(next));
}
