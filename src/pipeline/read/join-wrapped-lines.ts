/** Recognises hard-wrapped text (wire copy, e-mail), for a whole file, and finds its paragraphs. */

import { MAX_LINE } from './load-seed.ts';

/** Index ranges (inclusive) of lines that form one paragraph each, blank lines left out. */
export type LineRanges = readonly (readonly [first: number, last: number])[];

/** Widths that a wrapped text may have, in characters. */
const NARROWEST = 40;
const WIDEST = 110;
/** Of the neighbouring lines in one block, so many must be cut in the middle of a sentence. */
const CUT_SHARE = 0.5;
const FEWEST_CUTS = 3;

/** Whether the lines of a file are the pieces of paragraphs that were cut at a width. */
export function isHardWrapped(lines: readonly string[]): boolean {
  let longest = 0;
  let pairs = 0;
  let cuts = 0;
  for (const [at, line] of lines.entries()) {
    longest = Math.max(longest, line.length);
    const next = lines[at + 1];
    if (line === '' || next === undefined || next === '') continue;
    pairs += 1;
    if (isCut(line, next)) cuts += 1;
  }
  return longest >= NARROWEST && longest <= WIDEST && cuts >= FEWEST_CUTS && cuts >= pairs * CUT_SHARE;
}

/** One range for each line that holds text. */
export function rangesOfLines(lines: readonly string[]): LineRanges {
  return lines.flatMap((line, at) => (line === '' ? [] : [[at, at] as const]));
}

/**
 * The paragraphs of a hard-wrapped text. `raw` still has its indents: they, blank lines, list marks and
 * short lines that end a sentence start a new paragraph.
 */
export function rangesOfParagraphs(lines: readonly string[], raw: readonly string[]): LineRanges {
  const width = Math.max(0, ...lines.map((line) => line.length));
  const base = Math.min(...lines.flatMap((line, at) => (line === '' ? [] : [indentOf(raw[at] ?? '')])), 8);
  const ranges: [number, number][] = [];
  let length = 0;
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const before = lines[at - 1] ?? '';
    const open = ranges.at(-1);
    const indented = indentOf(raw[at] ?? '') > base && indentOf(raw[at - 1] ?? '') <= base;
    // Wire copy often lost the place and day that filled the first line of its first paragraph.
    const goesOn = reaches(before, line, width) || ((lines[at - 2] ?? '') === '' && isShortStart(before));
    const starts = before === '' || indented || /^(?:[-*•–—]|\d{1,2}[.)]) /.test(line) || !goesOn;
    // What was cut at a width was no longer than a line may be.
    const fits = length + 1 + line.length <= MAX_LINE;
    length = open && !starts && fits ? length + 1 + line.length : line.length;
    if (open && !starts && fits) open[1] = at;
    else ranges.push([at, at]);
  }
  return ranges;
}

function isShortStart(line: string): boolean {
  return !/\d|[.!?:]["”’)]?$/.test(line) && /\p{Ll}/u.test(line);
}

function isCut(line: string, next: string): boolean {
  return (
    line.length >= NARROWEST - 10 &&
    !/[.!?:"”’)]$/.test(line) &&
    /^[\p{Ll}\p{N}("“‘]|^\p{Lu}[\p{L}]* ?\p{Ll}?/u.test(next)
  );
}

/** The first word of the next line had no room in this one, so the paragraph goes on. */
function reaches(line: string, next: string, width: number): boolean {
  const word = next.split(' ', 1)[0] ?? '';
  if (!/[.!?]["”’)]?$/.test(line))
    return line.length + 1 + word.length > width * 0.72 || /^\p{Ll}/u.test(next) || ENDS_OPEN.test(line);
  return line.length + 1 + word.length > width * 0.92;
}

/** A short first line, as where the place and day before it were cut off. */
const ENDS_OPEN = /\b(?:and|of|the|a|an|to|in|for|at|by|on|with|its|said|or)$/i;

function indentOf(raw: string): number {
  const blanks = /^[ \t]*/.exec(raw)?.[0] ?? '';
  return blanks.length + blanks.split('\t').length * 3 - 3;
}
