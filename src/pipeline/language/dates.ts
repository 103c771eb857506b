import type { DateWords, Quotation } from '../types.ts';
import { leadOf } from './lead-of.ts';
import { MONTHS, WEEKDAYS } from './names/plain-words.ts';
import type { Marked } from './names/spots.ts';

const MONTH = MONTHS.replaceAll(' ', '|');
const DAY_NAME = WEEKDAYS.split(' ').slice(0, 7).join('|');
const MONTH_NAMES = MONTHS.split(' ').slice(0, 12);
const DAY_NAMES = WEEKDAYS.split(' ').slice(0, 7);

/** Date with month and day, `25 February 2022`, `Oct. 7, 2025`; the year may be missing. */
const DAY_MONTH = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${DAY_NAME}),? )?(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})(?:\.(?=,? \d))?|(${MONTH})\.? (\d{1,2})(?:st|nd|rd|th)?(?![\d:]))(?:,? (\d{4}))?(?![\p{L}\p{N}])`,
  'gu',
);
const ISO = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/g;
/** “in November”, “early January”, “last April”, “March 2014”; “May” and “March” need such a word. */
const MONTH_WORDS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:in|since|last|this|next|early|late|mid|of|by|until|from|during|before|after)[ -])?(${MONTH})(?:\. (?=\d))?(?:(?: ?|,? of )((?:19|20)\d\d)|, ((?:19|20)\d\d)(?=[,.;:)]|$))?(?![\p{L}\p{N}])`,
  'gu',
);
const YEAR =
  /(?<![\p{L}\p{N}.,:$€£-]|\d,)(?:early |late |mid-)?((?:19|20)\d\d)(?:s)?(?![\p{L}\p{N}%]|,\d|\.\d|-\p{L})/gu;
const DAY_WORDS = new RegExp(
  String.raw`(?<![\p{L}-])(?:today|yesterday|tomorrow|tonight|(?:(?:last|this|next) )?(?:${DAY_NAME})|(?:last|this|next) (?:week|weekend|month|year|night|morning))(?![\p{L}-])`,
  'giu',
);
/** “Black Friday”, “the Sunday Times”: names that hold a day. */
const DAY_IN_NAME = new RegExp(
  String.raw`(?:Black|Good|Bloody|Super|Ash|Palm|Easter|Holy|Maundy|Shrove|Cyber|Giving) (?:${DAY_NAME})|(?:${DAY_NAME}) (?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Sun|Tribune|Independent|People|World|Review|Night|Club)(?!\p{L})`,
  'gu',
);
/** “, who will retire next year,”, “(due last week)”: what is told on the way is no part of the clause around it. */
const ASIDE = /, (?:who|whose|which|where|when)(?!\p{L})[^,.;]*,|\([^()]*\)/gu;
/** What a bare four-digit number counts when it is no year. */
const NO_YEAR =
  /^ (?:\p{Ll}+ )?(?:troops|soldiers|people|men|women|tanks|jobs|km|miles|tonnes|dollars|euros|hours|hrs|GMT|UTC|CET|BST|EST|EDT)(?!\p{L})/u;
/** “resolution 1973”: a number of a text or a flight. */
const NUMBERED = /\b(?:[Rr]esolution|[Dd]ecree|[Ff]light|[Rr]oom|[Rr]oute|[Hh]ighway|No\.?|Windows) $/;
/** Before a weekday that lies ahead: “closes on Sunday”; not “its slow starts on Sunday”. */
const TIMETABLED =
  /(?<!\b(?:an?|the|its|their|his|her|these|those|both|of|at|in|after|early|late|new|slow|strong|weak|first|last|tax|election) )\b(?:opens|closes|begins|starts|meets|ends|returns|resumes|arrives|expires)(?: \p{Ll}+){0,2} on $/u;
/** “They meet on Friday”, “refused to meet on Friday”: either week; but “came to an end”, “did not meet” are past. */
const UNSETTLED =
  /(?<!\b(?:an?|the|did not|didn[’']t|failed to) )\b(?:open|close|begin|start|meet|end|return|resume|arrive|expire)(?: \p{Ll}+){0,2} on $/u;
/** What makes a September 11 that of 2001. */
const ATTACKS = /attack|terror|hijack|twin towers/iu;
/** A weekday after such words lies ahead. */
const AHEAD =
  /\b(?:will|due|next|to be held|scheduled|plans?|planned|expected|set to|is to|are to|would)\b[^.;]*$/;
/** In a clause, what looks ahead: “may”, “to meet in June”, “until June”, but not “the year to June” or “rose to a record”. */
const FORWARD =
  /\b(?:will|would|shall|may|might|could|can|should|due|next|scheduled|plans?|planned|planning|expected|expects?|hopes?|proposed|set for|to (?!the |a |an |its |their |his |her )\p{Ll}{2,})\b|\b(?:until|till|by|through|before|from|for)(?: the (?:end|middle|start|beginning) of)? (?:\d\d? ?[-–] ?)?$/u;
/** In a clause, what says that something happened. */
const HAPPENED =
  /(?<![\p{L}-])(?!(?:need|indeed|speed|feed|seed|hundred|exceed|proceed|succeed)\b)(?:\p{Ll}{2,}ed|was|were|had|did|said|told|came|went|began|rose|fell|took|gave|made|left|won|lost|met|saw|found|held|kept|sent|became|grew|led|paid|sold|bought|built|brought|stood|spent|ran|wrote|spoke|broke|chose|struck|beat|got|been|ago|quit|sought|drove|drew|flew)(?!\p{L})/u;
/** Characters around a date that can be of its clause: a line may hold thousands of dates. */
const LEAD = 300;
/** Where one clause ends and another begins. */
const CLAUSE =
  /[.:](?!\d)|[;—–]|,? (?:but|because|although|though|while|when|who|which|that|before|if|(?:as|after)(?! (?:an? )?\d))(?= )|, (?:and|or)(?= )| and (?=it |he |she |they |will |the )/gu;
/** “June last year”, “Feb ’87”, “January 3 to January 9, 2020”: another year than the latest. */
const OTHER_YEAR =
  /^(?:,? (?:of )?(?:last|next|this|that|the \p{Ll}+) year| ?['’]\d\d(?!\d)|,? ?(?:and|or|to|through|until|[-–—]) ?(?:(?:early|late|mid)[ -])?(?:\p{Lu}\p{Ll}+\.? ?)?(?:\d{1,2}(?:st|nd|rd|th)?)?,? ?(?:19|20)\d\d(?!\d))/u;

/**
 * Printed years, months and days. A day becomes a date only where the source states when it was
 * published: weekdays and months look back from there, unless the sentence looks ahead. Day words in
 * quotations are the speaker's and stay out.
 */
export function findDates(
  passages: readonly Marked[],
  quotations: readonly Quotation[],
  published: string | undefined,
): readonly DateWords[] {
  const parts = Map.groupBy(
    quotations.flatMap((q) => q.parts),
    (part) => part.line,
  );
  return passages.flatMap(({ passage }) => {
    if (passage.role === 'caption') return [];
    const { text, line } = passage;
    const quoted = parts.get(line) ?? [];
    const found: DateWords[] = [];
    const add = (start: number, words: string, kind: DateWords['kind'], date: string | undefined) => {
      const end = start + words.length;
      if (found.some((other) => start < other.end && other.start < end)) return;
      if (kind !== 'year' && quoted.some((part) => part.start <= start && start < part.end)) return;
      found.push({ line, start, end, text: words, kind, ...(date ? { date } : {}) });
    };
    for (const match of text.matchAll(ISO)) add(match.index, match[0], 'date', match[0]);
    for (const match of text.matchAll(DAY_MONTH)) {
      const [words, before, monthBefore, monthAfter, after, year] = match;
      const day = Number(before ?? after);
      const month = monthNumber(monthBefore ?? monthAfter ?? '');
      if (day < 1 || day > 31) continue;
      const end = match.index + words.length;
      const date = year
        ? iso(Number(year), month, day)
        : published && !OTHER_YEAR.test(text.slice(end)) && !(month === 9 && day === 11 && ATTACKS.test(text))
          ? (nearDay(published, month, day) ??
            (liesBehind(text, match.index, end) ? pastDay(published, month, day) : undefined))
          : undefined;
      add(match.index, words, 'date', date);
    }
    for (const match of text.matchAll(MONTH_WORDS)) {
      const [words, name = '', ...years] = match;
      const year = years.find((found) => found !== undefined);
      // “In March 2000 soldiers came” counts them.
      if (year && NO_YEAR.test(text.slice(match.index + words.length))) continue;
      if (/^(?:May|March|Mar|Jan|Jun|Sun|Sat)$/.test(words)) continue;
      // “April Falk” is somebody, “In April Falk …” is not.
      const leads = /(?:^|[^\p{L}])(?:In|Since|Last|This|By|Until|From|During|Early|Late) $/u.test(
        leadOf(text, match.index, LEAD),
      );
      if (words === name && !leads && /^ \p{Lu}/u.test(text.slice(match.index + words.length))) continue;
      const month = monthNumber(name);
      const lead = words.length - words.trimStart().length;
      const skip = /^(?:in|since|of|by|until|from|during|before|after)[ -]/.exec(words)?.[0].length ?? lead;
      const start = match.index + skip;
      const end = match.index + words.length;
      const isPast =
        !OTHER_YEAR.test(text.slice(end)) && (/^last /.test(words) || liesBehind(text, start, end));
      const date = year
        ? `${year}-${pad(month)}`
        : published && isPast
          ? pastMonth(published, month)
          : undefined;
      add(match.index + skip, words.slice(skip), 'month', date);
    }
    for (const match of text.matchAll(YEAR)) {
      const [words, year = ''] = match;
      if (NUMBERED.test(leadOf(text, match.index, 12))) continue;
      if (NO_YEAR.test(text.slice(match.index + words.length))) continue;
      if (words.endsWith('s')) add(match.index, words, 'year', undefined);
      else add(match.index, words, 'year', year);
    }
    const names = [...text.matchAll(DAY_IN_NAME)].map(
      ({ index, 0: name }) => [index, index + name.length] as const,
    );
    for (const match of text.matchAll(DAY_WORDS)) {
      if (names.some(([from, to]) => from <= match.index && match.index < to)) continue;
      const lead = leadOf(text, match.index, 90);
      const ahead = AHEAD.test(lead.replaceAll(ASIDE, '')) || TIMETABLED.test(lead);
      const isSettled = ahead || !UNSETTLED.test(lead);
      add(
        match.index,
        match[0],
        'day',
        published && isSettled ? resolveDay(match[0], published, ahead) : undefined,
      );
    }
    return found.sort((a, b) => a.start - b.start);
  });
}

function resolveDay(words: string, published: string, ahead: boolean): string | undefined {
  const low = words.toLowerCase();
  if (low === 'today' || low === 'tonight' || low === 'this morning') return published;
  if (low === 'yesterday' || low === 'last night') return shift(published, -1);
  if (low === 'tomorrow') return shift(published, 1);
  const weekday = DAY_NAMES.findIndex((name) => low.endsWith(name.toLowerCase()));
  if (weekday < 0) return undefined;
  // Monday is 0 in both counts.
  const today = (new Date(`${published}T12:00:00Z`).getUTCDay() + 6) % 7;
  const inWeek = shift(published, weekday - today);
  if (low.startsWith('this')) return inWeek;
  // “Next Friday” on a Tuesday is this week's to some, the next one's to others.
  if (low.startsWith('next')) return weekday <= today ? shift(inWeek, 7) : undefined;
  if (low.startsWith('last')) return weekday >= today ? shift(inWeek, -7) : undefined;
  if (weekday === today) return published;
  if (ahead) return weekday > today ? inWeek : shift(inWeek, 7);
  return weekday < today ? inWeek : shift(inWeek, -7);
}

/** Whether the clause of these words tells what happened, not what is ahead; the verb before them counts most. */
function liesBehind(text: string, start: number, end: number): boolean {
  const lead = leadOf(text, start, LEAD).replaceAll(ASIDE, '');
  if (/\bsince (?:(?:early|late|mid)[ -])?$/.test(lead)) return true;
  const before = lead.slice([...lead.matchAll(CLAUSE)].at(-1)?.index ?? 0);
  if (FORWARD.test(before)) return false;
  if (HAPPENED.test(before)) return true;
  const rest = text.slice(end, end + LEAD);
  const after = rest.slice(0, [...rest.matchAll(CLAUSE)][0]?.index);
  const forward = after.search(FORWARD);
  return HAPPENED.test(forward < 0 ? after : after.slice(0, forward));
}

/** The latest such month that is not after the day of publication: `2021-11`. */
function pastMonth(published: string, month: number): string {
  const year = Number(published.slice(0, 4));
  const own = Number(published.slice(5, 7));
  return `${month > own ? year - 1 : year}-${pad(month)}`;
}

/** Such a day within a fortnight, whatever the sentence says: “on 20 February” in a text of the 14th. */
function nearDay(published: string, month: number, day: number): string | undefined {
  const year = Number(published.slice(0, 4));
  return [year - 1, year, year + 1]
    .map((y) => iso(y, month, day))
    .find((date) => date && date >= shift(published, -14) && date <= shift(published, 14));
}

/** The latest such day. */
function pastDay(published: string, month: number, day: number): string | undefined {
  const year = Number(published.slice(0, 4));
  return [year, year - 1].map((y) => iso(y, month, day)).find((date) => date && date <= published);
}

function iso(year: number, month: number, day: number): string | undefined {
  const date = `${year}-${pad(month)}-${pad(day)}`;
  const time = Date.parse(`${date}T12:00:00Z`);
  return Number.isNaN(time) || new Date(time).getUTCDate() !== day ? undefined : date;
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function monthNumber(name: string): number {
  return MONTH_NAMES.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
