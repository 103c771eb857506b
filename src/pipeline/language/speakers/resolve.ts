import type { Speaker } from '../../types.ts';
import type { KnownNames } from '../names/collect-names.ts';
import { type Gender, GIVEN_NAMES } from '../names/given-names.ts';
import type { NameIndex } from '../names/index-names.ts';
import type { MarkedArticle } from '../names/mark-names.ts';
import { isFormer, officeOf, type RolePhrase } from '../names/role-phrases.ts';
import { normaliseRole } from '../names/roles.ts';
import { isUnknown, type Person, type Spot } from '../names/spots.ts';
import {
  findSubject,
  headOf,
  inverted,
  isMark,
  isPassive,
  isPreposition,
  isSubject,
  isUnreadWord,
  mainSubject,
  type Subject,
} from './find-subject.ts';
import { type Clauses, type Item, type ReadPassage, spanOf } from './read-clauses.ts';

/** What the rules may look at: the article, what is known beyond it, and whose earlier quotations are. */
export interface Scene {
  readonly article: MarkedArticle;
  readonly passages: readonly ReadPassage[];
  readonly index: NameIndex;
  readonly corpus?: KnownNames | undefined;
  readonly published?: string | undefined;
  /** Speakers settled so far, by number of the quotation. */
  readonly settled: ReadonlyMap<number, Speaker>;
}

/** A sentence's item: passage, sentence, item. */
export interface Spot3 {
  readonly p: number;
  readonly s: number;
  readonly i: number;
}

const BACK = 5;
/** Sentences of one paragraph that are looked at, and pronouns followed back: a chain of either ends there. */
const MOST_SENTENCES = 30;
const MOST_STEPS = 20;

/** Who a subject is: a name, words where nobody is named, or undefined where that would be a guess. */
export function resolveSubject(scene: Scene, at: Spot3, subject: Subject | undefined): Speaker | undefined {
  if (!subject) return undefined;
  const passage = scene.passages[at.p];
  if (!passage) return undefined;
  if (subject.kind === 'name') return speakerOf(passage, subject.spot, subject.role);
  if (subject.kind === 'role') return resolveRole(scene, at, subject.phrase);
  if (subject.kind === 'body') return resolveBody(scene, at, subject);
  return resolvePronoun(scene, at, subject.word);
}

export function speakerOf(
  passage: ReadPassage,
  spot: Spot,
  role?: RolePhrase | undefined,
): Speaker | undefined {
  if (spot.kind === 'demonym') return undefined;
  return {
    ...(isUnknown(spot) ? {} : { id: spot.id, kind: spot.kind }),
    name: spot.name,
    ...(role ? { role: roleSpan(passage, role) } : {}),
  };
}

function roleSpan(passage: ReadPassage, role: RolePhrase) {
  const { words, passage: source } = passage.marked;
  const from = /^(?:the|a|an|one|another)$/i.test(words[role.from]?.text ?? '') ? role.from + 1 : role.from;
  const { start, end } = spanOf(words, from, role.to);
  return { line: source.line, start, end, text: source.text.slice(start, end) };
}

/** “the Russian foreign minister”: whom the article, the corpus or the dated list names so; else the words. */
function resolveRole(scene: Scene, at: Spot3, phrase: RolePhrase): Speaker | undefined {
  const passage = scene.passages[at.p];
  if (!passage) return undefined;
  const words: Speaker = { name: roleSpan(passage, phrase).text };
  if (phrase.person) return speakerOf(passage, phrase.person, phrase);
  const bare = phrase.from === phrase.head;
  if (phrase.plural || isFormer(passage.marked.words, phrase)) return words;
  if (!phrase.definite && !isOffice(phrase.role)) return words;
  if (/^(?:a|an|one|another)$/i.test(passage.marked.words[phrase.from]?.text ?? '')) return words;
  if (bare && !phrase.definite) return words;
  const holder = holderOf(scene, at, phrase);
  const person = takenUp(scene, at, phrase, holder) ?? holder ?? onlyDiplomat(scene, at, phrase);
  if (person) return { id: person.id, kind: 'people', name: person.name };
  return { name: introducedBefore(scene, at, phrase) ?? words.name };
}

/** “Germany’s Jo Doe was more cautious. The foreign minister warned …”: not the one named paragraphs before. */
function takenUp(
  scene: Scene,
  at: Spot3,
  phrase: RolePhrase,
  holder: Person | undefined,
): Person | undefined {
  if (phrase.owner || at.s === 0) return undefined;
  const items = scene.passages[at.p]?.sentences[at.s - 1]?.items ?? [];
  const people = items.filter((item) => item.kind === 'name' && item.spot.kind === 'people');
  const before = people.length === 1 ? people[0] : undefined;
  if (before?.kind !== 'name' || before.spot.id === holder?.id) return undefined;
  const entry = scene.index.entries.get(before.spot.id);
  const fits = entry?.roles.some((role) => normaliseRole(role.role) === phrase.role);
  return fits ? scene.article.people.get(before.spot.id) : undefined;
}

/** “According to the senior diplomat”: the one minister, envoy or ambassador of the paragraphs before. */
function onlyDiplomat(scene: Scene, at: Spot3, phrase: RolePhrase): Person | undefined {
  if (phrase.owner || !phrase.definite || lastWord(phrase.role) !== 'diplomat') return undefined;
  const before = listFacts(scene).filter(
    (fact) => fact.p < at.p && fact.p >= at.p - 3 && DIPLOMATS.test(fact.role),
  );
  const people = new Map(before.map(({ person }) => [person.id, person]));
  return people.size === 1 ? [...people.values()][0] : undefined;
}

const DIPLOMATS =
  /(?:foreign minister|ambassador|envoy|negotiator|secretary of state|permanent representative)$/;

/** One holder at a time. */
function isOffice(role: string): boolean {
  return /(?:president|minister|chancellor|leader|secretary of state|secretary general|king|queen|mayor|governor)$/.test(
    role,
  );
}

function holderOf(scene: Scene, at: Spot3, phrase: RolePhrase): Person | undefined {
  const office = officeOf(phrase.owner, phrase.role);
  const facts = listFacts(scene);
  const fits = (fact: RoleFact) => {
    if (!phrase.owner)
      return (
        (fact.role === phrase.role ||
          // “the secretary” of a foreign ministry is no press secretary.
          (lastWord(fact.role) === phrase.role && !fact.role.endsWith('press secretary'))) &&
        isKnownAs(scene, fact)
      );
    if (fact.office === office) return true;
    // “President Joe Biden … the U.S. president”: the list says whose president he is, at any time.
    return !fact.owner && fact.role === phrase.role && holdsOffice(scene, fact.person, office);
  };
  const before = facts.findLast((fact) => fact.p <= at.p && fits(fact));
  if (before && !phrase.owner && before.p < at.p) {
    // “President Biden … President Macron … the president”: of several, none for certain.
    const holders = new Set(facts.flatMap((fact) => (fits(fact) ? [fact.person.id] : [])));
    if (holders.size > 1 && /(?:president|chancellor)$/.test(phrase.role)) return undefined;
  }
  if (before) return before.person;
  const later = new Map(facts.filter(fits).map(({ person }) => [person.id, person]));
  if (later.size > 0) return later.size === 1 ? [...later.values()][0] : undefined;
  if (!phrase.owner) return undefined;
  const listed = listedHolders(scene, office);
  if (listed.length > 0) return listed.length === 1 ? listed[0] : undefined;
  const known = scene.corpus?.roles.get(office);
  if (known) return known.length === 1 ? known[0] : undefined;
  const { published } = scene;
  if (!published) return undefined;
  const holders = [...scene.index.entries.values()].filter((entry) =>
    entry.roles.some(
      (role) =>
        officeOf(role.owner, normaliseRole(role.role)) === office &&
        (!role.from || role.from <= published) &&
        (!role.to || role.to >= published.slice(0, role.to.length)),
    ),
  );
  const holder = holders.length === 1 ? holders[0] : undefined;
  return holder && { id: holder.id, name: holder.name, surnames: [] };
}

/** People of the article whom the list knows in that office: “Putin … the Russian president”. */
function listedHolders(scene: Scene, office: string): readonly Person[] {
  const [owner] = office.split(' ');
  const offices = office.endsWith(' leader')
    ? ['president', 'prime minister', 'chancellor'].map((role) => `${owner} ${role}`)
    : [office];
  return [...scene.article.people.values()].filter((person) =>
    offices.some((o) => holdsOffice(scene, person, o)),
  );
}

/** “adviser Joe Biden”: what a translation made of somebody’s office, or a slip, is no one’s name for him. */
function isKnownAs(scene: Scene, { person, role }: RoleFact): boolean {
  const listed = scene.index.entries.get(person.id)?.roles ?? [];
  const isPresident = listed.some((one) => normaliseRole(one.role) === 'president');
  return !isPresident || listed.some((one) => lastWord(normaliseRole(one.role)) === lastWord(role));
}

function holdsOffice(scene: Scene, person: Person, office: string): boolean {
  const roles = scene.index.entries.get(person.id)?.roles ?? [];
  return roles.some((role) => officeOf(role.owner, normaliseRole(role.role)) === office);
}

function lastWord(role: string): string {
  return role.split(' ').at(-1) ?? '';
}

interface RoleFact {
  readonly p: number;
  readonly office: string;
  readonly owner?: string | undefined;
  readonly role: string;
  readonly person: Person;
}

/** Offices that the article states, in order of the text. */
function listFacts(scene: Scene): readonly RoleFact[] {
  return scene.passages.flatMap(({ marked, roles }, p) =>
    roles.flatMap((phrase): RoleFact[] => {
      const person = phrase.person && scene.article.people.get(phrase.person.id);
      if (!person || phrase.plural || isFormer(marked.words, phrase)) return [];
      const { owner, role } = phrase;
      return [{ p, office: officeOf(owner, role), owner, role, person }];
    }),
  );
}

/** “The official was adamant”: the fuller words by which the text brought somebody in before. */
function introducedBefore(scene: Scene, at: Spot3, phrase: RolePhrase): string | undefined {
  for (let p = at.p; p >= Math.max(0, at.p - 3); p -= 1) {
    const passage = scene.passages[p] as ReadPassage;
    const earlier = passage.roles.findLast(
      (other) =>
        (p < at.p || other.to <= phrase.from) &&
        !other.person &&
        !other.plural &&
        lastWord(other.role) === phrase.role &&
        other.to - other.from > phrase.to - phrase.from,
    );
    if (earlier) return roleSpan(passage, earlier).text;
  }
  return undefined;
}

/** “the ministry”, “the alliance”: the last such body that was named; else the words. */
function resolveBody(scene: Scene, at: Spot3, body: Extract<Item, { kind: 'body' }>): Speaker | undefined {
  const passage = scene.passages[at.p];
  if (!passage || /^(?:statement|report)$/.test(body.noun)) return undefined;
  const text = passage.marked.passage.text.slice(body.start, body.end);
  const words: Speaker = { name: text.replace(/^(?:the|a|an) /i, '') };
  if (body.owner || !/^the /i.test(text)) return words;
  for (let p = at.p; p >= 0; p -= 1) {
    const { marked } = scene.passages[p] as ReadPassage;
    const spot = marked.spots.findLast(
      (s) =>
        s.kind === 'organisations' &&
        (p < at.p || (marked.words[s.from]?.start ?? 0) < body.start) &&
        (s.name.toLowerCase().endsWith(body.noun) || (body.noun === 'alliance' && s.id === 'nato')),
    );
    if (spot) return speakerOf(passage, spot);
  }
  return words;
}

/**
 * Whom a pronoun takes up: the subject of an earlier clause, else sentence by sentence backwards, up to
 * five paragraphs. Two people at once, or a gender that does not fit, stop or pass the search.
 */
export function resolvePronoun(scene: Scene, at: Spot3, word: string, steps = 0): Speaker | undefined {
  if (word === 'who' || word === 'which' || steps > MOST_STEPS) return undefined;
  const own = scene.passages[at.p]?.sentences[at.s];
  if (!own) return undefined;
  const items = own.items;
  // “He said Blair had spoken well”: whoever he is, he is not Blair.
  const others = new Set(
    items.slice(at.i + 1).flatMap((item) => (item.kind === 'name' ? [item.spot.id] : [])),
  );
  const isFit = (speaker: Speaker) =>
    isKindFit(scene, speaker, word) && !(speaker.id && others.has(speaker.id));
  const before = mainSubject(items, at.i);
  if (before && before !== items[at.i] && before.kind !== 'pronoun' && fits(before, word)) {
    const speaker = resolveSubject(scene, at, before);
    if (speaker && isFit(speaker)) return speaker;
  }
  // “The film shows Howard laughing, which he calls …”: he may be meant, or somebody before.
  const earlier = items.slice(0, at.i);
  if (/^(?:he|she)$/.test(word) && earlier.some((item, n) => isFreePerson(items, item, n))) return undefined;
  if (isUnreadHead(earlier)) return undefined;
  let crossed = 0;
  for (let p = at.p; p >= 0 && crossed <= BACK; p -= 1) {
    const passage = scene.passages[p] as ReadPassage;
    if (passage.marked.passage.role !== 'paragraph') {
      const named = p < at.p ? namedInHeading(passage) : undefined;
      if (named && crossed <= 1 && isFit(named)) return named;
      continue;
    }
    const from = p === at.p ? at.s - 1 : passage.sentences.length - 1;
    for (let s = from; s >= 0 && s > from - MOST_SENTENCES; s -= 1) {
      const found = lookInto(scene, { p, s, i: 0 }, word, isFit, steps);
      if (found === 'stop') return undefined;
      if (found) return found;
    }
    crossed += 1;
    if (word === 'it' && crossed > 1) return undefined;
    if (word === 'they' && crossed > 1) return undefined;
  }
  return lookAhead(scene, at, word);
}

/** “Sullivan with a warning”: a heading that opens with a person, and names no other, is about them. */
function namedInHeading(passage: ReadPassage): Speaker | undefined {
  const people = passage.marked.spots.filter((spot) => spot.kind === 'people');
  const first = people[0];
  return first?.from === 0 && people.length === 1 ? speakerOf(passage, first) : undefined;
}

/** “…,” he wrote, the Canadian prime minister Justin Trudeau: a text may open so. */
function lookAhead(scene: Scene, at: Spot3, word: string): Speaker | undefined {
  const passage = scene.passages[at.p];
  const sentence = passage?.sentences[at.s];
  const opens =
    at.s === 0 && scene.passages.slice(0, at.p).every((p) => p.marked.passage.role !== 'paragraph');
  if (!opens || sentence?.items[0]?.kind !== 'quote') return undefined;
  const items = sentence.items.slice(at.i + 1);
  const people = items.filter((item) => item.kind === 'name' && item.spot.kind === 'people');
  const only = people.length === 1 ? people[0] : undefined;
  if (!passage || only?.kind !== 'name' || !/^(?:he|she)$/.test(word)) return undefined;
  return speakerOf(passage, only.spot, only.role);
}

function lookInto(
  scene: Scene,
  at: Spot3,
  word: string,
  isFit: (speaker: Speaker) => boolean,
  steps: number,
): Speaker | 'stop' | undefined {
  const passage = scene.passages[at.p] as ReadPassage;
  const { items } = passage.sentences[at.s] as Clauses;
  const spoken = items
    .filter((item) => item.kind === 'quote')
    .map((item) => scene.settled.get(item.quotation));
  const last = spoken.findLast((speaker) => speaker && isFit(speaker));
  if (last) return last;
  const subject = tailSubject(items) ?? mainSubject(items);
  if (subject && subject.kind !== 'pronoun' && fits(subject, word)) {
    const speaker = resolveSubject(scene, at, subject);
    if (speaker && isFit(speaker)) return speaker;
  }
  if (subject?.kind === 'pronoun' && subject.word === word) {
    const speaker = resolvePronoun(scene, { ...at, i: items.indexOf(subject) }, word, steps + 1);
    return speaker && isFit(speaker) ? speaker : 'stop';
  }
  const sayer = firstSayer(items);
  if (sayer && sayer.kind !== 'pronoun' && fits(sayer, word)) {
    const speaker = resolveSubject(scene, at, sayer);
    if (speaker && isFit(speaker)) return speaker;
  }
  if (isUnreadHead(items) || (!sayer && items.some((item, n) => isUnreadSaying(items, item, n))))
    return 'stop';
  if (word === 'it' || word === 'they') return undefined;
  const people = items.filter(
    (item, n) =>
      item.kind === 'name' &&
      isFreePerson(items, item, n) &&
      isFit({ id: item.spot.id, kind: 'people', name: item.spot.name }),
  );
  const first = people[0] ?? onlyOfGender(scene, items, word);
  // “The vote made the minister resign”: he may be meant.
  if (!first && items.some((item, n) => isFreeRole(items, item, n))) return 'stop';
  if (first?.kind !== 'name') return undefined;
  // “Blinken and Lavrov exchanged remarks”: either could be meant.
  const n = items.indexOf(first);
  const next = items[n + 2];
  if (items[n + 1]?.kind === 'word' && (items[n + 1] as { word: string }).word === 'and' && isSubject(next))
    return 'stop';
  return speakerOf(passage, first.spot, first.role);
}

/** “The road is open, argued X on Friday.” */
function tailSubject(items: readonly Item[]): Subject | undefined {
  const verb = items.findLastIndex((item) => item.kind === 'verb' && item.form === 'finite');
  const subject = isMark(items[verb - 1], ',') ? inverted(items, verb, items.length) : undefined;
  const next = subject && items[items.indexOf(subject) + 1];
  return !next || next.kind === 'mark' || isPreposition(next) ? subject : undefined;
}

/** The subject of the first verb of saying that has one. */
function firstSayer(items: readonly Item[]): Subject | undefined {
  for (const [n, item] of items.entries()) {
    if (item.kind !== 'verb' || item.form !== 'finite' || isPassive(items, n)) continue;
    const subject = findSubject(items, n);
    if (subject) return subject;
  }
  return undefined;
}

/** The sentence's subject is a capitalised word that no name covers, or somebody new: “a nurse”. */
function isUnreadHead(items: readonly Item[]): boolean {
  let n = headOf(items);
  const head = items[n];
  if (head?.kind !== 'word') return false;
  if (/^(?:a|an|one|another)$/.test(head.word)) return true;
  if (head.word === 'the') n += 1;
  const first = items[n];
  if (!isUnreadWord(first)) return false;
  const from = n;
  while (isUnreadWord(items[n])) n += 1;
  // “Harbour boss Jo Doe”, “Repeal of the act”: a name's owner, a thing.
  if (isSubject(items[n]) || isPreposition(items[n])) return false;
  return n - from > 1 || first.unread === 'surname' || isMark(items[n], ',');
}

/** “Kovalchuk said …”, “…, the crew noted”; but “I asked him” is the reporter's. */
function isUnreadSaying(items: readonly Item[], item: Item, at: number): boolean {
  if (item.kind !== 'verb' || item.form !== 'finite' || at === 0 || isPassive(items, at)) return false;
  const before = items[at - 1];
  if (before?.kind === 'word' && /^(?:i|we)$/.test(before.word)) return false;
  const isTail = before?.kind === 'quote' || before?.kind === 'mark';
  return !findSubject(items, at) && !(isTail && inverted(items, at, items.length));
}

/** A person who is no object and no owner. */
function isFreePerson(items: readonly Item[], item: Item, at: number): boolean {
  return item.kind === 'name' && item.spot.kind === 'people' && !item.possessive && !isObject(items, at);
}

function isFreeRole(items: readonly Item[], item: Item, at: number): boolean {
  if (item.kind !== 'role' || item.possessive || isObject(items, at)) return false;
  return item.phrase.definite && !item.phrase.plural;
}

/** “Putin spoke to Merkel … she”: the one person whose gender fits, where all genders are known. */
function onlyOfGender(scene: Scene, items: readonly Item[], word: string): Item | undefined {
  const people = items.filter((item) => item.kind === 'name' && item.spot.kind === 'people');
  const genders = people.map((item) =>
    item.kind === 'name' ? scene.article.people.get(item.spot.id)?.gender : undefined,
  );
  const fitting = people.filter((_, n) => genders[n] === word);
  return fitting.length === 1 && genders.every((gender) => gender) ? fitting[0] : undefined;
}

function isObject(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  if (isPreposition(before) || isMark(before, '(')) return true;
  // “told Blinken”; but “…, writes Graham” is a subject.
  if (before?.kind === 'verb') return !isMark(items[at - 2], ',') && items[at - 2]?.kind !== 'quote';
  return (
    before?.kind === 'word' &&
    /^(?:met|meet|meets|meeting|thanked|visited|backed|helped|than|and)$/.test(before.word)
  );
}

/** Whether the pronoun could stand for a subject of this kind at all. */
function fits(subject: Subject, word: string): boolean {
  if (word === 'it')
    return subject.kind === 'body' || (subject.kind === 'name' && subject.spot.kind !== 'people');
  if (word === 'they') {
    if (subject.kind === 'role') return subject.phrase.plural;
    return subject.kind === 'body' || (subject.kind === 'name' && subject.spot.kind === 'organisations');
  }
  if (subject.kind === 'role') return !subject.phrase.plural;
  return subject.kind === 'name' && subject.spot.kind === 'people';
}

function isKindFit(scene: Scene, speaker: Speaker, word: string): boolean {
  if (word !== 'he' && word !== 'she') return speaker.kind !== 'people';
  if (speaker.kind && speaker.kind !== 'people' && speaker.id) return false;
  const gender: Gender | undefined =
    (speaker.id ? scene.article.people.get(speaker.id)?.gender : undefined) ??
    GIVEN_NAMES.get(speaker.name.split(' ')[0] ?? '');
  return !gender || gender === word;
}
