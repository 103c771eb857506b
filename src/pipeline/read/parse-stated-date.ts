/** The day that an explicit date line states, as ISO; never a guess. */
import { parse } from 'chrono-node/en';

/**
 * `2022-02-15` for a line that states day, month and year; `ambiguous` where day and month could be
 * swapped (`03/02/2022`) or the year has two digits; undefined where a part is missing.
 */
export function parseStatedDate(text: string): string | 'ambiguous' | undefined {
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])];
    if (numbers[2] === '.') return toDay(year, second, first);
    if (first > 12) return toDay(year, second, first);
    if (second > 12) return toDay(year, first, second);
    return first === second ? toDay(year, first, second) : 'ambiguous';
  }
  if (/(?<!\d)\d{1,2}([-/.])\d{1,2}\1\d{2}(?!\d)/.test(text)) return 'ambiguous';
  // A fixed reference day: only dates that state all three parts are taken, so it never shows.
  for (const { start } of parse(text.slice(0, 200), new Date(2000, 0, 1, 12))) {
    if (!start.isCertain('day') || !start.isCertain('month') || !start.isCertain('year')) continue;
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
    if (year && month && day) return toDay(year, month, day);
  }
  return undefined;
}

function toDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = year >= 1600 && year <= 2199 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}
