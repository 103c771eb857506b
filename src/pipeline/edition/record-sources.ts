import { publishedSlug } from '../compose/restrict-corpus.ts';
import type { Corpus, Republish } from '../types.ts';
import type { Sources } from './compare-sources.ts';
import { recordSource } from './record-source.ts';

/** All sources as an edition records them, each with the address that it is published at. */
export function recordSources({ articles }: Corpus, standard: Republish): Sources {
  return new Map(
    articles.map((article) => [
      article.ref,
      recordSource({ ...article, slug: publishedSlug(article, standard) }),
    ]),
  );
}
