import { splitWords } from './fold-words.ts';
import type { EngineRecord } from './load-engine.ts';
import type { Query } from './parse-query.ts';

/** A stretch of a text, offsets in UTF-16 units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

export interface MatchedLine {
  /** Line of the source. */
  readonly line: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Words and phrases of the query that it holds. */
  readonly terms: number;
  /** Crosshead that it stands under. */
  readonly under: Crosshead | undefined;
  /** The headline, or the line that stands in for it. */
  readonly isHeadline: boolean;
  readonly isCrosshead: boolean;
}

export interface Crosshead {
  readonly line: number;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface MatchedRecord {
  readonly headline: string;
  readonly headlineMarks: readonly Mark[];
  /** Line of the headline, or the first line of a text without one. */
  readonly first: number;
  /** Lines with a match, in the order of the source. */
  readonly lines: readonly MatchedLine[];
  /** Folded forms that matched, for the page that opens. */
  readonly forms: readonly string[];
}

/**
 * Finds the numbered lines that hold the matches. The engine says which words of the record match, by
 * their position; the nearest numbered anchor before a position is its line. Where the query has
 * phrases, their words count only where they stand together. Of the words in `begun` no record has
 * another form: only what begins with them counts.
 */
export function matchLines(
  record: EngineRecord,
  positions: readonly number[],
  query: Query,
  begun: readonly string[] = [],
): MatchedRecord {
  const anchors = record.anchors
    .filter(({ id }) => /^L\d+$/.test(id))
    .toSorted((a, b) => a.location - b.location);
  const headline = record.meta.title ?? '';
  const matched = new Set(positions);
  const forms = new Set<string>();
  const mark = (text: string, from: number): { marks: Mark[]; terms: number } => {
    const found = markText(text, from, matched, query, begun);
    for (const form of found.forms) forms.add(form);
    return found;
  };
  const first = Number(anchors[0]?.id.slice(1) ?? 1);
  const lines: MatchedLine[] = [];
  let under: Crosshead | undefined;
  for (const { id, text, location, element } of anchors) {
    const line = Number(id.slice(1));
    const { marks, terms } = mark(text, location);
    const isCrosshead = element === 'h2';
    if (isCrosshead) under = { line, text, marks };
    if (marks.length === 0) continue;
    const isHeadline = element === 'h1' || (line === first && text === headline);
    lines.push({ line, text, marks, terms, under: isCrosshead ? undefined : under, isHeadline, isCrosshead });
  }
  // The headline is the first thing that is indexed of a page, whether or not it is a numbered line.
  return {
    headline,
    headlineMarks: mark(headline, 0).marks,
    first,
    lines,
    forms: [...forms],
  };
}

function markText(
  text: string,
  from: number,
  matched: ReadonlySet<number>,
  query: Query,
  begun: readonly string[],
): { marks: Mark[]; terms: number; forms: string[] } {
  const words = splitWords(text);
  const marks: Mark[] = [];
  const forms: string[] = [];
  const terms = new Set<string>();
  const wanted = query.words.flatMap((word) =>
    splitWords(word).map(({ folded }) => ({ folded, isBegun: begun.includes(word) })),
  );
  const phrases = query.phrases.map((phrase) => splitWords(phrase).map(({ folded }) => folded));
  let busyUntil = 0;
  for (const [index, word] of words.entries()) {
    const phrase = phrases.find((parts) =>
      parts.every((part, offset) => words[index + offset]?.folded === part),
    );
    const last = phrase && words[index + phrase.length - 1];
    if (phrase && last) {
      marks.push({ start: word.start, end: last.end });
      forms.push(phrase.join(' '));
      terms.add(phrase.join(' '));
      busyUntil = index + phrase.length;
    } else if (index >= busyUntil && matched.has(from + index) && word.folded !== '') {
      const term = closest(word.folded, wanted);
      if (term === undefined) continue;
      marks.push({ start: word.start, end: word.end });
      forms.push(word.folded);
      terms.add(term);
    }
  }
  return { marks, terms: terms.size, forms };
}

/** Whether a word begins with an asked one, or has it as a part (`Russia-backed`). Both folded. */
export function isFormOf(form: string, asked: string): boolean {
  return form.includes(asked);
}

/** The word of the query that a matching word belongs to: the one that shares most of its beginning. */
function closest(
  form: string,
  wanted: readonly { readonly folded: string; readonly isBegun: boolean }[],
): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const { folded, isBegun } of wanted) {
    let shared = 0;
    while (shared < folded.length && folded[shared] === form[shared]) shared += 1;
    if (isFormOf(form, folded)) shared = folded.length;
    else if (isBegun) continue;
    if (shared > most) [best, most] = [folded, shared];
  }
  return best;
}
