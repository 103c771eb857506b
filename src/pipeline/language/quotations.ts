import type { Passage, Span } from '../types.ts';
import { isSpeechVerb } from './speakers/speech-verbs.ts';

/** Words between quotation marks, before anybody asks whose they are. */
export interface QuotedWords {
  /** Without the outer marks and a comma before the closing one; one part a passage. */
  readonly parts: readonly Span[];
  /** With the marks, in the passage of the first and of the last part. */
  readonly open: number;
  readonly close: number;
  readonly dash?: true | undefined;
  readonly unclosed?: true | undefined;
}

type Family = 'double' | 'single' | 'dash';

interface Piece {
  readonly family: Family;
  /** Offset of the opening mark and of the first character after the closing one. */
  readonly open: number;
  readonly close: number;
  /** Words between the marks. */
  readonly start: number;
  readonly end: number;
  /** The paragraph ends, or another mark opens, with this one open. */
  readonly open_ended: boolean;
}

const DOUBLE = /["“”„‟«»]/;
const SINGLE = /['‘’‚]/;
const OPENS_DOUBLE = /["“„‟«”»]/;
const SPACE = /[\s\u00a0]/;

/** Quoted words of an article’s passages in order. Captions are no one's words here. */
export function findQuotations(passages: readonly Passage[]): readonly QuotedWords[] {
  const read = passages.filter((p) => /^(?:headline|crosshead|paragraph)$/.test(p.role));
  const pieces = new Map(
    read.map((passage, n) => [passage, scan(passage, read[n - 1], read[n + 1])] as const),
  );
  const quotations: QuotedWords[] = [];
  let carried: { family: Family; parts: Span[]; open: number } | undefined;
  for (const passage of read) {
    for (const piece of pieces.get(passage) ?? []) {
      const part = partOf(passage, piece);
      const continues = carried && piece.family === carried.family && piece.open === firstWord(passage.text);
      const parts: Span[] = continues && carried ? [...carried.parts, part] : [part];
      const open = continues && carried ? carried.open : piece.open;
      carried = undefined;
      const isLast = piece.close === passage.text.length;
      if (piece.open_ended && isLast && opensWith(nextParagraph(read, passage), piece.family)) {
        carried = { family: piece.family, parts, open };
        continue;
      }
      quotations.push({
        parts,
        open,
        close: piece.close,
        dash: piece.family === 'dash' ? true : undefined,
        unclosed: piece.open_ended && piece.family !== 'dash' ? true : undefined,
      });
    }
  }
  return quotations;
}

function scan(passage: Passage, before: Passage | undefined, after: Passage | undefined): readonly Piece[] {
  const marked = scanMarks(passage.text, nextIs(after));
  if (passage.role !== 'paragraph') return marked;
  const dashed = scanDashes(passage.text, leadsToSpeech(before?.text ?? ''));
  const free = dashed.filter(
    (dash) => !marked.some((mark) => mark.open < dash.close && dash.open < mark.close),
  );
  return [...marked, ...free].sort((a, b) => a.open - b.open);
}

function scanMarks(text: string, next: string): readonly Piece[] {
  const pieces: Piece[] = [];
  // Where no closer follows one opening mark, none follows a later one: keeps hostile lines linear.
  let noneCloses = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    const family: Family | undefined = DOUBLE.test(char)
      ? 'double'
      : SINGLE.test(char)
        ? 'single'
        : undefined;
    if (!family || !canOpen(text, at, family)) continue;
    let close = family === 'single' && noneCloses ? undefined : closingMark(text, at, family);
    if (close !== undefined && opensAgain(text, close)) close = behindInner(text, close) ?? close;
    if (close !== undefined && opensAgain(text, close)) {
      // “… two turns. “It is …”: the speech was paragraphs, opened anew in each.
      let end = close;
      while (SPACE.test(text[end - 1] ?? '')) end -= 1;
      if (/[.!?…]/.test(text[end - 1] ?? ''))
        pieces.push({ family, open: at, close: end, start: at + 1, end, open_ended: true });
      at = close - 1;
      continue;
    }
    if (close === undefined) {
      noneCloses ||= family === 'single';
      const continued = opensWith(next, family);
      const clause = at === firstWord(text) || /[:,] ?$/.test(text.slice(Math.max(0, at - 2), at));
      if (!continued && !(clause && family === 'double')) continue;
      pieces.push({
        family,
        open: at,
        close: text.length,
        start: at + 1,
        end: text.length,
        open_ended: true,
      });
      return pieces;
    }
    pieces.push({ family, open: at, close: close + 1, start: at + 1, end: close, open_ended: false });
    at = close;
  }
  return pieces;
}

function canOpen(text: string, at: number, family: Family): boolean {
  const char = text[at] ?? '';
  const before = text[at - 1];
  const after = text[at + 1];
  if (after === undefined || !/[\p{L}\p{N}[({$£€#@.…‘'“"-]/u.test(after)) return false;
  const free = before === undefined || SPACE.test(before) || /[([{—–\-“"‘/:,;]/.test(before);
  if (family === 'double')
    return OPENS_DOUBLE.test(char) && (free || char === '“' || char === '„' || /[.!?]/.test(before ?? ''));
  if (char === '’' && !/^\p{Lu}/u.test(after)) return false;
  if (char === '’') return false;
  return free && /[\p{L}\p{N}[“"]/u.test(after);
}

/** A mark after a blank opens another quotation: the one before was never closed. */
function opensAgain(text: string, at: number): boolean {
  return (
    SPACE.test(text[at - 1] ?? '') &&
    /[“„«"]/.test(text[at] ?? '') &&
    /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
  );
}

/** “the so-called "four points" and all in them."”: the mark after a pair within the sentence. */
function behindInner(text: string, inner: number): number | undefined {
  if (/[.!?…]\s*$/.test(text.slice(Math.max(0, inner - 3), inner))) return undefined;
  const end = closingMark(text, inner, 'double');
  const outer = end === undefined || opensAgain(text, end) ? undefined : closingMark(text, end, 'double');
  return outer === undefined || opensAgain(text, outer) ? undefined : outer;
}

/** The mark that ends the quoted words, or opens others before they end. */
function closingMark(text: string, open: number, family: Family): number | undefined {
  let possessive: number | undefined;
  for (let at = open + 1; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (family === 'double') {
      if (DOUBLE.test(char)) return at;
      continue;
    }
    if (char !== '’' && char !== "'") continue;
    if (SPACE.test(text[at - 1] ?? '') || /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')) continue;
    if (text[at - 1] === 's' && /^ \p{Ll}/u.test(text.slice(at + 1, at + 3))) {
      possessive ??= at;
      continue;
    }
    // A closer right after a plural's apostrophe: the later one counts.
    return at;
  }
  return possessive;
}

const DASH_OPEN = /(?:^|[.!?…] ?)([-–—] ?)(?=\p{Lu})/gu;
const DASH_TAIL = /[\p{L}\p{N}.,!?…”"’] ?[-–—] ?(?=\p{L})/gu;

/** Speech after a dash: “– The figure is too small – he said.” Needs a tail of saying, or “he said:” before. */
function scanDashes(text: string, afterSaying: boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(DASH_OPEN)) {
    const open = match.index + match[0].length - (match[1]?.length ?? 0);
    if (open < (pieces.at(-1)?.close ?? 0)) continue;
    const start = match.index + match[0].length;
    const sole = open === firstWord(text);
    const dash = dashTail(text, start);
    const comma = sole && /[–—]/.test(match[1] ?? '') ? commaTail(text, start) : undefined;
    const tail = comma && comma.end < (dash?.end ?? text.length) ? comma : dash;
    // “– … – said Jo Doe. – …”: the speech goes on to the end of the paragraph.
    const goesOn = !sole && pieces.length > 0;
    if (tail)
      pieces.push({ family: 'dash', open, close: tail.end, start, end: tail.start, open_ended: false });
    else if ((sole && afterSaying) || goesOn) {
      pieces.push({ family: 'dash', open, close: text.length, start, end: text.length, open_ended: true });
    }
  }
  return pieces;
}

const LEAD =
  /(?:(\p{Ll}+)(?: (?:on|in|to|the|later|reporters|\p{Lu}[\p{L}.]*))*| (?:told|tells)(?: [\p{L}.]+){1,3}):\s*$/u;
/** Characters before the colon that are looked at. */
const LEAD_WIDTH = 90;

/** “he adds:”, “Brandt told the council:”; behind “agreed on these measures:” dashes make a list. */
function leadsToSpeech(text: string): boolean {
  const lead = LEAD.exec(text.slice(-LEAD_WIDTH));
  return lead !== null && (lead[1] === undefined || isSpeechVerb(lead[1]));
}

/** `– The ferry is late, says Brekk.`, `– …, Jo Brekk says to the town.`: the last clause of its sentence. */
const COMMA_TAIL =
  /, (?:(\p{Ll}{2,20})(?= (?:he|she|\p{Lu}))|(?:he |she |(?:\p{Lu}[\p{L}’'-]{1,30} ){1,4})(\p{Ll}{2,20})(?![\p{L}]|[^.!?,]{0,120},))[^.!?:;“”"–—]{0,80}(?:\.|$)/gu;

function commaTail(text: string, from: number): { start: number; end: number } | undefined {
  COMMA_TAIL.lastIndex = from;
  for (let match = COMMA_TAIL.exec(text); match; match = COMMA_TAIL.exec(text)) {
    if (isSpeechVerb(match[1] ?? match[2] ?? '')) return { start: match.index, end: match.index + 1 };
    COMMA_TAIL.lastIndex = match.index + 1;
  }
  return undefined;
}

/** The dash before “he said”, “said the president”, “Duda added”. */
function dashTail(text: string, from: number): { start: number; end: number } | undefined {
  DASH_TAIL.lastIndex = from;
  for (let match = DASH_TAIL.exec(text); match; match = DASH_TAIL.exec(text)) {
    const start = match.index + 1;
    const end = match.index + match[0].length;
    // “– … – said Jo Doe”, “– … – Deputy Defence Minister Jo Doe said”: within the sentence after the dash.
    const words =
      /^[^.!?:;“”"–—]*/
        .exec(text.slice(end, end + 90))?.[0]
        .match(/[\p{L}'’-]+/gu)
        ?.slice(0, 8) ?? [];
    if (words.some((word) => isSpeechVerb(word))) return { start, end };
    DASH_TAIL.lastIndex = end;
  }
  return undefined;
}

function partOf(passage: Passage, piece: Piece): Span {
  const { text } = passage;
  let { start, end } = piece;
  while (start < end && SPACE.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s\u00a0,]/.test(text[end - 1] ?? '')) end -= 1;
  return { line: passage.line, start, end };
}

function nextParagraph(read: readonly Passage[], passage: Passage): string {
  return nextIs(read[read.indexOf(passage) + 1]);
}

function nextIs(passage: Passage | undefined): string {
  return passage?.role === 'paragraph' ? passage.text : '';
}

function opensWith(text: string, family: Family): boolean {
  const first = text[firstWord(text)] ?? '';
  return family === 'double' ? /["“„«]/.test(first) : family === 'single' ? /['‘]/.test(first) : false;
}

function firstWord(text: string): number {
  const at = text.search(/\S/);
  return Math.max(at, 0);
}
