import type { NameKind } from '../../briefing.ts';
import { keyOf } from '../keep/key-of.ts';
import { remember } from '../remember.ts';
import type { Article, Corpus, NameEntry, Party, Speaker } from '../types.ts';
import { isSameCompany, readCompany } from './name-company.ts';
import { isOneEdit, keyPerson, type PersonKey } from './name-key.ts';

/** Spellings of people that turned out to be one person, by the id that each article gave it. */
export interface ResolvedNames {
  /** The articles with one id and one name for each person. */
  readonly articles: readonly Article[];
  readonly findings: Corpus['findings'];
}

interface Person {
  readonly id: string;
  readonly key: PersonKey;
  /** On the editor's list. */
  readonly listed: boolean;
  /** The name that is shown: the entry's, or the one found. */
  readonly name: string;
  /** The spelling that the key was made of: the name, or an alias of it. */
  readonly spelling: string;
  /** Spellings of the full name as printed, with counts, in order of appearance. */
  readonly printed: Map<string, number>;
  readonly articles: Set<number>;
}

/** A one-edit difference says something only in a long surname: Bauer and Sauer are two people. */
const SHORTEST_EDITED_SURNAME = 7;

/**
 * Joins spellings of one person across articles: equal keys of given name and surname, or a long
 * surname one edit apart; people off the list only where another name or the home theme is shared.
 * Single names, organisations and places are never joined here: for them the list decides.
 * Every join that the list does not back is a finding with both spellings.
 */
export function resolveNames(articles: readonly Article[], entries: readonly NameEntry[]): ResolvedNames {
  const people = collectPeople(articles, entries);
  const company = readCompany(articles);
  const heads = new Map<string, Person>();
  const findings: Corpus['findings'][number][] = [];
  const told = new Set<string>();
  const initials = readInitials(people);

  for (const [one, other] of findPairs(people)) {
    const a = heads.get(one.id) ?? one;
    const b = heads.get(other.id) ?? other;
    if (a === b || (a.listed && b.listed)) continue;
    const pair = `${one.id} ${other.id}`;
    // The editor's list vouches for its people; a name found by cue needs a second sign.
    const sameKey = one.key.surname === other.key.surname;
    const vouched = one.listed && sameKey;
    const isOpen = isAmbiguous(one, initials) !== isAmbiguous(other, initials);
    if (isOpen || (!vouched && !isSameCompany(one, other, company, sameKey ? 'key' : 'edit'))) {
      if (told.has(pair)) continue;
      told.add(pair);
      findings.push({
        ruleId: 'names-alike',
        ref: firstRef(other, articles),
        reason: `\`${one.spelling}\` and \`${other.spelling}\` may be one person, kept apart: add an alias to the names list if they are`,
      });
      continue;
    }
    const head = chooseHead(a, b);
    const gone = head === a ? b : a;
    for (const person of people) if ((heads.get(person.id) ?? person) === gone) heads.set(person.id, head);
    findings.push({
      ruleId: 'names-joined',
      ref: firstRef(other, articles),
      reason: `\`${one.spelling}\` and \`${other.spelling}\` are read as one person: add an alias to the names list, or both as two entries`,
    });
  }

  // What was done comes before what was left.
  findings.sort((a, b) => Number(a.ruleId === 'names-alike') - Number(b.ruleId === 'names-alike'));
  if (heads.size === 0) return { articles, findings };
  return { articles: articles.map((article) => renameArticle(article, heads)), findings };
}

/** Full personal names with their keys: those found in the articles, and every listed spelling. */
function collectPeople(articles: readonly Article[], entries: readonly NameEntry[]): Person[] {
  const people = new Map<string, Person>();
  const keyOfName = remember(keyPerson);
  articles.forEach((article, index) => {
    for (const mention of article.annotations.mentions) {
      if (mention.kind !== 'people' || !mention.found) continue;
      const key = keyOfName(mention.name);
      if (!key) continue;
      let person = people.get(mention.id);
      if (!person) {
        person = {
          id: mention.id,
          key,
          listed: false,
          name: mention.name,
          spelling: mention.name,
          printed: new Map(),
          articles: new Set(),
        };
        people.set(mention.id, person);
      }
      person.printed.set(mention.text, (person.printed.get(mention.text) ?? 0) + 1);
      person.articles.add(index);
    }
  });
  const listed: Person[] = [];
  const where = listedArticles(articles);
  for (const entry of entries) {
    if (entry.kind !== 'people') continue;
    for (const spelling of [entry.name, ...entry.aliases, ...entry.misspellings]) {
      const key = keyPerson(spelling);
      if (!key) continue;
      listed.push({
        id: entry.id,
        key,
        listed: true,
        name: entry.name,
        spelling,
        printed: new Map(),
        articles: where.get(entry.id) ?? new Set(),
      });
    }
  }
  return [...listed, ...people.values()];
}

function listedArticles(articles: readonly Article[]): Map<string, Set<number>> {
  const where = new Map<string, Set<number>>();
  articles.forEach((article, index) => {
    for (const { kind, id, found } of article.annotations.mentions)
      if (kind === 'people' && !found) where.set(id, (where.get(id) ?? new Set()).add(index));
  });
  return where;
}

/** Pairs that the keys bring together, in order of appearance; the first of a pair came first. */
function* findPairs(people: readonly Person[]): Generator<readonly [Person, Person]> {
  const buckets = new Map<string, Person[]>();
  for (const person of people) {
    const { given, surname, written } = person.key;
    const keys = new Set([`${given} ${surname}`]);
    // Two long words one edit apart share a form with one letter left out (or the word itself).
    if (written.length >= SHORTEST_EDITED_SURNAME)
      for (let i = 0; i <= written.length; i++)
        keys.add(`${given} ~${written.slice(0, i)}${written.slice(i + 1)}`);
    const seen = new Set<Person>();
    for (const key of keys) {
      const bucket = buckets.get(key) ?? [];
      for (const earlier of bucket) {
        if (seen.has(earlier) || earlier.id === person.id || !isAlike(earlier.key, person.key)) continue;
        seen.add(earlier);
        yield [earlier, person];
      }
      bucket.push(person);
      buckets.set(key, bucket);
    }
  }
}

function isAlike(a: PersonKey, b: PersonKey): boolean {
  if (a.given !== b.given) return false;
  if (a.initials !== '' && b.initials !== '' && a.initials !== b.initials) return false;
  if (a.surname === b.surname) return true;
  const long = Math.min(a.written.length, b.written.length) >= SHORTEST_EDITED_SURNAME;
  return long && isOneEdit(a.written, b.written);
}

/** Middle initials that a name is printed with. */
function readInitials(people: readonly Person[]): Map<string, Set<string>> {
  const initials = new Map<string, Set<string>>();
  for (const { key } of people) {
    const name = `${key.given} ${key.surname}`;
    if (key.initials !== '') initials.set(name, (initials.get(name) ?? new Set()).add(key.initials));
  }
  return initials;
}

/** Carl Dane, where a Carl P. Dane and a Carl R. Dane are in the news: it may be either. */
function isAmbiguous({ key }: Person, initials: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return key.initials === '' && (initials.get(`${key.given} ${key.surname}`)?.size ?? 0) > 1;
}

/** The list's spelling stands; else the one printed more often; else the first. */
function chooseHead(a: Person, b: Person): Person {
  if (a.listed !== b.listed) return a.listed ? a : b;
  return countPrinted(b) > countPrinted(a) ? b : a;
}

function countPrinted(person: Person): number {
  let most = 0;
  for (const [text, count] of person.printed) if (text === person.name) most += count;
  return most;
}

function firstRef(person: Person, articles: readonly Article[]): string {
  const [index] = person.articles;
  return index === undefined ? '' : (articles[index]?.ref ?? '');
}

/** The article with the ids and names that remain; spans and printed words stay as they are. */
function renameArticle(article: Article, heads: ReadonlyMap<string, Person>): Article {
  const { mentions, quotations, figures, meetings } = article.annotations;
  if (!mentions.some((mention) => mention.kind === 'people' && heads.has(mention.id))) return article;
  const renamed = new Map<string, readonly unknown[]>();
  const headOf = (id: string): Person | undefined => {
    const head = heads.get(id);
    if (head) renamed.set(id, [id, head.id, head.name, head.listed]);
    return head;
  };
  const renameSpeaker = (speaker: Speaker | undefined): Speaker | undefined => {
    const head = speaker?.id !== undefined && isPerson(speaker.kind) ? headOf(speaker.id) : undefined;
    return speaker && head ? { ...speaker, id: head.id, name: head.name } : speaker;
  };
  const renameParty = (party: Party): Party => {
    const head = party.id !== undefined && party.kind === 'people' ? headOf(party.id) : undefined;
    return head ? { ...party, id: head.id, text: head.name } : party;
  };
  const annotations = {
    ...article.annotations,
    mentions: mentions.map((mention) => {
      const head = mention.kind === 'people' ? headOf(mention.id) : undefined;
      if (!head) return mention;
      const { found: _, ...rest } = mention;
      return { ...rest, id: head.id, name: head.name, ...(head.listed ? {} : { found: true as const }) };
    }),
    quotations: quotations.map((quotation) => ({
      ...quotation,
      speaker: renameSpeaker(quotation.speaker),
    })),
    figures: figures.map((figure) => ({ ...figure, claimant: renameSpeaker(figure.claimant) })),
    meetings: meetings.map((meeting) => ({
      ...meeting,
      one: meeting.one.map(renameParty),
      other: meeting.other.map(renameParty),
    })),
  };
  const state = article.state && keyOf([article.state, [...renamed.values()]]);
  return { ...article, state, annotations };
}

function isPerson(kind: NameKind | undefined): boolean {
  return kind === undefined || kind === 'people';
}
