/** The print pack of a theme: every line that it tags, and what was taken out of those articles. */
import type { PrintMatter } from '../../briefing.ts';
import type { Line, Theme } from '../types.ts';
import type { DeferredPage, Page } from '../write/serialise.ts';
import { takenOut } from './compose-briefing.ts';
import { type CorpusIndex, themePath } from './index-corpus.ts';
import { composeTagged, countLines, deferTagged, placeTagged, type TaggedArticle } from './list-tagged.ts';

/** Bytes of a briefing in the lists around its lines, and of a line taken out beside its words. */
const BRIEFING_BYTES = 960;
const LINE_BYTES = 180;

export function* composePrint(
  index: CorpusIndex,
  theme: Theme,
  tagged: readonly TaggedArticle[],
): Generator<Page | DeferredPage> {
  const about = {
    kind: 'print' as const,
    description: `Every line that the theme ${theme.title} tags, with its reference, to print.`,
    theme: index.chip(theme.id),
    definition: theme.definition,
  };
  const title = `${theme.title}: print pack`;
  const path = `${themePath(theme.id)}print/`;
  const lists = (
    articles: readonly TaggedArticle[],
  ): Pick<PrintMatter, 'tagged' | 'takenOut' | 'totals'> => ({
    totals: { briefings: articles.length, lines: countLines(articles) },
    tagged: composeTagged(index, articles, theme.id),
    takenOut: articles.map(({ article }) => ({
      card: index.card(article.ref),
      lines: article.lines.filter(isTakenOut).map(takenOut),
    })),
  });
  const parts = placeTagged(tagged, { path, title }, path, countPrintBytes);
  if (parts.length <= 1) {
    yield { matter: { ...about, path, title, ...lists(tagged) }, body: [] };
    return;
  }
  const matter: PrintMatter = {
    ...{ ...about, path, title },
    totals: { briefings: tagged.length, lines: countLines(tagged) },
    tagged: [],
    takenOut: [],
    parts: parts.map(({ link }) => link),
  };
  yield { matter, body: [] };
  for (const { items, link, part } of parts) {
    const page = {
      ...about,
      path: link.path,
      title: `${title}, ${link.label}`,
      part,
    } satisfies Partial<PrintMatter>;
    yield deferTagged(index, page, items, () => ({ ...page, ...lists(items) }));
  }
}

function isTakenOut({ status }: Line): boolean {
  return status === 'removed' || status === 'set-aside';
}

function countPrintBytes({ article, bytes }: TaggedArticle): number {
  const out = article.lines.filter(isTakenOut);
  return out.reduce((sum, { text }) => sum + LINE_BYTES + text.length, bytes + BRIEFING_BYTES);
}
