/** Corpus → pages and files. Each kind of page is one composer and one row here. */
import type { ChangeSet, Frame, MethodMatter } from '../../briefing.ts';
import type { Sources } from '../edition/compare-sources.ts';
import type { Edition } from '../edition/read-editions.ts';
import type { SiteSettings } from '../editorial/site.ts';
import type { Corpus } from '../types.ts';
import type { Page } from '../write/serialise.ts';
import { composeBriefings } from './compose-briefing.ts';
import { composeChanges } from './compose-changes.ts';
import { composeData, type PublishedFiles } from './compose-data.ts';
import { composeFigures } from './compose-figures.ts';
import { composeHome } from './compose-home.ts';
import { composeMethod } from './compose-method.ts';
import { composeNames } from './compose-names.ts';
import { type CheckedPage, composeOwnPages } from './compose-own-pages.ts';
import { composeQuotes } from './compose-quotes.ts';
import { composeSources, type Skip } from './compose-sources.ts';
import { type CheckedTheme, composeThemes } from './compose-themes.ts';
import { composeTimeline } from './compose-timeline.ts';
import { indexCorpus } from './index-corpus.ts';

export interface Composition {
  readonly pages: readonly Page[];
  readonly files: PublishedFiles;
  readonly frame: Frame;
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
  /** Score that a passage and an article must reach to get a theme, as stated on the method page. */
  readonly threshold: MethodMatter['threshold'];
}

export function composeCorpus(corpus: Corpus, editorial: Editorial): Composition {
  const { site, logo, themes, ownPages, skips, editions, recorded, threshold } = editorial;
  const index = indexCorpus(
    corpus,
    themes.map(({ theme }) => theme),
  );
  const history = composeChanges(index, editions, recorded);
  const pages = [
    ...composeHome(index, site.title, site.description),
    ...composeThemes(index, themes),
    ...composeBriefings(index),
    ...composeSources(index, skips),
    ...composeNames(index),
    ...composeFigures(index),
    ...composeQuotes(index),
    ...composeTimeline(index),
    ...composeMethod(index, threshold),
    ...history.pages,
    ...composeOwnPages(ownPages),
  ];
  const kinds = new Set(pages.map(({ matter }) => matter.kind));
  const frame: Frame = {
    title: site.title,
    description: site.description,
    language: site.language,
    address: site.address,
    cards: site.cards || undefined,
    contact: site.contact,
    footer: site.footer,
    logo: logo === undefined ? undefined : '/logo.svg',
    themes: themes.map(({ theme }) => ({ ...index.chip(theme.id), path: `/themes/${theme.id}/` })),
    has: {
      figures: kinds.has('figures'),
      quotes: kinds.has('quotes'),
      timeline: kinds.has('timeline'),
      names: kinds.has('names'),
      changes: kinds.has('changes'),
    },
    own: ownPages.map(({ page }) => ({ path: `/${page.id}/`, title: page.title })),
  };
  const files: PublishedFiles = new Map([...composeData(index), ...history.files]);
  if (logo !== undefined) files.set('logo.svg', logo);
  return { pages, files, frame, changes: history.latest };
}
