/** Sources: the table of all, and one page each with the raw text and what was taken out, with the reason. */
import type { SourceMatter, SourcesMatter } from '../../briefing.ts';
import type { Article } from '../types.ts';
import type { DeferredPage, Page } from '../write/serialise.ts';
import { excerptOf } from './cite.ts';
import { isRestricted } from './compose-data.ts';
import { deferPage } from './defer-page.ts';
import {
  briefingPath,
  type CorpusIndex,
  countsOf,
  headlineOf,
  sourcePath,
  ticksOf,
  totalCounts,
} from './index-corpus.ts';
import { placeParts } from './place-parts.ts';
import { byDate, labelArticles, stepsOfArticle } from './split-articles.ts';
import { splitList } from './split-list.ts';

export interface Skip {
  readonly seed: string;
  readonly reason: string;
}

/** Files that were skipped, on one page: past these a list says no more than its length. */
const MOST_SKIPPED = 500;
/** Bytes of a row of the table, beside its words. */
const ROW_BYTES = 560;

type Copies = SourcesMatter['copies'];

export function* composeSources(index: CorpusIndex, skips: readonly Skip[]): Generator<Page | DeferredPage> {
  const { articles } = index.corpus;
  const copies = listCopies(index);
  const about = {
    kind: 'sources' as const,
    title: 'Sources',
    description: 'Every source file, what was kept of it, what was taken out, and what it does not state.',
  };
  const whole = {
    path: '/sources/',
    totals: totalCounts(articles),
    skipped: skips.slice(0, MOST_SKIPPED),
    skippedMore: Math.max(0, skips.length - MOST_SKIPPED),
  };
  const parts = splitList(articles.toSorted(byDate), {
    stepsOf: stepsOfArticle,
    bytesOf: ({ ref, headline, source }) =>
      (ROW_BYTES + headline.text.length + source.seed.length) * (1 + (copies.get(ref)?.length ?? 0) / 3),
  });
  const copiesOf = (part: readonly Article[]): Copies => part.flatMap(({ ref }) => copies.get(ref) ?? []);
  if (parts.length <= 1) {
    const rows = articles.map((article) => composeRow(index, article));
    yield { matter: { ...about, ...whole, rows, copies: copiesOf(articles) }, body: [] };
  } else {
    const placed = placeParts(
      parts,
      { path: '/sources/', title: 'Sources' },
      '/sources/list/',
      labelArticles(({ ref }) => ref),
    );
    yield {
      matter: { ...about, ...whole, rows: [], copies: [], parts: placed.map(({ link }) => link) },
      body: [],
    };
    for (const { items, link, part } of placed) {
      const matter: SourcesMatter = {
        ...about,
        path: link.path,
        title: `Sources: ${link.label}`,
        rows: items.map((article) => composeRow(index, article)),
        skipped: [],
        skippedMore: 0,
        copies: copiesOf(items),
        part,
      };
      yield { matter, body: [] };
    }
  }
  for (const article of articles) yield deferSource(index, article);
}

/** Copies of no briefing of their own, by the reference of the source that they are the same as. */
function listCopies({ corpus: { articles, copies } }: CorpusIndex): Map<string, Copies> {
  const refs = new Map(articles.map(({ source, ref }) => [source.seed, ref]));
  const exact = copies.flatMap(({ kind, seed, of }) => {
    const ref = kind === 'exact' ? refs.get(of) : undefined;
    return ref === undefined ? [] : [{ seed, of, ref }];
  });
  return new Map(
    [...Map.groupBy(exact, ({ ref }) => ref)].map(([ref, same]) => [
      ref,
      same.map(({ seed, of }) => ({ seed, of, path: sourcePath(ref) })),
    ]),
  );
}

function composeRow(index: CorpusIndex, article: Article): SourcesMatter['rows'][number] {
  return {
    card: index.card(article.ref),
    sourcePath: sourcePath(article.ref),
    seed: article.source.seed,
    notStated: notStated(article),
  };
}

function notStated({ headline, source }: Article): string[] {
  return [
    ...(headline.standing === 'derived' ? ['headline'] : []),
    ...(source.publisher ? [] : ['publisher']),
    ...(source.published ? [] : ['date']),
    ...(source.author ? [] : ['byline']),
    ...(source.url ? [] : ['link']),
  ];
}

/** Beside its article the page of a source shows nothing but the chip of its theme. */
function deferSource(index: CorpusIndex, article: Article): Page | DeferredPage {
  const { ref, state } = article;
  const home = article.themes[0];
  return deferPage(
    { matter: { kind: 'source', path: sourcePath(ref) }, hasBody: false },
    { articles: [state], rest: [home && index.chip(home.id)] },
    () => composeSource(index, article),
  );
}

function composeSource(index: CorpusIndex, article: Article): Page {
  const { ref, source } = article;
  const home = article.themes[0];
  const matter: SourceMatter = {
    kind: 'source',
    path: sourcePath(ref),
    title: `Source ${ref}`,
    description: `The text of source ${ref} as it arrived, line by line, with what was taken out and why.`,
    ref,
    headline: headlineOf(article),
    briefingPath: briefingPath(article),
    theme: home && index.chip(home.id),
    publisher: source.publisher,
    author: source.author,
    published: source.published,
    url: source.url,
    language: article.language,
    dayWords: article.annotations.dates
      .filter((words) => words.kind === 'day' && words.date === undefined)
      .map((words) => excerptOf(article, index.passage(ref, words.line), words.start, words.end)),
    seed: source.seed,
    sha256: source.sha256,
    bytes: source.bytes,
    encoding: source.encoding,
    normalised: source.normalised,
    counts: countsOf(article),
    ticks: ticksOf(article),
    rules: groupByRule(article),
    lines: article.lines.map((line) => ({
      line: line.n,
      status: line.status,
      role: line.role,
      text: line.text,
      rule: line.rule,
      reason: line.reason,
      joins: line.joins,
      doubtful: line.doubtful === undefined ? undefined : true,
    })),
    ...(isRestricted(article)
      ? { republish: article.republish === 'none' ? 'none' : 'quotations' }
      : { rawPath: `/sources/${ref}/raw.txt` }),
    linesPath: `/sources/${ref}/lines.json`,
  };
  return { matter, body: [] };
}

function groupByRule(article: Article): SourceMatter['rules'] {
  const rules = new Map<
    string,
    { rule: string; reason: string; status: 'removed' | 'set-aside'; lines: number[] }
  >();
  for (const line of article.lines) {
    if (line.status !== 'removed' && line.status !== 'set-aside') continue;
    const rule = line.rule ?? line.role;
    const key = `${line.status} ${rule}`;
    const group = rules.get(key) ?? {
      rule,
      reason: line.reason ?? line.role,
      status: line.status,
      lines: [],
    };
    group.lines.push(line.n);
    rules.set(key, group);
  }
  return [...rules.values()];
}
