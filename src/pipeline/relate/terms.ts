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

const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}+(?:[.,]\p{N}+)*/gu;

export interface Term {
  /** Lower case, without accents. */
  readonly word: string;
  /** Stem of the word; absent for stop words and single letters. */
  readonly stem?: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** What is known of a word as printed, for as long as a corpus is related: it repeats its words. */
export type TermMemory = Map<string, Pick<Term, 'word' | 'stem'>>;

/** Words of a text with offsets in UTF-16 units and their stems; punctuation is left out. */
export function splitTerms(text: string, memory: TermMemory): Term[] {
  const terms: Term[] = [];
  for (const { 0: printed, index } of text.matchAll(WORD)) {
    const { word, stem } = memory.get(printed) ?? readWord(printed, memory);
    terms.push({ word, stem, start: index, end: index + printed.length });
  }
  return terms;
}

/** One string a word in memory, however often it is printed. */
function readWord(printed: string, memory: TermMemory): Pick<Term, 'word' | 'stem'> {
  const word = foldWord(printed);
  // A folded word is mostly its own folded form (a mathematical capital is not): its string is shared.
  const known =
    printed !== word && foldWord(word) === word ? (memory.get(word) ?? readWord(word, memory)) : undefined;
  const folded = known ?? { word, stem: stemOf(word) };
  memory.set(printed, folded);
  return folded;
}

/** Lower case without accents, so that `Kofod’s` and `KOFOD`, `Orbán` and `Orban` compare equal. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  // Most words are plain ASCII; normalising them is the larger part of the cost.
  return /^[a-z0-9]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
}

function stemOf(word: string): string | undefined {
  if (word.length < 2 || STOP_WORDS.has(word)) return undefined;
  return /^[a-z]+$/.test(word) ? stemmer(word) : word;
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
