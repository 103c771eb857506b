/** The one normaliser: what the text of a seed may hold afterwards, and what it held before, counted. */

export interface Normalised {
  /** Lines without their breaks, in order; blank lines are empty strings. */
  readonly lines: readonly string[];
  /** What was changed, in words with counts, in a fixed order. */
  readonly changes: readonly string[];
}

/**
 * Splits a text into lines and normalises each: NFC, controls, bidirectional marks and zero-width
 * characters removed (the joiners U+200C and U+200D stay: emoji and Persian need them), lone
 * surrogates replaced, blanks collapsed. No-break spaces inside a line stay.
 */
export function normalise(raw: string): Normalised {
  const changes: string[] = [];
  const count = (text: string, pattern: RegExp, words: string): void => {
    const found = text.match(pattern)?.length ?? 0;
    if (found > 0) changes.push(`${found} ${words}`);
  };
  count(raw, ODD_BREAKS, 'unusual line breaks');
  count(raw, CONTROLS, 'control characters removed');
  count(raw, BIDI, 'direction marks removed');
  count(raw, ZERO_WIDTH, 'zero-width characters removed');
  if (!raw.isWellFormed()) changes.push('broken characters replaced');
  const composed = raw.toWellFormed().normalize('NFC');
  if (composed !== raw.toWellFormed()) changes.push('accents composed (NFC)');
  return { lines: splitLines(composed).map(normaliseLine), changes };
}

/** Lines of a text at every form of line break; none of them is left in a line. */
export function splitLines(text: string): string[] {
  return text.split(BREAKS);
}

/** The text as it is published: as it arrived, but with a line feed wherever one of its lines ends. */
export function breakAtLineFeeds(text: string): string {
  return text.replace(BREAKS_BUT_LF, '\n');
}

/** One line of words: no controls, no marks, single blanks, trimmed. */
export function normaliseLine(line: string): string {
  return line
    .toWellFormed()
    .normalize('NFC')
    .replace(CONTROLS, '')
    .replace(BIDI, '')
    .replace(ZERO_WIDTH, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

const BREAKS = /\r\n|[\n\r\u0085\u2028\u2029\v\f]/;
const BREAKS_BUT_LF = /\r(?!\n)|[\u0085\u2028\u2029\v\f]/g;
const ODD_BREAKS = /[\u0085\u2028\u2029\v\f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f]/g;
const BIDI = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/g;
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/g;
