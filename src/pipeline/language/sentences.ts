import type { Passage, Span } from '../types.ts';

/** A sentence: offsets into the text that was given, without surrounding blanks. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations after which a sentence goes on, whatever follows. */
const GOES_ON = new Set(
  (
    'Mr Mrs Ms Messrs Dr Prof St Gen Col Maj Lt Sgt Capt Cmdr Adm Brig Gov Sen Rep Reps Sens Rev Hon Pres ' +
    'No Nos vs cf Art Fig approx Jr ca e.g i.e Ft Mt'
  ).split(' '),
);

/** Month abbreviations: a sentence goes on before a digit. */
const MONTHS = /(?:^|[^\p{L}])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;
/** Dotted capitals: a sentence ends there only before a word that usually opens one. */
const INITIALISM = /(?:\p{Lu}\.){2,}$/u;
const OPENER =
  /^["“‘'(]?(?:The|A|An|It|He|She|They|We|I|This|That|These|Those|But|And|In|On|At|However|Meanwhile|Mr|Mrs|Ms|There|His|Her|Its|Their|If|As|When|While|After|Moscow|Kyiv|Kiev|Russia|Ukraine|Putin)(?![\p{L}])/u;
const ONE_INITIAL = /(?:^|[\s.(“"])\p{Lu}\.$/u;
/** `war!” he said`, `war?” Kuleba asked`: the sentence goes on after the mark. */
const CLOSED = /[!?…][”"’']$/u;
const SAID =
  /^(?:he|she|they|it|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}) (?:said|says|asked|asks|told|wrote|added|warned|replied|insisted)(?!\p{L})/u;
/** A scraper's lost blank: `war.Until`, `war.- These`. */
const GLUED = /[\p{Ll}\p{Nd}”"]{2}[.!?](?=(?:\p{Lu}\p{Ll}|[-–—] ?\p{Lu}))/gu;

/** Splits a paragraph into sentences; nothing but blanks is lost between them. */
export function splitSentences(text: string): readonly Sentence[] {
  const isGlued = text.search(GLUED) >= 0;
  const pieces: { start: number; end: number }[] = [];
  for (const { index, segment } of SEGMENTER.segment(text)) {
    const piece = { start: index, end: index + segment.length };
    const before = pieces.at(-1);
    if (before && goesOn(text.slice(before.start, before.end).trimEnd(), text.slice(piece.start))) {
      before.end = piece.end;
    } else pieces.push(piece);
  }
  const cut = isGlued ? pieces.flatMap((piece) => cutGlued(text, piece)) : pieces;
  return cut.flatMap((piece) => trimPiece(text, piece));
}

/** The sentences of passages, in their order. */
export function splitPassages(passages: readonly Pick<Passage, 'line' | 'text'>[]): Span[] {
  return passages.flatMap(({ line, text }) =>
    splitSentences(text).map(({ start, end }) => ({ line, start, end })),
  );
}

function goesOn(before: string, after: string): boolean {
  const tail = before.slice(-24);
  if (/^["“‘'(]?\p{Ll}/u.test(after)) return true;
  const word = /(?:^|[\s(“"‘])([\p{L}.]+)\.$/u.exec(tail)?.[1];
  if (word && GOES_ON.has(word)) return true;
  if (INITIALISM.test(tail)) return !OPENER.test(after);
  if (ONE_INITIAL.test(tail) && !/(?:^|\s)I\.$/.test(tail)) return true;
  if (MONTHS.test(tail) && /^\d/.test(after)) return true;
  return CLOSED.test(tail) && SAID.test(after);
}

function cutGlued(text: string, piece: Sentence): readonly Sentence[] {
  const cuts = [...text.slice(piece.start, piece.end).matchAll(GLUED)].map(
    (match) => piece.start + match.index + match[0].length,
  );
  return [...cuts, piece.end].map((end, n) => ({
    start: n ? (cuts[n - 1] ?? piece.start) : piece.start,
    end,
  }));
}

function trimPiece(text: string, { start, end }: Sentence): readonly Sentence[] {
  const piece = text.slice(start, end);
  const left = piece.length - piece.trimStart().length;
  const length = piece.trim().length;
  return length ? [{ start: start + left, end: start + left + length }] : [];
}
