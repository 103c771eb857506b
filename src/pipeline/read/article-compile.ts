/** The reader’s compiler: tree and file data → Article. */
import type { Root } from 'mdast';
import type { Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';
import type { Fact } from '../../briefing.ts';
import { NO_ANNOTATIONS } from '../no-annotations.ts';
import type { Article, EditorNote, Line, Passage, Republish, Source, Theme } from '../types.ts';
import { breakAtLineFeeds } from './normalise.ts';
import { linesOf, type SeedLine } from './seed-line.ts';
import { toSlug } from './slug.ts';
import { findMetThemes, type ThemeMatcher, tagArticle, tagPassage } from './tag-themes.ts';
import { tellLanguage } from './tell-language.ts';

declare module 'unified' {
  interface CompileResultMap {
    Article: Article;
  }
}

declare module 'vfile' {
  interface DataMap {
    /** What is known of a seed before its text is read. */
    seed: Pick<Source, 'seed' | 'sha256' | 'bytes' | 'encoding'> & {
      readonly ref: string;
      readonly repairs: readonly string[];
    };
    /** Facts of the editor and of metadata that stand above those of the text. */
    language: string | undefined;
    metaLanguage: string | undefined;
    homeTheme: string | undefined;
    note: EditorNote | undefined;
    republish: Republish | undefined;
    brief: readonly string[] | undefined;
    headlineFact: Fact | undefined;
  }
}

export interface CompileOptions {
  readonly themes: readonly Theme[];
  readonly matcher: ThemeMatcher;
}

export const articleCompile: Plugin<[CompileOptions], Root, Article> = function (options) {
  // The type of `this` in a plugin does not know the result that the plugin's own type declares.
  const processor = this as unknown as Processor<undefined, undefined, undefined, Root, Article>;
  processor.compiler = (tree, file) => compileArticle(tree, file, options);
};

function compileArticle(tree: Root, file: VFile, { themes, matcher }: CompileOptions): Article {
  const found = linesOf(tree);
  const seed = file.data.seed;
  if (!seed) throw new Error(`${file.path} has no seed data`);
  // Templates of sites often state a wrong language: their word counts only where the text gives none.
  const language = file.data.language ?? tellLanguage(bodyText(found)) ?? file.data.metaLanguage;
  const tagged = toPassages(found, language, { themes, matcher });
  const met = new Set(findMetThemes(tagged, matcher, themes));
  if (file.data.homeTheme !== undefined) met.add(file.data.homeTheme);
  const passages = tagged.map((passage) => ({
    ...passage,
    themes: passage.themes.filter(({ id }) => met.has(id)),
  }));
  const headline = toHeadline(found, file);
  return {
    file,
    ref: seed.ref,
    slug: toSlug(headline.text) || 'untitled',
    source: {
      seed: seed.seed,
      sha256: seed.sha256,
      bytes: seed.bytes,
      encoding: seed.encoding,
      normalised: [...seed.repairs, ...(file.data.normalised ?? [])],
      publisher: file.data.publisher,
      author: file.data.author,
      published: file.data.published,
      url: file.data.url,
    },
    raw: breakAtLineFeeds(String(file)),
    headline,
    headlineSuffix: file.data.publisher?.line === undefined ? undefined : suffixOf(file),
    language,
    lines: toLines(found, file.data.lines ?? []),
    passages,
    themes: toThemes(passages, headline, file, { themes, matcher }, met),
    annotations: NO_ANNOTATIONS,
    note: file.data.note,
    republish: file.data.republish,
    brief: file.data.brief,
  };
}

function suffixOf(file: VFile): string | undefined {
  const suffix = file.data.headlineSuffix;
  return suffix && `${suffix.separator} ${suffix.text}`;
}

function bodyText(lines: readonly SeedLine[]): string {
  let text = '';
  for (const line of lines) {
    if (line.status === 'kept' && line.role === 'paragraph') text += `${line.text}\n`;
    if (text.length > 1200) break;
  }
  return text.trim();
}

/** Every line of the traced text with its one decision. */
function toLines(found: readonly SeedLine[], texts: readonly string[]): Line[] {
  const byNumber = new Map<number, SeedLine>();
  for (const line of found) for (let n = line.n; n <= line.to; n += 1) byNumber.set(n, line);
  return texts.map((text, at): Line => {
    const n = at + 1;
    const line = byNumber.get(n);
    if (!line) return { n, text: '', status: 'blank', role: 'paragraph', confidence: 'high' };
    const plain = line.status === 'kept' && line.rule === undefined;
    return {
      n,
      text,
      status: line.status,
      role: line.role,
      ...(plain ? {} : { rule: line.rule, reason: line.reason }),
      confidence: line.confidence,
      ...(line.doubtful === undefined ? {} : { doubtful: line.doubtful }),
      ...(n > line.n ? { joins: line.n } : {}),
    };
  });
}

const PASSAGE_ROLES: ReadonlySet<string> = new Set<Passage['role']>([
  'headline',
  'crosshead',
  'paragraph',
  'caption',
  'byline',
  'dateline',
  'attribution',
]);

function isPassageRole(role: string): role is Passage['role'] {
  return PASSAGE_ROLES.has(role);
}

function toPassages(
  found: readonly SeedLine[],
  language: string | undefined,
  { themes, matcher }: CompileOptions,
): Passage[] {
  const passages: Passage[] = [];
  let under: number | undefined;
  for (const line of found) {
    const { role } = line;
    const caption = line.status === 'set-aside' && role === 'caption';
    if ((line.status !== 'kept' && !caption) || !isPassageRole(role)) continue;
    if (role === 'crosshead') under = line.n;
    const foreign = role === 'paragraph' && line.text.length >= 100 ? tellLanguage(line.text) : undefined;
    passages.push({
      line: line.n,
      to: line.to,
      text: line.text,
      role,
      ...(under === undefined || role === 'crosshead' ? {} : { under }),
      themes: tagPassage(line.text, matcher, themes),
      ...(foreign === undefined || foreign === language || language === undefined
        ? {}
        : { language: foreign }),
    });
  }
  return passages;
}

function toHeadline(found: readonly SeedLine[], file: VFile): Article['headline'] {
  const line = file.data.headlineLine;
  const first = found.find((one) => one.status === 'kept' && one.role === 'paragraph') ?? found[0];
  if (!first) throw new Error(`${file.path} has no line with text`);
  const given = file.data.headlineFact;
  if (given) return { ...given, line: line?.n ?? first.n };
  if (line) return { text: file.data.headlineText ?? line.text, standing: 'stated', line: line.n };
  return { text: firstSentence(first.text), standing: 'derived', line: first.n };
}

/** A whole line is too long to head a page; its first sentence is as verbatim. */
function firstSentence(text: string): string {
  if (text.length <= LONGEST_HEADLINE) return text;
  let end = 0;
  for (const { index, segment } of SENTENCES.segment(text)) {
    end = index + segment.length;
    if (end >= SHORTEST_HEADLINE) break;
  }
  return text.slice(0, end).trim();
}

const LONGEST_HEADLINE = 180;
const SHORTEST_HEADLINE = 40;
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

function toThemes(
  passages: readonly Passage[],
  headline: Article['headline'],
  file: VFile,
  { themes, matcher }: CompileOptions,
  met: ReadonlySet<string>,
): Article['themes'] {
  const scored = tagArticle(passages, matcher, themes, met);
  const home = file.data.homeTheme;
  if (home === undefined) return scored;
  const known = scored.find(({ id }) => id === home);
  const first = known ?? { id: home, score: 0, terms: [], lines: [headline.line] };
  return [first, ...scored.filter(({ id }) => id !== home)];
}
