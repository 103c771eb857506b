/** Corpus → pages and files. Each kind of page is one composer and one row here. */
import type { ChangeSet, Frame, Kind } from '../../briefing.ts';
import type { Sources } from '../edition/compare-sources.ts';
import type { Edition } from '../edition/read-editions.ts';
import type { SiteSettings } from '../editorial/site.ts';
import type { Corpus } from '../types.ts';
import type { PublishedFile } from '../write/index.ts';
import type { DeferredPage, Page } from '../write/serialise.ts';
import { composeBriefings } from './compose-briefing.ts';
import { composeChanges } from './compose-changes.ts';
import { composeData } from './compose-data.ts';
import { composeFigures } from './compose-figures.ts';
import { composeHome } from './compose-home.ts';
import { composeMethod, type MethodFacts } from './compose-method.ts';
import { composeNames } from './compose-names.ts';
import { type CheckedPage, composeOwnPages } from './compose-own-pages.ts';
import { composeQuotes } from './compose-quotes.ts';
import { composeSources, type Skip } from './compose-sources.ts';
import { type CheckedTheme, composeThemes } from './compose-themes.ts';
import { composeTimeline } from './compose-timeline.ts';
import { indexCorpus, themePath } from './index-corpus.ts';

export interface Composition {
  /** One after the other, each composed when it is asked for; at the end what all pages share. */
  readonly pages: Generator<Page | DeferredPage, Frame>;
  /** Pages there will be, about: for a bar. */
  readonly expected: number;
  readonly files: Iterable<PublishedFile>;
  /** What is different from the last edition, if there is one. */
  readonly changes: ChangeSet | undefined;
}

export interface Editorial {
  readonly site: SiteSettings;
  /** SVG text. */
  readonly logo?: string | undefined;
  readonly themes: readonly CheckedTheme[];
  readonly ownPages: readonly CheckedPage[];
  readonly skips: readonly Skip[];
  /** First one first. */
  readonly editions: readonly Edition[];
  /** The present state of all sources, words that are not republished included. */
  readonly recorded: Sources;
  readonly method: MethodFacts;
}

export function composeCorpus(corpus: Corpus, editorial: Editorial): Composition {
  const { site, logo, themes, ownPages, skips, editions, recorded, method } = editorial;
  const index = indexCorpus(
    corpus,
    themes.map(({ theme }) => theme),
  );
  const history = composeChanges(index, editions, recorded);
  function* composePages(): Generator<Page | DeferredPage> {
    yield* composeHome(index, site.title, site.description);
    yield* composeThemes(index, themes);
    yield* composeBriefings(index);
    yield* composeSources(index, skips);
    yield* composeNames(index);
    yield* composeFigures(index);
    yield* composeQuotes(index);
    yield* composeTimeline(index);
    yield* composeMethod(index, method);
    yield* history.pages;
    yield* composeOwnPages(ownPages);
  }
  function* composeFiles(): Generator<PublishedFile> {
    yield* composeData(index);
    yield* history.files;
    if (logo !== undefined) yield { path: 'logo.svg', content: logo };
  }
  const composeFrame = (kinds: ReadonlySet<Kind>): Frame => ({
    title: site.title,
    description: site.description,
    language: site.language,
    address: site.address,
    cards: site.cards || undefined,
    contact: site.contact,
    footer: site.footer,
    logo: logo === undefined ? undefined : '/logo.svg',
    themes: themes.map(({ theme }) => ({ ...index.chip(theme.id), path: themePath(theme.id) })),
    has: {
      figures: kinds.has('figures'),
      quotes: kinds.has('quotes'),
      timeline: kinds.has('timeline'),
      names: kinds.has('names'),
      changes: kinds.has('changes'),
    },
    own: ownPages.map(({ page }) => ({ path: `/${page.id}/`, title: page.title })),
  });
  return {
    pages: addFrame(composePages(), composeFrame),
    expected:
      2 * corpus.articles.length + corpus.names.filter(({ kind, id }) => index.hasPage(kind, id)).length,
    files: composeFiles(),
    changes: history.latest,
  };
}

/** The navigation links to the kinds of pages that there are. */
function* addFrame(
  pages: Iterable<Page | DeferredPage>,
  composeFrame: (kinds: ReadonlySet<Kind>) => Frame,
): Generator<Page | DeferredPage, Frame> {
  const kinds = new Set<Kind>();
  for (const page of pages) {
    kinds.add(page.matter.kind);
    yield page;
  }
  return composeFrame(kinds);
}
