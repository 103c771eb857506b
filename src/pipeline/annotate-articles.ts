/** Articles with what language finds in them: each one's own names first, so that the others may know them. */
import { annotate, collectNames, indexNames, mergeNames } from './language/annotate.ts';
import type { Article, NameEntry } from './types.ts';

export function annotateArticles(
  articles: readonly Article[],
  names: readonly NameEntry[],
): readonly Article[] {
  const index = indexNames(names);
  const corpus = mergeNames(articles.map((article) => collectNames(article.passages, index)));
  return articles.map((article) => ({
    ...article,
    annotations: annotate(article.passages, index, {
      corpus,
      published: article.source.published?.date,
      language: article.language,
    }),
  }));
}
