import { NUMBER_WORDS, SCALES } from './figure-units.ts';
import { leadOf } from './lead-of.ts';

/** A number in words at its place; `value` is `scale` times what stands before the scale words. */
export interface NumberInWords {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly scale: number;
}

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const SCALE_WORDS = 'hundred|thousand|million|billion|trillion|dozen';
const PART = `${[...NUMBER_WORDS.keys()].join('|')}|${SCALE_WORDS}|an?|half`;
/** Number words in a row: one number, or several (“nine and ten”). */
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:${PART})(?:(?:[ \u00a0-]| and )(?:${PART}))*(?![\p{L}-])`,
  'giu',
);
/** “half a million”, “a quarter of a million”: the row starts at “half”, or behind “of”. */
const QUARTERS = /(?<![\p{L}-])(?:(three)[ -]quarters|(?:a )?quarter) of $/iu;
/** “a third of a million”: how much is not read. */
const OTHER_PART = /(?:third|fifth|tenth|quarter|half|most|part)s? of $/iu;

/** All numbers in words from one on, in order. */
export function findNumberWords(text: string): NumberInWords[] {
  return [...text.matchAll(RUN)].flatMap((run) => {
    const tokens = [...run[0].matchAll(/\p{L}+/gu)].map(({ 0: word, index }) => ({
      word: word.toLowerCase(),
      start: run.index + index,
      end: run.index + index + word.length,
    }));
    const lead = leadOf(text, run.index, 24);
    const found: NumberInWords[] = [];
    for (let from = 0; from < tokens.length; ) {
      const read = readNumber(tokens, from, /\bbetween $/i.test(lead));
      const [first, last] = [tokens[from], tokens[(read?.to ?? from + 1) - 1]];
      if (read && first && last) found.push({ ...read, start: first.start, end: last.end });
      from = read?.to ?? from + 1;
    }
    const quarters = QUARTERS.exec(lead);
    const [first] = found;
    if (!first || tokens[0]?.word !== 'a' || first.start !== run.index) return found;
    if (quarters)
      return [
        {
          ...first,
          start: run.index - quarters[0].length,
          value: first.value * (quarters[1] ? 0.75 : 0.25),
        },
        ...found.slice(1),
      ];
    return OTHER_PART.test(lead) ? found.slice(1) : found;
  });
}

/** The number that starts at a token: “two hundred and fifty thousand”; `to` is the token after it. */
function readNumber(
  tokens: readonly Token[],
  from: number,
  /** “between one hundred and two hundred”: what “and” joins are two numbers. */
  parted: boolean,
): { value: number; scale: number; to: number } | undefined {
  const word = (n: number) => tokens[n]?.word ?? '';
  const isScale = (n: number) => SCALES.has(word(n)) || word(n) === 'dozen';
  let total = 0;
  let group = 0;
  let least = Number.POSITIVE_INFINITY;
  let scale = 1;
  let last: 'one' | 'hundred' | 'scale' | undefined;
  /** What is read so far, should the words after “and” prove to be another number. */
  let sure: { value: number; scale: number; to: number } | undefined;
  let n = from;
  if (word(n) === 'half' || (/^an?$/.test(word(n)) && word(n + 1) === 'half')) {
    n += word(n) === 'half' ? 1 : 2;
    if (word(n) === 'a') n += 1;
    if (!isScale(n)) return undefined;
    group = 0.5;
    last = 'one';
  } else if (word(n) === 'a') {
    if (!isScale(n + 1)) return undefined;
    group = 1;
    last = 'one';
    n += 1;
  }
  for (; n < tokens.length; n += 1) {
    const one = NUMBER_WORDS.get(word(n));
    if (word(n) === 'and') {
      if (last === 'one' && word(n + 1) === 'a' && word(n + 2) === 'half' && isScale(n + 3)) {
        group += 0.5;
        n += 2;
        continue;
      }
      if (parted || last === 'one' || last === undefined || !NUMBER_WORDS.has(word(n + 1))) break;
      sure = { value: total + group, scale, to: n };
    } else if (word(n) === 'dozen') {
      if (last !== 'one' || total > 0) break;
      return { value: group * 12, scale: 12, to: n + 1 };
    } else if (one !== undefined) {
      const joins = group % 100 >= 20 && group % 10 === 0 && one < 10;
      if (last === 'one' && !joins) break;
      group += one;
      last = 'one';
      scale = 1;
    } else if (word(n) === 'hundred') {
      if (last !== 'one') break;
      if (group > 99) return sure;
      group *= 100;
      scale = 100;
      last = 'hundred';
    } else if (isScale(n)) {
      const by = SCALES.get(word(n)) ?? 1;
      if (last === undefined || group === 0 || by >= least) return sure;
      total += group * by;
      scale = group % 100 === 0 ? by * scale : by;
      least = by;
      group = 0;
      last = 'scale';
    } else break;
  }
  return last === undefined ? undefined : { value: total + group, scale, to: n };
}
