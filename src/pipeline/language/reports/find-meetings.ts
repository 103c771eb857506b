/** Sentences which report that somebody who is named met, is to meet, or talked with somebody else. */
import type { Meeting, Party } from '../../types.ts';
import { isUnknown } from '../names/spots.ts';
import { isLink, isMark, isPreposition, mainSubject } from '../speakers/find-subject.ts';
import type { Item, ReadPassage } from '../speakers/read-clauses.ts';
import { spanOf } from '../speakers/read-clauses.ts';
import {
  findNamedSubjects,
  isAfterNoun,
  isName,
  isReal,
  MOST_ITEMS,
  type NameItem,
  opensClause,
  readPredicate,
  type VerbForm,
  wordAt,
} from './read-predicate.ts';

const FORMS = new Map<
  string,
  { readonly verb: 'meet' | 'hold' | 'speak' | 'phone'; readonly forms: ReadonlySet<VerbForm> }
>(
  (
    [
      ['meet', 'meet meets met met meeting'],
      ['hold', 'hold holds held held holding'],
      ['hold', 'have has had had having'],
      ['hold', 'begin begins began begun beginning'],
      ['hold', 'open opens opened opened opening'],
      ['hold', 'resume resumes resumed resumed resuming'],
      ['hold', 'conclude concludes concluded concluded concluding'],
      ['speak', 'speak speaks spoke spoken speaking'],
      ['speak', 'talk talks talked talked talking'],
      ['phone', 'telephone telephones telephoned telephoned telephoning'],
      ['phone', 'phone phones phoned phoned phoning'],
    ] as const
  ).flatMap(([verb, words]) => {
    const names = ['base', 'third', 'past', 'participle', 'ing'] as const;
    const all = words.split(' ');
    return [...new Set(all)].map(
      (word) => [word, { verb, forms: new Set(names.filter((_, n) => all[n] === word)) }] as const,
    );
  }),
);

const TALKS =
  /^(?:meetings?|talks|summit|call|conversations?|discussions?|negotiations|consultations|lunch|dinner|breakfast)$/;
/** “after a meeting with”: it took place, or is to. */
const AROUND = /^(?:after|following|during|at|before|of)$/;
/** “a possible meeting”: nobody reports one. */
const UNSURE =
  /^(?:possible|potential|proposed|any|no|such|cancelled|canceled|postponed|hypothetical|urgent|every|each)$/;
const TIME =
  /^(?:on|in|at|late|early|earlier|last|this|next|today|yesterday|tomorrow|tonight|week|month|year|morning|afternoon|evening|night|the|a|ago|and|weekend|privately|briefly|separately|again|also|twice|once|first|later|here|there|both|by|over|via|phone|telephone|video|face|to|\d+|january|february|march|april|may|june|july|august|september|october|november|december)$|day$|ly$/;
const BY_PHONE = /\b(?:by|on the|over the|via) (?:tele)?phone\b/;
const BEFORE_NAME =
  /^(?:the|a|an|his|her|its|their|visiting|outgoing|new|top|senior|fellow|former|both|several|other|many|some|two|three|four|five|leading|\d+|mr|mrs|ms)$/;
/** Whom one meets for other reasons, or as a matter of course. */
const NO_PARTY =
  /(?:^|[ -])(?:reporter|journalist|correspondent|editor|presenter|photographer|wife|husband|mother|father|son|daughter|brother|sister|widow|partner|fan|player|coach|striker|voter|resident|student|critic)s?$/;
const AUXILIARY = /^(?:is|are|was|were|be|been|has|have|had|will|would|did)$/;
/** A match is no meeting. */
const SPORT =
  /\b(?:finals?|semi-?finals?|quarter-?finals?|matche?s?|tournament|champions?|championships?|league|cup|titles?|seed(?:ed)?|opponents?|rugby|football|tennis|cricket|game|defending|squad|premiership)\b/i;

/** Of each sentence once for each two sides. */
export function findMeetings(passages: readonly ReadPassage[]): readonly Meeting[] {
  return passages.flatMap((passage) => {
    const {
      passage: { line, role, text },
      titleCase,
    } = passage.marked;
    if (role !== 'paragraph' || titleCase) return [];
    return passage.sentences.flatMap(({ start, end, items }) => {
      const words = text.slice(start, end);
      if (items.length > MOST_ITEMS || words.endsWith('?')) return [];
      const found = findSides(passage, items);
      if (found.length === 0 || SPORT.test(words)) return [];
      return found.map((sides): Meeting => ({ line, start, end, ...sides }));
    });
  });
}

type Sides = Pick<Meeting, 'one' | 'other'>;

function findSides(passage: ReadPassage, items: readonly Item[]): readonly Sides[] {
  const found: Sides[] = [];
  for (let n = 0; n < items.length; n += 1) {
    const word = wordAt(items, n);
    const known = FORMS.get(word);
    const sides = known && byVerb(passage, items, n, known.verb, known.forms);
    if (sides) found.push(sides);
    else if (TALKS.test(word)) found.push(...byNoun(passage, items, n));
  }
  return found.filter(
    (sides, n) => found.findIndex((other) => JSON.stringify(other) === JSON.stringify(sides)) === n,
  );
}

/** “A met B”, “A and B met”, “A held talks with B”, “A spoke by phone with B”. */
function byVerb(
  passage: ReadPassage,
  items: readonly Item[],
  at: number,
  verb: 'meet' | 'hold' | 'speak' | 'phone',
  forms: ReadonlySet<VerbForm>,
): Sides | undefined {
  const next = verb === 'hold' ? afterTalks(items, at) : at + 1;
  if (next === undefined) return undefined;
  const predicate = readPredicate(items, at, forms);
  if (!predicate || predicate.isPassive) return undefined;
  const subjects = findNamedSubjects(items, predicate.from);
  if (subjects.length === 0) return undefined;
  const one = subjects.flatMap((subject) => partyOf(subject));
  if (one.length < subjects.length) return undefined;
  const partner = readPartner(passage, items, next);
  const isByPhone = BY_PHONE.test(clauseText(passage, items, at));
  if (partner) {
    const { party, preposition, item } = partner;
    const isDirect = preposition === undefined;
    if (isDirect && verb !== 'meet' && verb !== 'phone') return undefined;
    if (preposition === 'to' && !(verb === 'speak' && isByPhone)) return undefined;
    const isPerson = (other: Item) => (isName(other) ? other.spot.kind === 'people' : other.kind === 'role');
    if ((isDirect || verb === 'speak') && ![...subjects, item].every(isPerson)) return undefined;
    return one.some((side) => side.id === party.id && party.id !== undefined)
      ? undefined
      : { one, other: [party] };
  }
  const [first, second] = one;
  if (!first || !second || !isDone(items, next) || (verb === 'speak' && !isByPhone)) return undefined;
  return first.id === second.id ? undefined : { one: [first], other: [second] };
}

/** “held (a stormy meeting) with”: the item after the noun. */
function afterTalks(items: readonly Item[], verb: number): number | undefined {
  for (let n = verb + 1; n < verb + 8; n += 1) {
    const item = items[n];
    if (item?.kind !== 'word' && !(item?.kind === 'name' && item.spot.kind === 'places')) return undefined;
    const word = wordAt(items, n);
    if (TALKS.test(word)) return n + 1;
    if (isPreposition(item) || UNSURE.test(word) || /^(?:that|to|not|and)$/.test(word)) return undefined;
  }
  return undefined;
}

interface Partner {
  readonly party: Party;
  readonly item: Item;
  readonly preposition?: 'with' | 'to' | undefined;
}

/** Whom: right behind the verb, or behind “with” past times and places. */
function readPartner(passage: ReadPassage, items: readonly Item[], from: number): Partner | undefined {
  const direct = readParty(passage, items, from);
  if (direct) return direct;
  for (let n = from; n < from + 10; n += 1) {
    const item = items[n];
    const word = wordAt(items, n);
    if (word === 'with' || word === 'to') {
      const party = readParty(passage, items, n + 1);
      if (party) return { ...party, preposition: word };
      if (word === 'with') return undefined;
    }
    const isPlace = item?.kind === 'name' && item.spot.kind === 'places' && isPreposition(items[n - 1]);
    if (!isPlace && !TIME.test(word)) return undefined;
  }
  return undefined;
}

function readParty(passage: ReadPassage, items: readonly Item[], from: number): Partner | undefined {
  let n = from;
  while (BEFORE_NAME.test(wordAt(items, n)) && n < from + 3) n += 1;
  const item = items[n];
  if (!item || !isAfterNoun(items[n + 1])) return undefined;
  if (isName(item)) {
    const [party] = item.possessive ? [] : partyOf(item);
    return party && { party, item };
  }
  if (item.kind !== 'role' || item.possessive) return undefined;
  const { phrase } = item;
  // “his counterpart, Jo Doe,”: the name stands behind the comma.
  const named = items[n + 2];
  if (!phrase.plural && isMark(items[n + 1], ',') && isName(named) && named.spot.kind === 'people')
    return readParty(passage, items, n + 2);
  const {
    words,
    passage: { text },
  } = passage.marked;
  if (NO_PARTY.test(phrase.role) || (!phrase.plural && !phrase.owner)) return undefined;
  // “representatives of …”: who they are follows.
  if (/^(?:of|from|for)$/.test(wordAt(items, n + 1)) || (!phrase.plural && isLink(items[n + 1])))
    return undefined;
  const { start } = items[from] ?? item;
  // “her counterparts in Geneva”: where they met, rather than whose they are.
  const to = /^(?:in|at)$/.test(words[phrase.head + 1]?.text ?? '') ? phrase.head + 1 : phrase.to;
  return { party: { text: text.slice(start, spanOf(words, phrase.from, to).end) }, item };
}

function partyOf(item: NameItem): readonly Party[] {
  const { spot, role } = item;
  if (spot.kind === 'demonym' || isUnknown(spot) || (role && NO_PARTY.test(role.role))) return [];
  return [{ text: spot.name, kind: spot.kind, id: spot.id }];
}

/** “A and B met in …”: nobody follows whom they met together. */
function isDone(items: readonly Item[], next: number): boolean {
  for (let n = next; n < items.length && items[n]?.kind !== 'mark'; n += 1)
    if (wordAt(items, n) === 'with') return false;
  return isAfterNoun(items[next]);
}

/** “talks between A and B”, “after A’s talks with B”, “A said after talks with B”. */
function byNoun(passage: ReadPassage, items: readonly Item[], at: number): readonly Sides[] {
  if (!isReal(items, at)) return [];
  let lead = at - 1;
  while (lead >= 0 && items[lead]?.kind === 'word' && !isPreposition(items[lead]) && at - lead < 6) {
    if (UNSURE.test(wordAt(items, lead))) return [];
    lead -= 1;
  }
  const owner = items[lead];
  const isOwned = isName(owner) && owner.possessive;
  const around = isOwned ? lead - 1 : lead;
  const isHeld =
    AROUND.test(wordAt(items, around)) &&
    !(wordAt(items, around) === 'of' && wordAt(items, around - 1) !== 'ahead');
  let n = at + 1;
  while (
    n < at + 8 &&
    wordAt(items, n) !== 'with' &&
    wordAt(items, n) !== 'between' &&
    isTimeOrPlace(items, n)
  )
    n += 1;
  if (wordAt(items, n) === 'between') {
    const [a, and, b] = items.slice(n + 1, n + 4);
    if (!isHeld || !isName(a) || !isName(b) || b.possessive || wordAt([and as Item], 0) !== 'and') return [];
    if (!isAfterNoun(items[n + 4]) && items[n + 4]?.kind !== 'verb') return [];
    const [one, other] = [partyOf(a)[0], partyOf(b)[0]];
    return one && other && one.id !== other.id ? [{ one: [one], other: [other] }] : [];
  }
  if (wordAt(items, n) !== 'with' || !isHeld) return [];
  const partner = readParty(passage, items, n + 1);
  const holder = isOwned ? owner : holderOf(items, around);
  const one = holder && partyOf(holder)[0];
  if (!partner || !one || one.kind !== 'people' || one.id === partner.party.id) return [];
  return [{ one: [one], other: [partner.party] }];
}

/** The person who is the subject of the sentence, where it names no other before “after talks with”. */
function holderOf(items: readonly Item[], until: number): NameItem | undefined {
  const subject = mainSubject(items, until);
  if (!isName(subject) || subject.spot.kind !== 'people' || /spokes/.test(subject.role?.role ?? ''))
    return undefined;
  const at = items.indexOf(subject);
  const isOther = items.some(
    (item, n) =>
      n < until &&
      n !== at &&
      ((item.kind === 'name' && item.spot.kind === 'people') ||
        item.kind === 'role' ||
        (item.kind === 'pronoun' && !/^(?:which)$/.test(item.word))),
  );
  // “A said it was agreed at a meeting with B”: whose meeting is not said.
  const said = items.findIndex((item, n) => n > at && item.kind === 'verb' && item.form === 'finite');
  const isTold =
    said >= 0 && items.slice(said, until).some((_, n) => AUXILIARY.test(wordAt(items, said + n)));
  return isOther || isTold || !opensClause(items, at - 1) ? undefined : subject;
}

function isTimeOrPlace(items: readonly Item[], n: number): boolean {
  const item = items[n];
  return TIME.test(wordAt(items, n)) || (item?.kind === 'name' && item.spot.kind === 'places');
}

/** From the verb to the next mark. */
function clauseText(passage: ReadPassage, items: readonly Item[], at: number): string {
  const until = items.findIndex((item, n) => n > at && (item.kind === 'mark' || item.kind === 'quote'));
  const end = (until < 0 ? items.at(-1) : items[until - 1])?.end;
  return passage.marked.passage.text.slice(items[at]?.start, end);
}
