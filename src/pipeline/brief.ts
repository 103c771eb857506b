/**
 * The four verbs on one screen: read each seed into an article, relate the articles into a corpus,
 * compose the corpus into pages, write the pages as MDX.
 */
import { join } from 'node:path';
import type { VFile } from 'vfile';
import type { ChangeSet } from '../briefing.ts';
import { annotateArticles } from './annotate-articles.ts';
import { checkTheme } from './compose/check-theme.ts';
import { findQuotedLines } from './compose/find-quoted-lines.ts';
import { composeCorpus } from './compose/index.ts';
import { totalCounts } from './compose/index-corpus.ts';
import { listWithheld } from './compose/list-withheld.ts';
import { complainOn, parseNote } from './compose/parse-note.ts';
import { restrictCorpus } from './compose/restrict-corpus.ts';
import { recordSources } from './edition/record-sources.ts';
import { readEditorial } from './editorial/index.ts';
import type { SiteSettings } from './editorial/site.ts';
import { KEEP_NOTHING, openKeptArticles } from './keep/kept-articles.ts';
import { SHORT_LINE } from './read/apply-line-rules.ts';
import { readSeeds } from './read/index.ts';
import { RULE_SENTENCES } from './read/rule-sentences.ts';
import { THEME_THRESHOLD } from './read/tag-themes.ts';
import { relateArticles } from './relate/index.ts';
import { listReview } from './review/list-review.ts';
import { writePages } from './write/index.ts';
import { storeContents } from './write/store.ts';
import { writeWhole } from './write/write-whole.ts';

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
  /** Of the stage that was started last, now and then. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
  /** Of the program; what one run found is kept for the next one of the same. Absent = nothing is kept. */
  readonly version?: string | undefined;
  /** A line on what cannot be kept, or was and cannot be used. */
  readonly onNotice?: ((words: string) => void) | undefined;
}

export interface BriefReport {
  /** Absent when nothing could be written: the messages say why. */
  readonly written?: {
    readonly site: SiteSettings;
    readonly briefings: number;
    /** Seeds whose text another one has, to the letter. */
    readonly copies: number;
    readonly counts: ReturnType<typeof totalCounts>;
    /** File below `content/briefings/`, `site.json` included → SHA-256 of its content, hex. */
    readonly pages: ReadonlyMap<string, string>;
    /** File below `content/files/` → SHA-256 of its content, hex. */
    readonly files: ReadonlyMap<string, string>;
    /** File with the words that must not be published; absent where all are. */
    readonly withheld: string | undefined;
    /** What is different from the last recorded edition, if there is one. */
    readonly changes: ChangeSet | undefined;
    readonly edited: readonly string[];
    /** Decisions that `npm run review` lists. */
    readonly toReview: number;
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

export type CorpusOptions = Omit<BriefOptions, 'address' | 'listSkips'>;

/** The first two verbs: what the editor decides and what the seeds hold, as one corpus. */
export async function readCorpus(options: CorpusOptions) {
  const { seedsDir, contentDir, version, onStage, onProgress, onNotice = () => {} } = options;
  const editorial = await readEditorial(contentDir);
  const { site, references, editions } = editorial;
  onStage('read');
  const kept =
    version === undefined
      ? KEEP_NOTHING
      : openKeptArticles(join(contentDir, '.cache/articles'), version, onNotice);
  const themes = editorial.themes.map(({ theme }) => theme);
  const { made, ...read } = await readSeeds({
    seedsDir,
    themes,
    references: references?.referenceOf ?? ((seed) => seed),
    kept,
    onProgress,
  });
  const files = [...editorial.files, ...read.files];
  // The seeds were read all the same: their mistakes can be mended in the same go.
  if (!site || !references || !editions || read.isTableLost) return { files };
  onStage('relate');
  const { names } = editorial;
  const articles = await annotateArticles(read.articles, { names, themes, made, kept, onProgress });
  kept.close();
  const corpus = relateArticles(articles, names, read.copies);
  return {
    files,
    known: { editorial, site, references, editions, read, corpus },
  };
}

export async function writeBriefings(given: BriefOptions): Promise<BriefReport> {
  const options = { ...given, onNotice: sayOnce(given.onNotice) };
  const { contentDir, onStage } = options;
  const { files, known } = await readCorpus(options);
  if (!known) return { skips: [], ignored: 0, files };
  const { editorial, references, editions, read } = known;
  const site = { ...known.site, address: options.address ?? known.site.address };
  const quoted = findQuotedLines(
    editorial.themes.map(({ theme }) => theme),
    editorial.pages.map(({ page }) => page),
    known.corpus.articles,
  );
  const corpus = restrictCorpus(known.corpus, site.republish, quoted);
  const table = references.toCsv();
  if (table !== undefined) writeWhole(join(contentDir, 'references.csv'), [table]);

  onStage('compose');
  const byRef = new Map(corpus.articles.map((article) => [article.ref, article]));
  const composition = composeCorpus(corpus, {
    site,
    logo: editorial.logo,
    themes: editorial.themes.map(({ theme, file }) => checkTheme(theme, byRef, file)),
    ownPages: editorial.pages.map(({ page, file }) => ({
      page,
      body: parseNote(page.body, byRef, complainOn(file)),
    })),
    skips: options.listSkips ? read.skips.map(({ seed, reason }) => ({ seed, reason })) : [],
    method: { threshold: THEME_THRESHOLD, shortLine: SHORT_LINE, ruleSentences: RULE_SENTENCES },
    editions,
    recorded: editions.length > 0 ? recordSources(known.corpus, site.republish) : new Map(),
  });

  onStage('write');
  const { pages, files: published, edited } = await writePages(contentDir, composition, options);
  const withheld = listWithheld(known.corpus, corpus);
  await storeContents(join(contentDir, 'withheld'), withheld);
  return {
    written: {
      site,
      briefings: corpus.articles.length,
      copies: corpus.copies.filter(({ kind }) => kind === 'exact').length,
      counts: totalCounts(corpus.articles),
      pages,
      files: published,
      withheld: withheld.size > 0 ? join(contentDir, 'withheld/words.json') : undefined,
      changes: composition.changes,
      edited,
      toReview: listReview(known.corpus).length,
    },
    skips: read.skips,
    ignored: read.ignored,
    files,
  };
}

/** A thousand files may have one and the same problem. */
function sayOnce(onNotice: BriefOptions['onNotice']): (words: string) => void {
  const said = new Set<string>();
  return (words) => {
    if (!said.has(words)) onNotice?.(words);
    said.add(words);
  };
}
