/** Which page each group of figures stands on: one for all while they fit, then by what is counted. */
import { compareCodeUnits } from '../../compare-code-units.ts';
import { slugName } from '../language/names/slug-name.ts';
import { capital, titleUnit } from '../relate/name-figures.ts';
import { remember } from '../remember.ts';
import type { Article, CorpusFigures } from '../types.ts';
import type { CorpusIndex } from './index-corpus.ts';
import { labelDate } from './label-part.ts';
import { type PlacedPart, placeParts } from './place-parts.ts';
import { byDate, labelArticles, stepsOfArticle } from './split-articles.ts';
import { PAGE_BYTES, type Part, splitList, stepsOfSlug } from './split-list.ts';

/** Rows that a group may have and still stand among others, where figures are too many for one page. */
const MOST_ROWS = 24;
/** Bytes of a group beside its rows, and of a row beside its words. */
const GROUP_BYTES = 700;
const ROW_BYTES = 620;
/** A sentence of a source is hardly longer. */
const SENTENCE = 300;

export const FIGURES = { path: '/figures/', title: 'Figures' } as const;

export interface FigureLayout {
  /** By what is counted; empty where all figures fit one page. */
  readonly parts: readonly PlacedPart<CorpusFigures>[];
  /** Rows of groups that are too long to stand among others, in parts; empty where all figures fit one page. */
  readonly long: readonly LongGroup[];
  /** Address of each group by its id. */
  readonly paths: ReadonlyMap<string, string>;
}

export interface LongGroup {
  readonly set: CorpusFigures;
  readonly path: string;
  /** The page of its unit. */
  readonly of: { readonly path: string; readonly title: string };
  /** One, without a key, where its rows fit one page. */
  readonly parts: readonly PlacedPart<CorpusFigures['figures'][number]>[];
}

/** Pages of themes and the home page ask for it, too. */
const layouts = new WeakMap<CorpusIndex, FigureLayout>();

export function layOutFigures(index: CorpusIndex): FigureLayout {
  const known = layouts.get(index) ?? layOut(index);
  layouts.set(index, known);
  return known;
}

/** Too long to stand among others. */
export function isLong({ figures }: CorpusFigures): boolean {
  return figures.length > MOST_ROWS;
}

function layOut(index: CorpusIndex): FigureLayout {
  const { figures } = index.corpus;
  const bytes = figures.reduce((sum, set) => sum + countGroupBytes(index, set), 0);
  if (bytes <= PAGE_BYTES) {
    return { parts: [], long: [], paths: new Map(figures.map(({ id }) => [id, `${FIGURES.path}#${id}`])) };
  }
  const parts = placeParts(cutByUnit(index), FIGURES, `${FIGURES.path}units/`, labelUnits);
  const long = parts.flatMap(({ link, items }) =>
    items.filter(isLong).map((set) => cutRows(index, set, { path: link.path, title: link.label })),
  );
  const paths = parts.flatMap(({ link, items }) =>
    items.map(({ id }) => [id, `${link.path}#${id}`] as const),
  );
  return { parts, long, paths: new Map([...paths, ...long.map(({ set, path }) => [set.id, path] as const)]) };
}

/** By unit (rare ones together), then by whose they are, then by date of the first source. */
function cutByUnit(index: CorpusIndex): Part<CorpusFigures>[] {
  const slugOf = remember(slugName);
  const slugUnit = ({ unit }: CorpusFigures): string => slugOf(titleUnit(unit));
  const units = Map.groupBy(index.corpus.figures, slugUnit);
  const keyed = [...units]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .flatMap(([unit, same]) =>
      same
        .map((set) => {
          const [word] = slugOf(set.whose ?? titleUnit(set.unit)).split('-');
          return { set, unit, key: `${unit}/${word}`, first: firstArticle(index, set) };
        })
        .sort((a, b) => compareCodeUnits(a.key, b.key) || byDate(a.first, b.first)),
    );
  const parts = splitList(keyed, {
    *stepsOf({ unit, key, first }) {
      yield* stepsOfSlug(unit);
      yield key;
      for (const step of stepsOfArticle(first)) yield `${key}/${step}`;
    },
    bytesOf: ({ set }) => (isLong(set) ? GROUP_BYTES : countGroupBytes(index, set)),
  });
  return parts.map(({ key, items }) => ({ key, items: items.map(({ set }) => set) }));
}

function firstArticle(index: CorpusIndex, { figures: [first] }: CorpusFigures): Article {
  return index.article(first?.ref ?? '');
}

function cutRows(index: CorpusIndex, set: CorpusFigures, of: LongGroup['of']): LongGroup {
  const path = `${FIGURES.path}${set.id}/`;
  const articleOf = ({ ref }: LongGroup['set']['figures'][number]): Article => index.article(ref);
  const sorted = set.figures.toSorted((a, b) => byDate(articleOf(a), articleOf(b)));
  const cut = splitList(sorted, {
    stepsOf: (row) => stepsOfArticle(articleOf(row)),
    bytesOf: (row) => countRowBytes(index, row),
  });
  const parts = placeParts(
    cut,
    { path, title: set.title },
    path,
    labelArticles(({ ref }) => ref),
  );
  return { set, path, of, parts };
}

/** Bytes that a group comes to, about. */
export function countGroupBytes(index: CorpusIndex, { figures }: CorpusFigures): number {
  const bytes = figures.map((row) => countRowBytes(index, row));
  return bytes.reduce((sum, row) => sum + row, figures.length > 1 ? GROUP_BYTES : 0);
}

function countRowBytes(index: CorpusIndex, { ref, figure }: CorpusFigures['figures'][number]): number {
  return ROW_BYTES + Math.min(SENTENCE, index.passage(ref, figure.line).text.length);
}

/** `Troops`, `Aircraft – companies`; where one unit has several parts, `Troops, Russian` and `Troops, March 2022`. */
function labelUnits({ key, items }: Part<CorpusFigures>): string {
  const [, word, date] = key.split('/');
  const ends = [items[0], items.at(-1)].map((set) => capital(titleUnit(set?.unit ?? '')));
  const title = ends[0] === ends[1] ? `${ends[0]}` : ends.join(' – ');
  const refs = items.map(({ figures }) => figures[0]?.ref ?? '');
  // A title that begins with the unit has no subject.
  const subject =
    word === undefined || key.startsWith(`${word}/`) || key.startsWith(`${word}-`) ? [] : [capital(word)];
  return [title, ...subject, ...(date === undefined ? [] : [labelDate(date, refs)])].join(', ');
}
