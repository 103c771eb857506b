import type { Passage } from '../../types.ts';
import { isSpeechVerb } from '../speakers/speech-verbs.ts';
import { splitWords, type Word } from '../words.ts';
import type { KnownNames } from './collect-names.ts';
import { findListed } from './find-listed.ts';
import { findOrganisations } from './find-organisations.ts';
import { findPeople, personOf } from './find-people.ts';
import { findPlaces } from './find-places.ts';
import { type NameIndex, surnamesOf } from './index-names.ts';
import { keyName } from './name-key.ts';
import { ADJECTIVES, MONTHS, OPENERS } from './plain-words.ts';
import { HONORIFICS, isRoleHead, SHORT_ROLES } from './roles.ts';
import { coverWords, type Marked, type Person, type Spot, settleSpots } from './spots.ts';

/** An article's passages with their names, and the people whose full names it prints. */
export interface MarkedArticle {
  readonly passages: readonly Marked[];
  readonly people: ReadonlyMap<string, Person>;
}

const MONTH_NAMES: ReadonlySet<string> = new Set(MONTHS.split(' '));

/** Roles of passages that names are drawn from; a byline or dateline is not the article's text. */
const READ: ReadonlySet<Passage['role']> = new Set(['headline', 'crosshead', 'paragraph', 'caption']);

/** First pass: listed names, organisations by shape, people by cue, in every passage. */
export function markFullNames(passages: readonly Passage[], index: NameIndex): MarkedArticle {
  const people = new Map<string, Person>();
  const keys = new Map<string, string>();
  const read = passages
    .filter((passage) => READ.has(passage.role))
    .map((passage) => ({ passage, words: splitWords(passage.text) }));
  const titled = new Set(
    read.flatMap(({ words }) =>
      words.flatMap((word, n) => (HONORIFICS.has(words[n - 1]?.text ?? '') ? word.key : [])),
    ),
  );
  const marked = read.map(({ passage, words }): Marked => {
    const titleCase = isTitleCase(passage.text, words);
    const listed = findListed(passage.text, words, index);
    const found = findPeople(passage.text, words, listed, index, titleCase, titled);
    const organisations = findOrganisations(passage.text, words, listed, titleCase);
    const renamed = found.map(({ spot, person }) => {
      // Two spellings of one full name are one person: the first stands.
      const key = keyName(person.name);
      const id = keys.get(key) ?? person.id;
      keys.set(key, id);
      const known = people.get(id);
      const surnames = [...new Set([...(known?.surnames ?? []), ...person.surnames])];
      people.set(id, { ...(known ?? person), surnames, gender: known?.gender ?? person.gender });
      return { ...spot, id, name: known?.name ?? spot.name };
    });
    const spots = settleSpots([...listed, ...renamed, ...organisations]).filter(
      (spot) => passage.role !== 'caption' || !isCredit(passage.text, words, spot),
    );
    for (const spot of spots) {
      const entry = spot.kind === 'people' ? index.entries.get(spot.id) : undefined;
      if (entry && !people.has(spot.id)) people.set(spot.id, personOf(entry));
    }
    return { passage, words, spots, titleCase };
  });
  // A found name that a longer one swallowed is nobody.
  const seen = new Set(marked.flatMap((m) => m.spots.map((spot) => spot.id)));
  for (const id of people.keys()) if (!seen.has(id)) people.delete(id);
  return { passages: marked, people: dropSingles(people) };
}

/**
 * Second pass: surnames that stand alone, and places by pattern. A surname is the person of that name
 * in the article, else in the corpus, else one that the list calls prominent; two of them: nobody.
 */
export function markSurnames(
  { passages, people }: MarkedArticle,
  index: NameIndex,
  corpus: KnownNames['bySurname'],
): MarkedArticle {
  const own = bySurname([...people.values()]);
  const resolved = new Map(people);
  const resolve = (surname: string): Person | undefined => {
    const here = own.get(surname);
    if (here) return here.length === 1 ? here[0] : undefined;
    const prominent = (index.surnames.get(surname) ?? []).filter((entry) => entry.prominent);
    const known = corpus.get(surname);
    if (prominent.length === 1 && prominent[0]) return personOf(prominent[0]);
    // Somebody whom only another article names in full is too weak a ground: surnames are common.
    return prominent.length === 0 && known?.length === 1 && !known[0]?.found ? known[0] : undefined;
  };
  const plain = new Set(
    passages.flatMap((m) => m.words.filter((w) => /^\p{Ll}/u.test(w.text)).map((w) => w.text)),
  );
  const marked = passages.map((m): Marked => {
    const spots = settleSpots(m.spots.map((spot) => renameSingle(spot, m.words, resolve)));
    const surnames = findSurnames(m, spots, resolve);
    for (const { person } of surnames) if (!resolved.has(person.id)) resolved.set(person.id, person);
    const named = settleSpots([...spots, ...surnames.map(({ spot }) => spot)]);
    const places = m.titleCase ? [] : findPlaces(m.words, named, m.passage.text, plain);
    return { ...m, spots: settleSpots([...named, ...places]) };
  });
  for (const m of marked) {
    for (const spot of m.spots) {
      if (spot.kind !== 'people' || resolved.has(spot.id)) continue;
      const word = m.words[spot.from - 1]?.text ?? '';
      resolved.set(spot.id, {
        id: spot.id,
        name: spot.name,
        surnames: surnamesOf(spot.name),
        gender: HONORIFICS.get(word),
        found: true,
      });
    }
  }
  return { passages: marked, people: resolved };
}

/** People by surname, each list in order of first appearance. */
export function bySurname(people: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
  const map = new Map<string, Person[]>();
  for (const person of people) {
    for (const surname of person.surnames) {
      const list = map.get(surname);
      if (!list) map.set(surname, [person]);
      else if (!list.some((other) => other.id === person.id)) list.push(person);
    }
  }
  return map;
}

/** “Mr Weaver”: found as a surname after a title; the full name may be known. */
function renameSingle(
  spot: Spot,
  words: readonly Word[],
  resolve: (surname: string) => Person | undefined,
): Spot {
  if (!spot.found || spot.kind !== 'people' || spot.to - spot.from > 1) return spot;
  const person = resolve(words[spot.from]?.key ?? '');
  if (!person || !fitsTitle(words, spot.from, person)) return spot;
  return {
    from: spot.from,
    to: spot.to,
    kind: 'people',
    id: person.id,
    name: person.name,
    ...(person.found ? { found: true as const } : {}),
  };
}

function findSurnames(m: Marked, spots: readonly Spot[], resolve: (surname: string) => Person | undefined) {
  const cover = coverWords(spots);
  const found: { spot: Spot; person: Person }[] = [];
  m.words.forEach((word, n) => {
    if (cover.has(n) || !/^\p{Lu}[\p{L}'’]/u.test(word.text)) return;
    const person = resolve(word.key);
    if (!person || !standsAlone(m, cover, n, person) || !fitsTitle(m.words, n, person)) return;
    const from = particleStart(m.words, n, person);
    found.push({
      spot: {
        from,
        to: n + 1,
        kind: 'people',
        id: person.id,
        name: person.name,
        ...(person.found ? { found: true as const } : {}),
      },
      person,
    });
  });
  return found;
}

/** No other name beside it: “Prince Harry Miller” is not Mr Miller, “Truss Corporation” is no one. */
function standsAlone(m: Marked, cover: ReadonlyMap<number, Spot>, at: number, person: Person): boolean {
  const word = m.words[at];
  const before = m.words[at - 1];
  const after = m.words[at + 1];
  if (!word) return false;
  // “Brekk & Falk” are a firm.
  if (word.gap === ' & ' || after?.gap === ' & ') return false;
  if (MONTH_NAMES.has(word.text)) return isSaidOfPerson(m.words, at);
  if (at === 0 || /[.!?]/.test(word.gap)) {
    // The first word of a sentence is capitalised whatever it is.
    if (OPENERS.has(word.text) || ADJECTIVES.has(word.text)) return false;
  }
  if (m.titleCase) return true;
  const nameLike = (w: Word | undefined, n: number) =>
    !!w &&
    /^\p{Lu}\p{Ll}/u.test(w.text) &&
    !OPENERS.has(w.text) &&
    !ADJECTIVES.has(w.text) &&
    !cover.has(n) &&
    !HONORIFICS.has(w.text) &&
    !SHORT_ROLES.has(w.text) &&
    !isRoleHead(w.text);
  const givenName = person.name.split(' ')[0];
  if (
    before &&
    /^[ \u00a0]$/.test(word.gap) &&
    !before.possessive &&
    nameLike(before, at - 1) &&
    before.text !== givenName
  ) {
    const opens = at - 1 === 0 || /[.!?:“"]/.test(before.gap);
    // “Warning Putin …” opens a sentence, “Austin Putin …” is somebody else.
    if (!opens || !/(?:ing|ly|ed)$/.test(before.text)) return false;
  }
  return !(after && /^[ -]$/.test(after.gap) && !word.possessive && nameLike(after, at + 1));
}

/** “Mrs May”, “May’s”, “May said”: of a surname that is a month only these are somebody's. */
function isSaidOfPerson(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  return (
    HONORIFICS.has(before?.text ?? '') ||
    !!word?.possessive ||
    (after?.gap === ' ' && isSpeechVerb(after.text) && !/\d/.test(before?.text ?? ''))
  );
}

/** “Mrs Clinton” is not Bill, “Ms Putina” is not Vladimir. */
function fitsTitle(words: readonly Word[], at: number, person: Person): boolean {
  const gender = HONORIFICS.get(words[at - 1]?.text ?? '');
  return !gender || !person.gender || gender === person.gender;
}

/** “von der Leyen”: small words of the name in front of its last one. */
function particleStart(words: readonly Word[], at: number, person: Person): number {
  const parts = person.name.split(' ');
  let from = at;
  for (let n = parts.length - 2; n > 0 && from > 0; n -= 1) {
    if (words[from - 1]?.text.toLowerCase() !== parts[n]?.toLowerCase() || words[from]?.gap !== ' ') break;
    from -= 1;
  }
  return from;
}

/** “Image copyright AFP”, “Ann Lee/Landov”: who made a picture is not what it shows. */
function isCredit(text: string, words: readonly Word[], spot: Spot): boolean {
  const start = words[spot.from]?.start ?? 0;
  const end = words[spot.to - 1]?.end ?? 0;
  return (
    /(?:copyright|©|[Cc]redits?:?|[Pp]hoto(?:graph)?s?(?: by)?:?|[Ss]ource:|via|\/) ?$/.test(
      text.slice(0, start),
    ) || text[end] === '/'
  );
}

/** A surname alone is no full name: it may still turn out to be somebody's. */
function dropSingles(people: ReadonlyMap<string, Person>): ReadonlyMap<string, Person> {
  return new Map([...people].filter(([, person]) => !person.found || person.name.includes(' ')));
}

function isTitleCase(text: string, words: readonly Word[]): boolean {
  if (/[.!?][”"’']?$/.test(text) && !/ (?:Jr|Sr)\.$/.test(text)) return false;
  const long = words.filter((word) => word.text.length > 3 && /^\p{L}/u.test(word.text));
  const small = long.filter((word) => /^\p{Ll}/u.test(word.text)).length;
  return long.length > 3 && small * 4 < long.length;
}
