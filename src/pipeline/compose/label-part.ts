/** What a part of a list is called: by its dates, its references, its letters. */

export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `0001` of six digits each: `000100–000199`; where references have letters: `7a…`, `70–73…`. */
export function labelRefs(key: string, refs: readonly string[]): string {
  const [from, to] = endsOf(key);
  const [{ length } = ''] = refs;
  if (!areNumbers(refs)) return `${from === to ? from : `${from}–${to}`}…`;
  const [first, last] = [from.padEnd(length, '0'), to.replace(/[a-f]$/, '9').padEnd(length, '9')];
  return first === last ? first : `${first}–${last}`;
}

/**
 * What else tells the parts of a year or a day apart: `2014, 000100–000199`. Where references have letters
 * they say nothing to readers, and such parts are called alike: `placeParts` counts them.
 */
export function addRefs(words: string, key: string | undefined, refs: readonly string[]): string {
  return key === undefined || !areNumbers(refs) ? words : `${words}, ${labelRefs(key, refs)}`;
}

function areNumbers(refs: readonly string[]): boolean {
  return refs.every((ref) => ref.length === refs[0]?.length && /^\d+$/.test(ref));
}

/** `2022-02` is February 2022, `2022-02-01--10` 1–10 February 2022; `undated-0001` is Undated, 000100–000199. */
export function labelDate(key: string, refs: readonly string[]): string {
  const [, undated, year, month, day, to, ref] =
    /^(?:(undated)|(\d{4})(?:-(\d\d))?(?:-(\d\d)(?:--(\d\d))?)?)(?:-([0-9a-f-]+))?$/.exec(key) ?? [];
  const days = [day, to].flatMap((number) => (number === undefined ? [] : String(Number(number))));
  const date = [day && days.join('–'), month && MONTHS[Number(month) - 1], year]
    .filter((word) => word !== undefined)
    .join(' ');
  // The undated stand in the order of their references and can be found by nothing else.
  if (undated) return ref === undefined ? 'Undated' : `Undated, ${labelRefs(ref, refs)}`;
  return addRefs(date, ref, refs);
}

/** `van-d` is Van d, `sa--i` is Sa–Si. */
export function labelLetters(key: string): string {
  const [from, to] = endsOf(key).map((slug) => {
    const words = slug.replaceAll('-', ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  });
  return from === to ? `${from}` : `${from}–${to}`;
}

/** The first and the last sign run of a part: of `70--3`, `70` and `73`. */
function endsOf(key: string): [string, string] {
  const [, before, from, to] = /^(.*)(.)--(.)$/.exec(key) ?? [];
  return before === undefined ? [key, key] : [`${before}${from}`, `${before}${to}`];
}
