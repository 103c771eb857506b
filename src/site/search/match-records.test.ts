import { expect, it } from 'vitest';
import type { EngineResult, SearchIndex } from './load-engine.ts';
import { matchRecords } from './match-records.ts';
import { parseQuery } from './parse-query.ts';

/** Texts by id, and an engine that answers as the real one: without a word, with the longest that it begins with. */
const TEXTS: Readonly<Record<string, string>> = {
  '001-a': 'nationals met at the tar pit',
  '002-b': 'the lot of troops of two nations',
  '003-out-c': 'the lottery',
};

function createIndex(common: readonly string[] = []): SearchIndex {
  const vocabulary = [...new Set(Object.values(TEXTS).flatMap((text) => text.split(' ')))];
  const stem = (word: string): string => word.replace(/als?$|s$/, '');
  const find = (isWanted: (word: string) => boolean): EngineResult[] =>
    Object.entries(TEXTS).flatMap(([id, text]) => {
      const words = text.split(' ').flatMap((word, position) => (isWanted(word) ? position : []));
      if (words.length === 0) return [];
      const anchors = [{ element: 'p', id: 'L1', text, location: 0 }];
      return { id, score: 1, words, data: async () => ({ raw_url: '/', meta: {}, filters: {}, anchors }) };
    });
  const search = async (query: string | null): Promise<EngineResult[]> => {
    if (query === null) return find(() => true);
    if (query.startsWith('"')) return find((word) => stem(word) === stem(query.slice(1, -1)));
    const sets = query.split(' ').map((asked) => {
      const begun = vocabulary.filter((word) => stem(word).startsWith(stem(asked)));
      const [longest] = vocabulary
        .filter((word) => asked.startsWith(stem(word)))
        .toSorted((a, b) => b.length - a.length);
      const wanted =
        begun.length > 0 ? begun : vocabulary.filter((word) => longest && stem(word) === stem(longest));
      return find((word) => wanted.includes(word));
    });
    const [first = [], ...others] = sets;
    return first.filter(({ id }) => others.every((set) => set.some((other) => other.id === id)));
  };
  const nothing = async () => {
    throw new Error('not asked for');
  };
  return { search, common: new Set(common), addTakenOut: nothing, facts: nothing };
}

it.each([
  ['troops', ['002-b'], { ignored: [] }],
  ['tro', ['002-b'], { matches: [{ begun: ['tro'] }] }],
  // The engine's own answers would be the lines with “tar” and with “nation”.
  ['tariffs', [], { ignored: [] }],
  ['nationa', ['001-a', '002-b'], { matches: [{ begun: ['nationa'] }, { begun: ['nationa'] }] }],
  ['troops tariffs', ['002-b'], { ignored: ['tariffs'] }],
  ['troops -nations', [], {}],
  ['-troops', ['001-a', '003-out-c'], {}],
  ['lottery', ['003-out-c'], {}],
  // What was taken out has “lottery”; the briefing has “troops” and, as the engine answers, “lot”.
  ['lottery troops', [], { ignored: [] }],
])('answers %j with %j', async (text, ids, further) => {
  const found = await matchRecords(createIndex(), parseQuery(text));
  expect(found.matches.map(({ result }) => result.id)).toEqual(ids);
  expect(found).toMatchObject(further);
});

it('passes over words that stand almost everywhere', async () => {
  const index = createIndex(['the', 'of']);
  expect(await matchRecords(index, parseQuery('the troops'))).toMatchObject({
    common: ['the'],
    matches: [{ ref: '002' }],
  });
  expect(await matchRecords(index, parseQuery('of the'))).toMatchObject({
    common: ['of', 'the'],
    matches: [],
  });
});

it('knows what was taken out by its id', async () => {
  const { matches, isComplete } = await matchRecords(createIndex(), parseQuery('lottery'));
  expect(matches).toMatchObject([{ ref: '003', isTakenOut: true }]);
  expect(isComplete).toBe(false);
});

it('weighs records with a phrase by its words: the engine gives all of them the same score', async () => {
  const plain = createIndex();
  const search = async (query: string | null): Promise<EngineResult[]> =>
    (await plain.search('troops')).map((result) => ({ ...result, score: query?.startsWith('"') ? 1 : 7 }));
  const { matches } = await matchRecords({ ...plain, search }, parseQuery('"troops of two"'));
  expect(matches.map(({ ref, score }) => [ref, score])).toEqual([['002', 7]]);
});
