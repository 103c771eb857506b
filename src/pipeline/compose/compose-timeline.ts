/** Years and months as the sources print them, and a calendar for sources that state a date. */
import type { Excerpt, PartLink, TimelineMatter } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Article } from '../types.ts';
import type { Page } from '../write/serialise.ts';
import { excerptOf, sentenceAround } from './cite.ts';
import type { CorpusIndex } from './index-corpus.ts';
import { addRefs, MONTHS } from './label-part.ts';
import { type PlacedPart, placeParts } from './place-parts.ts';
import { labelArticles } from './split-articles.ts';
import { type Cut, PAGE_BYTES, type Part, splitList, stepsOfDate, stepsOfRef } from './split-list.ts';

/** Newest sources on the first page of a calendar in parts. */
const MOST_NEWEST = 20;
/** Bytes of a source in the calendar, and of a sentence beside its words. */
const SOURCE_BYTES = 950;
const SENTENCE_BYTES = 330;

const ABOUT = {
  kind: 'timeline',
  title: 'Timeline',
  description: 'Years and months as the sources print them. Nothing is dated that no source dates.',
} as const;
const WHOLE = { path: '/timeline/', title: ABOUT.title };
/** A band that takes no more than this stays on the first page. */
const FEW_BYTES = PAGE_BYTES / 4;
const EMPTY = { calendar: [], years: [], months: [] };

interface Dated {
  readonly date: string;
  readonly article: Article;
}

/** A sentence that prints a year or a month: offsets in its passage. */
interface Printed {
  readonly label: string;
  readonly ref: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export function* composeTimeline(index: CorpusIndex): Generator<Page> {
  const dated = listDated(index);
  const { years, months } = listPrinted(index);
  if (dated.length + years.length + months.length === 0) return;
  const isCut = countBytes(dated, cutDated) + countBytes([...years, ...months], cutYears) > PAGE_BYTES;
  const cutBand = <T>(items: readonly T[], cut: Cut<T>): Part<T>[] =>
    isCut && countBytes(items, cut) > FEW_BYTES ? splitList(items, cut) : [];
  const calendarParts = placeParts(
    cutBand(dated, cutDated),
    WHOLE,
    `${WHOLE.path}dated/`,
    labelArticles(({ article }) => article.ref),
  );
  const yearParts = placePrinted(cutBand(years, cutYears), 'in-the-text/', 'All years');
  const monthParts = placePrinted(cutBand(months, cutMonths), 'without-year/', 'All months');
  const matter: TimelineMatter = {
    ...ABOUT,
    path: WHOLE.path,
    calendar: composeCalendar(index, calendarParts.length > 0 ? dated.slice(0, MOST_NEWEST) : dated),
    years: yearParts.length > 0 ? [] : composeBand(index, years),
    months: monthParts.length > 0 ? [] : composeBand(index, months),
    calendarParts: linksOf(calendarParts),
    yearParts: linksOf(yearParts),
    monthParts: linksOf(monthParts),
  };
  yield { matter, body: [] };
  const about = ({ link, part }: Pick<PlacedPart<unknown>, 'link' | 'part'>, how: string) => ({
    ...{ ...ABOUT, ...EMPTY, path: link.path, title: `${ABOUT.title}: ${link.label}, ${how}`, part },
  });
  for (const one of calendarParts)
    yield { matter: { ...about(one, 'by date'), calendar: composeCalendar(index, one.items) }, body: [] };
  for (const one of yearParts)
    yield { matter: { ...about(one, 'in the text'), years: composeBand(index, one.items) }, body: [] };
  for (const one of monthParts)
    yield { matter: { ...about(one, 'without a year'), months: composeBand(index, one.items) }, body: [] };
}

const cutDated: Cut<Dated> = {
  stepsOf: ({ date, article }) => stepsOfDate(date, article.ref),
  bytesOf: ({ article }) => SOURCE_BYTES + article.headline.text.length,
};

const cutYears: Cut<Printed> = {
  // By decade first: in most years little happens.
  *stepsOf({ label, ref }) {
    yield* [label.slice(0, 3), label];
    yield* stepsOfRef(ref, `${label}/`);
  },
  bytesOf: ({ start, end }) => SENTENCE_BYTES + end - start,
};

const cutMonths: Cut<Printed> = {
  ...cutYears,
  *stepsOf({ label, ref }) {
    const month = label.toLowerCase();
    yield month;
    yield* stepsOfRef(ref, `${month}/`);
  },
};

function placePrinted(parts: readonly Part<Printed>[], address: string, all: string): PlacedPart<Printed>[] {
  return placeParts(parts, WHOLE, `${WHOLE.path}${address}`, ({ key, items }) => {
    const [, ref] = key.split('/');
    const isDecade = /^\d{3}$/.test(key);
    const label = key === '' ? all : isDecade ? `${key}0s` : (items[0]?.label ?? '');
    const refs = items.map((one) => one.ref);
    return addRefs(label, ref, refs);
  });
}

function countBytes<T>(items: readonly T[], { bytesOf }: Cut<T>): number {
  return items.reduce((sum, item) => sum + bytesOf(item), 0);
}

function linksOf(parts: readonly PlacedPart<unknown>[]): PartLink[] | undefined {
  return parts.length === 0 ? undefined : parts.map(({ link }) => link);
}

/** Newest first. */
function listDated(index: CorpusIndex): Dated[] {
  return index.corpus.articles
    .flatMap((article) => {
      const date = article.source.published?.date;
      return date === undefined ? [] : [{ date, article }];
    })
    .sort((a, b) => compareCodeUnits(b.date, a.date) || compareCodeUnits(a.article.ref, b.article.ref));
}

/** Each sentence once a year or month that it prints: by year, and by month where it says no year. */
function listPrinted(index: CorpusIndex): { readonly years: Printed[]; readonly months: Printed[] } {
  const years = new Map<string, Printed>();
  const months = new Map<string, Printed>();
  for (const article of index.corpus.articles)
    for (const words of article.annotations.dates) {
      const { ref } = article;
      const year = /\b(?:1[89]|20)\d\d\b/.exec(words.text)?.[0];
      const month = MONTHS.find((name) => words.text.includes(name));
      const [band, label] =
        year && (words.kind === 'year' || words.kind === 'month')
          ? [years, year]
          : month && words.kind === 'month'
            ? [months, month]
            : [];
      if (!band || label === undefined) continue;
      const { start, end } = sentenceAround(article, index.passage(ref, words.line), words.start);
      const key = `${label} ${ref}:${words.line}.${start}`;
      if (!band.has(key)) band.set(key, { label, ref, line: words.line, start, end });
    }
  return {
    years: [...years.values()].sort(
      (a, b) => compareCodeUnits(a.label, b.label) || compareCodeUnits(a.ref, b.ref),
    ),
    months: [...months.values()].sort(
      (a, b) => MONTHS.indexOf(a.label) - MONTHS.indexOf(b.label) || compareCodeUnits(a.ref, b.ref),
    ),
  };
}

function composeCalendar(index: CorpusIndex, dated: readonly Dated[]): TimelineMatter['calendar'] {
  return dated.map(({ date, article }) => ({ date, card: index.card(article.ref) }));
}

function composeBand(index: CorpusIndex, printed: readonly Printed[]): TimelineMatter['years'] {
  return [...Map.groupBy(printed, ({ label }) => label)].map(([label, sentences]) => ({
    label,
    words: sentences.map(
      ({ ref, line, start, end }): Excerpt =>
        excerptOf(index.article(ref), index.passage(ref, line), start, end),
    ),
  }));
}
