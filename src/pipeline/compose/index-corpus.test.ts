import { describe, expect, test } from 'vitest';
import type { Article, Corpus, CorpusName, Passage } from '../types.ts';
import { countName, indexCorpus } from './index-corpus.ts';

const articleOf = (ref: string): Article =>
  ({
    ref,
    slug: 'ferry',
    source: {},
    themes: [],
    lines: [{ n: 4, text: 'Words', status: 'kept', role: 'paragraph' }],
    passages: [{ line: 4, to: 4, text: 'Words', role: 'paragraph', themes: [] } as Passage],
  }) as unknown as Article;

type Mention = CorpusName['mentions'][number];
const at = (ref: string, part: Partial<Mention> = {}): Mention => ({
  ref,
  line: 4,
  start: 0,
  end: 5,
  text: 'Words',
  ...part,
});
const name = (id: string, mentions: readonly Mention[], found?: true): CorpusName => ({
  ...{ kind: 'people', id, name: id, found, mentions, printedAs: [], roles: [] },
});

const index = indexCorpus(
  {
    articles: [articleOf('1'), articleOf('2')],
    names: [
      name('listed', [at('1')]),
      name('met-twice', [at('1'), at('2')], true),
      name('met-once', [at('2'), at('2', { start: 3 })], true),
      name('in-caption', [at('1', { caption: true })], true),
      name('caption-first', [at('1', { caption: true, line: 2 }), at('1')], true),
    ],
    links: [],
    quotations: [],
    keyPoints: new Map(),
  } as unknown as Corpus,
  [],
);

describe('nameLink', () => {
  test.each([
    ['listed', '/people/listed/', true],
    ['met-twice', '/people/met-twice/', true],
    ['met-once', '/briefings/2-ferry/#L4', false],
    ['in-caption', '/sources/1/#L4', false],
    ['caption-first', '/briefings/1-ferry/#L4', false],
  ])('leads from %s to %s', (id, path, hasPage) => {
    expect(index.nameLink('people', id)?.path).toBe(path);
    expect(index.hasPage('people', id)).toBe(hasPage);
  });

  test('knows no name that the corpus has not', () => {
    expect(index.nameLink('people', 'nobody')).toBeUndefined();
    expect(index.hasPage('people', 'nobody')).toBe(false);
  });

  test('is the same where the names of one article are counted', () => {
    const [here] = index.namesIn('1').filter(({ id }) => id === 'met-twice');
    expect(here && countName(index, here)).toMatchObject({ path: '/people/met-twice/', lines: 1 });
  });
});

test('quotationsIn has words that several articles print in each of them, its own place first', () => {
  const said = (ref: string, line: number) => ({ ref, quotation: { parts: [{ line }] } });
  const quotations = [
    { ...said('1', 4), also: [said('1', 9), said('2', 7)] },
    { ...said('2', 5), also: [] },
  ];
  const both = indexCorpus({ articles: [], names: [], links: [], quotations } as unknown as Corpus, []);
  expect(both.quotationsIn('1')).toEqual([quotations[0]]);
  expect(both.quotationsIn('2')).toEqual([
    quotations[1],
    { ...said('2', 7), also: [said('1', 4), said('1', 9)] },
  ]);
});

test('quotationsIn names few of the places of words that many articles print', () => {
  const places = Array.from({ length: 40 }, (_, at) => ({
    ref: String(at),
    quotation: { parts: [{ line: 4 }] },
  }));
  const [first, ...also] = places;
  const corpus = { articles: [], names: [], links: [], quotations: [{ ...first, also }] };
  const index = indexCorpus(corpus as unknown as Corpus, []);
  expect(index.quotationsIn('0')[0]?.also).toEqual(also);
  expect(index.quotationsIn('30')[0]?.also).toEqual(places.slice(0, 12));
});
