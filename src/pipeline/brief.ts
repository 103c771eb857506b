/**
 * The four verbs on one screen: read each seed into an article, relate the articles into a corpus,
 * compose the corpus into pages, write the pages as MDX.
 */
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { annotateArticles } from './annotate-articles.ts';
import { checkTheme } from './compose/check-theme.ts';
import { composeCorpus } from './compose/index.ts';
import { totalCounts } from './compose/index-corpus.ts';
import { parseNote } from './compose/parse-note.ts';
import { readEditorial } from './editorial/index.ts';
import { readSeeds } from './read/index.ts';
import { THEME_THRESHOLD } from './read/tag-themes.ts';
import { relateArticles } from './relate/index.ts';
import type { Corpus } from './types.ts';
import { writePages } from './write/index.ts';
import { writeAtomically } from './write/store.ts';

export type Stage = 'read' | 'relate' | 'compose' | 'write';

export interface BriefOptions {
  /** Absolute paths. */
  readonly seedsDir: string;
  readonly contentDir: string;
  /** Address from the command line, before the one in `site.yaml`. */
  readonly address?: string | undefined;
  /** Lists skipped seeds on the sources page. */
  readonly listSkips: boolean;
  readonly onStage: (stage: Stage) => void;
}

export interface BriefReport {
  /** Absent when nothing could be written: the messages say why. */
  readonly written?: {
    readonly site: {
      readonly title: string;
      readonly description: string;
      readonly language: string;
      readonly address?: string | undefined;
    };
    readonly corpus: Corpus;
    readonly counts: ReturnType<typeof totalCounts>;
    readonly pages: number;
    readonly edited: readonly string[];
  };
  /** Seeds that became no briefing, and files that are none. */
  readonly skips: readonly {
    readonly seed: string;
    readonly reason: string;
    readonly severity: 'info' | 'fatal';
  }[];
  readonly ignored: number;
  readonly files: readonly VFile[];
}

export async function writeBriefings(options: BriefOptions): Promise<BriefReport> {
  const { seedsDir, contentDir, onStage } = options;
  const editorial = await readEditorial(contentDir);
  const { references } = editorial;
  if (!editorial.site || !references) return { skips: [], ignored: 0, files: editorial.files };
  const site = { ...editorial.site, address: options.address ?? editorial.site.address };

  onStage('read');
  const read = await readSeeds({
    seedsDir,
    themes: editorial.themes.map(({ theme }) => theme),
    references: references.referenceOf,
  });
  const table = references.toCsv();
  if (table !== undefined) await writeAtomically(join(contentDir, 'references.csv'), table);

  onStage('relate');
  const articles = annotateArticles(read.articles, editorial.names);
  const corpus = relateArticles(articles, editorial.names, read.copies);

  onStage('compose');
  const byRef = new Map(articles.map((article) => [article.ref, article]));
  const composition = composeCorpus(corpus, {
    site,
    themes: editorial.themes.map(({ theme, file }) => checkTheme(theme, byRef, file)),
    ownPages: editorial.pages.map(({ page, file }) => ({ page, body: parseNote(page.body, byRef, file) })),
    skips: options.listSkips ? read.skips.map(({ seed, reason }) => ({ seed, reason })) : [],
    threshold: THEME_THRESHOLD,
  });

  onStage('write');
  const { edited } = await writePages(contentDir, composition);
  return {
    written: { site, corpus, counts: totalCounts(articles), pages: composition.pages.length, edited },
    skips: read.skips,
    ignored: read.ignored,
    files: [...editorial.files, ...read.files],
  };
}
