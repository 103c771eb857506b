/** Finds where the article stands in a page: the run of lines that is most like running text. */
import type { SeedLine } from './seed-line.ts';
import { speaksOfPage } from './speaks-of-page.ts';

/** Half-open range of indices into the lines. */
export interface Body {
  readonly start: number;
  readonly end: number;
}

/**
 * The run with the greatest sum of scores: running text counts for, menu items and furniture against.
 * A whole page with menus before and after gives up its article; a clean text is one run.
 */
export function findBody(lines: readonly SeedLine[]): Body {
  let best = 0;
  let body: Body = { start: 0, end: 0 };
  let sum = 0;
  let start = 0;
  for (const [at, line] of lines.entries()) {
    if (sum <= 0) {
      sum = 0;
      start = at;
    }
    sum += scoreLine(line, lines[at - 1]);
    if (sum > best) {
      best = sum;
      body = { start, end: at + 1 };
    }
  }
  return extendBody(lines, body);
}

function scoreLine(line: SeedLine, before: SeedLine | undefined): number {
  const { look } = line;
  if (line.status !== 'kept') return line.role === 'caption' ? -0.3 : -1;
  if (line.role !== 'paragraph') return -0.5;
  // A cookie notice may be longer than the report.
  if (look.prose && speaksOfPage(look)) return 0.3;
  if (look.prose) return Math.min(6, Math.max(1, look.words / 10));
  if (look.opensQuotation && look.words >= 5 && look.endsLikeSentence) return 1.5;
  if (look.plain.length >= 130) return Math.min(4, look.words / 12);
  if (before && continues(line, before)) return 0.2;
  if (isUnfinished(line)) return 0.8;
  return look.endsLikeSentence && look.words >= 3 ? 0.3 : -1;
}

/** Broken sentences belong to the text before them, wherever the greatest sum ended. */
function extendBody(lines: readonly SeedLine[], body: Body): Body {
  let end = body.end;
  for (let at = end; at < lines.length && at < end + 12; at += 1) {
    const line = lines[at];
    const before = lines[at - 1];
    if (!line || !before || line.status !== 'kept') break;
    if (isUnfinished(line) || (continues(line, before) && at === end) || (line.look.prose && at === end))
      end = at + 1;
  }
  const last = lines[end - 1];
  const next = lines[end];
  if (last && next && next.status === 'kept' && isUnfinished(last) && next.look.words <= 4) end += 1;
  return { start: body.start, end };
}

/** The line ends in the middle of a sentence, as where a scraper lost the words of a link. */
export function isUnfinished(line: SeedLine): boolean {
  const { plain, words } = line.look;
  if (words < 2) return false;
  return (
    /[\p{L}\p{N}],$/u.test(plain) ||
    /\b(?:of|in|to|toward|towards|at|on|by|with|from|about|and|or|the|a|an|was|were|is|are|that|which|who|for|into|as|than|has|have|had|its|their|his|her|via|near|over|under|between|called|named)$/i.test(
      plain,
    )
  );
}

/** The line goes on with the sentence of the line before it. */
export function continues(line: SeedLine, before: SeedLine): boolean {
  if (before.look.endsLikeSentence) return false;
  if (/^[\p{Ll},;.)]/u.test(line.look.plain)) return before.look.words >= 3 || !before.look.headlineLike;
  return isUnfinished(before);
}
