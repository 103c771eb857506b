import { stemmer } from 'stemmer';

/** Words that carry no subject: never a term, never evidence that two texts are about one thing. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again against ago all almost along already also although always am among an and ' +
    'another any are aren around as at away back be became because been before began behind being below ' +
    'between both but by came can cannot could couldn did didn do does doesn doing don done down due during ' +
    'each either else even ever every far few first for from further get give given go going gone got had ' +
    'hadn has hasn have haven having he her here hers herself him himself his how however i if in indeed ' +
    'into is isn it its itself just last late later least less let like ll long made make makes many may me ' +
    'meanwhile might mine more most mr mrs ms much must my myself near need neither never new next no nor ' +
    'not nothing now of off often on once one only onto or other others our ours ourselves out over own per ' +
    'perhaps put quite rather re really s said same say saying says second see seen several shall she ' +
    'should shouldn since so some soon still such t take taken tell than that the their theirs them ' +
    'themselves then there these they thing things this those though three through thus to today together ' +
    'told tomorrow too toward towards two under until up upon us use used ve very via want was wasn way we ' +
    'well went were weren what when where whether which while who whole whom whose why will with within ' +
    'without won would wouldn year years yesterday yet you your yours yourself yourselves ' +
    'add added according monday tuesday wednesday thursday friday saturday sunday week month day'
  ).split(' '),
);

const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}+(?:[.,]\p{N}+)*/uy;

/** A word as it is compared. */
interface KnownWord {
  /** Lower case, without accents. */
  readonly word: string;
  /** Tells words apart in runs of words; 32 bits. */
  readonly hash: number;
  /** Place of its stem in the vocabulary; absent for stop words and single letters. */
  readonly stem?: number | undefined;
}

export interface Term extends KnownWord {
  readonly start: number;
  readonly end: number;
}

/** Words of a corpus, for as long as it is related: it repeats its words, and numbers compare faster. */
export interface Vocabulary {
  /** By the word as printed. */
  readonly words: Map<string, KnownWord>;
  /** Stems in order of appearance, and their places. */
  readonly stems: string[];
  readonly stemPlaces: Map<string, number>;
}

export function openVocabulary(): Vocabulary {
  return { words: new Map(), stems: [], stemPlaces: new Map() };
}

/** Words of a text with offsets in UTF-16 units and their stems; punctuation is left out. */
export function splitTerms(text: string, vocabulary: Vocabulary): Term[] {
  const terms: Term[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfWord(text, start);
    if (end === start) {
      start += 1;
      continue;
    }
    const printed = text.slice(start, end);
    const { word, hash, stem } = vocabulary.words.get(printed) ?? readWord(printed, vocabulary);
    terms.push({ word, hash, stem, start, end });
    start = end;
  }
  return terms;
}

/** Behind the word that begins at a place; the place itself where none does. Matches `WORD`. */
function endOfWord(text: string, start: number): number {
  // Most words are of plain letters, which a loop finds in half the time; an archive has millions.
  let end = start;
  while (isPlainLetter(text.charCodeAt(end))) end += 1;
  const next = text.charCodeAt(end);
  if (next < FIRST_NOT_PLAIN && (end > start || !isDigit(next))) return end;
  if (Number.isNaN(next)) return end;
  WORD.lastIndex = start;
  return WORD.test(text) ? WORD.lastIndex : start;
}

const FIRST_NOT_PLAIN = 0x80;

function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** One string a word in memory, however often it is printed. */
function readWord(printed: string, vocabulary: Vocabulary): KnownWord {
  const word = foldWord(printed);
  // A folded word is mostly its own folded form (a mathematical capital is not): its string is shared.
  const known =
    printed !== word && foldWord(word) === word
      ? (vocabulary.words.get(word) ?? readWord(word, vocabulary))
      : undefined;
  const folded = known ?? { word, hash: hashWord(word), stem: placeStem(stemOf(word), vocabulary) };
  vocabulary.words.set(printed, folded);
  return folded;
}

function placeStem(stem: string | undefined, { stems, stemPlaces }: Vocabulary): number | undefined {
  if (stem === undefined) return undefined;
  const place = stemPlaces.get(stem) ?? stems.push(stem) - 1;
  stemPlaces.set(stem, place);
  return place;
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Normalising changes nothing in ASCII, and is the larger part of the cost. */
const PLAIN = /^[\0-\x7f]*$/;

/** Lower case without accents, so that `Kofod’s` and `KOFOD`, `Orbán` and `Orban` compare equal. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
}

function stemOf(word: string): string | undefined {
  if (word.length < 2 || STOP_WORDS.has(word)) return undefined;
  return /^[a-z]+$/.test(word) ? stemmer(word) : word;
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
