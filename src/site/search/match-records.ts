import { splitWords } from './fold-words.ts';
import type { EngineResult, SearchIndex } from './load-engine.ts';
import { isFormOf } from './match-lines.ts';
import type { Query } from './parse-query.ts';

/** A record that answers a query, before its words are read. */
export interface RecordMatch {
  readonly result: EngineResult;
  /** Reference of the source. */
  readonly ref: string;
  readonly isTakenOut: boolean;
  readonly score: number;
  /** Words that no record of its kind has in full, but some begin with: as far as they are typed. */
  readonly begun: readonly string[];
  /** Where its text holds words of the query. */
  readonly positions: readonly number[];
  readonly inHeadline: boolean;
  /** The words of the query stand together in it. */
  readonly isPhrase: boolean;
}

export interface Matches {
  readonly matches: readonly RecordMatch[];
  /** Words that stand in no record. */
  readonly ignored: readonly string[];
  /** Words that were not searched for because they stand almost everywhere. */
  readonly common: readonly string[];
  /** No briefing is missing for a word that only taken-out lines may hold. */
  readonly isComplete: boolean;
}

/** Records that are looked into to tell a word that is still being typed from one that nobody wrote. */
const LOOKED_INTO = 3;

/** Records that hold every word and phrase of the query that any record holds, and no excluded word. */
export async function matchRecords(index: SearchIndex, query: Query): Promise<Matches> {
  const { phrases, excluded } = query;
  const common = query.words.filter((word) => isCommon(word, index.common));
  const words = query.words.filter((word) => !common.includes(word));
  if (words.length + phrases.length === 0 && common.length > 0)
    return { matches: [], ignored: [], common, isComplete: true };
  const kinds = await Promise.all(words.map((word) => weighWord(index, word)));
  const ignored = words.filter((_, at) => kinds[at]?.kept === 'unknown' && kinds[at].takenOut === 'unknown');
  const wordsThat = (side: Side, kind: WordKind): string[] =>
    words.filter((word, at) => kinds[at]?.[side] === kind && !ignored.includes(word));
  const sides = {
    kept: { begun: wordsThat('kept', 'begun'), missing: wordsThat('kept', 'unknown') },
    takenOut: { begun: wordsThat('takenOut', 'begun'), missing: wordsThat('takenOut', 'unknown') },
  };
  if (words.length > 0 && ignored.length === words.length && phrases.length === 0)
    return { matches: [], ignored: [], common, isComplete: false };
  const known = words.filter((word) => !ignored.includes(word));
  const asked = [...(known.length > 0 ? [known.join(' ')] : []), ...phrases.map(quote)];
  const answers = await Promise.all(asked.length > 0 ? asked.map(index.search) : [index.search(null)]);
  const [first = new Map<string, EngineResult>(), ...others] = answers.map(
    (results) => new Map(results.map((result) => [result.id, result])),
  );
  // All records with a phrase have the same score; those with its words have one each.
  const weights = await Promise.all(
    phrases.map(async (phrase) => new Map((await index.search(phrase)).map(({ id, score }) => [id, score]))),
  );
  const together = known.length > 1 ? toIds(await index.search(quote(known.join(' ')))) : new Set();
  const left = new Set(
    (await Promise.all(excluded.map((word) => index.search(quote(word))))).flatMap((results) => [
      ...toIds(results),
    ]),
  );
  const matches: RecordMatch[] = [];
  for (const [id, result] of first) {
    const rest = others.map((answer) => answer.get(id));
    const isTakenOut = isOut(result);
    const { begun, missing } = sides[isTakenOut ? 'takenOut' : 'kept'];
    if (left.has(id) || rest.includes(undefined) || missing.length > 0) continue;
    const all = [result, ...rest.filter((other) => other !== undefined)];
    matches.push({
      result,
      ref: id.slice(0, id.indexOf('-')),
      isTakenOut,
      begun,
      score: weights.reduce(
        (sum, weight) => sum + (weight.get(id) ?? 0),
        known.length > 0 ? result.score : 0,
      ),
      positions: all.flatMap((other) => other.words),
      inHeadline:
        asked.length > 0 &&
        !isTakenOut &&
        all.some(({ matchedMetaFields }) => matchedMetaFields?.includes('title')),
      isPhrase: together.has(id),
    });
  }
  const isComplete = ignored.length === 0 && matches.some((match) => !match.isTakenOut);
  return { matches, ignored, common, isComplete };
}

type WordKind = 'known' | 'begun' | 'unknown';
/** Briefings and what was taken out are two indexes: a word may stand in one and not in the other. */
type Side = 'kept' | 'takenOut';

function isOut({ id }: EngineResult): boolean {
  return id.includes('-out-');
}

async function weighWord(index: SearchIndex, word: string): Promise<Readonly<Record<Side, WordKind>>> {
  const [begun, exact] = [await index.search(word), await index.search(quote(word))];
  const isKept = (result: EngineResult): boolean => !isOut(result);
  return {
    kept: await weighOn(word, begun.filter(isKept), exact.filter(isKept)),
    takenOut: await weighOn(word, begun.filter(isOut), exact.filter(isOut)),
  };
}

/**
 * Whether a word stands in an index, in any of its forms; or words that begin with it do. Where
 * neither is so the engine answers with the longest word that the asked one begins with (“tar” for
 * “tariffs”), which nobody asked for.
 */
async function weighOn(
  word: string,
  results: readonly EngineResult[],
  exact: readonly EngineResult[],
): Promise<WordKind> {
  if (results.length === 0) return 'unknown';
  if (exact.length > 0) return 'known';
  const [{ folded } = { folded: '' }] = splitWords(word);
  const records = await Promise.all(
    results.slice(0, LOOKED_INTO).map(async ({ data, words }) => ({ record: await data(), words })),
  );
  const isBegun = records.some(({ record, words }) =>
    record.anchors.some(({ text, location }) =>
      splitWords(text).some(
        (form, offset) => words.includes(location + offset) && isFormOf(form.folded, folded),
      ),
    ),
  );
  return isBegun ? 'begun' : 'unknown';
}

/** The index has words without their endings, “was” as “wa” and “these” as “these”. */
function isCommon(word: string, common: ReadonlySet<string>): boolean {
  const [{ folded } = { folded: '' }] = splitWords(word);
  return common.has(folded) || (folded.endsWith('s') && common.has(folded.slice(0, -1)));
}

function quote(words: string): string {
  return `"${words}"`;
}

function toIds(results: readonly EngineResult[]): ReadonlySet<string> {
  return new Set(results.map(({ id }) => id));
}
