/** What every composer looks things up in, worked out once a build. */
import type {
  BriefingCard,
  Citation,
  Counts,
  Excerpt,
  Headline,
  NameCount,
  NameKind,
  NameLink,
  ThemeChip,
  Tick,
} from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import { addTo } from '../add-to.ts';
import { keyOf } from '../keep/key-of.ts';
import type { Article, Corpus, CorpusName, CorpusQuotation, CrossLink, Passage, Theme } from '../types.ts';
import { citeLines, excerptOf, linesWithText } from './cite.ts';

export interface CorpusIndex {
  readonly corpus: Corpus;
  /** In the editor's order. */
  readonly themes: readonly Theme[];
  readonly articles: ReadonlyMap<string, Article>;
  article(ref: string): Article;
  passage(ref: string, line: number): Passage;
  card(ref: string): BriefingCard;
  chip(themeId: string): ThemeChip;
  /** Briefings whose home is this theme: dated first, newest first, then by weight, then by reference. */
  briefingsOf(themeId: string): readonly Article[];
  linksFrom(ref: string): readonly CrossLink[];
  /** To the name's page, or to the line that prints it where that is all there is to say of it. */
  nameLink(kind: NameKind, id: string): NameLink | undefined;
  hasPage(kind: NameKind, id: string): boolean;
  names: readonly CorpusName[];
  findName(kind: NameKind, id: string): CorpusName | undefined;
  namesIn(ref: string): readonly NameInArticle[];
  /** Names that a kept line prints. */
  namesOn(ref: string, line: number): readonly NameInArticle[];
  /** In order of their lines; words that other articles print too, with this article's place first. */
  quotationsIn(ref: string): readonly CorpusQuotation[];
  /**
   * Stands for all that a page can print of an article, its card and the links of its names among it;
   * undefined where nothing stands for the article itself.
   */
  articleKey(ref: string): string | undefined;
  /** What `countName` has counted: a name stands beside many others, each time with its count. */
  readonly nameCounts: WeakMap<CorpusName, NameCount>;
}

/** A name with its mentions in one article alone. */
export interface NameInArticle extends CorpusName {
  /** `people/olaf-scholz`. */
  readonly key: string;
  /** Kept lines that name it, ascending. */
  readonly keptLines: readonly number[];
}

export function indexCorpus(corpus: Corpus, themes: readonly Theme[]): CorpusIndex {
  const articles = new Map(corpus.articles.map((article) => [article.ref, article]));
  const passages = new Map(
    corpus.articles.map((article) => [article.ref, new Map(article.passages.map((p) => [p.line, p]))]),
  );
  const chips = new Map(
    themes.map((theme, index) => [theme.id, { id: theme.id, title: theme.title, slot: index + 1 }]),
  );
  const links = Map.groupBy(corpus.links, (link) => link.from);
  const corpusNames = new Map(corpus.names.map((name) => [`${name.kind}/${name.id}`, name]));
  const homes = Map.groupBy(corpus.articles, (article) => article.themes[0]?.id);
  const shelves = new Map([...homes].map(([id, home]) => [id, home.toSorted(byDateThenWeight)]));
  const quotations = Map.groupBy(
    corpus.quotations.flatMap(seeFromEach).sort((a, b) => lineOf(a) - lineOf(b)),
    ({ ref }) => ref,
  );
  const namesByRef = groupNames(corpus.names);
  const namesByLine = new Map<string, ReadonlyMap<number, readonly NameInArticle[]>>();
  const cards = new Map<string, BriefingCard>();
  const names = new Map<string, NameLink>();
  const keys = new Map<string, string | undefined>();

  const index: CorpusIndex = {
    corpus,
    themes,
    articles,
    names: corpus.names,
    findName: (kind, id) => corpusNames.get(`${kind}/${id}`),
    article: (ref) => found(articles.get(ref), `article ${ref}`),
    passage: (ref, line) => found(passages.get(ref)?.get(line), `passage ${ref}:${line}`),
    card(ref) {
      const known = cards.get(ref) ?? composeCard(index, index.article(ref));
      cards.set(ref, known);
      return known;
    },
    chip: (themeId) => found(chips.get(themeId), `theme ${themeId}`),
    briefingsOf: (themeId) => shelves.get(themeId) ?? [],
    namesIn: (ref) => namesByRef.get(ref) ?? [],
    namesOn(ref, line) {
      const known = namesByLine.get(ref) ?? groupByLine(index.namesIn(ref));
      namesByLine.set(ref, known);
      return known.get(line) ?? [];
    },
    quotationsIn: (ref) => quotations.get(ref) ?? [],
    linksFrom: (ref) => links.get(ref) ?? [],
    articleKey(ref) {
      if (!keys.has(ref)) keys.set(ref, keyArticle(index, index.article(ref)));
      return keys.get(ref);
    },
    nameCounts: new WeakMap(),
    nameLink(kind, id) {
      const key = `${kind}/${id}`;
      const name = corpusNames.get(key);
      const known = names.get(key) ?? (name && linkName(index, name));
      if (known) names.set(key, known);
      return known;
    },
    hasPage(kind, id) {
      const name = corpusNames.get(`${kind}/${id}`);
      return name !== undefined && deservesPage(name);
    },
  };
  return index;
}

function groupNames(names: readonly CorpusName[]): Map<string, NameInArticle[]> {
  const byRef = new Map<string, NameInArticle[]>();
  for (const name of names) {
    const key = `${name.kind}/${name.id}`;
    for (const [ref, mentions] of Map.groupBy(name.mentions, (mention) => mention.ref)) {
      const here = byRef.get(ref) ?? [];
      const kept = new Set(mentions.flatMap(({ caption, line }) => (caption ? [] : line)));
      here.push({ ...name, key, mentions, keptLines: [...kept].sort((a, b) => a - b) });
      byRef.set(ref, here);
    }
  }
  return byRef;
}

function groupByLine(names: readonly NameInArticle[]): Map<number, NameInArticle[]> {
  const byLine = new Map<number, NameInArticle[]>();
  for (const name of names) for (const line of name.keptLines) addTo(byLine, line, name);
  return byLine;
}

/** Other places that an article names beside its own: words that a thousand print would fill its page with them. */
const MOST_ALSO = 12;

/** In each article that prints the words, with its own first place before the others; the fullest names all. */
function seeFromEach(entry: CorpusQuotation): CorpusQuotation[] {
  const places = [{ ref: entry.ref, quotation: entry.quotation }, ...entry.also];
  const [, ...others] = Map.groupBy(places, ({ ref }) => ref).values();
  const first = places.slice(0, MOST_ALSO);
  const seen = others.flatMap(([own, ...again]) => {
    if (!own) return [];
    const also = [...again, ...first.filter(({ ref }) => ref !== own.ref)];
    return [{ ...own, also: also.slice(0, MOST_ALSO) }];
  });
  return [entry, ...seen];
}

function lineOf({ quotation }: CorpusQuotation): number {
  return quotation.parts[0]?.line ?? 0;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no ${what} in this corpus`);
  return value;
}

function linkName(index: CorpusIndex, name: CorpusName): NameLink {
  const { kind, id } = name;
  const path = deservesPage(name) ? `/${kind}/${id}/` : linePath(index, name);
  return { kind, id, name: name.name, path };
}

/** A name that is on no list and that one article prints has no more to show than its lines there. */
function deservesPage({ found: isFound, mentions }: CorpusName): boolean {
  return !isFound || mentions.some(({ ref }) => ref !== mentions[0]?.ref);
}

/** The first line that prints the name; a caption stands on the source page alone. */
function linePath(index: CorpusIndex, { kind, id, mentions }: CorpusName): string {
  const kept = mentions.find((mention) => !mention.caption);
  const { ref, line } = found(kept ?? mentions[0], `mention of ${kind}/${id}`);
  return `${kept ? briefingPath(index.article(ref)) : sourcePath(ref)}#L${line}`;
}

function byDateThenWeight(a: Article, b: Article): number {
  return (
    compareCodeUnits(b.source.published?.date ?? '', a.source.published?.date ?? '') ||
    (b.themes[0]?.score ?? 0) - (a.themes[0]?.score ?? 0) ||
    compareCodeUnits(a.ref, b.ref)
  );
}

export function briefingPath(article: Pick<Article, 'ref' | 'slug'>): string {
  return `/briefings/${article.ref}${article.slug === '' ? '' : `-${article.slug}`}/`;
}

export function themePath(id: string): string {
  return `/themes/${id}/`;
}

export function sourcePath(ref: string): string {
  return `/sources/${ref}/`;
}

export function headlineOf(article: Article): Headline {
  const { text, standing, line } = article.headline;
  if (standing === 'editor') return { text, standing };
  // A first paragraph that stands in may run over several hard-wrapped lines.
  const to = article.passages.find((passage) => passage.line === line)?.to ?? line;
  const lines = article.lines.filter(({ n, status }) => n >= line && n <= to && status !== 'blank');
  // A first line that is not republished cannot stand in.
  if (lines.some((one) => one.text === '')) return { text, standing };
  const cite = citeLines(
    article,
    lines.map(({ n }) => n),
  );
  return { text, standing, line, cite };
}

export function countsOf(article: Article): Counts {
  const counts = { kept: 0, 'set-aside': 0, removed: 0, blank: 0 };
  for (const { status } of article.lines) counts[status] += 1;
  const { kept, 'set-aside': setAside, removed } = counts;
  return { lines: article.lines.length, withText: kept + setAside + removed, kept, setAside, removed };
}

export function totalCounts(articles: readonly Article[]): Counts {
  const total = { lines: 0, withText: 0, kept: 0, setAside: 0, removed: 0 };
  for (const counts of articles.map(countsOf))
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += counts[key];
  return total;
}

export function ticksOf(article: Article): Tick[] {
  return article.lines
    .filter((line) => line.status !== 'blank')
    .map((line) => ({
      line: line.n,
      status: line.status,
      length: line.text.length,
      ...(line.status === 'kept' && (line.role === 'headline' || line.role === 'crosshead')
        ? { heading: true }
        : {}),
    }));
}

function composeCard(index: CorpusIndex, article: Article): BriefingCard {
  const home = article.themes[0];
  const { publisher, published } = article.source;
  return {
    ref: article.ref,
    path: briefingPath(article),
    headline: headlineOf(article),
    theme: home && index.chip(home.id),
    publisher,
    published,
    counts: countsOf(article),
    excerpt: firstKeyPoint(index, article),
  };
}

function keyArticle(index: CorpusIndex, { ref, state, themes }: Article): string | undefined {
  if (state === undefined) return undefined;
  return keyOf([
    state,
    themes.map(({ id }) => index.chip(id)),
    index.corpus.keyPoints.get(ref)?.map(({ line, start, end }) => [line, start, end]),
    index.namesIn(ref).map(({ kind, id }) => index.nameLink(kind, id)),
  ]);
}

function firstKeyPoint(index: CorpusIndex, article: Article): Excerpt | undefined {
  const point = index.corpus.keyPoints.get(article.ref)?.[0];
  if (!point) return undefined;
  return excerptOf(article, index.passage(article.ref, point.line), point.start, point.end);
}

/** Kept lines that print a name, with the first of them. */
export function countName(index: CorpusIndex, name: CorpusName): NameCount {
  const known = index.nameCounts.get(name);
  if (known) return known;
  const kept = name.mentions.filter((mention) => !mention.caption);
  const lines = new Set(kept.map((mention) => `${mention.ref}:${mention.line}`));
  const first = kept[0] ?? name.mentions[0];
  const count = {
    ...found(index.nameLink(name.kind, name.id), `name ${name.kind}/${name.id}`),
    lines: lines.size,
    first: first ? citePassage(index, first.ref, first.line) : '',
  };
  index.nameCounts.set(name, count);
  return count;
}

export function citePassage(index: CorpusIndex, ref: string, line: number): Citation {
  return citePassages(index, ref, [line]);
}

/** Passages by their first lines as one citation. */
export function citePassages(index: CorpusIndex, ref: string, lines: readonly number[]): Citation {
  const article = index.article(ref);
  return citeLines(
    article,
    lines.flatMap((line) => linesWithText(article, line, index.passage(ref, line).to)),
  );
}
