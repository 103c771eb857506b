/**
 * A list that is too long for one page, in parts whose addresses stay: an article that is added, edited
 * or withdrawn changes the part that holds it. So parts are cut by what an item is (its letter, month,
 * reference), never by its place in the list.
 */

/** Most bytes of HTML that the items of one page should come to; the rest of the page is about 10 kB. */
export const PAGE_BYTES = 110_000;

export interface Part<T> {
  /** What the items of the part have in common, fit for an address: `2022-02`, `sa`; empty where all fit. */
  readonly key: string;
  readonly items: readonly T[];
}

export interface Cut<T> {
  /** Keys of the parts that could hold the item, coarse to fine (`2022`, `2022-02`, `2022-02-15`); asked for as far as it is cut. */
  readonly stepsOf: (item: T) => Iterable<string>;
  /** Bytes of HTML that the item comes to, about. */
  readonly bytesOf: (item: T) => number;
  /** Bytes of a part; `PAGE_BYTES` unless told. */
  readonly most?: number;
}

/**
 * The whole list as one part if it fits, otherwise the items of each first step, cut further where they
 * still do not fit. Parts and items keep the order of the list; items that no step tells apart stay
 * together, however many they are.
 */
export function splitList<T>(items: readonly T[], cut: Cut<T>): Part<T>[] {
  const { stepsOf, bytesOf, most = PAGE_BYTES } = cut;
  const weighed = items.map((item) => ({ item, bytes: bytesOf(item) }));
  if (fits(weighed, most)) return items.length === 0 ? [] : [{ key: '', items }];
  const split = (key: string, part: readonly Walked<T>[]): Part<T>[] => {
    const steps = fits(part, most) ? [] : part.map((one) => nextOf(one.steps));
    if (steps.every((step) => step === undefined)) return [{ key, items: part.map(({ item }) => item) }];
    const branches = Map.groupBy(part, (_, at) => steps[at]);
    return [...branches].flatMap(([step = key, branch]) => split(step, branch));
  };
  return split(
    '',
    weighed.map((one) => ({ ...one, steps: stepsOf(one.item)[Symbol.iterator]() })),
  );
}

/** The first of a list, until a page that shows only those has enough of them; at least one. */
export function takeFirst<T>(items: readonly T[], bytesOf: (item: T) => number, most: number): T[] {
  let bytes = 0;
  return items.filter((item, at) => {
    bytes += bytesOf(item);
    return at === 0 || bytes <= most;
  });
}

interface Weighed<T> {
  readonly item: T;
  readonly bytes: number;
}

interface Walked<T> extends Weighed<T> {
  /** Those that are left, below the part it stands in. */
  readonly steps: Iterator<string>;
}

function fits(part: readonly Weighed<unknown>[], most: number): boolean {
  return part.reduce((sum, { bytes }) => sum + bytes, 0) <= most;
}

function nextOf(steps: Iterator<string>): string | undefined {
  const { done, value } = steps.next();
  return done ? undefined : value;
}

/** Signs that stand together while they fit: wide bands, then narrow ones. A band's key is `a--i`. */
const LETTER_BANDS = mapBands(['09 ai jr sz', '09 ac df gi jl mo pr su vz']);
const DIGIT_BANDS = mapBands(['03 47 8b cf']);
/** Words that agree so far stand on one page. */
const MOST_LETTERS = 12;

/** Sign by sign of a reference: `0001`, `00--3`; a reference is digits, or hex digits. */
export function stepsOfRef(ref: string, before = ''): Iterable<string> {
  return stepsOfSigns(ref, before, DIGIT_BANDS);
}

/** Letter by letter of words in plain letters: `a--i`, `a--c`, `b`, `ba--i`. */
export function stepsOfSlug(slug: string): Iterable<string> {
  return stepsOfSigns(slug.match(/-*[^-]/g)?.slice(0, MOST_LETTERS) ?? [], '', LETTER_BANDS);
}

/** By year, month, third and sixth of it, day, then reference; undated ones by reference alone. */
export function* stepsOfDate(date: string | undefined, ref: string): Generator<string, void> {
  if (date === undefined) yield 'undated';
  else {
    const month = date.slice(0, 7);
    yield* [date.slice(0, 4), month];
    for (const length of [10, 5]) yield `${month}-${bandOfDays(date, length)}`;
    yield date;
  }
  yield* stepsOfRef(ref, `${date ?? 'undated'}-`);
}

/** The days of a month that a day stands among, `21--28`: the last run is as long as the month has days. */
function bandOfDays(date: string, length: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const runs = Math.floor(30 / length);
  const run = Math.min(Math.ceil(day / length), runs);
  const ends = [run === 1 ? 1 : (run - 1) * length + 1, run === runs ? last : run * length];
  return ends.map((end) => String(end).padStart(2, '0')).join('--');
}

/** By sign, the ends of the bands that hold it, wide to narrow: of b, `a--i` and `a--c`. */
function mapBands(levels: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const signs = [...'0123456789abcdefghijklmnopqrstuvwxyz'];
  return new Map(
    signs.map((sign) => [
      sign,
      levels.flatMap((level) =>
        level
          .split(' ')
          .flatMap(([from = '', to = '']) => (from <= sign && sign <= to ? `${from}--${to}` : [])),
      ),
    ]),
  );
}

function* stepsOfSigns(
  signs: Iterable<string>,
  before: string,
  bands: ReadonlyMap<string, readonly string[]>,
): Generator<string, void> {
  let key = before;
  for (const sign of signs) {
    for (const band of bands.get(sign) ?? []) yield key + band;
    key += sign;
    yield key;
  }
}
