import type { Figure, Quotation, Speaker } from '../types.ts';
import { CURRENCIES, type FigureUnit, SCALES, UNIT_WORDS, type UnitWord } from './figure-units.ts';
import { leadOf } from './lead-of.ts';
import type { NameIndex } from './names/index-names.ts';
import { MONTHS } from './names/plain-words.ts';
import { coverWords, type Spot } from './names/spots.ts';
import { findNumberWords } from './number-words.ts';
import { isPreposition, mainSubject } from './speakers/find-subject.ts';
import type { ReadPassage } from './speakers/read-clauses.ts';
import type { Scene } from './speakers/resolve.ts';
import { findClaimant } from './speakers/rules.ts';
import { countWords, type Word } from './words.ts';

/** How exact a number says it is, by the words before it; longest first. */
const QUALIFIERS: readonly (readonly [string, NonNullable<Figure['qualifier']>])[] = [
  ['in excess of', 'more-than'],
  ['as many as', 'less-than'],
  ['as much as', 'less-than'],
  ['as high as', 'less-than'],
  ['higher than', 'more-than'],
  ['greater than', 'more-than'],
  ['longer than', 'more-than'],
  ['well over', 'more-than'],
  ['upwards of', 'more-than'],
  ['more than', 'more-than'],
  ['at least', 'more-than'],
  ['fewer than', 'less-than'],
  ['less than', 'less-than'],
  ['lower than', 'less-than'],
  ['shorter than', 'less-than'],
  ['up to', 'less-than'],
  ['close to', 'estimated'],
  ['an estimated', 'estimated'],
  ['estimated', 'estimated'],
  ['approximately', 'estimated'],
  ['roughly', 'estimated'],
  ['around', 'estimated'],
  ['about', 'estimated'],
  ['nearly', 'estimated'],
  ['almost', 'estimated'],
  ['near', 'estimated'],
  ['some', 'estimated'],
  ['over', 'more-than'],
  ['above', 'more-than'],
  ['exceeding', 'more-than'],
  ['under', 'less-than'],
  ['below', 'less-than'],
];

/** “100,000” and “100 000”. */
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]*\d)|\d+(?:\.\d+)?`;
/** “million”, “Million”, “MILLION”: headings have them all. */
const SCALE = [...SCALES.keys()]
  .flatMap((word) => [word, `${word[0]?.toUpperCase()}${word.slice(1)}`, word.toUpperCase()])
  .join('|');
const DIGITS = new RegExp(
  String.raw`(?<![\p{L}\p{N}:./#§]|\d,|(?<!\d ?(?:%|m|bn|million|billion))-)(US\$|[$€£₽₴]|(?:PLN|USD|EUR|GBP|UAH|RUB)(?= ?\d))?[ \u00a0]?(${NUMBER})(?:[ \u00a0]?(?:-|–|—|to|or)[ \u00a0]?(US\$|[$€£])?(${NUMBER}))?(?:[ \u00a0-]?(${SCALE})(?![\p{L}]))?[ \u00a0]?(%|per cent(?!\p{L})|percent(?!\p{L})|pct(?!\p{L}))?`,
  'gu',
);
const PERCENT_AFTER = /^[ \u00a0](?:percent|per cent|pct)(?!\p{L})/iu;
/** “from 4% to 5%” is a change unless something ranges. */
const OPENS_CHANGE =
  /(?<!\b(?:rang|var|span|stretch)\p{Ll}+ (?:anywhere )?)\bfrom (?:about |around |some |nearly |almost )?$/u;
/** “a 3% to 4% rise”, “around £3m to £4m”: a range, unless it tells a change. */
const OPENS_RANGE = /\b(?:an?|about|around|roughly|approximately|some|estimated) $/iu;
/** “fell $2 to $105”: by how much, and to what. */
const CHANGED =
  /\b(?:(?:ros|ris|fell|fall|grew|grow|climb|jump|gain|drop|declin|slip|soar|surg|slid|dip|up|down|eas|advanc|edg|plung|tumbl|rebound)(?:e|es|ed|en|ing|s|ped|ping)?|(?:los|add|increas|decreas|cut|rais|lower|reduc)(?:e|es|ed|t|ing|s|ting)? by) (?:by |another |a further |about |around |some |nearly |almost |only |just )*$/u;
/** Characters before a number that say how it is meant. */
const LEAD = 120;
const DURATION = /^(minutes|hours|days|weeks|months|years)$/;
/** A duration is a figure where it measures something: “ended after”, “loans lasting longer than”. */
const MEASURES =
  /(?:(?<!\b(?:the|this|these|its|his|her|their|our|at) )\blast|\b(?:last(?:ed|ing|s)|end(?:ed|ing)|(?:took|taking)(?! place)|longer than|shorter than|extended by|delayed by))\b[^.,;]{0,40}$/;
/** “one in four”, “nine out of 10”: neither number counts anybody. */
const RATIO_BEFORE =
  /(?<![\p{L}\d])(?:\d|10|one|two|three|four|five|six|seven|eight|nine|ten) (in|in every|of every|out of|out of every) $/iu;
const RATIO_AFTER =
  /^ (?:in|of|out of) every |^ (?:in|out of) (?:one|two|three|four|five|six|seven|eight|nine|ten|100?0?)(?![\p{L}\d])/u;
/** “the Group of 20 nations”: a name. */
const NAME_BEFORE = /\b(?:(?:Group|Gang|Club|Big)(?: of)?|[Tt]op|Fortune|FTSE|S&P|Nikkei|Forbes|Global) $/;
const MONTH = new Set(MONTHS.split(' '));
/** “in 2014 soldiers came”, “the 2016 attacks”, “September 11, 2001 attacks”. */
const YEAR_BEFORE = new RegExp(
  String.raw`\b(?:(?:in|since|until|till|by|during|before|after|the|early|late) |(?:${MONTHS.replaceAll(' ', '|')})\.? (?:\d\d?(?:st|nd|rd|th)?,? )?)$`,
  'iu',
);
/** “60 miles per hour”, “100 km/h”, “90 miles an hour”. */
const SPEED = /^[ -]?\p{L}+(?:\/h|(?:[ -](?:per|an)[ -])hour)/u;
/** “100,000-strong (Russian) force”: who is counted only where the noun says it. */
const STRONG =
  /^-strong (?:(?:\p{L}+[ -]){0,2}?)(?:army|force|contingent|garrison|brigade|battalion|regiment|division|military|detachment)(?!\p{L})/u;
const DISTANCE = /^-(?:(miles?)|km|kilomet(?:re|er)s?)(?!\p{L})/u;
/** “the death toll rose to 47”: what the number counts stands before it. */
const TOLL =
  /\b[Dd]eath toll(?: of|[^.;:,\d]{0,50} (?:to|at|is|was|reached|passed|exceeded|topped))(?: (?:at least|more than|about|around|over|nearly|some|as many as))? $/u;
/** “10 times what they feared”, “at 12 gates”, “at 9 a.m.”: the number near a toll is of something else. */
const NO_TOLL = /^ (?:\p{Ll}{3,}(?<![isu])s|higher|lower|more|fewer|[ap]\.?m)(?!\p{L})/u;
/** “at least 60 killed in the north”. */
const KILLED_AFTER = /^ killed(?= (?:in|by|on|at|and|near|during|since|when|after|as|over)\b|[.,;:)]|$)/u;
/** “Soyuz 12 100 people”, “Brigade 93 killed”: a name may hold the number after it; “Some 93 killed” names nobody. */
const NAME_WORD_BEFORE =
  /(?<!\p{L})(?!(?:Some|About|Around|Nearly|Almost|Over|Under|Roughly|Approximately|Estimated|Least|Than|To|The|All|Another|Only|With|And)[ \u00a0])\p{Lu}[\p{L}’'-]*[ \u00a0]$/u;
const AGED = /\b[Aa]ged? (?:\p{Ll}+ )?$/u;
/** “15,000 pounds of powder” are weighed. */
const WEIGHED = /^ of (?!aid|debts?|funding|help|investment|savings|damage|public|taxpayer|assets)\p{L}/u;
/** The same word for one and many may start a name: “aircraft carriers”, “personnel carriers”. */
const UNCHANGING = /^(?:aircraft|personnel|staff)$/;
/** “utilities serving 90 million people”: a thing counted before, and what it does. */
const PLURAL = /^\p{Ll}{3,}(?<!s)s$/u;
/** “120,000 (Ukrainian) troops”, “nine ‘entities’”. */
const BEFORE_UNIT = /^[ \u00a0]?[("“‘']?$/;
const OWNED = /^(?:its|their|his|her|our|my|the|those|these)$/;
const BETWEEN = /^(?:[ \u00a0-]|[ \u00a0]?[("“‘']|\) |, )$/;
/** Never between a number and what it counts. */
const NO_MODIFIER =
  /^(?:a|an|the|this|that|these|those|of|in|on|at|to|for|from|with|by|and|or|but|as|is|are|was|were|be|been|has|have|had|will|would|said|says|who|which|when|while|if|than|then|per|its|his|her|their|our|not|after|before|since|during|years?|months?|weeks?|days?|hours?|minutes?|percent|times|into|it|he|she|they|we)$/i;
/** “Close to 12,000 are there now”: what is counted stands in the sentence before. */
const BARE = /^ ?(?:more|are|were|have|had|who|others|of them|remain|in)(?!\p{L})/u;
/** Between such a verb and its number: “at least”, “30 rebels and”; any other word may have a number of its own. */
const REACH = String.raw`(?: (?:[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)(?: (?!and\b|or\b)[\p{L}-]+){1,3}(?:,|,? (?:and|or)))?(?: (?:at least|as many as|up to|more than|fewer than|less than|close to|a total of|an estimated|an additional|a further|some|about|around|nearly|almost|over|roughly|approximately|another|all|the|between))* $`;
/** “killed 30 rebels and 12 guards”; not “was killed when 30 rebels came”, “killed two and wounded 12”. */
const KILLS = new RegExp(
  String.raw`(?:(?<!\b(?:was|were|been|being|is|are|be|those) )kill(?:ed|ing|s)|\bdeaths? of|\b(?:claim|cost|took|tak)(?:e|en|ed|s|ing)? the lives of|\bthe dead (?:were|are|include[sd]?))${REACH}`,
  'u',
);
const WOUNDS = new RegExp(
  String.raw`(?<!\b(?:was|were|been|being|is|are|be|those) )(?:wound|injur)(?:ed|ing|es|s)${REACH}`,
  'u',
);
const KILLED =
  /^(?:(?!\b(?:who|whose|which|that|when|where|as|a|an|said|says|say|\p{Ll}{2,}ed)\b)[^.;,]){0,40}?\b(?:(?:were|was|have been|had been|has been|being) (?:\p{Ll}+ly )?killed|died)\b|^ (?:killed|dead)(?= (?:in|by|on|at|and|near|during|since|so|when|after|as|over)\b|[.,;:)]|$)/u;
const WOUNDED =
  /^(?:(?!\b(?:who|whose|which|that|when|where|as|a|an|said|says|say|(?!kill|captur)\p{Ll}{2,}ed)\b)[^.;,]){0,40}?\b(?:were|was|have been|had been|has been|being) (?:\p{Ll}+ly )?(?:(?:killed|captured),? (?:(?:and|or) )?)?(?:wounded|injured|hurt)\b|^ (?:killed (?:and|or) )?(?:wounded|injured|hurt)(?= (?:in|by|on|at|and|near|during|since|so|when|after|as|over)\b|[.,;:)]|$)/u;
/** “two officials briefed on the talks said”: who is cited, not what is reported. */
const SOURCES = /^ (?:briefed|familiar|with knowledge|close to|who (?:were briefed|spoke|asked)|told|said)\b/;
/** “the number of Russian soldiers at 112,000”. */
const NUMBER_OF =
  /\bnumber of [^.;:\d]{3,60} (?:at|to|reached|was|is) (?:about |around |some |over |more than |nearly )?$/;
/** Verbs by which a side has or moves what is counted. */
const HAS =
  /^(?:has|had|have|amassed|massed|moved|deployed|sent|gathered|stationed|placed|mobilised|mobilized|positioned|concentrated|deploying|sending|massing|moving|mobilising|mobilizing|lost|losing|withdrew|withdrawn|keeps|kept|stationing|built)$/;

/** Numbers that report something, outside captions and headings alike: value, unit, whose, who says so. */
export function findFigures(scene: Scene, quotations: readonly Quotation[]): readonly Figure[] {
  return scene.passages.flatMap((passage, p) => {
    const found: Found[] = [];
    for (const candidate of listNumbers(passage)) {
      const counted = readUnit(passage, candidate, found.at(-1), scene.passages[p - 1]);
      if (counted) found.push(counted);
    }
    return found.map((f) => describe(scene, p, f, quotations));
  });
}

interface Candidate {
  readonly start: number;
  /** After the number with its scale and per cent sign. */
  readonly end: number;
  readonly number: string;
  readonly value: number;
  readonly upper?: number | undefined;
  readonly money?: FigureUnit | undefined;
  readonly percent: boolean;
  readonly inWords: boolean;
}

interface Found extends Candidate {
  readonly unit: FigureUnit;
  /** End of the unit's word. */
  readonly unitEnd: number;
  /** Words between number and unit: whose they may be. */
  readonly between: readonly Word[];
}

function listNumbers({ marked }: ReadPassage): readonly Candidate[] {
  const { text } = marked.passage;
  const digits = [...text.matchAll(DIGITS)].flatMap((match): Candidate[] => {
    const [whole, sign, low = '', highSign, high, scale = '', percent] = match;
    const start = match.index + whole.length - whole.trimStart().length;
    const end = match.index + whole.trimEnd().length;
    const lowAt = text.indexOf(low, match.index);
    const money = sign ? CURRENCIES.get(sign) : undefined;
    const one = { start, end, number: low, money, percent: percent !== undefined, inWords: false };
    // “$3M” is money; “Flat 12 B” and “3M employees” may be a name.
    if (!sign && /^(?:[A-Z]|b)$/.test(scale)) return [];
    if (!high) return [{ ...one, value: scaleNumber(low, scale) }];
    const lowEnd = lowAt + low.length;
    const highAt = text.indexOf(high, lowEnd);
    const lowScale = sharesScale(low, high) ? scale : '';
    const range = { value: scaleNumber(low, lowScale), upper: scaleNumber(high, scale) };
    const before = leadOf(text, start, LEAD);
    const isTo = / to /.test(text.slice(lowEnd, highAt));
    // “until 2025 to 4 million people” is a year and a number.
    const isYear = scale !== '' && /^(?:19|20)\d\d$/.test(low) && toNumber(high) < toNumber(low);
    const isBetween = isTo && OPENS_CHANGE.test(before);
    const isStep = isTo && !percent && CHANGED.test(before);
    if (range.upper > range.value && !isBetween && !isStep && !isYear)
      return [{ ...one, number: text.slice(lowAt, highAt + high.length), ...range }];
    // “rose $2 to $5 million” may have risen by either.
    const isOpen = isStep && scale !== '' && lowScale !== '';
    const first = { ...one, end: lowEnd, value: isBetween ? range.value : toNumber(low), percent: false };
    return [
      ...(isOpen ? [] : [first]),
      {
        ...one,
        start: highAt - (highSign?.length ?? 0),
        number: high,
        value: range.upper,
        money: highSign ? CURRENCIES.get(highSign) : undefined,
      },
    ];
  });
  joinRanges(digits, text);
  const words = findNumberWords(text).map(({ start, end, value, scale }): InWords => {
    const percent = PERCENT_AFTER.exec(text.slice(end, end + 10))?.[0];
    return {
      start,
      end: end + (percent?.length ?? 0),
      number: text.slice(start, end),
      value,
      scale,
      percent: percent !== undefined,
      inWords: true,
    };
  });
  return [...digits, ...joinWords(words, text)]
    .sort((a, b) => a.start - b.start)
    .filter(({ value, percent, inWords }) => value >= 2 || percent || !inWords);
}

interface InWords extends Candidate {
  readonly scale: number;
}

/** “two to three hundred”, “five or six”, “between ten and twelve”: one figure, in place. */
function joinWords(words: readonly InWords[], text: string): Candidate[] {
  const joined: InWords[] = [];
  for (const high of words) {
    const low = joined.at(-1);
    const value = low && readLow(low, high, text);
    if (low && value !== undefined)
      joined.splice(-1, 1, {
        ...high,
        start: low.start,
        number: text.slice(low.start, high.start) + high.number,
        value,
        upper: high.value,
      });
    else joined.push(high);
  }
  return joined;
}

/** The value of the lower end, in the scale of the upper one; undefined where the two are no range. */
function readLow(low: InWords, high: InWords, text: string): number | undefined {
  const link = text.slice(low.end, high.start);
  const isRange =
    link === ' or ' ||
    (link === ' and ' && /\bbetween $/i.test(leadOf(text, low.start, LEAD))) ||
    (link === ' to ' && !isChange(text, low.start));
  if (!isRange || low.percent || low.upper !== undefined) return undefined;
  const value = low.scale === 1 && low.value < high.value / high.scale ? low.value * high.scale : low.value;
  return value < high.value ? value : undefined;
}

/** “between $3 billion and $5 billion”, “ranges from 4% to 5%”: one figure, in place. */
function joinRanges(digits: Candidate[], text: string): void {
  for (let n = digits.length - 2; n >= 0; n -= 1) {
    const [low, high] = [digits[n], digits[n + 1]];
    if (!low || !high || low.upper !== undefined || high.upper !== undefined) continue;
    const link = text.slice(low.end, high.start);
    const opens = leadOf(text, low.start, 9);
    const joined =
      /^ ?(?:-|–|—) ?$/.test(link) ||
      (link === ' and ' && /between $/i.test(opens)) ||
      (link === ' to ' && /from $/i.test(opens) && !OPENS_CHANGE.test(leadOf(text, low.start, LEAD))) ||
      (link === ' to ' && OPENS_RANGE.test(opens) && !isChange(text, low.start));
    const alike = low.percent === high.percent && (low.money ?? high.money) === high.money;
    const scale = text.slice(text.indexOf(high.number, high.start) + high.number.length, high.end).trim();
    const isBare = text.slice(low.start, low.end).endsWith(low.number) && !low.percent;
    const value = isBare && sharesScale(low.number, high.number) ? scaleNumber(low.number, scale) : low.value;
    if (!joined || !alike || high.value <= value || /\D[12]\d{3}$/.test(` ${low.number}`)) continue;
    const number = text.slice(text.indexOf(low.number, low.start), high.end);
    digits.splice(n, 2, { ...high, start: low.start, number, value, upper: high.value });
  }
}

function isChange(text: string, start: number): boolean {
  const before = leadOf(text, start, LEAD);
  return OPENS_CHANGE.test(before) || CHANGED.test(before);
}

/** “5 to 10 million” scales both, “32,000 to 1.41 million” and “950 to 1,000” do not. */
function sharesScale(low: string, high: string): boolean {
  return !low.includes(',') && toNumber(low) < toNumber(high);
}

/** @param scale word of SCALES, as printed; another one, or none, scales nothing */
function scaleNumber(digits: string, scale: string): number {
  // 4.1 times a million is not quite 4,100,000.
  return Number((toNumber(digits) * (SCALES.get(scale.toLowerCase()) ?? 1)).toPrecision(15));
}

function toNumber(digits: string): number {
  return Number(digits.replace(/[, \u00a0\u202f]/g, ''));
}

function readUnit(
  passage: ReadPassage,
  c: Candidate,
  previous: Found | undefined,
  before: ReadPassage | undefined,
): Found | undefined {
  const { words } = passage.marked;
  const { text } = passage.marked.passage;
  if (c.money) return { ...c, unit: c.money, unitEnd: c.end, between: [] };
  if (c.percent) return { ...c, unit: '%', unitEnd: c.end, between: [] };
  const joined = readJoined(text, c);
  if (joined) return { ...c, ...joined, between: [] };
  if (/^-\p{L}|^(?!(?:km|kg|m)(?![\p{L}\d]))\p{L}|^[:/]\d|^['’]s/u.test(text.slice(c.end))) return undefined;
  const lead = leadOf(text, c.start, LEAD);
  // “0800 123 456” is dialled; “14 Leopard 2 tanks” counts once.
  if (
    /^0\d/.test(c.number) ||
    (/\d[ \u00a0\u202f]\d/.test(c.number) && (/\d[ \u00a0\u202f]$/.test(lead) || NAME_WORD_BEFORE.test(lead)))
  )
    return undefined;
  if (previous && c.start < previous.unitEnd && !/\bof $/.test(lead)) return undefined;
  if (isPart(text, c, passage.marked.titleCase)) return undefined;
  const prior = words[countWords(words, (word) => word.end <= c.start) - 1];
  if (prior && MONTH.has(prior.text) && (c.value <= 31 || /^\d\d? /.test(c.number))) return undefined;
  if (
    prior &&
    /^(?:Type|Article|Chapter|No|Nos|Resolution|Flight|Boeing|Airbus|Section|Point|Group|Channel|Route|Day|Phase|Stage|Level)$/.test(
      prior.text,
    )
  )
    return undefined;
  const year = !c.inWords && !c.number.includes(',') && c.value >= 1900 && c.value <= 2100;
  if (year && YEAR_BEFORE.test(leadOf(text, c.start, 24))) return undefined;
  const attached = /^(km|kg|m)(?!\p{L})/u.exec(text.slice(c.end));
  if (SPEED.test(text.slice(c.end))) return undefined;
  if (attached?.[1] === 'km') return { ...c, unit: 'km', unitEnd: c.end + 2, between: [] };
  const from = countWords(words, (word) => word.start < c.end);
  const between: Word[] = [];
  for (let n = from; n < Math.min(words.length, from + 6); n += 1) {
    const word = words[n] as Word;
    // The gap before the first word: its own `gap` may hold half of the number (“20%”, “5-10”).
    const gap = n === from ? text.slice(c.end, word.start) : word.gap;
    // “38 of 42 drones”, “38 out of 42 drones”.
    if (
      /^(?:of|out)$/.test(word.text) &&
      /^ ?(?:out )?of \d/.test(text.slice(word.start - 1)) &&
      n < from + 2
    )
      continue;
    // “four of its soldiers”, “600 of the tanks”.
    const following = words[n + 1];
    if (n === from && word.text === 'of' && gap === ' ' && OWNED.test(following?.text ?? '')) {
      n += 1;
      continue;
    }
    if (!(n === from || between.length === 0 ? BEFORE_UNIT : BETWEEN).test(gap)) break;
    if (n > from && word.gap === ', ' && !/^\p{Ll}/u.test(word.text)) break;
    const low = word.text.toLowerCase();
    const next = words[n + 1];
    const two =
      next && /^[ -]$/.test(next.gap) ? UNIT_WORDS.get(`${low}-${next.text.toLowerCase()}`) : undefined;
    const name = between.at(-1)?.text ?? '';
    const money = CURRENCIES.get(low);
    const duration = DURATION.exec(low)?.[1];
    if (between.length === 0 && low === 'pounds' && WEIGHED.test(text.slice(word.end))) return undefined;
    if (low === 'dollars' && between.length === 1 && /^(?:US|U\.S\.)$/.test(name))
      return { ...c, unit: 'USD', unitEnd: word.end, between: [] };
    if (between.length === 0 && money) return { ...c, unit: money, unitEnd: word.end, between };
    if (duration && between.length === 0) {
      // “two days’ notice”, “24 hours”: only what an event was measured by.
      const measured = !word.possessive && MEASURES.test(leadOf(text, c.start, 60));
      return measured ? { ...c, unit: duration, unitEnd: word.end, between } : undefined;
    }
    if (MONTH.has(word.text)) return undefined;
    if (/^\d/.test(low) && words[n - 1]?.text !== 'of' && (name === '' || /^\p{Ll}/u.test(name))) break;
    if (/ing$/.test(low) && PLURAL.test(name)) break;
    const isInName =
      UNCHANGING.test(low) &&
      (/^anti$/i.test(name) ||
        /^ (?!\p{L}{1,2}s\b|was\b|across\b|plus\b)\p{Ll}+s\b/u.test(text.slice(word.end)));
    const unit = two ?? (isInName ? undefined : UNIT_WORDS.get(low));
    const jobs =
      low === 'job' && /^(?:loss|losses|cuts)$/.test(next?.text ?? '')
        ? { unit: 'jobs', small: false, living: false }
        : undefined;
    const is = jobs ?? unit;
    if (is) {
      // “(Ukrainian) troops”, but not “12 Russian, Ukrainian officials”.
      if (year && between.length > 1) return undefined;
      if (c.inWords && c.value < 10 && (!is.small || isGiven(words, c))) return undefined;
      if (c.inWords && c.value < 10 && SOURCES.test(text.slice(word.end))) return undefined;
      if (c.value < 2 && !c.number.includes('.')) return undefined;
      const end = two || jobs ? (next?.end ?? word.end) : word.end;
      return { ...c, unit: harmOf(is, text, c.start, end), unitEnd: end, between };
    }
    if (NO_MODIFIER.test(low) || word.possessive) break;
    between.push(word);
  }
  if (
    KILLED_AFTER.test(text.slice(c.end)) &&
    !AGED.test(lead) &&
    !NAME_WORD_BEFORE.test(lead) &&
    !c.inWords &&
    !year
  )
    return { ...c, unit: 'deaths', unitEnd: c.end + ' killed'.length, between: [] };
  if (TOLL.test(lead) && !NO_TOLL.test(text.slice(c.end)) && !year)
    return { ...c, unit: 'deaths', unitEnd: c.end, between: [] };
  if (year || c.value < 100 || c.inWords) return undefined;
  const numberOf = NUMBER_OF.exec(lead)?.[0];
  const own = numberOf === undefined ? undefined : lastCounted(numberOf);
  if (own) return { ...c, unit: own, unitEnd: c.end, between: [] };
  if (previous && isAlso(previous, c, text))
    return { ...c, unit: previous.unit, unitEnd: c.end, between: [] };
  if (!BARE.test(text.slice(c.end)) || !c.number.includes(',')) return undefined;
  const unit =
    (previous?.money || previous?.percent ? undefined : previous?.unit) ??
    lastCounted(text.slice(0, c.start)) ??
    lastCounted(before?.marked.passage.text ?? '');
  return unit ? { ...c, unit, unitEnd: c.end, between: [] } : undefined;
}

/** “a 100,000-strong force”, “a 40-mile road”: the unit stands in one word with its number. */
function readJoined(text: string, { end, inWords }: Candidate): Pick<Found, 'unit' | 'unitEnd'> | undefined {
  const after = text.slice(end, end + 60);
  const strong = STRONG.exec(after)?.[0];
  if (strong) return { unit: 'troops', unitEnd: end + strong.length };
  const [distance, miles] = DISTANCE.exec(after) ?? [];
  return distance && !inWords && !SPEED.test(after)
    ? { unit: miles ? 'miles' : 'km', unitEnd: end + distance.length }
    : undefined;
}

/** Half of a ratio, or a word of a name: “Seven Sisters”, where capitals say something. */
function isPart(text: string, c: Candidate, titleCase: boolean): boolean {
  const lead = leadOf(text, c.start, LEAD);
  if (NAME_BEFORE.test(lead) || RATIO_AFTER.test(text.slice(c.end))) return true;
  const link = RATIO_BEFORE.exec(lead)?.[1];
  // “8 out of 42 drones” counts drones, “nine out of 10” stands for a share.
  if (link && (link !== 'out of' || c.inWords || [10, 100].includes(c.value))) return true;
  const first = text[c.start] ?? '';
  return c.inWords && !titleCase && /\p{Lu}/u.test(first) && /[\p{L}\d,] $/u.test(lead);
}

/** “fires 2,000 shells a day, while the other side fires 10,000”; “591 violations, up from 319”. */
function isAlso(previous: Found, c: Candidate, text: string): boolean {
  const link = text.slice(previous.unitEnd, c.start);
  if (previous.money || previous.percent || link.length > 90 || /[.;:()]/.test(link)) return false;
  if (/(?:\b(?:up|down) from|compared (?:with|to)|, or) $/.test(link)) return true;
  return (
    c.number.includes(',') &&
    /^(?:\.(?= |$|["”])|,(?= )| an? (?:day|week|month|year)\b)/.test(text.slice(c.end))
  );
}

/** “the two leaders”, “all three men”: known ones, nothing is reported by counting them. */
function isGiven(words: readonly Word[], c: Candidate): boolean {
  const prior = words[countWords(words, (word) => word.end <= c.start) - 1];
  return (
    !!prior && /^(?:the|these|those|both|all|its|his|her|their|other|first|last|next)$/i.test(prior.text)
  );
}

/** People who were killed are deaths, like the lives that a war has claimed; the wounded are casualties. */
function harmOf({ unit, living }: UnitWord, text: string, start: number, end: number): FigureUnit {
  if (!living) return unit;
  const before = leadOf(text, start, 60);
  const after = text.slice(end, end + 70);
  if (WOUNDS.test(before) || WOUNDED.test(after)) return 'casualties';
  return KILLS.test(before) || KILLED.test(after) ? 'deaths' : unit;
}

function lastCounted(text: string): FigureUnit | undefined {
  // Forty words are never longer; all of a long line would be read for each of its numbers.
  for (const match of [...text.slice(-1_000).matchAll(/\p{L}+/gu)].reverse().slice(0, 40)) {
    const unit = UNIT_WORDS.get(match[0].toLowerCase());
    if (unit) return unit.unit;
  }
  return undefined;
}

function describe(scene: Scene, p: number, f: Found, quotations: readonly Quotation[]): Figure {
  const passage = scene.passages[p] as ReadPassage;
  const { text, line } = passage.marked.passage;
  const qualified = qualifierBefore(text, f.start);
  const start = qualified?.start ?? f.start;
  const whose = whoseOf(scene, passage, f);
  const claim = claimantOf(scene, p, f, quotations);
  const place = placeOf(scene, p, f, whose?.id);
  return {
    line,
    start,
    end: f.unitEnd,
    text: text.slice(start, f.unitEnd),
    number: f.number,
    value: f.value,
    ...(f.upper === undefined ? {} : { upper: f.upper }),
    unit: f.unit,
    ...(f.upper !== undefined
      ? { qualifier: 'range' as const }
      : qualified
        ? { qualifier: qualified.kind }
        : {}),
    ...(qualified ? { qualifierText: text.slice(qualified.start, f.start).trim() } : {}),
    ...(whose ? { whose } : {}),
    ...(place ? { place } : {}),
    ...(claim ? { claimant: claim.speaker } : {}),
    rule: claim?.rule ?? 'none',
  };
}

function qualifierBefore(text: string, start: number) {
  const before = leadOf(text, start, 24).trimEnd();
  const low = before.toLowerCase();
  for (const [words, kind] of QUALIFIERS) {
    if (!low.endsWith(words)) continue;
    const at = before.length - words.length;
    if (at > 0 && /[\p{L}-]/u.test(before[at - 1] ?? '')) continue;
    const from = Math.max(0, start - 24);
    // “no more than” is at most.
    const not = words.endsWith('than') ? /\b(?:no|not) $/i.exec(before.slice(0, at)) : null;
    if (not)
      return {
        start: from + not.index,
        kind: kind === 'more-than' ? ('less-than' as const) : ('more-than' as const),
      };
    return { start: from + at, kind };
  }
  return undefined;
}

/** “10,000 Russian troops”; else the side that has, sends or masses them; else whom somebody accuses of it. */
function whoseOf(scene: Scene, passage: ReadPassage, f: Found): Figure['whose'] {
  const { marked } = passage;
  const cover = coverWords(marked.spots);
  for (const word of f.between) {
    const spot = cover.get(marked.words.indexOf(word));
    if (spot && spot.kind !== 'people') return { text: word.text, id: countryOf(spot, scene.index) };
  }
  if (
    !/^(?:troops|jets|aircraft|tanks|ships|vehicles|drones|missiles|battalions|helicopters|howitzers)$/.test(
      f.unit,
    )
  )
    return undefined;
  const sentence = passage.sentences.find((s) => f.start >= s.start && f.start < s.end);
  if (!sentence) return undefined;
  const at = sentence.items.findIndex((item) => item.start >= f.start);
  const items = sentence.items.slice(0, at < 0 ? undefined : at);
  const accused = items.findLastIndex((item) => item.kind === 'verb' && /^accus/.test(item.word));
  const target = accused >= 0 ? items.slice(accused + 1).find((item) => item.kind === 'name') : undefined;
  if (target?.kind === 'name') return { text: target.spot.name, id: countryOf(target.spot, scene.index) };
  const has = items.findLastIndex((item) => item.kind === 'word' && HAS.test(item.word));
  if (has < 0) return undefined;
  const owner = items
    .slice(0, has)
    .findLast(
      (item, n) => item.kind === 'name' && !isPreposition(items[n - 1]) && item.spot.kind !== 'people',
    );
  const subject = owner?.kind === 'name' ? owner : mainSubject(items);
  if (subject?.kind !== 'name' || subject.spot.kind === 'people') return undefined;
  const { start, end } = subject;
  return { text: marked.passage.text.slice(start, end), id: countryOf(subject.spot, scene.index) };
}

/** Moscow's and the Kremlin's are Russia's. */
function countryOf(spot: Spot, index: NameIndex): string {
  if (spot.id === 'kremlin') return 'russia';
  if (spot.id === 'pentagon' || spot.id === 'white-house') return 'united-states';
  return index.capitals.get(spot.id) ?? spot.id;
}

/** Where: “in Donbas”, “near the border with Ukraine”; “the border” alone means the place named last. */
function placeOf(scene: Scene, p: number, f: Found, whose: string | undefined): string | undefined {
  const passage = scene.passages[p] as ReadPassage;
  const sentence = passage.sentences.find((s) => f.start >= s.start && f.start < s.end);
  const items = sentence?.items ?? [];
  const after = items.filter((item) => item.start >= f.unitEnd);
  for (const [n, item] of after.entries()) {
    if (item.kind === 'verb' && item.form === 'finite') break;
    // A place behind another number is that number's; a year and “2nd” are no numbers.
    const isGlued = after[n + 1]?.start === item.end;
    if (item.kind === 'word' && /^\d/.test(item.word) && !isGlued && !/^(?:19|20)\d\d$/.test(item.word))
      break;
    if (item.kind !== 'name' || item.spot.kind !== 'places' || item.possessive) continue;
    const lead = after.slice(Math.max(0, n - 6), n);
    if (lead.some((word) => isPreposition(word)) && item.spot.id !== whose) return item.spot.id;
  }
  const text = passage.marked.passage.text.slice(f.unitEnd, f.unitEnd + 80);
  const before = items.filter(
    (item) => item.end <= f.start && item.kind === 'name' && item.spot.kind === 'places',
  );
  if (f.unit === 'deaths' || f.unit === 'casualties') {
    const places = before.filter(
      (item) =>
        item.kind === 'name' && countryOf(item.spot, scene.index) === item.spot.id && item.spot.id !== whose,
    );
    const last = places.at(-1);
    return last?.kind === 'name' ? last.spot.id : undefined;
  }
  if (!/^[^.;]*\b(?:the|its|their) (?:\p{L}+ )?(?:border|frontier)/u.test(text)) return undefined;
  for (let back = p; back >= Math.max(0, p - 2); back -= 1) {
    const { marked } = scene.passages[back] as ReadPassage;
    const spot = marked.spots.findLast(
      (s) =>
        s.kind === 'places' &&
        countryOf(s, scene.index) !== whose &&
        (back < p || (marked.words[s.from]?.start ?? 0) < f.start),
    );
    if (spot) return countryOf(spot, scene.index);
  }
  return undefined;
}

/** The speaker where the number stands in a quotation; else the sieve's rules at its place. */
function claimantOf(
  scene: Scene,
  p: number,
  f: Found,
  quotations: readonly Quotation[],
): { speaker: Speaker; rule: string } | undefined {
  const passage = scene.passages[p] as ReadPassage;
  const { line } = passage.marked.passage;
  const quotation = quotations.find((q) =>
    q.parts.some((part) => part.line === line && part.start <= f.start && f.start < part.end),
  );
  if (quotation) return quotation.speaker && { speaker: quotation.speaker, rule: 'quotation' };
  const s = passage.sentences.findIndex((sentence) => f.start >= sentence.start && f.start < sentence.end);
  const items = passage.sentences[s]?.items ?? [];
  const i = items.findIndex((item) => item.end > f.start);
  return s < 0 || i < 0 ? undefined : findClaimant(scene, { p, s, i });
}
