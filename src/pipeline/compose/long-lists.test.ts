/** Pages of lists stay light, however long the lists are: a thousand and a half of made-up articles through each composer. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { PartLink, PartOf } from '../../briefing.ts';
import { splitPassages } from '../language/sentences.ts';
import { NO_ANNOTATIONS } from '../no-annotations.ts';
import type { Article, Corpus, CorpusFigures, CorpusName, CorpusQuotation, Theme } from '../types.ts';
import type { DeferredPage, Page } from '../write/serialise.ts';
import { composeFigures } from './compose-figures.ts';
import { composeHome } from './compose-home.ts';
import { composeNames } from './compose-names.ts';
import { composeQuotes } from './compose-quotes.ts';
import { composeSources } from './compose-sources.ts';
import { composeThemes } from './compose-themes.ts';
import { composeTimeline } from './compose-timeline.ts';
import { type CorpusIndex, indexCorpus } from './index-corpus.ts';

/** Data of a page; its HTML is at most as long, and shares 10 kB with every other page. */
const MOST_BYTES = 150_000;
const COUNT = 1500;
const TEXT = 'The port authority said on Monday that 1,200 ships had passed the strait in May 2021.';

const THEME: Theme = {
  id: 'ports',
  order: 1,
  title: 'Ports',
  definition: '',
  terms: [{ term: 'port', weight: 1 }],
  needs: [],
  body: '',
  comparisons: [],
};

/** Two in three are dated, over ten years; every second has the theme. */
function makeArticle(n: number): Article {
  const ref = String(n).padStart(6, '0');
  const year = 2012 + (n % 10);
  const date = `${year}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
  const tag = { id: 'ports', score: 3, terms: ['port'], lines: [3] };
  const themes = n % 2 === 0 ? [tag] : [];
  return {
    ref,
    slug: 'ships',
    headline: { text: `Ships pass the strait in week ${n}`, standing: 'stated', line: 1 },
    lines: [
      {
        n: 1,
        text: `Ships pass the strait in week ${n}`,
        status: 'kept',
        role: 'headline',
        confidence: 'high',
      },
      { n: 3, text: TEXT, status: 'kept', role: 'paragraph', confidence: 'high' },
      { n: 5, text: 'Sign up here', status: 'removed', role: 'boilerplate', confidence: 'high' },
    ],
    passages: [{ line: 3, to: 3, text: TEXT, role: 'paragraph', themes }],
    themes,
    source: {
      ...{ seed: `${ref}_ships.txt`, sha256: '', bytes: 0, encoding: 'UTF-8', normalised: [] },
      published: n % 3 === 0 ? undefined : { text: date, date, standing: 'stated' },
    },
    annotations: {
      ...NO_ANNOTATIONS,
      sentences: splitPassages([{ line: 3, text: TEXT }]),
      dates: [{ line: 3, start: 76, end: 84, text: `May ${1990 + (n % 30)}`, kind: 'month' }],
    },
  } as unknown as Article;
}

function makeName(kind: CorpusName['kind'], id: string, refs: readonly string[]): CorpusName {
  const mentions = refs.map((ref) => ({ ref, line: 3, start: 4, end: 18, text: id }));
  return { kind, id, name: id.replaceAll('-', ' '), found: true, mentions, printedAs: [], roles: [] };
}

function makeCorpus(articles: readonly Article[]): Corpus {
  const refs = articles.map(({ ref }) => ref);
  const letter = (n: number): string => String.fromCharCode(97 + (n % 26));
  const once = refs.map((ref, n) => makeName('people', `${letter(n)}${letter(n >> 3)}-person-${n}`, [ref]));
  const speaker = { id: 'ann-lee', kind: 'people', name: 'ann lee' } as const;
  const quotations = refs.map(
    (ref, n): CorpusQuotation => ({
      ref,
      quotation: {
        ...{ text: 'passed the strait', parts: [{ line: 3, start: 50, end: 67 }], kind: 'full' },
        ...{ rule: 'said', confidence: 'high' },
        speaker:
          n % 3 === 0 ? speaker : n % 3 === 1 ? { name: `${letter(n)} official ${n % 300}` } : undefined,
      },
      also: [],
    }),
  );
  const figureOf = (n: number) => ({
    ref: refs[n] ?? '',
    figure: {
      line: 3,
      start: 39,
      end: 44,
      text: '',
      number: '1,200',
      value: 1200 + n,
      unit: 'ships',
      rule: 'unit',
    },
  });
  const setOf = (id: string, title: string, unit: string, from: number, to: number): CorpusFigures => ({
    ...{ id, title, unit },
    figures: Array.from({ length: Math.min(to, refs.length) - from }, (_, n) => figureOf(from + n)),
  });
  return {
    articles,
    names: [makeName('people', 'ann-lee', refs), makeName('places', 'strait', refs), ...once],
    quotations,
    figures: [
      setOf('ships-in-strait', 'Ships in Strait', 'ships', 0, 450),
      setOf('pair', 'German tanks', 'tanks', 0, 2),
      ...refs.slice(450).map((ref, n) => setOf(`tonnes-${ref}-3-39`, 'Tonnes', 'tonnes', 450 + n, 451 + n)),
    ],
    links: [],
    keyPoints: new Map(),
    copies: [],
    findings: [],
  } as unknown as Corpus;
}

const COMPOSERS = {
  home: (index) => composeHome(index, 'Ports', 'What ports report'),
  themes: (index) => composeThemes(index, [{ theme: THEME, comparisons: [], introduction: [] }]),
  sources: (index) => composeSources(index, []),
  names: composeNames,
  figures: composeFigures,
  quotes: composeQuotes,
  timeline: composeTimeline,
} as const satisfies Record<string, (index: CorpusIndex) => Iterable<Page | DeferredPage>>;
const KINDS = Object.keys(COMPOSERS) as (keyof typeof COMPOSERS)[];

function compose(index: CorpusIndex): Map<string, Page[]> {
  return new Map(
    KINDS.map((kind) => [
      kind,
      [...COMPOSERS[kind](index)].map((page) => ('compose' in page ? page.compose() : page)),
    ]),
  );
}

const ARTICLES = Array.from({ length: COUNT }, (_, n) => makeArticle(n));
let pages: Map<string, Page[]>;

beforeAll(() => {
  pages = compose(indexCorpus(makeCorpus(ARTICLES), [THEME]));
}, 60_000);

describe.each(KINDS)('long lists: %s', (kind) => {
  const all = (): readonly Page[] => pages.get(kind) ?? [];

  test('stay light on every page', () => {
    const heavy = all().filter(({ matter }) => JSON.stringify(matter).length > MOST_BYTES);
    expect(heavy.map(({ matter }) => matter.path)).toEqual([]);
  });

  test('stand each at an address of its own that can be served', () => {
    const paths = all().map(({ matter }) => matter.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => !/^\/(?:[a-z0-9-]+\/)*$/.test(path))).toEqual([]);
    const titles = all().map(({ matter }) => matter.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('lead to every part, and from each part to the next', () => {
    const links = all().flatMap(({ matter }) => linksIn(matter));
    const parts = all().filter(({ matter }) => 'part' in matter && matter.part !== undefined);
    const paths = new Set(all().map(({ matter }) => matter.path));
    expect(links.filter((path) => !paths.has(path))).toEqual([]);
    const linked = new Set(links);
    const figures = kind === 'figures' ? ['/figures/ships-in-strait/'] : [];
    expect(
      parts.map(({ matter }) => matter.path).filter((path) => !linked.has(path) && !figures.includes(path)),
    ).toEqual([]);
    expect(parts.length > 0).toBe(kind !== 'home');
  });
});

describe('parts of records whose references are in no order', () => {
  // In the order of a feed; references as hashes give them.
  const records = ARTICLES.map((article, n) => {
    const ref = ((n * 7919) % 65_536).toString(16).padStart(4, '0');
    return { ...article, ref, source: { ...article.source, seed: `feed.jsonl#${n}` } };
  });
  let made: Map<string, Page[]>;
  beforeAll(() => {
    made = compose(indexCorpus(makeCorpus(records), [THEME]));
  });

  test.each([
    ['sources', /^(?:\S+ ){0,2}\d{4}$|^Undated, [0-9a-f–]+…$/],
    ['quotes', /^Speaker not stated, (?:(?:\S+ )?(?:\S+ )?\d{4}|Undated(?:, [0-9a-f–]+…)?)$/],
    ['figures', /^Tonnes, (?:(?:\S+ )?(?:\S+ )?\d{4}|Undated(?:, [0-9a-f–]+…)?)$/],
  ] as const)('of %s are named by date, newest first, undated ones by reference', (kind, pattern) => {
    const [whole] = made.get(kind) ?? [];
    const links = linkedParts(whole).filter(
      ({ label }) => !/^[A-Z][a-z]*(?: –.*)?$|^[A-Z]–[A-Z]$/.test(label),
    );
    const labels = links.map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(2);
    expect(labels.filter((label) => !pattern.test(label))).toEqual([]);
    const undated = links.filter(({ path }) => path.includes('/undated')).map(({ path }) => path);
    expect(undated).toEqual(undated.toSorted());
    const years = labels.flatMap((label) => /\d{4}$/.exec(label) ?? []);
    expect(years).toEqual(years.toSorted().reverse());
  });
});

function linkedParts(page: Page | undefined): readonly PartLink[] {
  const { parts = [], unattributedParts = [] } = (page?.matter ?? {}) as {
    readonly parts?: readonly PartLink[];
    readonly unattributedParts?: readonly PartLink[];
  };
  return unattributedParts.length > 0 ? unattributedParts : parts;
}

/** Addresses that `parts`, `part` and the like hold, wherever in the page. */
function linksIn(value: unknown, key = ''): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (key === 'part') {
    const { near, previous, next } = value as PartOf;
    return [...near, previous, next].flatMap((link) => link?.path ?? []);
  }
  if (/parts$/i.test(key) && Array.isArray(value)) return (value as PartLink[]).map(({ path }) => path);
  return Object.entries(value).flatMap(([name, inner]) => linksIn(inner, name));
}

describe('nothing is lost', () => {
  const count = (kind: string, pattern: RegExp): number =>
    (pages.get(kind) ?? []).reduce(
      (sum, { matter }) => sum + (JSON.stringify(matter).match(pattern)?.length ?? 0),
      0,
    );

  test.each([
    ['sources', /"sourcePath":/g, COUNT, 1],
    // Found once: no page, a line in the list.
    ['names', /"path":"\/briefings\/\d+-ships\/#L3"/g, COUNT, 1],
    ['themes', /"terms":\["port"\]/g, COUNT / 2, 2],
  ] as const)('of %s', (kind, pattern, rows, times) => {
    expect(count(kind, pattern)).toBeGreaterThanOrEqual(rows * times);
  });

  test('of figures, quotations and sentences', () => {
    const rows = (kind: string, field: string): number =>
      (pages.get(kind) ?? [])
        .filter(({ matter }) => 'part' in matter && matter.part)
        .reduce((sum, { matter }) => sum + countIn(matter, field), 0);
    expect(rows('figures', 'mark')).toBe(450 + 2 + 1050);
    expect(rows('quotes', 'rule')).toBe(COUNT);
    expect(rows('timeline', 'date')).toBeGreaterThanOrEqual(COUNT - COUNT / 3);
  });
});

function countIn(value: unknown, field: string): number {
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + Number(key === field) + countIn(inner, field),
    0,
  );
}

test('a headline that is corrected changes few pages', () => {
  const corrected = ARTICLES.map((article, n) =>
    n === 734 ? { ...article, headline: { ...article.headline, text: 'Ships wait' } } : article,
  );
  const after = compose(indexCorpus(makeCorpus(corrected), [THEME]));
  const before = new Set([...pages.values()].flat().map((page) => JSON.stringify(page)));
  const changed = [...after.values()].flat().filter((page) => !before.has(JSON.stringify(page)));
  // Its source, and one part of each list that names it: sources, theme, print pack, two names, calendar.
  expect(changed.length).toBeLessThanOrEqual(8);
  expect(changed.length).toBeGreaterThan(2);
});

test('small sites have each list on one page', () => {
  const few = compose(indexCorpus(makeCorpus(ARTICLES.slice(0, 10)), [THEME]));
  const parts = [...few.values()]
    .flat()
    .filter(({ matter }) => 'part' in matter && matter.part !== undefined);
  expect(parts).toEqual([]);
  expect(few.get('sources')).toHaveLength(11);
});
