/**
 * Lifts the headline into the file’s data: the first line if it is short and no sentence; in the dump
 * of a whole page the line that the page’s title repeats, or the one that shares most with the text.
 * A text without one keeps its first line as it is; the compiler lets that stand in, marked as derived.
 */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { describeLine } from './describe-line.ts';
import { isUndecided, linesOf, type SeedLine } from './seed-line.ts';
import { speaksOfPage } from './speaks-of-page.ts';
import { isRunningText, shareInText } from './structure.ts';

declare module 'vfile' {
  interface DataMap {
    /** The line that is the headline, if the text has one. */
    headlineLine: SeedLine | undefined;
    /** Its words, without a suffix that the page’s title has and it has not. */
    headlineText: string | undefined;
    /** Where a suffix may name the publisher: its words and the line. */
    headlineSuffix:
      | { readonly text: string; readonly separator: string; readonly line: number; readonly sure: boolean }
      | undefined;
    headlineSignatures: ReadonlySet<string> | undefined;
    /** What the metadata of a page or record gives as its title. */
    statedHeadline: string | undefined;
  }
}

const MAX_TITLE = 160;
/** Lines between a headline and the first paragraph: deck, byline, date, caption, share bar. */
const MAX_DISTANCE = 12;

export function liftHeadline() {
  return (tree: Root, file: VFile): void => {
    const lines = linesOf(tree);
    const stated = file.data.statedHeadline && describeLine(file.data.statedHeadline).signature;
    const titled = stated ? lines.slice(0, 5).find((line) => line.look.signature === stated) : undefined;
    if (titled) {
      titled.status = 'kept';
      titled.opens = undefined;
      setHeadline(file, titled, titled.text, [titled.look.signature]);
      return;
    }
    const lead = findLead(lines);
    const ticker = listTicker(lines.slice(0, lead));
    const heads = lines.slice(0, lead).filter((line) => isUndecided(line) && !ticker.has(line));
    const first = heads[0];
    if (!first) return;

    const suffixes = splitSuffixes(first);
    for (const { headline, suffix, separator } of suffixes) {
      const repeats = lines
        .slice(0, lead)
        .filter((line) => line !== first && line.look.signature === headline.signature);
      const near = repeats.find((line) => lead - lines.indexOf(line) <= MAX_DISTANCE);
      if (repeats.length === 0) continue;
      // Menu items between the page's title and the repeat: the repeat is the headline on the page.
      const between = near ? lines.slice(lines.indexOf(first) + 1, lines.indexOf(near)) : [];
      const stays =
        !near ||
        !between.some((line) => isUndecided(line) && line.look.headlineLike && !repeats.includes(line));
      setHeadline(file, stays ? first : near, stays ? headline.text : near.text, [
        first.look.signature,
        headline.signature,
      ]);
      file.data.headlineSuffix = { text: suffix, separator, line: first.n, sure: true };
      return;
    }

    const again = lines
      .slice(0, lead)
      .find(
        (line) =>
          line !== first &&
          first.look.words >= 4 &&
          line.look.signature === first.look.signature &&
          lead - lines.indexOf(line) <= MAX_DISTANCE,
      );
    const title = again && lead - lines.indexOf(first) > MAX_DISTANCE ? again : pickTitle(heads, lines, lead);
    if (!title) return;
    setHeadline(file, title, title.text, [title.look.signature]);
    const last = splitSuffixes(title).at(-1);
    if (last) {
      file.data.headlineSuffix = { text: last.suffix, separator: last.separator, line: title.n, sure: false };
    }
  };
}

/** Lines under two or more times of day, each a flash of news: no headline of this page. */
function listTicker(head: readonly SeedLine[]): ReadonlySet<SeedLine> {
  const timed = head.filter((_, at) => head[at - 1]?.rule === 'bare-time');
  return new Set(timed.length > 1 ? timed : []);
}

function setHeadline(file: VFile, line: SeedLine, text: string, signatures: readonly string[]): void {
  file.data.headlineLine = line;
  file.data.headlineText = text;
  file.data.headlineSignatures = new Set(
    [...signatures, line.look.signature].filter((one) => one.length >= 12),
  );
  line.role = 'headline';
  line.rule = 'headline';
  line.reason = 'headline';
  line.confidence = 'high';
}

/** Index of the first line of running text (all lines if there is none). */
export function findLead(lines: readonly SeedLine[]): number {
  const at = lines.findIndex(
    (line, index) =>
      isUndecided(line) &&
      isRunningText(line) &&
      !isNotice(line, lines[index - 1], lines[index + 1]) &&
      // “What is in the new law?” heads a text, it does not open it.
      !(line.look.headlineLike && /[?!]["')]*$/.test(line.look.plain)),
  );
  return at < 0 ? lines.length : at;
}

/** “We and our partners store cookies …” beside its buttons is no beginning of a report. */
function isNotice(line: SeedLine, before: SeedLine | undefined, next: SeedLine | undefined): boolean {
  return (before?.status === 'removed' || next?.status === 'removed') && speaksOfPage(line.look);
}

/** The ways to cut a title at ` – `, ` | ` and the like, longest suffix first. */
function splitSuffixes(
  line: SeedLine,
): { headline: { text: string; signature: string }; suffix: string; separator: string }[] {
  const cuts: { headline: { text: string; signature: string }; suffix: string; separator: string }[] = [];
  for (const match of line.text.matchAll(/ ([–—|·:-]|::) /g)) {
    const text = line.text.slice(0, match.index).trim();
    const suffix = line.text.slice(match.index + match[0].length).trim();
    if (text.length >= 8 && suffix !== '' && suffix.length <= 60)
      cuts.push({
        headline: { text, signature: describeLine(text).signature },
        suffix,
        separator: match[1] ?? '',
      });
  }
  return cuts;
}

/** The first line where nothing else is before the text; else the line that is most like a headline. */
function pickTitle(
  heads: readonly SeedLine[],
  lines: readonly SeedLine[],
  lead: number,
): SeedLine | undefined {
  const text = lines.slice(lead, lead + 40);
  const candidates = heads
    .slice(0, MOST_HEADS)
    .filter((line) => line.look.words >= 3 && isTitle(line, text) && !BYLINE_LIKE.test(line.look.plain));
  const best = findBest(candidates, lines, text);
  const [first] = heads;
  const isPage =
    first !== lines[0] ||
    heads.length > MAX_DECKS + 2 ||
    lines.slice(0, lead).some((line) => line.status === 'removed');
  if (!first || !isPage || !best || isBest(first, text)) return pickFirst(heads, text);
  // A standfirst shares as much with the text; the headline is the line above it.
  let title = best.line;
  for (let at = lines.indexOf(title) - 1; at >= 0 && !best.isEchoed; at -= 1) {
    const above = lines[at];
    if (!above || !candidates.includes(above) || above.look.words < 4) break;
    if (shareInText(above, text) < LEAST_SHARE) break;
    title = above;
  }
  return title;
}

/** More lines than these between a headline and its text belong to a page. */
const MAX_DECKS = 3;
/** “Jo Doe in Harbour City”, “Jo Doe and Max Roe in Harbour City”, above the date: a byline. */
const BYLINE_LIKE =
  /^\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){1,2}(?:(?:,| and| &) \p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){1,2}){0,3} in \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?: and .{3,40})?$/u;
/** Candidates looked at, so that a page of a thousand links stays cheap. */
const MOST_HEADS = 80;
/** Part of a headline’s content words that its text has at least. */
const LEAST_SHARE = 0.34;

/** A first line of some length that shares words with the text needs no comparison: clean texts open so. */
function isBest(first: SeedLine, text: readonly SeedLine[]): boolean {
  return first.look.words >= 5 && isTitle(first, text) && shareInText(first, text) >= 0.3;
}

function findBest(
  candidates: readonly SeedLine[],
  lines: readonly SeedLine[],
  text: readonly SeedLine[],
): { readonly line: SeedLine; readonly isEchoed: boolean } | undefined {
  let best: { line: SeedLine; isEchoed: boolean } | undefined;
  let most = 0;
  for (const line of candidates) {
    const share = shareInText(line, text);
    const isEchoed = isEchoedIn(line, lines);
    const at = lines.indexOf(line);
    const headsByline = lines
      .slice(at + 1, at + 3)
      .some(({ role }) => role === 'byline' || role === 'dateline');
    const least = headsByline && line.look.words >= 5 ? LEAST_SHARE / 3 : LEAST_SHARE;
    if (share < least && !isEchoed) continue;
    const score = share * Math.min(line.look.words, 9) + (isEchoed ? 8 : 0) + (headsByline ? 3 : 0);
    if (score > most) {
      best = { line, isEchoed };
      most = score;
    }
  }
  return best;
}

/** The page prints its words again in a longer line: “Home / World / …”, “Share or comment on this article: …”. */
function isEchoedIn({ look }: SeedLine, lines: readonly SeedLine[]): boolean {
  if (look.signature.length < SHORTEST_ECHO) return false;
  return lines.some(
    ({ look: other, status }) =>
      other.signature.length > look.signature.length &&
      (status === 'removed' || !other.prose) &&
      other.signature.includes(look.signature),
  );
}

/** Shorter words recur by chance; in letters. */
const SHORTEST_ECHO = 24;

function pickFirst(heads: readonly SeedLine[], rest: readonly SeedLine[]): SeedLine | undefined {
  for (const [at, line] of heads.slice(0, 3).entries()) {
    const { look } = line;
    if (look.endsLikeSentence && !/[?!]["')]*$/.test(look.plain)) return undefined;
    const next = heads[at + 1];
    if (isTitle(line, rest)) return next && isKicker(line, next, rest) ? next : line;
  }
  return undefined;
}

/** “Ferry dispute” above a headline of the text: what it belongs to, not what it says. */
function isKicker({ look }: SeedLine, next: SeedLine, rest: readonly SeedLine[]): boolean {
  return (
    look.words <= 3 &&
    !look.hasVerb &&
    next.look.words >= 5 &&
    !next.look.endsLikeSentence &&
    isTitle(next, rest) &&
    shareInText(next, rest) >= LEAST_SHARE
  );
}

function isTitle(line: SeedLine, rest: readonly SeedLine[]): boolean {
  const { look } = line;
  if (look.plain.length > MAX_TITLE || /[:,;]$/.test(look.plain)) return false;
  if (!/^["'([#]*[\p{L}\p{N}$€£]/u.test(look.plain)) return false;
  if (look.words < 3 || look.nameLike) return look.words > 1 && shareInText(line, rest) >= 0.5;
  return true;
}
