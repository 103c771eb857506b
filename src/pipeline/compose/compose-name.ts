/** A person, organisation or place: everything the sources print about the name, on as many pages as it takes. */
import type { Excerpt, NameMatter } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Article, CorpusName, CorpusQuotation, Meeting } from '../types.ts';
import type { DeferredPage, Page } from '../write/serialise.ts';
import { excerptOf, excerptPassage } from './cite.ts';
import { composeQuoteCard, listQuoteKeys } from './compose-quote-card.ts';
import { composeReports, countReportBytes, type Report } from './compose-reports.ts';
import { deferPage } from './defer-page.ts';
import {
  type CorpusIndex,
  citePassage,
  citePassages,
  countName,
  type NameInArticle,
} from './index-corpus.ts';
import { placeParts } from './place-parts.ts';
import { byDate, labelArticles, stepsOfArticle } from './split-articles.ts';
import { PAGE_BYTES, splitList, takeFirst } from './split-list.ts';

const MOST_TOGETHER = 12;
/** Of a name in parts: roles and speakers on its first page, and bytes of what the newest briefings print. */
const MOST_ROLES = 20;
const MOST_SPEAKERS = 40;
const NEWEST_BYTES = 40_000;
/** Bytes of a briefing beside its headline, and of a line beside its words. */
const BRIEFING_BYTES = 520;
const LINE_BYTES = 380;

/** What one article prints of a name: first lines of passages. */
interface Printed {
  readonly article: Article;
  readonly lines: readonly number[];
  readonly captions: readonly number[];
  /** What it reports of meetings with others. */
  readonly meetings: readonly Report[];
}

/** First line of a passage. */
interface Place {
  readonly ref: string;
  readonly line: number;
}

export function* composeName(
  index: CorpusIndex,
  name: CorpusName,
  quotations: readonly CorpusQuotation[],
  spokespeople: readonly CorpusName[],
): Generator<Page | DeferredPage> {
  const printed = listPrinted(index, name);
  const bytesOf = (one: Printed): number => countBytes(index, one);
  const bytes = printed.reduce((sum, one) => sum + bytesOf(one), 0);
  const isCut = bytes > PAGE_BYTES;
  const about = {
    kind: 'name' as const,
    description: `Every kept line that names ${name.name}, with quotations and spellings as printed.`,
    nameKind: name.kind,
    name: name.name,
  };
  const whole = { path: `/${name.kind}/${name.id}/`, title: name.name };
  const sorted = isCut ? printed.toSorted((a, b) => byDate(a.article, b.article)) : printed;
  const parts = isCut
    ? placeParts(
        splitList(sorted, { stepsOf: ({ article }) => stepsOfArticle(article), bytesOf }),
        whole,
        `${whole.path}lines/`,
        labelArticles(({ article }) => article.ref),
      )
    : [];
  const speakers = spokespeople
    .map((person) => countName(index, person))
    .sort((a, b) => b.lines - a.lines || compareCodeUnits(a.id, b.id));
  const links = isCut ? parts.map(({ link }) => link) : undefined;
  const composeWhole = (): Page => {
    const roles = eachWordingOnce(name.roles);
    const matter: NameMatter = {
      ...about,
      ...whole,
      totals: countAll(printed),
      roles: (isCut ? roles.slice(0, MOST_ROLES) : roles).map((role) => excerptRole(index, role)),
      ...composeLines(index, isCut ? takeFirst(sorted, bytesOf, NEWEST_BYTES) : printed, quotations),
      together: countTogether(index, name),
      printedAs: name.printedAs.map(({ text, count, first }) => ({
        text,
        count,
        first: citePassage(index, first.ref, first.line),
      })),
      speakers: isCut ? speakers.slice(0, MOST_SPEAKERS) : speakers,
      parts: links,
    };
    return { matter, body: [] };
  };
  const defer = (
    path: string,
    items: readonly Printed[],
    rest: readonly unknown[],
    compose: () => Page,
  ): Page | DeferredPage => {
    const quotes = listQuoteKeys(index, quotedIn(quotations, items));
    const articles = [...items.map(({ article }) => index.articleKey(article.ref)), ...quotes.articles];
    const made = { articles, rest: [about, quotes.rest, ...rest] };
    return deferPage({ matter: { kind: about.kind, path }, hasBody: false }, made, compose);
  };
  yield defer(whole.path, printed, [name.id, speakers], composeWhole);
  for (const { items, link, part } of parts)
    yield defer(link.path, items, [link, part], () => {
      const matter: NameMatter = {
        ...{ ...about, path: link.path, title: `${name.name}: ${link.label}`, totals: countAll(items) },
        ...{ roles: [], together: [], printedAs: [], speakers: [] },
        ...composeLines(index, items, quotations),
        part,
      };
      return { matter, body: [] };
    });
}

/** In the order of the articles. */
function listPrinted(index: CorpusIndex, name: CorpusName): Printed[] {
  return [...Map.groupBy(name.mentions, ({ ref }) => ref)].map(([ref, here]) => {
    const linesOf = (isCaption: boolean): number[] => [
      ...new Set(here.filter(({ caption }) => (caption === true) === isCaption).map(({ line }) => line)),
    ];
    const article = index.article(ref);
    const meetings = name.kind === 'places' ? [] : listMeetings(article, name);
    return { article, lines: linesOf(false), captions: linesOf(true), meetings };
  });
}

/** As the name sees them: with whom. */
function listMeetings(article: Article, name: CorpusName): Report[] {
  const isIn = (side: Meeting['one']): boolean =>
    side.some(({ kind, id }) => kind === name.kind && id === name.id);
  return article.annotations.meetings.flatMap(({ one, other, line, start, end }) => {
    const who = isIn(one) ? other : isIn(other) ? one : [];
    return who.length === 0 ? [] : [{ article, who, line, start, end }];
  });
}

function countBytes(index: CorpusIndex, { article, lines, captions, meetings }: Printed): number {
  return [...lines, ...captions].reduce(
    (sum, line) => sum + LINE_BYTES + index.passage(article.ref, line).text.length,
    BRIEFING_BYTES + article.headline.text.length + countReportBytes(meetings),
  );
}

function countAll(printed: readonly Printed[]): NameMatter['totals'] {
  return {
    briefings: printed.filter(({ lines }) => lines.length > 0).length,
    lines: printed.reduce((sum, { lines }) => sum + lines.length, 0),
  };
}

/** Roles are listed once a source; a page of the name shows each wording once. */
function eachWordingOnce(roles: CorpusName['roles']): CorpusName['roles'] {
  const seen = new Set<string>();
  return roles.filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()));
}

function excerptRole(index: CorpusIndex, { ref, line, start, end }: CorpusName['roles'][number]): Excerpt {
  const { text, cite } = excerptOf(index.article(ref), index.passage(ref, line), start, end);
  return { text, cite };
}

/** What these articles print: the name's own words, lines about it, meetings, captions, and where they stand. */
function composeLines(
  index: CorpusIndex,
  printed: readonly Printed[],
  quotations: readonly CorpusQuotation[],
): Pick<NameMatter, 'quotes' | 'reported' | 'meetings' | 'captions' | 'where'> {
  const said = quotedIn(quotations, printed);
  const quoted = new Set(
    said.flatMap(({ ref, quotation }) => quotation.parts.map((part) => `${ref}:${part.line}`)),
  );
  const excerpt = (article: Article, line: number): Excerpt =>
    excerptPassage(article, index.passage(article.ref, line));
  return {
    quotes: said.map((entry) => composeQuoteCard(index, entry)),
    reported: printed.flatMap(({ article, lines }) =>
      lines.filter((line) => !quoted.has(`${article.ref}:${line}`)).map((line) => excerpt(article, line)),
    ),
    meetings: composeReports(
      index,
      printed.flatMap(({ meetings }) => meetings),
    ),
    captions: printed.flatMap(({ article, captions }) => captions.map((line) => excerpt(article, line))),
    where: printed
      .filter(({ lines }) => lines.length > 0)
      .map(({ article: { ref }, lines }) => ({
        card: index.card(ref),
        lines: citePassages(index, ref, lines),
        count: lines.length,
      })),
  };
}

function quotedIn(
  quotations: readonly CorpusQuotation[],
  printed: readonly Printed[],
): readonly CorpusQuotation[] {
  const refs = new Set(printed.map(({ article }) => article.ref));
  return quotations.filter(({ ref }) => refs.has(ref));
}

/** Names on the same kept lines, most lines first. */
function countTogether(index: CorpusIndex, name: CorpusName): NameMatter['together'] {
  const own = `${name.kind}/${name.id}`;
  const shared = new Map<string, { readonly other: NameInArticle; readonly first: Place; lines: number }>();
  const kept = Map.groupBy(
    name.mentions.filter(({ caption }) => !caption),
    ({ ref }) => ref,
  );
  for (const [ref, mentions] of kept) {
    const lines = [...new Set(mentions.map(({ line }) => line))].sort((a, b) => a - b);
    for (const line of lines)
      for (const other of index.namesOn(ref, line)) {
        if (other.key === own) continue;
        const known = shared.get(other.key);
        if (known) known.lines += 1;
        else shared.set(other.key, { other, first: { ref, line }, lines: 1 });
      }
  }
  return [...shared.values()]
    .sort((a, b) => b.lines - a.lines || compareCodeUnits(a.other.key, b.other.key))
    .slice(0, MOST_TOGETHER)
    .flatMap(({ other, lines, first: { ref, line } }) => {
      const link = index.nameLink(other.kind, other.id);
      return link ? [{ ...link, lines, first: citePassage(index, ref, line) }] : [];
    });
}
