/** Reads a folder of seeds into articles: one call, the same result for the same files in any order. */
import { basename, join } from 'node:path';
import { VFile } from 'vfile';
import type { Fact } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { EditorFacts } from '../editorial/editor-facts.ts';
import { KEEP_NOTHING, type KeptArticles, type KeptSeed } from '../keep/kept-articles.ts';
import { keyOf } from '../keep/key-of.ts';
import { packArticle, unpackArticle } from '../keep/pack-article.ts';
import { pauseBetween } from '../pause-between.ts';
import type { Article, Copy, Theme } from '../types.ts';
import { collectEditorFacts } from './collect-editor-facts.ts';
import { collectTexts, type SeedProblem, type SeedText } from './collect-texts.ts';
import { publisherKey } from './publisher-key.ts';
import { createReader } from './reader.ts';
import { createRepetition, findRepeats, profileText, type TextProfile } from './repetition.ts';
import { linesOf } from './seed-line.ts';
import { createThemeMatcher } from './tag-themes.ts';
import { walkSeeds } from './walk-seeds.ts';

export interface ReadSeedsOptions {
  readonly seedsDir: string;
  readonly themes: readonly Theme[];
  /** The reference of a seed (`file#id` for a record); asked in order of the seeds, only for articles. */
  references(seed: string): string;
  /** What the last run made of the same seeds; absent = nothing is kept from run to run. */
  readonly kept?: KeptArticles | undefined;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

export interface Skip {
  readonly seed: string;
  readonly reason: string;
  /** `info`: nothing to do (empty, only boilerplate, acknowledged by the editor). */
  readonly severity: 'info' | 'fatal';
}

export interface ReadSeedsResult {
  /** In order of their seeds. */
  readonly articles: readonly Article[];
  /** By seed: what can be kept of each article, with what the last run found in it. */
  readonly made: ReadonlyMap<string, KeptSeed>;
  readonly skips: readonly Skip[];
  /** `.DS_Store`, README and the like. */
  readonly ignored: number;
  /** The same text twice: the first by name is the article. */
  readonly copies: readonly Copy[];
  /** Whether `sources.csv` cannot be read, so that nobody knows what must not be published. */
  readonly isTableLost: boolean;
  /** Everything that was read, with its messages. */
  readonly files: readonly VFile[];
}

export async function readSeeds(options: ReadSeedsOptions): Promise<ReadSeedsResult> {
  const { seedsDir, themes, kept = KEEP_NOTHING } = options;
  const skips: Skip[] = [];
  const files: VFile[] = [];
  const skip = (problem: SeedProblem): void => {
    skips.push({ seed: problem.seed, reason: problem.reason, severity: problem.severity });
    files.push(reportProblem(seedsDir, problem));
  };

  const walked = await walkSeeds(seedsDir);
  for (const { seed, reason } of walked.odd)
    skip({ seed, path: seed, reason, ruleId: 'unreadable', severity: 'fatal' });

  const editor = await collectEditorFacts(
    seedsDir,
    basename(seedsDir),
    walked.files,
    themes.map(({ id }) => id),
  );
  const texts: SeedText[] = [];
  for (const path of editor.seeds) {
    if (editor.isBroken(path)) {
      skip({
        seed: path,
        path,
        reason: 'has a sidecar with a mistake, see there',
        ruleId: 'sidecar',
        severity: 'fatal',
      });
      continue;
    }
    for await (const collected of collectTexts(seedsDir, path)) {
      if ('problem' in collected) {
        skip(acknowledge(collected.problem, editor.factsOf({ seed: path, path, facts: {} })));
        continue;
      }
      const { text } = collected;
      const unpublished = editor.factsOf(text)?.unpublished;
      if (unpublished === undefined) texts.push(text);
      else
        skip({
          seed: text.seed,
          path: text.path,
          line: text.recordLine,
          reason: `is not published: ${unpublished}`,
          ruleId: 'unpublished',
          severity: 'info',
        });
    }
  }
  editor.reportUnused();

  const bySeed = Map.groupBy(texts, ({ seed }) => seed);
  const named = texts.filter((text) => {
    if (bySeed.get(text.seed)?.length === 1) return true;
    skip({
      seed: text.seed,
      path: text.path,
      line: text.recordLine,
      // A record `b.txt` of `a.jsonl` and a file `a.jsonl#b.txt`: which of them owns the address is not known.
      reason: 'has the name of another seed, rename the file or give the record another id',
      ruleId: 'same-name',
      severity: 'fatal',
    });
    return false;
  });

  const { unique, copies } = dropCopies(named);
  const repetition = createRepetition();
  const matcher = createThemeMatcher(themes);
  const reader = createReader({ themes, matcher });
  const profileOf = (text: SeedText): TextProfile => {
    const lines = linesOf(reader.parse(toFile(seedsDir, text, '', editor.factsOf(text))));
    return profileText(lines, publisherKey(text.facts, editor.factsOf(text), lines[0]));
  };
  const work = 2 * unique.length;
  const onProgress = (done: number): void => options.onProgress?.(done, work);
  // Counted over all texts before any is decided, so that no result depends on the order.
  const begun: { readonly text: SeedText; readonly last: KeptSeed | undefined; readonly made: KeptSeed }[] =
    [];
  for await (const text of pauseBetween(unique, onProgress)) {
    const key = keyOfText(text, editor.factsOf(text));
    const last = kept.find(text.seed);
    const made = last?.profile.key === key ? last : { profile: { key, profile: profileOf(text) } };
    repetition.add(made.profile.profile);
    begun.push({ text, last: made === last ? last : undefined, made });
  }
  const repeated = repetition.settle();

  const articles: Article[] = [];
  const annotatable = new Map<string, KeptSeed>();
  const themesKey = keyOf(themes.map(({ id, order, terms, needs }) => [id, order, terms, needs]));
  const onRead = (done: number): void => onProgress(unique.length + done);
  for await (const { text, last, made } of pauseBetween(begun, onRead)) {
    const ref = options.references(text.seed);
    const file = toFile(seedsDir, text, ref, editor.factsOf(text));
    const repeats = findRepeats(made.profile.profile, repeated);
    const key = keyOf([made.profile.key, themesKey, ref, [...repeats]]);
    if (last?.article?.key === key) {
      articles.push(unpackArticle(last.article.article, file));
      files.push(file);
      annotatable.set(text.seed, last);
      continue;
    }
    const tree = reader.parse(file);
    file.data.repeats = repeats;
    reader.runSync(tree, file);
    applyFacts(file, text);
    const lines = linesOf(tree);
    if (file.data.overrideFailed) {
      const reason = 'has a sidecar that names lines it does not have, see there';
      skips.push({ seed: text.seed, reason, severity: 'fatal' });
      file.message(reason, { ruleId: 'override', source: 'sourceline' }).fatal = true;
      files.push(file);
      kept.keep(text.seed, made);
      continue;
    }
    if (!lines.some((line) => line.status === 'kept' && line.role === 'paragraph')) {
      skips.push({ seed: text.seed, reason: 'holds nothing but page furniture', severity: 'info' });
      file.info('holds nothing but page furniture, skipped', {
        ruleId: 'only-boilerplate',
        source: 'sourceline',
      });
      files.push(file);
      kept.keep(text.seed, made);
      continue;
    }
    const article = reader.stringify(tree, file);
    reportLines(article, file);
    annotatable.set(text.seed, { ...made, article: { key, article: packArticle(article) } });
    articles.push(article);
    files.push(file);
  }
  return {
    articles,
    made: annotatable,
    skips: skips.sort((a, b) => compareCodeUnits(a.seed, b.seed)),
    ignored: walked.ignored,
    copies,
    isTableLost: editor.isTableLost,
    files: [...files, ...editor.files].sort((a, b) => compareCodeUnits(a.path, b.path)),
  };
}

/** All that reading takes from a seed and from what the editor says about it, themes and other texts aside. */
function keyOfText(
  { text: _text, recordLine: _line, ...facts }: SeedText,
  editor: EditorFacts | undefined,
): string {
  const words = (lines: EditorFacts['keep']): string[] => lines.map((line) => line.words);
  return keyOf([
    facts,
    editor && {
      ...editor,
      // Where an entry stands is said only where its words are found nowhere: such a seed is no article.
      file: undefined,
      at: undefined,
      keep: words(editor.keep),
      setAside: words(editor.setAside),
      remove: words(editor.remove),
      brief: words(editor.brief),
    },
  ]);
}

function toFile(seedsDir: string, text: SeedText, ref: string, editor: EditorFacts | undefined): VFile {
  // Not joined: the id of a record may be an address.
  const file = new VFile({ path: `${basename(seedsDir)}/${text.seed}`, value: text.text });
  file.data.seed = {
    seed: text.seed,
    sha256: text.sha256,
    bytes: text.bytes,
    encoding: text.encoding,
    repairs: text.repairs,
    ref,
  };
  file.data.editor = editor;
  file.data.join = editor?.join;
  file.data.statedHeadline = text.facts.headline;
  return file;
}

/** Metadata of a page or record stands above what its text seems to state, the editor above both. */
function applyFacts(file: VFile, { facts, warning }: SeedText): void {
  const { editor } = file.data;
  const decideFact = (edited: string | undefined, stated: string | undefined): Fact | undefined =>
    edited !== undefined
      ? { text: edited, standing: 'editor' }
      : stated !== undefined
        ? { text: stated, standing: 'stated' }
        : undefined;
  file.data.publisher = decideFact(editor?.publisher, facts.publisher) ?? file.data.publisher;
  file.data.author = decideFact(editor?.author, facts.author) ?? file.data.author;
  file.data.url = decideFact(editor?.url, facts.url) ?? file.data.url;
  const published = decideFact(editor?.published, facts.published?.text);
  const date = editor?.published ?? facts.published?.date;
  if (published && date !== undefined) file.data.published = { ...published, date };
  if (editor?.headline !== undefined) file.data.headlineFact = { text: editor.headline, standing: 'editor' };
  file.data.language = editor?.language;
  file.data.metaLanguage = facts.language;
  file.data.homeTheme = editor?.theme;
  file.data.note = editor?.note;
  file.data.republish = editor?.republish;
  if (editor && editor.brief.length > 0) file.data.brief = editor.brief.map(({ words }) => words);
  if (warning !== undefined) file.message(warning, { ruleId: 'encoding', source: 'sourceline' });
}

/** A skip that the editor knows of does not fail the build. */
function acknowledge(problem: SeedProblem, editor: EditorFacts | undefined): SeedProblem {
  return editor?.unpublished === undefined
    ? problem
    : { ...problem, reason: `is not published: ${editor.unpublished}`, severity: 'info' };
}

/** Texts with the same bytes: the first by seed stays. */
function dropCopies(texts: readonly SeedText[]): { unique: SeedText[]; copies: Copy[] } {
  const first = new Map<string, string>();
  const unique: SeedText[] = [];
  const copies: Copy[] = [];
  for (const text of texts) {
    const of = first.get(text.sha256);
    if (of === undefined) {
      first.set(text.sha256, text.seed);
      unique.push(text);
    } else copies.push({ seed: text.seed, of, kind: 'exact', share: 1 });
  }
  return { unique, copies };
}

function reportProblem(seedsDir: string, problem: SeedProblem): VFile {
  const file = new VFile({ path: join(basename(seedsDir), problem.path) });
  const options = {
    ruleId: problem.ruleId,
    source: 'sourceline',
    ...(problem.line === undefined ? {} : { place: { line: problem.line, column: 1 } }),
  };
  if (problem.severity === 'info') file.info(problem.reason, options);
  else file.message(problem.reason, options).fatal = true;
  return file;
}

/** One message a decision: info for what was taken out, warning for what a person should look at. */
function reportLines(article: Article, file: VFile): void {
  for (const line of article.lines) {
    if (line.joins !== undefined) continue;
    const place = { line: line.n, column: 1 };
    if (line.status === 'removed' || line.status === 'set-aside')
      file.info(`${line.status === 'removed' ? 'removed' : 'set aside'}: ${line.reason ?? ''}`, {
        place,
        ruleId: line.rule ?? 'unknown',
        source: 'sourceline',
      });
    else if (line.doubtful !== undefined)
      file.message(`kept, but ${line.doubtful}`, { place, ruleId: 'doubtful', source: 'sourceline' });
  }
}
