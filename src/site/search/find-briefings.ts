import type { Engine, EngineResult } from './load-engine.ts';
import { type MatchedRecord, matchLines } from './match-lines.ts';
import { parseQuery, type Query } from './parse-query.ts';
import { FACETS, type FacetParam, isFiltered, type SearchState } from './search-state.ts';

/** A briefing, or the taken-out lines of a source, that answers a query. */
export interface Hit {
  readonly id: string;
  readonly record: MatchedRecord;
  /** Address from the root of the site. */
  readonly path: string;
  readonly ref: string;
  /** Id of the home theme; absent = none yet. */
  readonly home: string | undefined;
  /** ISO day; absent = not stated. */
  readonly date: string | undefined;
  readonly isTakenOut: boolean;
}

export interface Found {
  readonly query: Query;
  /** Words of the query that stand in no line and were passed over. */
  readonly ignored: readonly string[];
  /** Briefings that match, however many are loaded. */
  readonly briefings: number;
  /** Sources whose taken-out lines are listed among the hits. */
  readonly sources: number;
  /** Matching lines in all of them; absent where too many match to load them all. */
  readonly lines: number | undefined;
  /** Briefings without the facets. */
  readonly unfiltered: number;
  /** Sources whose taken-out lines match; they are among the hits only if they were asked for. */
  readonly takenOut: number;
  /** Values of each facet in the whole site, most frequent first. */
  readonly values: Readonly<Record<FacetParam, readonly string[]>>;
  /** Briefings with a value among those that match the query and all other facets. */
  readonly count: (param: FacetParam, value: string) => Promise<number>;
  /** Undated briefings among the matches. */
  readonly undated: number;
  /** Days that briefings of the whole site state; empty = all are undated. */
  readonly days: readonly string[];
  /** The best, in order; `loadMore` gives the next. */
  readonly hits: readonly Hit[];
  readonly loadMore: (upTo: number) => Promise<readonly Hit[]>;
}

/** Up to this many records are read in full to count their lines and to sort by them. */
const READ_ALL = 60;
export const PAGE_LENGTH = 10;

interface Match {
  readonly result: EngineResult;
  readonly score: number;
  readonly positions: readonly number[];
  readonly inHeadline: boolean;
  readonly isPhrase: boolean;
}

/**
 * Answers queries with the engine: what it cannot do (phrases beside words, exclusion, *or* within a
 * facet with counts that follow, undated last) is done here on the sets of records that it returns.
 * Sets are kept, so that a further letter or facet asks for little.
 */
export function createFinder(engine: Engine): (state: SearchState) => Promise<Found> {
  const sets = new Map<string, Promise<ReadonlySet<string>>>();
  const withValue = (filter: string, value: string): Promise<ReadonlySet<string>> => {
    const key = `${filter}\n${value}`;
    const known = sets.get(key) ?? engine.search(null, { filters: { [filter]: value } }).then(toIds);
    sets.set(key, known);
    return known;
  };
  let values: ReturnType<Engine['filters']> | undefined;
  let byDate: Promise<ReadonlyMap<string, number>> | undefined;

  return async (state) => {
    const query = parseQuery(state.q);
    const [kept, takenOut] = [await withValue('status', 'kept'), await withValue('status', 'taken-out')];
    const { matches, ignored } = await matchRecords(engine, query, kept);
    values ??= engine.filters();
    const all = await values;
    const matching = (ids: ReadonlySet<string>): Match[] =>
      matches.filter(({ result }) => ids.has(result.id));

    const days = Object.keys(all.date ?? {})
      .filter((day) => day !== 'undated')
      .sort();
    const undatedIds = await withValue('date', 'undated');
    const dated = await idsInRange(engine, state, days, undatedIds);
    const chosen = await Promise.all(
      FACETS.map(async ({ param, filter }) => ({
        param,
        ids:
          state.facets[param].length === 0
            ? undefined
            : await unite(state.facets[param].map((value) => withValue(filter, value))),
      })),
    );
    const passes = (id: string, but?: FacetParam | 'date'): boolean =>
      (but === 'date' || dated === undefined || dated.has(id)) &&
      chosen.every(({ param, ids }) => param === but || ids === undefined || ids.has(id));

    const briefings = matching(kept);
    const count = async (param: FacetParam, value: string): Promise<number> => {
      const filter = FACETS.find((facet) => facet.param === param)?.filter ?? param;
      const ids = await withValue(filter, value);
      return briefings.filter(({ result: { id } }) => ids.has(id) && passes(id, param)).length;
    };

    const shown = briefings.filter(({ result }) => passes(result.id));
    const removed = matching(takenOut);
    // Before anything is asked there is nothing to list, and nothing to load.
    const isAsked = state.q.trim() !== '' || isFiltered(state);
    const listed = !isAsked
      ? []
      : state.removed
        ? [...shown, ...removed.filter(({ result }) => passes(result.id))]
        : shown;
    if (state.sort === 'date') byDate ??= rankByDate(engine, undatedIds);
    const ranks = state.sort === 'date' ? await byDate : undefined;
    const load = (match: Match): Promise<Hit> => readHit(match, query, takenOut);

    let loaded: Hit[] = [];
    let order = listed.toSorted((a, b) => compareMatches(a, b, ranks));
    let lines: number | undefined;
    if (listed.length <= READ_ALL) {
      const hits = new Map(
        await Promise.all(order.map(async (match) => [match, await load(match)] as const)),
      );
      const hitOf = (match: Match): Hit | undefined => hits.get(match);
      if (query.words.length + query.phrases.length > 0)
        order = order.filter((match) => match.inHeadline || (hitOf(match)?.record.lines.length ?? 0) > 0);
      order = order.toSorted((a, b) => compareMatches(a, b, ranks, hitOf(a), hitOf(b)));
      loaded = order.flatMap((match) => hitOf(match) ?? []);
      lines = loaded.reduce((sum, hit) => sum + hit.record.lines.length, 0);
    }
    const loadMore = async (upTo: number): Promise<readonly Hit[]> => {
      loaded.push(...(await Promise.all(order.slice(loaded.length, upTo).map(load))));
      return loaded.slice(0, upTo);
    };
    return {
      query,
      ignored,
      briefings: order.filter(({ result }) => kept.has(result.id)).length,
      sources: order.filter(({ result }) => takenOut.has(result.id)).length,
      lines,
      unfiltered: briefings.length,
      takenOut: removed.length,
      values: listValues(all),
      count,
      undated: briefings.filter(({ result }) => passes(result.id, 'date') && undatedIds.has(result.id))
        .length,
      days,
      hits: await loadMore(PAGE_LENGTH),
      loadMore,
    };
  };
}

/** Records that hold every word and phrase of the query that any record holds, and no excluded word. */
async function matchRecords(
  engine: Engine,
  query: Query,
  kept: ReadonlySet<string>,
): Promise<{ matches: readonly Match[]; ignored: readonly string[] }> {
  const { words, phrases, excluded } = query;
  const search = async (text: string | null): Promise<readonly EngineResult[]> =>
    (await engine.search(text)).results;
  const ignored: string[] = [];
  if (words.length > 1) for (const word of words) if ((await search(word)).length === 0) ignored.push(word);
  const nothing = words.length > 0 && ignored.length === words.length && phrases.length === 0;
  if (nothing) return { matches: [], ignored: [] };

  const known = words.filter((word) => !ignored.includes(word));
  const asked = [...(known.length > 0 ? [known.join(' ')] : []), ...phrases.map((phrase) => `"${phrase}"`)];
  const answers = await Promise.all(asked.length > 0 ? asked.map(search) : [search(null)]);
  const [first = [], ...others] = answers.map(
    (results) => new Map(results.map((result) => [result.id, result])),
  );
  const together = known.length > 1 ? toIds({ results: await search(`"${known.join(' ')}"`) }) : undefined;
  const left = await unite(excluded.map(async (word) => toIds({ results: await search(`"${word}"`) })));

  const matches: Match[] = [];
  for (const [id, result] of first) {
    const rest = others.map((answer) => answer.get(id));
    if (left.has(id) || rest.includes(undefined)) continue;
    const all = [result, ...rest.filter((other) => other !== undefined)];
    matches.push({
      result,
      score: all.reduce((sum, { score }) => sum + score, 0),
      positions: all.flatMap((other) => other.words),
      inHeadline:
        asked.length > 0 &&
        kept.has(id) &&
        all.some(({ matchedMetaFields }) => matchedMetaFields?.includes('title')),
      isPhrase: together?.has(id) ?? false,
    });
  }
  return { matches, ignored };
}

/** Headline match, exact phrase, lines matched, then the source's reference; by date first where asked. */
function compareMatches(
  a: Match,
  b: Match,
  ranks: ReadonlyMap<string, number> | undefined,
  hitA?: Hit,
  hitB?: Hit,
): number {
  const [refA, refB] = [hitA?.ref ?? a.result.id, hitB?.ref ?? b.result.id];
  return (
    (ranks?.get(a.result.id) ?? 0) - (ranks?.get(b.result.id) ?? 0) ||
    Number(hitA?.isTakenOut ?? false) - Number(hitB?.isTakenOut ?? false) ||
    Number(b.inHeadline) - Number(a.inHeadline) ||
    Number(b.isPhrase) - Number(a.isPhrase) ||
    (hitB?.record.lines.length ?? b.score) - (hitA?.record.lines.length ?? a.score) ||
    (refA < refB ? -1 : refA > refB ? 1 : 0)
  );
}

async function readHit(match: Match, query: Query, takenOut: ReadonlySet<string>): Promise<Hit> {
  const record = await match.result.data();
  const date = record.filters.date?.[0];
  return {
    id: match.result.id,
    record: matchLines(record, match.positions, query),
    path: record.raw_url,
    ref: record.filters.ref?.[0] ?? '',
    home: record.filters.home?.[0],
    date: date === 'undated' ? undefined : date,
    isTakenOut: takenOut.has(match.result.id),
  };
}

/** Records inside the range of days, and the undated ones where wanted; undefined = no limit. */
async function idsInRange(
  engine: Engine,
  { from, to, undated }: SearchState,
  days: readonly string[],
  undatedIds: ReadonlySet<string>,
): Promise<ReadonlySet<string> | undefined> {
  if (from === '' && to === '') return undated ? undatedIds : undefined;
  const within = days.filter((day) => (from === '' || day >= from) && (to === '' || day <= to));
  // An empty list would mean any day.
  const ids =
    within.length > 0 ? toIds(await engine.search(null, { filters: { date: { any: within } } })) : [];
  return new Set([...ids, ...(undated ? undatedIds : [])]);
}

/** Newest first, undated last. */
async function rankByDate(
  engine: Engine,
  undatedIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  const { results } = await engine.search(null, { sort: { date: 'desc' } });
  const days = results.filter(({ id }) => !undatedIds.has(id));
  const ranks = new Map(days.map(({ id }, index) => [id, index]));
  for (const id of undatedIds) ranks.set(id, days.length);
  return ranks;
}

function listValues(all: Awaited<ReturnType<Engine['filters']>>): Found['values'] {
  const lists = FACETS.map(({ param, filter }) => {
    const counted = Object.entries(all[filter] ?? {}).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return [param, counted.map(([value]) => value)];
  });
  // `FACETS` has every param once.
  return Object.fromEntries(lists) as unknown as Found['values'];
}

async function unite(sets: readonly Promise<ReadonlySet<string>>[]): Promise<ReadonlySet<string>> {
  return new Set((await Promise.all(sets)).flatMap((set) => [...set]));
}

function toIds({ results }: { readonly results: readonly EngineResult[] }): ReadonlySet<string> {
  return new Set(results.map(({ id }) => id));
}
