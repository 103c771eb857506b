/** The cleaned article as a page: its passages as body, everything that stands around them as matter. */
import type { BriefingMatter, SideNote, TakenOut } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Article, CorpusQuotation, Line } from '../types.ts';
import type { BodyNode, DeferredPage, Page } from '../write/serialise.ts';
import { excerptOf, excerptPassage } from './cite.ts';
import { composeBody } from './compose-body.ts';
import { isRestricted } from './compose-data.ts';
import { composeQuoteCard, listQuoteKeys } from './compose-quote-card.ts';
import { composeRelated } from './compose-related.ts';
import { deferPage } from './defer-page.ts';
import {
  briefingPath,
  type CorpusIndex,
  citePassages,
  countName,
  countsOf,
  headlineOf,
  sourcePath,
  themePath,
  ticksOf,
} from './index-corpus.ts';
import { parseNote } from './parse-note.ts';

export function* composeBriefings(index: CorpusIndex): Generator<Page | DeferredPage> {
  const places = new Map<string, number>();
  for (const theme of index.themes)
    for (const [at, { ref }] of index.briefingsOf(theme.id).entries()) places.set(ref, at);
  for (const article of index.corpus.articles)
    yield composeBriefing(index, article, places.get(article.ref) ?? -1);
}

/** @param at place of the article on the shelf of its home theme, -1 where it has none */
function composeBriefing(index: CorpusIndex, article: Article, at: number): Page | DeferredPage {
  const { ref, note } = article;
  const home = article.themes[0];
  const shelf = at < 0 || !home ? [] : index.briefingsOf(home.id);
  const around = { previous: shelf[at - 1], next: shelf[at + 1] };
  const compose = (): Page => ({
    matter: composeMatter(index, article, around),
    body: [...composeNote(index, article), ...composeBody(index, article, findGaps(article))],
  });
  // A note may show lines of any source.
  if (note !== undefined) return compose();
  const links = index.linksFrom(ref);
  const quotes = listQuoteKeys(index, quotedIn(index, ref));
  const others = [around.previous, around.next].flatMap((other) => other?.ref ?? []);
  return deferPage(
    { matter: { kind: 'briefing', path: briefingPath(article) }, hasBody: true },
    {
      articles: [...[ref, ...others, ...links.map(({ to }) => to)].map(index.articleKey), ...quotes.articles],
      // The strongest stands first; how strong it is no page says.
      rest: [links.map(({ to, reasons }) => [to, reasons]), quotes.rest],
    },
    compose,
  );
}

function composeMatter(
  index: CorpusIndex,
  article: Article,
  { previous, next }: { readonly previous: Article | undefined; readonly next: Article | undefined },
): BriefingMatter {
  const { ref, source } = article;
  const home = article.themes[0];
  const names = index
    .namesIn(ref)
    .map((name) => countName(index, name))
    .sort((a, b) => b.lines - a.lines || compareCodeUnits(a.name, b.name));
  const facet = (kind: string): string[] =>
    names.filter((name) => name.kind === kind).map((name) => name.name);
  return {
    kind: 'briefing',
    path: briefingPath(article),
    title: article.headline.text,
    description: describe(index, article),
    ref,
    headline: headlineOf(article),
    theme: home && index.chip(home.id),
    touches: article.themes.slice(1).map((theme) => ({
      theme: index.chip(theme.id),
      path: themePath(theme.id),
      cite: citePassages(index, ref, theme.lines),
    })),
    language: article.language,
    publisher: source.publisher,
    author: source.author,
    published: source.published,
    url: source.url,
    counts: countsOf(article),
    seed: source.seed,
    sha256: source.sha256,
    sourcePath: sourcePath(ref),
    ...(isRestricted(article) && { republish: article.republish === 'none' ? 'none' : 'quotations' }),
    ticks: ticksOf(article),
    lead: leadOf(article),
    brief: composeBrief(index, article),
    gaps: findGaps(article),
    notes: composeNotes(index, article),
    note: article.note && { author: article.note.author, date: article.note.date },
    quotes: quotedIn(index, ref).map((entry) => composeQuoteCard(index, entry)),
    names,
    related: composeRelated(index, article),
    previous: linkNeighbour(previous),
    next: linkNeighbour(next),
    facets: { people: facet('people'), organisations: facet('organisations'), places: facet('places') },
  };
}

function linkNeighbour(article: Article | undefined): BriefingMatter['next'] {
  return article && { path: briefingPath(article), headline: headlineOf(article) };
}

function quotedIn(index: CorpusIndex, ref: string): readonly CorpusQuotation[] {
  return index.quotationsIn(ref).filter(({ quotation }) => quotation.kind !== 'scare');
}

function describe(index: CorpusIndex, article: Article): string {
  const point = index.card(article.ref).excerpt?.text;
  const first = article.passages.find((passage) => passage.role === 'paragraph')?.text;
  return point ?? first ?? article.headline.text;
}

/** Key points beside the lead, which stands above them in full. */
function composeBrief(index: CorpusIndex, article: Article): BriefingMatter['brief'] {
  const lead = leadOf(article);
  const points = index.corpus.keyPoints.get(article.ref)?.filter((point) => point.line !== lead) ?? [];
  if (points.length === 0) return undefined;
  return {
    rule: article.brief ? 'chosen by the editor' : 'sentences that carry most of the article',
    points: points.map((p) => excerptOf(article, index.passage(article.ref, p.line), p.start, p.end)),
  };
}

function leadOf(article: Article): number | undefined {
  return article.passages.find((passage) => passage.role === 'paragraph')?.line;
}

/** Runs of lines that were taken out between two kept ones, blank lines aside. */
function findGaps(article: Article): BriefingMatter['gaps'] {
  const gaps: { at: string; lines: TakenOut[] }[] = [];
  let open: TakenOut[] | undefined;
  for (const line of article.lines) {
    if (line.status === 'kept') open = undefined;
    if (line.status !== 'removed' && line.status !== 'set-aside') continue;
    if (!open) {
      open = [];
      gaps.push({ at: String(line.n), lines: open });
    }
    open.push(takenOut(line));
  }
  return gaps;
}

export function takenOut(line: Line): TakenOut {
  if (line.status !== 'removed' && line.status !== 'set-aside')
    throw new Error(`line ${line.n} was not taken out`);
  return {
    line: line.n,
    status: line.status,
    role: line.role,
    rule: line.rule ?? line.role,
    reason: line.reason ?? line.role,
    text: line.text,
  };
}

/** What another source says on the same words, beside the paragraph: at most one note a paragraph. */
function composeNotes(index: CorpusIndex, article: Article): SideNote[] {
  const notes = new Map<number, SideNote>();
  for (const link of index.linksFrom(article.ref)) {
    const other = index.article(link.to);
    for (const reason of link.reasons) {
      if (reason.kind !== 'quotation' && reason.kind !== 'figure' && reason.kind !== 'wire-copy') continue;
      const [here] = reason.from;
      const [there] = reason.to;
      if (here === undefined || there === undefined || notes.has(here)) continue;
      notes.set(here, {
        line: here,
        label: `Also in ${link.to}`,
        text: reason.text,
        words: excerptPassage(other, index.passage(link.to, there)),
      });
    }
  }
  return [...notes.values()].sort((a, b) => a.line - b.line);
}

/** What the editor says about the briefing; words that a source does not hold are a message on its seed. */
function composeNote(index: CorpusIndex, article: Article): BodyNode[] {
  if (article.note === undefined) return [];
  const { text, at } = article.note;
  const children = parseNote(text, index.articles, (_words, reason) => {
    const why = `the note in \`${at}\`: ${reason}`;
    article.file.message(why, { ruleId: 'quoted-line', source: 'sourceline' }).fatal = true;
  });
  return children.length === 0 ? [] : [{ type: 'mdxJsxFlowElement', name: 'Note', attributes: [], children }];
}
