import type { EngineRecord, EngineResult, SearchIndex } from './load-engine.ts';
import { type MatchedRecord, matchLines } from './match-lines.ts';
import { type Matches, matchRecords, type RecordMatch } from './match-records.ts';
import { hasWords, isLetter, type Query } from './parse-query.ts';
import type { Facts } from './read-facts.ts';
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
  /** Words that were not searched for because they stand almost everywhere. */
  readonly common: readonly string[];
  /** Briefings that match, however many are loaded. */
  readonly briefings: number;
  /** Sources whose taken-out lines are listed among the hits. */
  readonly sources: number;
  /** Matching lines in all of them; absent where too many match to load them all. */
  readonly lines: number | undefined;
  /** Briefings without the facets. */
  readonly unfiltered: number;
  /** Sources whose taken-out lines match, where that was looked up: no briefing does, or they were asked for. */
  readonly takenOut: number;
  /** What the briefings that match can be narrowed by; fetched when it is asked for. */
  readonly narrow: () => Promise<Narrowing>;
  /** The best, in order; `loadMore` gives the next. */
  readonly hits: readonly Hit[];
  readonly loadMore: (upTo: number) => Promise<readonly Hit[]>;
}

export interface Narrowing {
  /** Values of each facet in the whole site, most frequent first. */
  readonly values: (param: FacetParam) => readonly string[];
  /** Briefings with a value among those that match the query and all other facets. */
  readonly count: (param: FacetParam, value: string) => number;
  /** Undated briefings among the matches. */
  readonly undated: number;
  /** Days that briefings of the whole site state, the first first; empty = all are undated. */
  readonly days: readonly string[];
}

/** Up to this many records are read in full to count their lines and to order by them: as many as are shown. */
const READ_ALL = 10;
export const PAGE_LENGTH = 10;
const UNDATED = 'undated';
const NOTHING: Matches = { matches: [], ignored: [], common: [], isComplete: true };

/**
 * Answers queries with the engine: what it cannot do (phrases beside words, exclusion, *or* within a
 * facet with counts that follow, undated last) is done here on the sets of records that it returns.
 */
export function createFinder(index: SearchIndex): (state: SearchState, query: Query) => Promise<Found> {
  return async (state, query) => {
    // Before anything is asked there is nothing to list, and nothing to load.
    const isAsked = !isLetter(query) && (isFiltered(state) || hasWords(query) || query.excluded.length > 0);
    if (state.removed) await index.addTakenOut();
    let answer = isAsked ? await matchRecords(index, query) : NOTHING;
    // A word that no briefing holds may stand in what was taken out: then it is not passed over.
    if (isAsked && hasWords(query) && !state.removed && !answer.isComplete) {
      await index.addTakenOut();
      answer = await matchRecords(index, query);
    }
    const isNarrowed = isFiltered(state) || state.sort === 'date';
    const facts = isNarrowed ? await index.facts() : undefined;
    const passes = facts === undefined ? () => true : createFilter(facts, state);
    const briefings = answer.matches.filter(isKept);
    const removed = answer.matches.filter((match) => !isKept(match));
    const shown = briefings.filter(({ ref }) => passes(ref));
    const listed = state.removed ? [...shown, ...removed.filter(({ ref }) => passes(ref))] : shown;
    const ranks =
      state.sort === 'date' && facts !== undefined ? rankByDate(facts) : new Map<string, number>();

    const load = (match: RecordMatch): Promise<Hit> => readHit(match, query);
    const isTrue = (match: RecordMatch, hit: Hit): boolean =>
      !hasWords(query) || match.inHeadline || hit.record.lines.length > 0;
    let order = listed.toSorted((a, b) => compareMatches(a, b, ranks));
    let loaded: Hit[] = [];
    let taken = 0;
    let lines: number | undefined;
    if (listed.length <= READ_ALL) {
      const all = await Promise.all(order.map(async (match) => ({ match, hit: await load(match) })));
      const kept = all
        .filter(({ match, hit }) => isTrue(match, hit))
        .toSorted((a, b) => compareMatches(a.match, b.match, ranks, a.hit, b.hit));
      order = kept.map(({ match }) => match);
      loaded = kept.map(({ hit }) => hit);
      taken = order.length;
      lines = loaded.reduce((sum, { record }) => sum + record.lines.length, 0);
    }
    const loadMore = async (upTo: number): Promise<readonly Hit[]> => {
      while (loaded.length < upTo && taken < order.length) {
        const next = order.slice(taken, taken + upTo - loaded.length);
        taken += next.length;
        const hits = await Promise.all(next.map(async (match) => ({ match, hit: await load(match) })));
        loaded.push(...hits.flatMap(({ match, hit }) => (isTrue(match, hit) ? hit : [])));
      }
      return loaded.slice(0, upTo);
    };
    return {
      query,
      ignored: answer.ignored,
      common: answer.common,
      briefings: order.filter(isKept).length,
      sources: order.filter((match) => !isKept(match)).length,
      lines,
      unfiltered: briefings.length,
      takenOut: removed.length,
      narrow: async () =>
        narrow(await index.facts(), state, isAsked ? briefings.map(({ ref }) => ref) : undefined),
      hits: await loadMore(PAGE_LENGTH),
      loadMore,
    };
  };
}

function isKept({ isTakenOut }: RecordMatch): boolean {
  return !isTakenOut;
}

/** Whether a briefing has one of the values chosen of each facet, and a date in the range; `but` leaves one of them out. */
function createFilter(facts: Facts, state: SearchState): (ref: string, but?: FacetParam | 'date') => boolean {
  const chosen = FACETS.flatMap(({ param, filter }) =>
    state.facets[param].length === 0
      ? []
      : { param, sets: state.facets[param].map((value) => facts.having(filter, value)) },
  );
  const dates = datesInRange(facts, state);
  return (ref, but) =>
    (but === 'date' || dates === undefined || dates.some((day) => day.has(ref))) &&
    chosen.every(({ param, sets }) => param === but || sets.some((set) => set.has(ref)));
}

function narrow(facts: Facts, state: SearchState, matches: readonly string[] | undefined): Narrowing {
  const passes = createFilter(facts, state);
  const days = listDays(facts);
  const refs = matches ?? [...days, UNDATED].flatMap((day) => [...facts.having('date', day)]);
  const passing = new Map<string, readonly string[]>();
  const others = (but: FacetParam | 'date'): readonly string[] => {
    const known = passing.get(but) ?? refs.filter((ref) => passes(ref, but));
    passing.set(but, known);
    return known;
  };
  const countOf = (but: FacetParam | 'date', set: ReadonlySet<string>): number =>
    others(but).filter((ref) => set.has(ref)).length;
  const filterOf = (param: FacetParam): string =>
    FACETS.find((facet) => facet.param === param)?.filter ?? param;
  return {
    values: (param) => facts.values(filterOf(param)),
    count: (param, value) => countOf(param, facts.having(filterOf(param), value)),
    undated: countOf('date', facts.having('date', UNDATED)),
    days,
  };
}

/** Briefings by day, those in the range; undefined where no range and no undated ones are asked for. */
function datesInRange(
  facts: Facts,
  { from, to, undated }: SearchState,
): readonly ReadonlySet<string>[] | undefined {
  const none = undated ? [facts.having('date', UNDATED)] : [];
  if (from === '' && to === '') return undated ? none : undefined;
  const within = listDays(facts).filter((day) => (from === '' || day >= from) && (to === '' || day <= to));
  return [...within.map((day) => facts.having('date', day)), ...none];
}

function listDays(facts: Facts): string[] {
  return facts
    .values('date')
    .filter((day) => day !== UNDATED)
    .toSorted();
}

/** Newest first, undated last. */
function rankByDate(facts: Facts): ReadonlyMap<string, number> {
  const ordered = [...listDays(facts).reverse(), UNDATED];
  return new Map(
    ordered.flatMap((day, rank) => [...facts.having('date', day)].map((ref) => [ref, rank] as const)),
  );
}

/** Headline match, exact phrase, lines matched, then the source's reference; by date first where asked. */
function compareMatches(
  a: RecordMatch,
  b: RecordMatch,
  ranks: ReadonlyMap<string, number>,
  hitA?: Hit,
  hitB?: Hit,
): number {
  return (
    (ranks.get(a.ref) ?? 0) - (ranks.get(b.ref) ?? 0) ||
    Number(a.isTakenOut) - Number(b.isTakenOut) ||
    Number(b.inHeadline) - Number(a.inHeadline) ||
    Number(b.isPhrase) - Number(a.isPhrase) ||
    (hitB?.record.lines.length ?? b.score) - (hitA?.record.lines.length ?? a.score) ||
    (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0)
  );
}

async function readHit(match: RecordMatch, query: Query): Promise<Hit> {
  const { id, data }: EngineResult = match.result;
  const record: EngineRecord = await data();
  const date = record.filters.date?.[0];
  return {
    id,
    record: matchLines(record, match.positions, query, match.begun),
    path: record.raw_url,
    ref: match.ref,
    home: record.filters.home?.[0],
    date: date === UNDATED ? undefined : date,
    isTakenOut: match.isTakenOut,
  };
}
