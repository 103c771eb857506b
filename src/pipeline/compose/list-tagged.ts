/** Lines that a theme tags: by article, for the pages of the theme and its print pack. */
import type { Matter, PartOf, TaggedGroup } from '../../briefing.ts';
import type { Article, Passage } from '../types.ts';
import type { DeferredPage, Page } from '../write/serialise.ts';
import { excerptPassage } from './cite.ts';
import { deferPage } from './defer-page.ts';
import type { CorpusIndex } from './index-corpus.ts';
import { type PlacedPart, placeParts } from './place-parts.ts';
import { byDate, labelArticles, stepsOfArticle } from './split-articles.ts';
import { splitList } from './split-list.ts';

/** Bytes of a briefing above its lines, and of a line beside its words. */
const BRIEFING_BYTES = 480;
const LINE_BYTES = 360;

/** An article with lines that a theme tags. */
export interface TaggedArticle {
  readonly article: Article;
  readonly isHome: boolean;
  readonly lines: number;
  readonly bytes: number;
}

export function countLines(articles: readonly TaggedArticle[]): number {
  return articles.reduce((sum, { lines }) => sum + lines, 0);
}

/** Articles with kept lines that the theme tags, home briefings first. */
export function listTagged(index: CorpusIndex, themeId: string): TaggedArticle[] {
  const home = index.briefingsOf(themeId);
  const others = index.corpus.articles.filter((article) => article.themes[0]?.id !== themeId);
  return [...home, ...others].flatMap((article, at) => {
    const passages = article.passages.filter((passage) => isTagged(passage, themeId));
    if (passages.length === 0) return [];
    const lines = passages.filter(({ role }) => role !== 'crosshead');
    const bytes = passages.reduce((sum, { text }) => sum + LINE_BYTES + text.length, BRIEFING_BYTES);
    return [{ article, isHome: at < home.length, lines: lines.length, bytes }];
  });
}

export function isTagged({ role, themes }: Passage, themeId: string): boolean {
  return role !== 'caption' && themes.some(({ id }) => id === themeId);
}

export function composeTagged(
  index: CorpusIndex,
  articles: readonly TaggedArticle[],
  themeId: string,
): TaggedGroup[] {
  return articles.map(({ article }) => ({
    briefing: index.card(article.ref),
    sections: tagSections(article, themeId),
  }));
}

/** Articles in parts by date; on each page home briefings stand first, as in the whole. */
export function placeTagged(
  articles: readonly TaggedArticle[],
  whole: PartOf['whole'],
  address: string,
  bytesOf: (tagged: TaggedArticle) => number,
): PlacedPart<TaggedArticle>[] {
  const sorted = articles.toSorted((a, b) => byDate(a.article, b.article));
  const parts = splitList(sorted, { stepsOf: ({ article }) => stepsOfArticle(article), bytesOf });
  const placed = placeParts(
    parts,
    whole,
    address,
    labelArticles(({ article }) => article.ref),
  );
  return placed.map((part) => ({
    ...part,
    items: part.items.toSorted((a, b) => Number(b.isHome) - Number(a.isHome)),
  }));
}

/** A page with lines of these articles: `page` is all of its matter but what is made of them. */
export function deferTagged(
  index: CorpusIndex,
  page: Pick<Matter, 'kind' | 'path'>,
  articles: readonly TaggedArticle[],
  compose: () => Matter,
): Page | DeferredPage {
  return deferPage(
    { matter: page, hasBody: false },
    { articles: articles.map(({ article }) => index.articleKey(article.ref)), rest: [page] },
    () => ({ matter: compose(), body: [] }),
  );
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
