import { WEEKDAYS } from '../names/plain-words.ts';
import type { Item } from './read-clauses.ts';

/** An item that can speak: a name, a role phrase, a body, a pronoun. */
export type Subject = Extract<Item, { kind: 'name' | 'role' | 'body' | 'pronoun' }>;

export const PREPOSITION =
  /^(?:in|at|of|for|from|with|on|to|by|against|near|under|over|between|among|after|before|about|into|alongside|than|like|as|during|without|within|via|inside|outside|behind|towards?|through|until|since|beside|besides|despite|amid|around|across|beyond|including|unlike|regarding|concerning)$/;
export const BE = /^(?:was|were|is|are|be|been|being)$/;
const LINK = /^(?:and|but|or|then|yet|nor)$/;
/** Words that may stand between a subject and its verb, or open a sentence before its subject. */
const PASSING = new Set(
  (
    'also then later earlier again now has have had is are was were be been being will would did does do not never ever always ' +
    'too once instead already just further twice today yesterday tomorrow tonight overnight however meanwhile still yet even himself herself ' +
    'itself themselves both all first previously recently today’s last this next week month year night morning afternoon evening day ' +
    'early late on ago jan feb mar apr jun jul aug sept sep oct nov dec january february march april may june july august september october ' +
    'november december but and so moreover nevertheless indeed instead perhaps in turn reportedly could can may might must should earlier soon ' +
    `thus therefore additionally separately finally thereafter afterwards subsequently ${WEEKDAYS.toLowerCase()}`
  ).split(' '),
);

export function isSubject(item: Item | undefined): item is Subject {
  return (
    !!item &&
    (item.kind === 'name' || item.kind === 'role' || item.kind === 'body' || item.kind === 'pronoun')
  );
}

export function isPreposition(item: Item | undefined): boolean {
  return item?.kind === 'word' && PREPOSITION.test(item.word);
}

function isPassing(item: Item | undefined): boolean {
  if (item?.kind === 'word') return PASSING.has(item.word) || /ly$/.test(item.word) || /^\d/.test(item.word);
  // “will say”, “did claim” are verbs in the base form; the auxiliary before them passes.
  return false;
}

/**
 * The subject of the verb at `verb`: the item right before it, past adverbs, times and one parenthesis
 * in commas; after “and said” or for a participle the sentence's subject. Undefined where a plain noun
 * is the subject, or nothing is sure.
 */
export function findSubject(items: readonly Item[], verb: number): Subject | undefined {
  const at = items[verb];
  if (at?.kind === 'verb' && at.form === 'participle') return participleSubject(items, verb);
  const n = beforeVerb(items, verb);
  const before = items[n];
  if (
    isMark(before, ',') ||
    isMark(before, ')') ||
    isMark(before, '–') ||
    isMark(before, '—') ||
    isMark(before, '-')
  ) {
    const outer = beforeParenthesis(items, n);
    if (outer) return outer;
    // “after the minister, Jo Doe, said”
    const named = items[n - 1];
    if (named?.kind === 'name' && named.role?.side === 'before' && isConjunction(items, n - 2))
      return subjectAt(items, n - 1);
    // “Lavrov met him, praised the talks, said …”
    return isMark(before, ',') ? mainSubject(items, n) : undefined;
  }
  if (isLink(before) || n < 0) return n < 0 ? undefined : coordinated(items, n);
  return subjectAt(items, n);
}

/** The item before the verb, past adverbs and times. */
function beforeVerb(items: readonly Item[], verb: number): number {
  let n = verb - 1;
  while (n >= 0 && isPassing(items[n]) && !isLink(items[n])) n -= 1;
  return n;
}

/** The subject that ends at item `n`. */
function subjectAt(items: readonly Item[], n: number): Subject | undefined {
  const item = items[n];
  if (item?.kind === 'apposition') {
    return isMark(items[n - 1], ',') ? asSubject(items[n - 2]) : asSubject(items[n - 1]);
  }
  if (!isSubject(item)) return undefined;
  if (item.kind === 'pronoun' && (item.word === 'who' || item.word === 'which')) {
    const back = isMark(items[n - 1], ',') ? n - 2 : n - 1;
    const antecedent = items[back];
    if (antecedent?.kind === 'apposition') return subjectAt(items, back);
    if (!isSubject(antecedent) || antecedent.kind === 'pronoun') return undefined;
    if (item.word === 'which' && isPerson(antecedent)) return undefined;
    if (item.word === 'who' && isPlace(antecedent)) return undefined;
    return antecedent;
  }
  if ('possessive' in item && item.possessive) return undefined;
  // “Jo Doe at the Kremlin said”
  const article = items[n - 1];
  const person = items[n - 3];
  if (article?.kind === 'word' && article.word === 'the' && isPreposition(items[n - 2]) && isPerson(person))
    return asSubject(person);
  if (isPreposition(items[n - 1]) && !isConjunction(items, n - 1)) {
    // “officials in Kyiv said”, “a source close to Putin said”
    const head = items[n - 2];
    if (isSubject(head) && head.kind !== 'pronoun') return head;
    const prior = items[n - 2];
    if (prior?.kind === 'word' && isSubject(items[n - 3])) return items[n - 3] as Subject;
    return undefined;
  }
  if (isInRelativeClause(items, n)) return undefined;
  // “US and Ukraine said”: both, so neither alone.
  if (isAnd(items[n - 1]) && isSubject(items[n - 2]) && item.kind !== 'pronoun' && !hasVerb(items, 0, n - 2))
    return undefined;
  return item;
}

/** “The vote came after X said”: a clause of its own follows, and what stands before it is not its subject. */
function isConjunction(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.kind !== 'word' || !/^(?:after|before|since|until|as)$/.test(item.word)) return false;
  return !isSubject(items[at - 1]) || items[at - 1]?.kind === 'pronoun';
}

/** “the lawyer who had defended X said”: X is an object there. */
function isInRelativeClause(items: readonly Item[], at: number): boolean {
  for (let n = at - 1; n >= 0; n -= 1) {
    const item = items[n];
    if (item?.kind === 'mark' || item?.kind === 'quote' || item?.kind === 'verb' || isLink(item))
      return false;
    if (
      item?.kind === 'word' &&
      /^(?:that|as|when|where|while|if|because|since|after|before)$/.test(item.word)
    )
      return false;
    if (item?.kind === 'pronoun') return /^(?:who|which)$/.test(item.word) && n < at - 1;
  }
  return false;
}

function isPlace(item: Subject): boolean {
  return item.kind === 'name' && item.spot.kind === 'places';
}

function coordinated(items: readonly Item[], link: number): Subject | undefined {
  for (let n = link - 1; n >= 0; n -= 1) {
    const item = items[n];
    // A verb behind another “and” has the subject of those before it, which are still to come.
    if (item?.kind === 'verb' && item.form === 'finite' && !isLink(items[beforeVerb(items, n)])) {
      const subject = findSubject(items, n);
      if (subject) return subject;
    }
    if (item?.kind === 'word' && /^(?:while|whereas)$/.test(item.word))
      return mainSubject(items.slice(n + 1, link), link - n - 1);
  }
  return mainSubject(items, link);
}

function participleSubject(items: readonly Item[], verb: number): Subject | undefined {
  // “quoted Lavrov as saying”
  const as = items[verb - 1];
  if (
    as?.kind === 'word' &&
    as.word === 'as' &&
    isSubject(items[verb - 2]) &&
    !isPreposition(items[verb - 3])
  )
    return items[verb - 2] as Subject;
  // “the Pentagon announcing”, “with Biden warning”: its own subject.
  const own = items[verb - 1];
  if (isSubject(own) && own.kind !== 'pronoun' && !own_possessive(own)) {
    const before = items[verb - 2];
    if ((before?.kind === 'word' && /^(?:with|as|and)$/.test(before.word)) || isMark(before, ',')) return own;
    if (before === undefined) return own;
  }
  for (let n = verb - 1; n >= 0; n -= 1) {
    const item = items[n];
    if (item?.kind === 'verb' && item.form === 'finite') {
      const subject = findSubject(items, n);
      if (subject) return subject;
    }
  }
  return mainSubject(items, verb);
}

function own_possessive(item: Subject): boolean {
  return 'possessive' in item && item.possessive;
}

/** “said X”, “said on Friday X”, “says X’s sign”: the subject after the verb. */
export function inverted(items: readonly Item[], verb: number, until: number): Subject | undefined {
  const said = items[verb];
  // “told AFP”: never the speaker.
  const us = items[verb + 1];
  const toUs = us?.kind === 'word' && us.word === 'us' ? 1 : 0;
  if (said?.kind === 'verb' && /^(?:told|tells|assured)$/.test(said.word) && !toUs) return undefined;
  for (let n = verb + 1 + toUs; n < Math.min(until, verb + 6); n += 1) {
    const item = items[n];
    if (isSubject(item)) {
      if (item.kind === 'pronoun') return item.word === 'he' || item.word === 'she' ? item : undefined;
      if (item.kind === 'body' && /^(?:statement|report)$/.test(item.noun)) return issuer(items, n + 1);
      if ('possessive' in item && item.possessive) {
        const what = items[n + 1];
        return what?.kind === 'word' &&
          /^(?:sign|signs|statement|letter|post|message|tweet|banner|placard|report|speech)$/.test(what.word)
          ? item
          : undefined;
      }
      return item;
    }
    if (
      item?.kind !== 'word' ||
      !/^(?:on|early|late|yesterday|today|later|again|also|\p{L}+day|\p{L}+ly|the|a|an|in|turn|one|this|last|week)$/u.test(
        item.word,
      )
    )
      return undefined;
  }
  return undefined;
}

/** “a statement … from the committee”. */
function issuer(items: readonly Item[], from: number): Subject | undefined {
  for (let n = from; n < items.length - 1; n += 1) {
    const item = items[n];
    const next = items[n + 1];
    if (item?.kind === 'word' && /^(?:from|by)$/.test(item.word)) {
      const target = next?.kind === 'word' && next.word === 'the' ? items[n + 2] : next;
      if (isSubject(target)) return target;
    }
  }
  return undefined;
}

export function isPassive(items: readonly Item[], verb: number): boolean {
  const item = items[verb];
  if (item?.kind !== 'verb' || item.form !== 'finite' || !/(?:ed|told|written|said)$/.test(item.word))
    return false;
  let n = verb - 1;
  while (
    n >= 0 &&
    items[n]?.kind === 'word' &&
    /ly$|^(?:also|then|not|being|widely)$/.test((items[n] as { word: string }).word)
  )
    n -= 1;
  const before = items[n];
  return before?.kind === 'word' && BE.test(before.word);
}

/** The subject of the sentence up to item `until`: the name that opens it or the part after its first comma. */
export function mainSubject(items: readonly Item[], until = items.length): Subject | undefined {
  let n = 0;
  for (let segment = 0; segment < 4 && n < until; segment += 1) {
    while (
      n < until &&
      (isPassing(items[n]) || isLink(items[n]) || isMark(items[n], ',') || items[n]?.kind === 'quote')
    )
      n += 1;
    const article = items[n];
    if (article?.kind === 'word' && /^(?:the|a|an)$/.test(article.word) && items[n + 1]?.kind === 'name')
      n += 1;
    const item = items[n];
    // “Cees Brekk, the chief executive, said”: his role, and he is no name that is known.
    if (item?.kind === 'role' && isMark(items[n - 1], ',') && isUnreadWord(items[n - 2])) return undefined;
    if (isSubject(item) && n < until && !(item.kind === 'pronoun' && /^(?:who|which)$/.test(item.word))) {
      if (!own_possessive(item) && !isPreposition(items[n - 1])) {
        // “Germany and France have …”: two of them.
        const pair = isAnd(items[n + 1]) && isSubject(items[n + 2]) && items[n + 2]?.kind !== 'pronoun';
        if (!pair) return item;
        return undefined;
      }
    }
    if (
      item?.kind === 'word' &&
      /^(?:the|a|an|his|her|its|their|this|these|those|there|some|many|several)$/.test(item.word) &&
      segment === 0
    )
      return undefined;
    while (n < until && !isMark(items[n], ',')) n += 1;
  }
  return undefined;
}

export function isUnreadWord(item: Item | undefined): item is Extract<Item, { kind: 'word' }> {
  return item?.kind === 'word' && item.unread !== undefined;
}

/** Where the subject of the sentence should stand: behind what leads up to it. */
export function headOf(items: readonly Item[]): number {
  for (let n = 0; n < items.length; n += 1) {
    const item = items[n];
    if (isPassing(item) || isLink(item) || item?.kind === 'mark' || item?.kind === 'quote') continue;
    if (!isPreposition(item) && !isIntroduction(item)) return n;
    while (n < items.length && !isMark(items[n], ',')) n += 1;
  }
  return items.length;
}

function isIntroduction(item: Item | undefined): boolean {
  return (
    (item?.kind === 'verb' && item.form === 'participle') ||
    (item?.kind === 'word' &&
      /ing$|^(?:while|when|if|although|though|because|once|asked|where|whereas)$/.test(item.word))
  );
}

/** “X, who met Y in Z, said”: the item before the comma that opens the parenthesis closed at `close`. */
function beforeParenthesis(items: readonly Item[], close: number): Subject | undefined {
  const mark = items[close];
  const opener = mark?.kind === 'mark' && mark.word === ')' ? '(' : mark?.kind === 'mark' ? mark.word : ',';
  let tries = 0;
  for (let n = close - 1; n > 0 && tries < 4; n -= 1) {
    if (!isMark(items[n], opener)) continue;
    tries += 1;
    const head = items[n - 1];
    const inside = items[n + 1];
    if (opener === ',' && !opensParenthesis(inside, n + 1, close)) continue;
    if (isSubject(head) && !own_possessive(head)) {
      const subject = subjectAt(items, n - 1);
      if (subject) return subject;
    }
    if (head?.kind === 'apposition') return subjectAt(items, n - 1);
  }
  return undefined;
}

function opensParenthesis(inside: Item | undefined, from: number, close: number): boolean {
  if (!inside || close - from > 40) return false;
  if (inside.kind === 'pronoun') return /^(?:who|which)$/.test(inside.word);
  if (inside.kind === 'apposition' || inside.kind === 'role') return true;
  if (inside.kind === 'verb') return inside.form === 'participle';
  if (inside.kind !== 'word') return false;
  return (
    isPassing(inside) ||
    PREPOSITION.test(inside.word) ||
    /^(?:whose|where|when|a|an|the|one|former|himself|herself|though|although|while|citing|speaking|\d+)$/.test(
      inside.word,
    ) ||
    /(?:ing|ed)$/.test(inside.word)
  );
}

export function isMark(item: Item | undefined, word: string): boolean {
  return item?.kind === 'mark' && item.word === word;
}

export function isPerson(item: Item | undefined): boolean {
  return (item?.kind === 'name' && item.spot.kind === 'people') || item?.kind === 'role';
}

export function isLink(item: Item | undefined): boolean {
  return item?.kind === 'word' && LINK.test(item.word);
}

function isAnd(item: Item | undefined): boolean {
  return item?.kind === 'word' && item.word === 'and';
}

function hasVerb(items: readonly Item[], from: number, to: number): boolean {
  return items.slice(from, to).some((item) => item.kind === 'verb');
}

function asSubject(item: Item | undefined): Subject | undefined {
  return isSubject(item) ? item : undefined;
}
