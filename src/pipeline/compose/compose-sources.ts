/** Sources: the table of all, and one page each with the raw text and what was taken out, with the reason. */
import type { SourceMatter, SourcesMatter } from '../../briefing.ts';
import type { Article } from '../types.ts';
import type { Page } from '../write/serialise.ts';
import { excerptOf } from './cite.ts';
import { isRestricted } from './compose-data.ts';
import {
  briefingPath,
  type CorpusIndex,
  countsOf,
  headlineOf,
  ticksOf,
  totalCounts,
} from './index-corpus.ts';

export interface Skip {
  readonly seed: string;
  readonly reason: string;
}

export function* composeSources(index: CorpusIndex, skips: readonly Skip[]): Generator<Page> {
  const { articles, copies } = index.corpus;
  const bySeed = new Map(articles.map((article) => [article.source.seed, article]));
  const matter: SourcesMatter = {
    kind: 'sources',
    path: '/sources/',
    title: 'Sources',
    description: 'Every source file, what was kept of it, what was taken out, and what it does not state.',
    totals: totalCounts(articles),
    rows: articles.map((article) => ({
      card: index.card(article.ref),
      sourcePath: `/sources/${article.ref}/`,
      seed: article.source.seed,
      notStated: notStated(article),
    })),
    skipped: skips,
    copies: copies
      .filter((copy) => copy.kind === 'exact')
      .flatMap(({ seed, of }) => {
        const original = bySeed.get(of);
        return original ? [{ seed, of, path: `/sources/${original.ref}/` }] : [];
      }),
  };
  yield { matter, body: [] };
  for (const article of articles) yield composeSource(index, article);
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

function composeSource(index: CorpusIndex, article: Article): Page {
  const { ref, source } = article;
  const home = article.themes[0];
  const matter: SourceMatter = {
    kind: 'source',
    path: `/sources/${ref}/`,
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
