import type { Article, Copy, Corpus, NameEntry } from '../types.ts';
import { indexCountries } from './country-index.ts';
import { linkArticles } from './cross-links.ts';
import { findBrief } from './find-brief.ts';
import { findCopies } from './find-copies.ts';
import { findWireCopy } from './find-wire-copy.ts';
import { groupFigures } from './group-figures.ts';
import { groupQuotations } from './group-quotations.ts';
import { pickKeyPoints } from './key-points.ts';
import { listNames } from './list-names.ts';
import { resolveNames } from './resolve-names.ts';
import { studyArticles } from './study-articles.ts';
import { openVocabulary } from './terms.ts';
import { tieCopies, tieWireCopy } from './ties/tie-copies.ts';
import { tieFigures } from './ties/tie-figures.ts';
import { tieNames } from './ties/tie-names.ts';
import { tieQuotations } from './ties/tie-quotations.ts';
import { tieThemes } from './ties/tie-themes.ts';
import { weighTerms } from './weigh-terms.ts';

/**
 * All articles as one corpus: names, quotations, figures, copies, links with their reasons, key
 * points. Pure; `articles` come annotated and in their order, `copies` are the exact ones that
 * reading found. The corpus holds the articles with the ids of names as they were resolved.
 */
export function relateArticles(
  articles: readonly Article[],
  names: readonly NameEntry[],
  copies: readonly Copy[],
): Corpus {
  // Names first: quotations and figures compare their speakers and owners by id.
  const resolved = resolveNames(articles, names);
  const vocabulary = openVocabulary();
  const studies = studyArticles(resolved.articles, vocabulary);
  const quotations = groupQuotations(resolved.articles, vocabulary);
  const figures = groupFigures(studies, names, vocabulary);
  const near = findCopies(studies);
  const wire = findWireCopy(studies);
  const terms = weighTerms(studies, vocabulary.stems);
  const countries = indexCountries(names);
  const places = new Map(articles.map(({ ref }, index) => [ref, index]));
  const ties = [
    ...tieCopies(near, resolved.articles, places),
    ...tieWireCopy(wire),
    ...tieQuotations(quotations.quotations, places),
    ...tieFigures(figures, places),
    ...tieNames(studies, wire, countries.ids, terms),
    ...tieThemes(resolved.articles, terms),
  ];
  const links = linkArticles(resolved.articles, ties, terms);
  const briefs = resolved.articles.map(findBrief);
  const keyPoints = pickKeyPoints(studies, terms);
  // The editor's choice stands in place of ours.
  for (const { points } of briefs) if (points[0]) keyPoints.set(points[0].ref, points);

  return {
    articles: resolved.articles,
    names: listNames(resolved.articles, names),
    quotations: quotations.quotations,
    figures,
    links,
    keyPoints,
    copies: [...copies, ...near],
    findings: [...briefs.flatMap(({ findings }) => findings), ...quotations.findings, ...resolved.findings],
  };
}
