import { isSpeechVerb } from '../speakers/speech-verbs.ts';
import { isCapitalised, type Word } from '../words.ts';
import { BODY_WORDS } from './find-organisations.ts';
import { type Gender, GIVEN_NAMES } from './given-names.ts';
import { type NameIndex, surnamesOf } from './index-names.ts';
import { keyName } from './name-key.ts';
import { ADJECTIVES, OPENERS } from './plain-words.ts';
import { HONORIFICS, isRoleHead, ROLE_HEADS, ROLE_MODIFIERS, SHORT_ROLES } from './roles.ts';
import { slugName } from './slug-name.ts';
import { coverWords, type Person, type Spot } from './spots.ts';

/** Small words inside a name. */
const PARTICLE = /^(?:al|el|de|del|della|di|da|dos|du|van|von|der|den|ten|ter|bin|ibn|bint|ul|la|le)$/i;
/** Words that end what a name could be: they make bodies, events and things. */
const NOT_PERSON =
  /^(?:War|World|Olympics|Olympic|Games|Street|Square|Palace|House|Times|Post|News|Day|Summit|Treaty|Agreement|Accord|Act|Stream|Sea|River|City|Region|Oblast|Province|Island|Islands|Airport|Airlines|State|States|Republic|Kingdom|Nations|Cup|League|Prize|Revolution|Club|Bridge|Church|Cathedral|Hall|Hotel|Hospital|School|Park|Mountains|Peninsula|Strait|Gulf|Bay|Ocean|Lake|Avenue|Road|Tower|Station|Stadium|Museum|Theatre|Theater|Conference|Forum|Charter|Declaration|Memorandum|Protocol|Convention|Constitution|Doctrine|Plan|Policy|Minister|President|Secretary|General|Chancellor|Security|Defence|Defense|Foreign|National|International|Federal|Supreme|Union|Party|Group|Bank|Council|Committee|Ministry|Department|Agency|Force|Forces|Army|Navy|Fleet|Front|Office|Institute|University|Service|Centre|Center|Press|Television|Radio|TV|Ltd|Inc|Corp|Crisis|Report|Analysis|Complex|Factory|Plant|Airbase|Base|Nuclear|Military|Energy|Gas|Oil|Accords|Access|Award|Competition|County|Credit|Development|Education|Fellowship|Housing|Insurance|Medal|Management|Program|Programme|Project|Relations|Rights|Room|Scholarship|Voting|Associate|Auto|Beach|Cancer|Co|Concern|Daily|Data|Defender|Digest|Equity|Exchange|Express|Financial|Global|Holdings|Lectureship|Mail|Markets|Partners|Partnership|Relief|Research|Securities|Services|Solutions|Sport|Sports|Systems|Technologies|Trust)$/;
/** “Executive Order Guarding Access”: what follows a word that is a role elsewhere and is nobody’s given name. */
const NEVER_FIRST = /^(?:Orders?|Branch|Actions?|Storm|Hurricane|Typhoon|Cyclone)$/;
/** Capitalised for the sentence's sake, before a name. */
const SAYS_HOW = /^(?:Angry|Happy|Proud|Veteran|\p{L}{3,}(?:ed|ing|ant|ous|ful|less))$/u;
/** Plural roles that firms have too: “analysts Harbour Digest”, “brokers Brekk Falk”. */
const OFFICES = new Set(`${ROLE_HEADS.state} ${ROLE_HEADS.forces}`.split(' '));
/** Roles that a firm or a body can have. */
const FIRMS_TOO = /^(?:broker|trader|owner|member|ally|specialist|partner|source)$/i;
/** After a name and a comma, what opens another clause and no apposition. */
const NO_APPOSITION =
  /^(?:and|or|but|so|not|than|though|although|because|if|while|when|where|as|after|before|since|until|he|she|it|they|we|I|you|there|in|on|at|by|with|without|for|from|to|under|during|including|like|said|says|(?!acting|outgoing|incoming|managing|leading|ruling)\p{Ll}+ing)$/u;

export interface FoundPerson {
  readonly spot: Spot;
  readonly person: Person;
}

/**
 * People that no list knows, by cue: a role, title or common given name in front; a role in apposition,
 * an age or “who” after the name; speech that ends before it. Full names, and surnames after a title.
 * A verb of saying alone is no cue: charities and firms say much. `titled`: surnames that the article
 * prints after a title somewhere, which makes their full names people.
 */
export function findPeople(
  text: string,
  words: readonly Word[],
  listed: readonly Spot[],
  index: NameIndex,
  titleCase: boolean,
  titled: ReadonlySet<string>,
): readonly FoundPerson[] {
  const cover = coverWords(listed);
  const people: FoundPerson[] = [];
  for (let n = 0; n < words.length; n += 1) {
    if (cover.get(n)?.kind === 'people') continue;
    if (!startsRun(words, n, cover)) continue;
    const to = endOfRun(words, n, cover);
    n = skipBody(words, skipOpener(words, n, to), to);
    const found = readPerson(text, words, n, to, cover, index, titleCase, titled);
    if (found) people.push(found);
    if (to - 1 > n) n = to - 1;
  }
  return people;
}

/** “Injured Peter Falk”, “Fly-half Peter Falk” open a sentence, “Blairite Peter Falk” stands anywhere. */
function skipOpener(words: readonly Word[], from: number, to: number): number {
  const [first, second] = [words[from], words[from + 1]];
  if (!first || GIVEN_NAMES.has(first.text)) return from;
  const hyphened = second?.gap === '-' && /^\p{Ll}/u.test(second.text);
  let name = from + 1;
  while (words[name]?.gap === '-') name += 1;
  // “Dad-of-two Peter Falk”
  if (hyphened && name > from + 2 && name < to - 1) return name;
  const opens = from === 0 || /[.!?:;“”"‘—–]/.test(first.gap);
  if (!/\p{L}{4}ite$/u.test(first.text) && !(opens && (hyphened || SAYS_HOW.test(first.text)))) return from;
  return words[name]?.gap === ' ' && GIVEN_NAMES.has(words[name]?.text ?? '') && name < to - 1 ? name : from;
}

/** “of the Harbour Bureau Torvald Brekk”, “on Ships Konstantin Falk”: where the name begins in such a run. */
function skipBody(words: readonly Word[], from: number, to: number): number {
  if (from === 0 || words[from]?.gap !== ' ') return from;
  for (let n = to - 2; n > from; n -= 1) {
    if (BODY_WORDS.has(words[n - 1]?.text ?? '') || isField(words[n - 1]?.text ?? '')) return n;
    const given = GIVEN_NAMES.has(words[n]?.text ?? '') && !GIVEN_NAMES.has(words[from]?.text ?? '');
    if (given && /^(?:of|on|for)$/.test(words[from - 1]?.text ?? '')) return n;
  }
  return from;
}

function readPerson(
  text: string,
  words: readonly Word[],
  from: number,
  to: number,
  cover: ReadonlyMap<number, Spot>,
  index: NameIndex,
  titleCase: boolean,
  titled: ReadonlySet<string>,
): FoundPerson | undefined {
  const first = words[from];
  const last = words[to - 1];
  if (!first || !last) return undefined;
  const name = text.slice(first.start, last.end).replace(/\s+/g, ' ');
  const title = titleBefore(words, from);
  const single = to - from === 1;
  // “Brekk & Falk” are a firm.
  if (first.gap === ' & ' || words[to]?.gap === ' & ') return undefined;
  const given = GIVEN_NAMES.has(first.text);
  const overList = cover.has(from) || cover.has(to - 1);
  if (single) {
    if (overList || titleCase || !title?.strong || given) return undefined;
    return make(name, title.gender);
  }
  if (NOT_PERSON.test(last.text) || BODY_WORDS.has(last.text) || NEVER_FIRST.test(first.text))
    return undefined;
  if (!title && NOT_PERSON.test(first.text)) return undefined;
  if (overList && !given) return undefined;
  if (
    given ||
    (!titleCase &&
      (title ||
        (!isComplement(words, from) &&
          (titled.has(last.key) ||
            cueAfter(text, words, to) ||
            endsSpeech(text, words, from, to) ||
            headsBody(words, from) ||
            roleBefore(text, words, from, to)))))
  ) {
    return make(name, title?.gender ?? GIVEN_NAMES.get(first.text));
  }
  return undefined;

  function make(name: string, gender: Gender | undefined): FoundPerson {
    const entry = single ? undefined : listedPerson(name, index);
    const id = entry?.id ?? slugName(name);
    const person: Person = entry
      ? personOf(entry)
      : { id, name, surnames: surnamesOf(name), gender, found: true };
    const surname = surnamesOf(name).filter((word) => !person.surnames.includes(word));
    return {
      spot: { from, to, kind: 'people', id, name: person.name, ...(entry ? {} : { found: true as const }) },
      person: surname.length ? { ...person, surnames: [...person.surnames, ...surname] } : person,
    };
  }
}

/** A spelling that the list does not have, but whose key it shares; or a middle name more. */
function listedPerson(name: string, index: NameIndex) {
  const words = name.split(' ');
  return (
    index.people.get(keyName(name)) ??
    (words.length > 2 ? index.people.get(keyName(`${words[0]} ${words.at(-1)}`)) : undefined)
  );
}

/** A listed entry as a person of an article. */
export function personOf(entry: {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly misspellings: readonly string[];
}): Person {
  const forms = [entry.name, ...entry.aliases, ...entry.misspellings];
  return {
    id: entry.id,
    name: entry.name,
    surnames: [...new Set(forms.flatMap(surnamesOf))],
    gender: GIVEN_NAMES.get(entry.name.split(' ')[0] ?? ''),
  };
}

function startsRun(words: readonly Word[], at: number, cover: ReadonlyMap<number, Spot>): boolean {
  const word = words[at];
  if (!word || !(isNameWord(word) || isInitials(words, at))) return false;
  const spot = cover.get(at);
  if (spot && !(GIVEN_NAMES.has(word.text) && spot.to === at + 1)) return false;
  // A comma is not a break: “Kuleba, Blinken”. A hyphen is: `anti-Trump`.
  return word.gap !== '-' || !words[at - 1] || !isCapitalised(words[at - 1] as Word);
}

function endOfRun(words: readonly Word[], from: number, cover: ReadonlyMap<number, Spot>): number {
  let to = from + 1;
  while (to < words.length && to - from < 5) {
    const word = words[to];
    const before = words[to - 1];
    if (!word || !before || before.possessive) break;
    const afterInitial = /^\p{Lu}$/u.test(before.text) && /^\. ?$/.test(word.gap);
    if (!/^[ \u00a0-]$/.test(word.gap) && !afterInitial) break;
    const inner = word.gap === '-' && /^\p{Ll}+$/u.test(word.text) && before.text.length > 1;
    const spot = cover.get(to);
    if (spot && (spot.kind === 'people' || spot.to - spot.from > 1 || spot.kind === 'organisations')) break;
    if (spot && spot.kind === 'demonym') break;
    if (isNameWord(word) || /^\p{Lu}$/u.test(word.text) || inner || isSurnameToo(words, from, to)) {
      to += 1;
      continue;
    }
    let next = to;
    while (next < to + 2 && PARTICLE.test(words[next]?.text ?? '') && words[next]?.gap === ' ') next += 1;
    const after = words[next];
    if (next > to && after && /^[ -]$/.test(after.gap) && isNameWord(after)) {
      to = next + 1;
      continue;
    }
    break;
  }
  while (to - from > 1 && /^\p{Lu}$/u.test(words[to - 1]?.text ?? '')) to -= 1;
  return to;
}

/** “Stephen King said”: a role word that is also a surname, after a given name and before no other name. */
function isSurnameToo(words: readonly Word[], from: number, at: number): boolean {
  const next = words[at + 1];
  return (
    /^(?:King|Prince|Pope|Bishop|Major|Singer|Farmer|Baker|Marshal)$/.test(words[at]?.text ?? '') &&
    GIVEN_NAMES.has(words[from]?.text ?? '') &&
    !(next?.gap === ' ' && isCapitalised(next))
  );
}

/** “TS Tirumurti”: given names as two capitals before a surname; “US Congress” and the like are none. */
function isInitials(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  return (
    !!word &&
    !!next &&
    next.gap === ' ' &&
    /^\p{Lu}{2}$/u.test(word.text) &&
    !/^(?:US|UK|EU|UN|PM|FM|MP|TV|AP|AI|IT|PR|DC|NY|LA|St|II|IV|VI|XI)$/.test(word.text) &&
    isNameWord(next)
  );
}

function isNameWord(word: Word): boolean {
  return (
    /^\p{Lu}[\p{L}\p{M}'’]*\p{Ll}[\p{L}\p{M}'’]*$/u.test(word.text) &&
    !OPENERS.has(word.text) &&
    !ADJECTIVES.has(word.text) &&
    !HONORIFICS.has(word.text) &&
    !SHORT_ROLES.has(word.text) &&
    !isRoleHead(word.text) &&
    !ROLE_MODIFIERS.has(word.text.toLowerCase())
  );
}

/** A role or title right before the name. Strong: it may stand before a surname alone. */
function titleBefore(
  words: readonly Word[],
  from: number,
): { strong: boolean; gender?: Gender | undefined } | undefined {
  const word = words[from];
  const before = words[from - 1];
  if (!word || !before || before.possessive) return undefined;
  if (!/^(?:[ \u00a0]|\. |\.)$/.test(word.gap)) return undefined;
  if (HONORIFICS.has(before.text)) return { strong: true, gender: HONORIFICS.get(before.text) };
  if (SHORT_ROLES.has(before.text)) return { strong: before.text !== 'Rep' || word.gap !== ' ' };
  if (word.gap.includes('.')) return undefined;
  if (isRoleHead(before.text) && !isPlural(before.text)) return { strong: isCapitalised(before) };
  if (OFFICES.has(before.text.toLowerCase().slice(0, -1))) return { strong: false };
  if (before.text === 'General' || before.text === 'general') return { strong: false };
  return undefined;
}

/** After the name: an age, “who”, a role in apposition, “of” whom it speaks. */
function cueAfter(text: string, words: readonly Word[], to: number): boolean {
  const last = words[to - 1];
  const next = words[to];
  if (!last || !next || last.possessive) return false;
  if (next.gap === ' ') return saysFor(words, to);
  if (!/^,? [("“]?$|^ \($/.test(next.gap)) return false;
  if (/^(?:who|whose|reporting|speaking)$/.test(next.text)) return true;
  if (/^\d{2}$/.test(next.text) && /^[,)]/.test(text.slice(next.end))) return true;
  if (NO_APPOSITION.test(next.text)) return false;
  for (let n = to; n < Math.min(words.length, to + 14); n += 1) {
    const word = words[n];
    if (!word || word.start - last.end > 95) return false;
    if (n > to && !/^(?: |-|\u00a0|['’]s )$/.test(word.gap)) return false;
    if (n > to + 1 && isSpeechVerb(word.text)) return false;
    const after = words[n + 1];
    // “Brekk Falk, the officials said”: somebody else speaks.
    if (after?.gap === ' ' && isSpeechVerb(after.text)) return false;
    if (isOneRole(word.text)) return true;
    if (/^(?:and|which|that|is|are|was|were|has|have|will)$/.test(word.text)) return false;
  }
  return false;
}

/** “a former aide”, not “a broker”, “the officials”. */
function isOneRole(word: string): boolean {
  if (SHORT_ROLES.has(word)) return true;
  return isRoleHead(word) && !isPlural(word) && !FIRMS_TOO.test(word);
}

/** “ministers”, not “boss”. */
function isPlural(role: string): boolean {
  return role.endsWith('s') && isRoleHead(role.slice(0, -1));
}

/** “Torvald Brekk of the Harbour Union said”. */
function saysFor(words: readonly Word[], to: number): boolean {
  if (!/^(?:of|from)$/.test(words[to]?.text ?? '')) return false;
  for (let n = to + 1; n < Math.min(words.length, to + 8); n += 1) {
    const word = words[n];
    if (word?.gap !== ' ') return false;
    if (isSpeechVerb(word.text)) return true;
    if (!isCapitalised(word) && !/^(?:the|of|for|and)$/.test(word.text)) return false;
  }
  return false;
}

/** “the mayor of Lillehammer, Torvald Brekk, …”. */
function roleBefore(text: string, words: readonly Word[], from: number, to: number): boolean {
  if (words[from]?.gap !== ', ' || !/^[,.;)]/.test(text.slice(words[to - 1]?.end))) return false;
  for (let n = from - 1; n >= Math.max(0, from - 8); n -= 1) {
    if (isRoleHead(words[n]?.text ?? '')) return true;
    if (!/^(?: |['’]s |-)$/.test(words[n]?.gap ?? '')) return false;
  }
  return false;
}

/** “the Alliance for Digital Inclusion, a member …”: part of something else. */
function isComplement(words: readonly Word[], from: number): boolean {
  return /^(?:for|of|at|in|the|to)$/i.test(words[from - 1]?.text ?? '') && words[from]?.gap === ' ';
}

/** “the head of the Harbour Bureau Torvald Brekk”, “Minister of Foreign Affairs Torvald Brekk”. */
function headsBody(words: readonly Word[], from: number): boolean {
  let n = from - 1;
  if (!BODY_WORDS.has(words[n]?.text ?? '') && !isField(words[n]?.text ?? '')) return false;
  while (n > 0 && isCapitalised(words[n] as Word)) n -= 1;
  if (words[n]?.text === 'the') n -= 1;
  return words[n]?.text === 'of' && isRoleHead(words[n - 1]?.text ?? '');
}

/** What a minister is for: “Affairs”, “Defence”. */
function isField(word: string): boolean {
  return /^(?:Affairs|Defen[cs]e|Interior|Finance|Economy|Energy|Justice|Health|Education|Trade|Industry|Agriculture|Security|Culture|Infrastructure|Commerce)$/.test(
    word,
  );
}

/** “So it is,” said Torvald Brekk. */
function endsSpeech(text: string, words: readonly Word[], from: number, to: number): boolean {
  const quoted = /["”’']\s*$/.test(text.slice(0, words[from - 1]?.start ?? 0));
  const ends = /^(?:[.,;:]| of )/.test(text.slice(words[to - 1]?.end));
  return quoted && ends && saidBefore(words, from);
}

function saidBefore(words: readonly Word[], from: number): boolean {
  const before = words[from - 1];
  return (
    !!before &&
    words[from]?.gap === ' ' &&
    /^(?:said|says|added|asked|wrote|argued|warned|explained|recalled|told|stressed|emphasi[sz]ed|believes|assessed|replied)$/.test(
      before.text,
    )
  );
}
