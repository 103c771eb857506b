/** All quotations by speaker; what nobody is named for stands at the end. */
import type { NameLink, QuotesMatter } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import { slugName } from '../language/names/slug-name.ts';
import type { Article, CorpusQuotation } from '../types.ts';
import type { Page } from '../write/serialise.ts';
import { composeQuoteCard } from './compose-quote-card.ts';
import type { CorpusIndex } from './index-corpus.ts';
import { labelDate, labelLetters } from './label-part.ts';
import { type PlacedPart, placeParts } from './place-parts.ts';
import { byDate, stepsOfArticle } from './split-articles.ts';
import { PAGE_BYTES, splitList, stepsOfSlug } from './split-list.ts';

/** Speakers named on the first page of quotations in parts. */
const MOST_QUOTED = 40;
/** Bytes of a speaker's section, and of a quotation beside its words. */
const SPEAKER_BYTES = 160;
const QUOTE_BYTES = 560;

const ABOUT = {
  kind: 'quotes',
  path: '/quotes/',
  title: 'Quotes',
  description: 'What the sources quote, by speaker, each with its line.',
} as const;

interface SaidBy {
  /** An anchor: the name's id, or a slug of the words that stand for the speaker; empty for nobody. */
  readonly id: string;
  readonly name: string;
  readonly link?: NameLink | undefined;
  readonly entry: CorpusQuotation;
}

export function* composeQuotes(index: CorpusIndex): Generator<Page> {
  const all = index.corpus.quotations
    .filter(({ quotation }) => quotation.kind !== 'scare')
    .map((entry) => nameSpeaker(index, entry));
  if (all.length === 0) return;
  if (all.reduce((sum, said) => sum + countBytes(said), 0) <= PAGE_BYTES) {
    yield { matter: { ...ABOUT, ...composeSections(index, all) }, body: [] };
    return;
  }
  const speakers = placeSpeakers(
    index,
    all.filter(({ id }) => id !== ''),
  );
  const nobody = placeUnattributed(
    index,
    all.filter(({ id }) => id === ''),
  );
  const matter: QuotesMatter = {
    ...ABOUT,
    speakers: [],
    unattributed: [],
    most: countMost(speakers),
    parts: speakers.map(({ link }) => link),
    unattributedParts: nobody.length === 0 ? undefined : nobody.map(({ link }) => link),
  };
  yield { matter, body: [] };
  for (const { items, link, part } of [...speakers, ...nobody]) {
    const place = { path: link.path, title: `${ABOUT.title}: ${link.label}`, part };
    yield { matter: { ...ABOUT, ...place, ...composeSections(index, items) }, body: [] };
  }
}

/** Quotations under their speakers: by their number where all stand on one page, else as they come. */
function composeSections(
  index: CorpusIndex,
  all: readonly SaidBy[],
): Pick<QuotesMatter, 'speakers' | 'unattributed' | 'sources'> {
  const cards = (said: readonly SaidBy[]) => said.map(({ entry }) => composeQuoteCard(index, entry));
  const bySpeaker = Map.groupBy(all, ({ id }) => id);
  const unattributed = cards(bySpeaker.get('') ?? []);
  bySpeaker.delete('');
  return {
    speakers: [...bySpeaker.values()]
      .flatMap((said) => {
        const [first] = said;
        return first ? [{ id: first.id, name: first.name, link: first.link, quotes: cards(said) }] : [];
      })
      .sort((a, b) => b.quotes.length - a.quotes.length || compareCodeUnits(a.name, b.name)),
    unattributed,
    sources: listSources(index, all),
  };
}

function listSources(index: CorpusIndex, all: readonly SaidBy[]): QuotesMatter['sources'] {
  const refs = new Set(all.flatMap(({ entry: { ref, also } }) => [ref, ...also.map((other) => other.ref)]));
  if (refs.size < 2) return undefined;
  return [...refs]
    .map(index.article)
    .sort(byDate)
    .map(({ ref }) => {
      const { headline, theme } = index.card(ref);
      return { ref, headline, theme };
    });
}

function nameSpeaker(index: CorpusIndex, entry: CorpusQuotation): SaidBy {
  const { speaker } = entry.quotation;
  const link = speaker?.id && speaker.kind ? index.nameLink(speaker.kind, speaker.id) : undefined;
  const name = link?.name ?? speaker?.name ?? '';
  return { id: link?.id ?? slugName(name), name, link, entry };
}

function countBytes({ entry: { quotation, also } }: SaidBy): number {
  return QUOTE_BYTES * (1 + (quotation.parts.length - 1) / 2) + quotation.text.length + also.length * 160;
}

/** By the letters of the speaker, then by date of the source. */
function placeSpeakers(index: CorpusIndex, said: readonly SaidBy[]): PlacedPart<SaidBy>[] {
  const slugs = new Map(said.map(({ name }) => [name, slugName(name)]));
  const slugOf = ({ name }: SaidBy): string => slugs.get(name) ?? '';
  const sorted = said.toSorted(
    (a, b) =>
      compareCodeUnits(slugOf(a), slugOf(b)) ||
      byDate(index.article(a.entry.ref), index.article(b.entry.ref)),
  );
  const parts = splitList(sorted, {
    *stepsOf(one) {
      yield* stepsOfSlug(slugOf(one));
      for (const step of stepsOfArticle(index.article(one.entry.ref))) yield `${slugOf(one)}/${step}`;
    },
    bytesOf: (one) => SPEAKER_BYTES + countBytes(one),
  });
  return placeParts(parts, ABOUT, `${ABOUT.path}speakers/`, ({ key, items }) => {
    if (key === '') return 'All speakers';
    const [letters = '', date] = key.split('/');
    if (date === undefined) return labelLetters(letters);
    return `${items[0]?.name}, ${labelDate(date, refsOf(items))}`;
  });
}

function placeUnattributed(index: CorpusIndex, said: readonly SaidBy[]): PlacedPart<SaidBy>[] {
  const articleOf = ({ entry }: SaidBy): Article => index.article(entry.ref);
  const sorted = said.toSorted((a, b) => byDate(articleOf(a), articleOf(b)));
  const parts = splitList(sorted, { stepsOf: (one) => stepsOfArticle(articleOf(one)), bytesOf: countBytes });
  return placeParts(parts, ABOUT, `${ABOUT.path}not-stated/`, ({ key, items }) =>
    key === '' ? 'Speaker not stated' : `Speaker not stated, ${labelDate(key, refsOf(items))}`,
  );
}

function refsOf(said: readonly SaidBy[]): string[] {
  return said.map(({ entry }) => entry.ref);
}

/** The speakers with most quotations, each with the first page that holds some. */
function countMost(parts: readonly PlacedPart<SaidBy>[]): QuotesMatter['most'] {
  const counts = new Map<string, { name: string; path: string; count: number }>();
  for (const { items, link } of parts)
    for (const { id, name } of items) {
      const known = counts.get(id);
      counts.set(id, { name, path: known?.path ?? `${link.path}#${id}`, count: (known?.count ?? 0) + 1 });
    }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || compareCodeUnits(a.name, b.name))
    .slice(0, MOST_QUOTED);
}
