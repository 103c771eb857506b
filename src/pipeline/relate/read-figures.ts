import type { Article, Figure } from '../types.ts';
import type { CountryIndex } from './country-index.ts';
import { type FigurePlace, placeFigure } from './place-figure.ts';
import { readSentence, type Study } from './study-articles.ts';
import { foldWord, splitTerms, type Vocabulary } from './terms.ts';
import { countSpread } from './weigh-terms.ts';

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
  /** Stems of its sentence beside the number, the unit, the owner, the place and countries. */
  readonly stems: ReadonlySet<number>;
}

/** Stems in more articles of a large corpus say nothing about a sentence. */
const COMMON_SHARE = 0.2;
const LARGE_CORPUS = 20;

/** All figures in order of article and line. */
export function readFigures(
  studies: readonly Study[],
  countries: CountryIndex,
  vocabulary: Vocabulary,
): ReadFigure[] {
  const common = findCommonStems(studies, vocabulary);
  return studies
    .flatMap((study) =>
      [...study.article.annotations.figures]
        .sort((a, b) => a.line - b.line || a.start - b.start)
        .map((figure) => readFigure(study, figure, countries, common, vocabulary)),
    )
    .map((read, order) => ({ ...read, order }));
}

function readFigure(
  { article, sentences }: Study,
  figure: Figure,
  countries: CountryIndex,
  common: ReadonlySet<number>,
  vocabulary: Vocabulary,
): Omit<ReadFigure, 'order'> {
  const sentence = sentences.find(
    ({ line, start, end }) => line === figure.line && start <= figure.start && figure.end <= end,
  );
  const text = sentence
    ? readSentence(sentence)
    : (article.passages.find(({ line }) => line === figure.line)?.text ?? '');
  const { whose } = figure;
  const owner = whose && (countries.find(whose.id, whose.text) ?? whose.id ?? foldWord(whose.text));
  const place = placeFigure(
    article,
    figure,
    text.slice(figure.end - (sentence?.start ?? 0)),
    owner,
    countries,
  );
  // What already decides what it may stand beside says nothing of the sentence. An id is its name's words.
  const told = [figure.text, figure.unit, whose?.text ?? '', place?.id ?? ''].join(' ');
  const own = new Set(splitTerms(told, vocabulary).map(({ stem }) => stem));
  const around = splitTerms(text, vocabulary).flatMap(({ word, stem }) => {
    if (stem === undefined || own.has(stem) || common.has(stem) || /^\p{N}/u.test(word)) return [];
    return countries.find(undefined, word) === undefined ? [stem] : [];
  });
  return {
    article,
    figure,
    subject: `${figure.unit}|${owner ?? ''}`,
    owner,
    place,
    stems: new Set(around),
  };
}

function findCommonStems(studies: readonly Study[], { stems }: Vocabulary): Set<number> {
  if (studies.length < LARGE_CORPUS) return new Set();
  const most = studies.length * COMMON_SHARE;
  const common = new Set<number>();
  countSpread(studies, stems.length).forEach((count, stem) => {
    if (count > most) common.add(stem);
  });
  return common;
}
