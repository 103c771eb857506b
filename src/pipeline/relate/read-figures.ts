import type { Article, Figure } from '../types.ts';
import type { CountryIndex } from './country-index.ts';
import { type FigurePlace, placeFigure } from './place-figure.ts';
import type { Study } from './study-articles.ts';
import { foldWord, splitTerms, type TermMemory } from './terms.ts';

/** A figure with what decides what it may stand beside. */
export interface ReadFigure {
  readonly article: Article;
  readonly figure: Figure;
  /** Place in the order of articles and lines. */
  readonly order: number;
  /** Measure and owner: figures that differ in either are never compared. */
  readonly subject: string;
  /** Id of the country or name that it belongs to, else the folded words. */
  readonly owner: string | undefined;
  readonly place: FigurePlace | undefined;
  /** Stems of its sentence beside the number, the unit, the owner and countries. */
  readonly stems: ReadonlySet<string>;
}

/** Stems in more articles of a large corpus say nothing about a sentence. */
const COMMON_SHARE = 0.2;
const LARGE_CORPUS = 20;

/** All figures in order of article and line. */
export function readFigures(studies: readonly Study[], countries: CountryIndex): ReadFigure[] {
  const common = findCommonStems(studies);
  const memory: TermMemory = new Map();
  return studies
    .flatMap((study) =>
      [...study.article.annotations.figures]
        .sort((a, b) => a.line - b.line || a.start - b.start)
        .map((figure) => readFigure(study, figure, countries, common, memory)),
    )
    .map((read, order) => ({ ...read, order }));
}

function readFigure(
  { article, sentencesByLine }: Study,
  figure: Figure,
  countries: CountryIndex,
  common: ReadonlySet<string>,
  memory: TermMemory,
): Omit<ReadFigure, 'order'> {
  const sentence = sentencesByLine
    .get(figure.line)
    ?.find(({ start, end }) => start <= figure.start && figure.end <= end);
  const text = sentence?.text ?? article.passages.find(({ line }) => line === figure.line)?.text ?? '';
  const { whose } = figure;
  const owner = whose && (countries.find(whose.id, whose.text) ?? whose.id ?? foldWord(whose.text));
  const own = new Set(
    splitTerms(`${figure.text} ${figure.unit} ${whose?.text ?? ''}`, memory).map(({ stem }) => stem),
  );
  const around = splitTerms(text, memory).flatMap(({ word, stem }) => {
    if (stem === undefined || own.has(stem) || common.has(stem) || /^\p{N}/u.test(word)) return [];
    return countries.find(undefined, word) === undefined ? [stem] : [];
  });
  return {
    article,
    figure,
    subject: `${figure.unit}|${owner ?? ''}`,
    owner,
    place: placeFigure(article, figure, text.slice(figure.end - (sentence?.start ?? 0)), owner, countries),
    stems: new Set(around),
  };
}

function findCommonStems(studies: readonly Study[]): Set<string> {
  const spread = new Map<string, number>();
  if (studies.length < LARGE_CORPUS) return new Set();
  for (const { stemCounts } of studies)
    for (const stem of stemCounts.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const most = studies.length * COMMON_SHARE;
  return new Set([...spread].flatMap(([stem, count]) => (count > most ? [stem] : [])));
}
