import {
  BE,
  findSubject,
  isLink,
  isMark,
  isPreposition,
  isSubject,
  type Subject,
} from '../speakers/find-subject.ts';
import type { Item } from '../speakers/read-clauses.ts';

/** A sentence with more is none: its verbs are not looked at, each of which looks at the others. */
export const MOST_ITEMS = 300;

/** Forms that a word may be of a verb: `met` is past and participle. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

/** A verb with what belongs to it in front: “is due to meet”, “have been sent”. */
export interface Predicate {
  /** Item of its first word, and of the verb. */
  readonly from: number;
  readonly verb: number;
  readonly isPassive: boolean;
  /** No word in front says whether “sent” is said of somebody who sends or of what is sent. */
  readonly isBare: boolean;
}

const ADVERB =
  /(?<!like)ly$|^(?:also|again|already|now|just|then|later|since|twice|once|still|both|further|soon|meanwhile|first|last|together|today|yesterday|tomorrow|tonight|earlier|therefore|himself|herself|itself|themselves)$/;
const DONE = /^(?:has|have|had)$/;
/** “is due to meet”, “are going to send”. */
const ARRANGED =
  /^(?:due|set|scheduled|expected|planning|preparing|going|slated|about|poised|determined|planned|arranged)$/;
/** “plans to meet”, “has agreed to send”. */
const INTENDS =
  /^(?:plans|planned|agreed|agrees|decided|decides|intends|intended|arranged|pledged|began|begins|begun|started|starts|continues|continued)$/;
/** Whatever follows is not reported as done or arranged. */
const UNREAL =
  /^(?:not|never|no|nor|neither|cannot|hardly|nearly|barely|likely|unlikely|without|denied|denies|deny|denying|denial|rejected|rejects|refused|refuses|declined|declines|failed|fails|threatened|threatens|fears|feared|fear|possibility|prospect|scenario|hypothetical|pretend|imagine|speculation|rumours|rumors|falsely|wrongly|nobody|none|film|films|movie|novel|story|drama|thriller|could|may|might|should|must|can|ought|shall)$|n['’]t$/;
/** Said of what the sentence tells, behind it. */
const REFUTED = /^(?:false|untrue|denied|denies|rejected|rejects|dismissed|baseless|unfounded)$/;
/** What is said so is reported; what is hoped, doubted or foretold is not. */
const SAYS =
  /^(?:sa(?:id|ys|ying)|t(?:old|ells|elling)|claimed|announc(?:ed|es|ing)|confirm(?:ed|s|ing)|reported|add(?:ed|s|ing)|stated)$/;
/** Between such a verb and “that”, or between the start of a clause and its subject: to whom, when and where. */
const CIRCUMSTANCE =
  /^\d|^(?:the|a|an|its|their|his|her|this|last|next|both|us|him|them|reporters|journalists|lawmakers|news|press|conference|statement|interview|briefing|meeting|summit|talks|few|minutes?|hours?|days?|weeks?|months?|years?|morning|afternoon|evening|night|weekend|january|february|march|april|may|june|july|august|september|october|november|december)$|day$/;
const AWAITS = /^(?:until|till|once|when|before|after|provided|soon)$/;
const OPEN = /^(?:if|unless|whether|lest)$/;

/** What the sentence says with the verb at `verb` as done, under way or arranged; undefined where it may be unreal. */
export function readPredicate(
  items: readonly Item[],
  verb: number,
  forms: ReadonlySet<VerbForm>,
): Predicate | undefined {
  if (!isReal(items, verb)) return undefined;
  const n = skipAdverbs(items, verb - 1);
  const word = wordAt(items, n);
  if (forms.has('base') && word === 'to') return arranged(items, n, verb, false);
  if (forms.has('base') && isAuxiliary(items, n)) return { from: n, verb, isPassive: false, isBare: false };
  // “until X has withdrawn”, “once X meets Y”: still to come.
  const isAwaited = items.slice(0, verb).some((item) => item.kind === 'word' && AWAITS.test(item.word));
  if (forms.has('participle') && DONE.test(word))
    return isAwaited && word !== 'had' ? undefined : { from: n, verb, isPassive: false, isBare: false };
  if ((forms.has('ing') || forms.has('participle')) && BE.test(word)) {
    // “is sending”, “was sent”, “is being sent”, “are to be sent”, “have been sent”
    const isPassive = !forms.has('ing');
    const before = skipAdverbs(items, n - 1);
    const first = wordAt(items, before);
    if (word === 'be')
      return first === 'to'
        ? arranged(items, before, verb, isPassive)
        : isAuxiliary(items, before)
          ? { from: before, verb, isPassive, isBare: false }
          : undefined;
    if (word === 'been')
      return DONE.test(first) ? { from: before, verb, isPassive, isBare: false } : undefined;
    if (word === 'being')
      return BE.test(first) ? { from: before, verb, isPassive, isBare: false } : undefined;
    return { from: n, verb, isPassive, isBare: false };
  }
  if (forms.has('ing') && word === 'and') return continued(items, n, verb);
  if (BE.test(word) || word === 'having' || word === 'to') return undefined;
  if (forms.has('past')) return { from: verb, verb, isPassive: false, isBare: true };
  return forms.has('third') && !isAwaited ? { from: verb, verb, isPassive: false, isBare: false } : undefined;
}

/** Neither “if” in the sentence, nor “not”, “denied”, “could” before the verb, nor “false” behind it. */
export function isReal(items: readonly Item[], verb: number): boolean {
  return !items.some(
    (_, n) => OPEN.test(wordAt(items, n)) || (n < verb ? isUnreal(items, n) : REFUTED.test(wordAt(items, n))),
  );
}

/**
 * Whether the sentence tells by itself, or has somebody plainly say, what it tells of the subject that
 * starts at `subject` with the predicate from `from`: “Poland hopes it rains and X will go” does neither.
 */
export function isTold(items: readonly Item[], subject: number, from: number): boolean {
  for (let n = 0; n <= subject; n += 1) {
    if (wordAt(items, n) === 'that' && n > 0 && !isPreposition(items[n - 1]) && !isSaid(items, n - 1))
      return false;
    const isClause = isSubject(items[n]) && !isPreposition(items[n - 1]) && FINITE.test(wordAt(items, n + 1));
    if ((n === subject || isClause) && !isSaid(items, n - 1) && !opensMain(items, n - 1)) return false;
  }
  // “know when X will go”
  if (/^(?:when|where)$/.test(wordAt(items, subject - 1)) && isAuxiliary(items, from)) return false;
  // “X will go, Poland predicted”
  const mark = items.findLastIndex(({ kind }) => kind === 'mark');
  const last = wordAt(items, items.length - 1);
  const isTail = mark > from && items.length - mark <= 4 && last !== '' && isSubject(items.at(-2));
  return !isTail || SAYS.test(last);
}

const FINITE = /^(?:is|are|was|were|has|have|had|will|would|did)$/;

/** A verb of plain saying governs what follows item `n`. */
function isSaid(items: readonly Item[], n: number): boolean {
  const at = skipCircumstances(items, n, () => false);
  // “would have said”
  const have = skipAdverbs(items, at - 1);
  const isThought = wordAt(items, have) === 'have' && wordAt(items, skipAdverbs(items, have - 1)) === 'would';
  return SAYS.test(wordAt(items, at)) && !isThought;
}

/** No verb or noun governs what follows item `n`. */
function opensMain(items: readonly Item[], n: number): boolean {
  const at = skipCircumstances(items, n, isConjunction);
  const item = items[at];
  return (
    item === undefined ||
    item.kind === 'mark' ||
    item.kind === 'quote' ||
    isLink(item) ||
    (item.kind === 'word' && opensClause(items, at))
  );
}

function skipCircumstances(items: readonly Item[], at: number, ends: (item: Item) => boolean): number {
  let n = at;
  for (; n >= 0; n -= 1) {
    const item = items[n] as Item;
    const isHearer = item.kind === 'name' || item.kind === 'role' || item.kind === 'body';
    // “in Bergen”; the first word of a sentence is capitalised whatever it is.
    const isUnread = n > 0 && item.kind === 'word' && item.unread !== undefined;
    if (ends(item) || !(isHearer || isUnread || isPreposition(item) || isCircumstance(wordAt(items, n))))
      return n;
  }
  return n;
}

function isCircumstance(word: string): boolean {
  return CIRCUMSTANCE.test(word) || ADVERB.test(word);
}

function isConjunction(item: Item): boolean {
  return item.kind === 'word' && /^(?:as|after|before|since|until)$/.test(item.word);
}

/** “is doubling … and sending”: as under way as what stands before the “and”. */
function continued(items: readonly Item[], and: number, verb: number): Predicate | undefined {
  for (let n = and - 1; n > 0; n -= 1) {
    const item = items[n];
    if (item?.kind === 'mark' || item?.kind === 'quote' || item?.kind === 'pronoun') return undefined;
    if (BE.test(wordAt(items, n)))
      return /ing$/.test(wordAt(items, n + 1))
        ? { from: n, verb, isPassive: false, isBare: false }
        : undefined;
  }
  return undefined;
}

/** “is to”, “is due to”, “plans to”, with `to` at that item. */
function arranged(
  items: readonly Item[],
  to: number,
  verb: number,
  isPassive: boolean,
): Predicate | undefined {
  const n = skipAdverbs(items, to - 1);
  const word = wordAt(items, n);
  if (BE.test(word)) return { from: n, verb, isPassive, isBare: false };
  const before = skipAdverbs(items, n - 1);
  if (ARRANGED.test(word) && BE.test(wordAt(items, before)))
    return { from: before, verb, isPassive, isBare: false };
  if (!INTENDS.test(word)) return undefined;
  return { from: DONE.test(wordAt(items, before)) ? before : n, verb, isPassive, isBare: false };
}

/** “would” reports only what somebody said before; alone it is a thought. */
function isAuxiliary(items: readonly Item[], at: number): boolean {
  const word = wordAt(items, at);
  if (word === 'would')
    return items.slice(0, at).some((item) => item.kind === 'verb' && item.form === 'finite');
  return word === 'will' || word === 'did';
}

/**
 * The name that the sentence makes the subject of a predicate, or the two of “A and B”; empty where it is
 * another word, a name that is taken up from elsewhere, or where a name between them may be the subject.
 */
export function findNamedSubjects(items: readonly Item[], from: number): readonly NameItem[] {
  let n = skipAdverbs(items, from - 1);
  // “Jo Doe, Jr. met”
  if (/^[js]r$/.test(wordAt(items, n))) n -= isMark(items[n - 1], ',') ? 2 : 1;
  const [first, and, second] = [items[n - 2], items[n - 1], items[n]];
  if (isName(second) && !second.possessive && isName(first) && !first.possessive && isLink(and)) {
    const isBoth = and?.kind === 'word' && and.word === 'and';
    return isBoth && opensClause(items, n - 3) && isTold(items, n - 2, from) ? [first, second] : [];
  }
  const subject = findSubject(items, n + 1);
  if (!isName(subject) || subject.possessive) return [];
  const at = items.indexOf(subject);
  if (!isOwnSubject(items, at) || !isTold(items, at, from)) return [];
  const between = items.slice(at + 1, from);
  const isOther = between.some(
    (item) =>
      (item.kind === 'name' && item.spot.kind !== 'places') ||
      (item.kind === 'pronoun' && !/^(?:who|which)$/.test(item.word)) ||
      item.kind === 'quote' ||
      (item.kind === 'verb' && item.form === 'finite'),
  );
  return isOther ? [] : [subject];
}

/** “countries in the north of X”, “Fish de X”, “in Eastern and Southern X”: another word is the subject. */
function isOwnSubject(items: readonly Item[], at: number): boolean {
  const { kind } = (items[at] as NameItem).spot;
  for (let n = at - 1; n >= 0; n -= 1) {
    const item = items[n];
    if (isLink(item)) return n === at - 1 ? !isSubject(items[n - 1]) : wordAt(items, n + 1) === 'the';
    if (opensClause(items, n) || item?.kind === 'mark' || item?.kind === 'quote') return true;
    if (isPreposition(item)) return false;
    if (kind !== 'people' && item?.kind === 'word' && item.unread) return false;
  }
  return true;
}

export type NameItem = Extract<Subject, { kind: 'name' }>;

export function isName(item: Item | undefined): item is NameItem {
  return item?.kind === 'name';
}

/** Nothing stands at item `n` that makes what follows it an object or the end of a list. */
export function opensClause(items: readonly Item[], n: number): boolean {
  const item = items[n];
  if (item === undefined || item.kind === 'verb') return item?.kind !== 'verb' || item.form === 'finite';
  if (item.kind === 'mark') return !isSubject(items[n - 1]);
  return (
    item.kind === 'word' &&
    /^(?:that|and|but|as|while|after|since|when|where|because|although|though|before|until|meanwhile|today|yesterday|earlier|later)$|day$/.test(
      item.word,
    )
  );
}

/** What may stand behind a name that is complete: “met X in”, “met X on”; not “met X officials”. */
export function isAfterNoun(item: Item | undefined): boolean {
  if (
    item === undefined ||
    item.kind === 'mark' ||
    item.kind === 'apposition' ||
    isPreposition(item) ||
    isLink(item)
  )
    return true;
  return (
    (item.kind === 'word' &&
      /^(?:to|who|whom|where|when|while|that|which|this|last|next|today|yesterday|tomorrow|tonight|earlier|later|again|twice|once|there|here|face|also|early|late|over|back|home|out|up|off|away|into|onto|near|close|along|ahead|north|south|east|west|because|so|if)$|ly$|day$/.test(
        item.word,
      )) ||
    (item.kind === 'pronoun' && /^(?:who|which)$/.test(item.word))
  );
}

export function skipAdverbs(items: readonly Item[], at: number): number {
  let n = at;
  while (ADVERB.test(wordAt(items, n))) n -= 1;
  return n;
}

/** The word at an item, in small letters; empty where there is none or it is a name, a role, a mark. */
export function wordAt(items: readonly Item[], n: number): string {
  const item = items[n];
  return item?.kind === 'word' || item?.kind === 'verb' || item?.kind === 'pronoun' ? item.word : '';
}

function isUnreal(items: readonly Item[], n: number): boolean {
  const word = wordAt(items, n);
  // “in May”, “May 5”
  if (word === 'may' && (isPreposition(items[n - 1]) || /^\d/.test(wordAt(items, n + 1)))) return false;
  // “a few hours later”
  if (/^(?:few|little)$/.test(word)) return wordAt(items, n - 1) !== 'a';
  if (word === 'series') return wordAt(items, n + 1) !== 'of';
  if (word === 'yet') return wordAt(items, n + 1) === 'to';
  return UNREAL.test(word);
}
