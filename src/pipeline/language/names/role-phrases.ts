import type { Word } from '../words.ts';
import type { NameIndex } from './index-names.ts';
import type { MarkedArticle } from './mark-names.ts';
import { HONORIFICS, isRoleHead, normaliseRole, ROLE_MODIFIERS, SHORT_ROLES } from './roles.ts';
import { coverWords, type Marked, type Person, type Spot } from './spots.ts';

/** “Russia’s foreign minister”, “a Pentagon spokesman”, “the mayor of Kharkiv”: words `from` up to `to`. */
export interface RolePhrase {
  readonly from: number;
  readonly to: number;
  /** Word index of its head, “minister”. */
  readonly head: number;
  /** The role without owner and determiner, in comparable form. */
  readonly role: string;
  /** Id of the country, body or person it belongs to. */
  readonly owner?: string | undefined;
  /** With “the” or an owner: somebody definite. */
  readonly definite: boolean;
  readonly plural: boolean;
  /** The person named right before or after it. */
  readonly person?: Spot | undefined;
  /** Where the role is said of the person: before the name, or after it between commas. */
  readonly side?: 'before' | 'after' | undefined;
}

/** A person named with an office: `russia foreign minister` → Lavrov. */
export interface RoleFact {
  readonly office: string;
  readonly person: Person;
}

const FIXED = new Map([
  ['secretary', /^(?:of (?:state|defence|defense)|general)$/i],
  ['chief', /^of staff$/i],
  ['commander', /^in chief$/i],
  ['member', /^of parliament$/i],
  ['head', /^of (?:state|government)$/i],
]);
const DETERMINER = /^(?:the|a|an|his|her|its|their|one|another|some|several|two|three|many|our|my)$/i;
const OF = /^(?:of|for|at|from|to|in)$/;
const LOWER_OWNER =
  /^(?:ministry|government|administration|parliament|cabinet|agency|department|council|committee|army|military|navy|alliance|bloc|union|party|company|bank|group|office|region|district|city|town|state|country|republic|force|forces|staff|commission|delegation|embassy|institute|university|team|faction|mission|centre|center|foundation|police|guard|fund|economy|economics|energy|trade|environment|organisation|organization|council|association|service|industry|sector|village|province|island|navy|club|court|church|college|school|hospital|programme|program|project|campaign|movement|network|watchdog|regulator)$/;

/** Role phrases of a passage, left to right, none inside another. */
export function findRoles(m: Marked, index: NameIndex): readonly RolePhrase[] {
  const { words } = m;
  const cover = coverWords(m.spots);
  const phrases: RolePhrase[] = [];
  for (let n = 0; n < words.length; n += 1) {
    if (cover.has(n) || !isHead(words, n)) continue;
    const previous = phrases.at(-1);
    if (previous && n < previous.to) continue;
    const head = lastHead(words, cover, n);
    const phrase = readPhrase(m, cover, head, previous?.to ?? 0, index);
    // “the Ukrainian president’s chief of staff”: one phrase, and the owner is the inner one's.
    if (previous && phrase.from === previous.to && words[previous.to - 1]?.possessive && !previous.person) {
      phrases[phrases.length - 1] = { ...phrase, from: previous.from, owner: previous.owner, definite: true };
    } else phrases.push(phrase);
    n = phrase.to - 1;
  }
  return phrases;
}

/** Who holds which office according to the article. */
export function readRoles(article: MarkedArticle, index: NameIndex): readonly RoleFact[] {
  const facts: RoleFact[] = [];
  for (const m of article.passages) {
    for (const phrase of findRoles(m, index)) {
      const person = phrase.person && article.people.get(phrase.person.id);
      if (!person || phrase.plural || isFormer(m.words, phrase)) continue;
      facts.push({ office: officeOf(phrase.owner, phrase.role), person });
    }
  }
  return facts;
}

/** Key of an office: owner and role in comparable form; NATO's chief is its secretary general. */
export function officeOf(owner: string | undefined, role: string): string {
  const same =
    /^(?:nato|united-nations)$/.test(owner ?? '') && /^(?:chief|head|leader)$/.test(role)
      ? 'secretary general'
      : role;
  const place = owner === 'kremlin' ? 'russia' : owner === 'white-house' ? 'united-states' : owner;
  return `${place ?? ''} ${same}`;
}

export function isFormer(words: readonly Word[], phrase: RolePhrase): boolean {
  return words
    .slice(phrase.from, phrase.head + 1)
    .some((word) => /^(?:former|ex|then|late|onetime)$/i.test(word.text));
}

function isHead(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (SHORT_ROLES.has(word.text)) return true;
  return isRoleHead(word.text) &&
    !/^(?:head|heads|chair|source|whip|general|member|members|major)$/.test(word.text)
    ? true
    : /^(?:head|chair|general|General|source|member|members|sources|major)$/.test(word.text) &&
        isNounHere(words, at);
}

/** “the head of”, “secretary general”, “Gen.”: these words are something else as often. */
function isNounHere(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text.toLowerCase() ?? '';
  const after = words[at + 1]?.text ?? '';
  const word = words[at]?.text ?? '';
  if (/^general$/i.test(word))
    return (
      before === 'secretary' || before === 'the' || (words[at]?.text === 'General' && /^\p{Lu}/u.test(after))
    );
  if (/^heads?$/i.test(word)) return after === 'of' || ROLE_MODIFIERS.has(before);
  return (
    /^(?:the|a|an|senior|party|ranking|board|team|council)$/.test(before) ||
    ROLE_MODIFIERS.has(before) ||
    /^\p{Lu}/u.test(words[at - 1]?.text ?? '')
  );
}

/** “defence minister”, “deputy head”, “Foreign Ministry spokesman”: the last head in a row. */
function lastHead(words: readonly Word[], cover: ReadonlyMap<number, Spot>, at: number): number {
  let head = at;
  for (let n = at + 1; n < words.length && n < at + 4; n += 1) {
    const word = words[n];
    if (word?.gap !== ' ' || cover.has(n) || words[n - 1]?.possessive) break;
    if (isHead(words, n)) head = n;
    else if (!ROLE_MODIFIERS.has(word.text.toLowerCase())) break;
  }
  return head;
}

function readPhrase(
  m: Marked,
  cover: ReadonlyMap<number, Spot>,
  head: number,
  floor: number,
  index: NameIndex,
): RolePhrase {
  const { words } = m;
  let from = head;
  let roleFrom = head;
  let owner: string | undefined;
  let definite = false;
  let open = true;
  while (open && from > floor) {
    const word = words[from - 1];
    const gap = words[from]?.gap ?? '';
    if (!word || !/^(?:[ \u00a0-]|['’]s |['’] |\. )$/.test(gap)) break;
    // “Gen. Mark Milley”; after any other word a full stop ends the sentence.
    if (gap === '. ' && !SHORT_ROLES.has(word.text) && !HONORIFICS.has(word.text)) break;
    const spot = cover.get(from - 1);
    const low = word.text.toLowerCase();
    if (spot) {
      if (spot.kind === 'people' && !word.possessive) break;
      owner = ownerOf(spot, index) ?? owner;
      definite ||= word.possessive;
      from = spot.from;
    } else if (DETERMINER.test(low)) {
      definite ||= /^(?:the|his|her|its|their|our|my)$/.test(low);
      from -= 1;
      open = false;
    } else if (word.possessive && /^\p{L}/u.test(low) && !/^(?:it|he|she|that|there|what|who)$/.test(low)) {
      // “the country’s foreign minister”: an owner that is not named.
      definite = true;
      from -= 1;
    } else if (ROLE_MODIFIERS.has(low) || isRoleHead(low) || SHORT_ROLES.has(word.text)) {
      from -= 1;
      if (!owner) roleFrom = from;
    } else break;
  }
  let to = head + 1;
  const fixed = FIXED.get(words[head]?.text.toLowerCase() ?? '');
  for (const length of [1, 2]) {
    const tail = words.slice(to, to + length);
    if (tail.length === length && fixed?.test(tail.map((word) => word.text).join(' '))) {
      to += length;
      break;
    }
  }
  const roleTo = to;
  const next = words[to];
  const named = skipRanks(words, to);
  let person =
    next && /^(?:[ \u00a0]|\. ?|, )$/.test(next.gap) ? startingAt(m.spots, named, 'people') : undefined;
  let side: 'before' | 'after' | undefined = person ? 'before' : undefined;
  if (person && next?.gap === ', ') {
    // “the minister, Sergei Lavrov, said”: only where a comma closes or the phrase is definite.
    const after = words[person.to];
    if (after && !/^[,.]/.test(after.gap)) {
      person = undefined;
      side = undefined;
    }
  }
  if (!person && next && OF.test(next.text) && next.gap === ' ') {
    const ext = ownerAfter(words, cover, to);
    if (ext) {
      to = ext.to;
      if (ext.spot) owner = ownerOf(ext.spot, index) ?? owner;
      const then = words[to];
      const named =
        then && /^,? $/.test(then.gap) ? startingAt(m.spots, skipRanks(words, to), 'people') : undefined;
      if (named && (then?.gap === ' ' || /^[,.]/.test(words[named.to]?.gap ?? '.'))) {
        person = named;
        side = 'before';
      }
    }
  }
  if (!person) {
    const before = m.spots.find((spot) => spot.kind === 'people' && spot.to === from);
    if (before && /^(?:, | \(|,)$/.test(words[from]?.gap ?? '')) {
      person = before;
      side = 'after';
    }
  }
  const role = normaliseRole(
    words
      .slice(roleFrom, roleTo)
      .map((word) => SHORT_ROLES.get(word.text) ?? word.text)
      .join(' '),
  );
  const headText = words[head]?.text ?? '';
  return {
    from,
    to,
    head,
    role,
    owner,
    definite,
    person,
    side,
    plural:
      /s$/.test(headText) && !/^(?:boss|congress)$/i.test(headText) && isRoleHead(headText.slice(0, -1)),
  };
}

/** Ranks in full; the words that SHORT_ROLES does not hold. */
const RANK =
  /^(?:Rear|Vice|Air|General|Colonel|Major|Lieutenant|Captain|Admiral|Marshal|Brigadier|Commodore|Sergeant)$/;

/** “a spokesman, Rear Adm. John Kirby”: the word after ranks and titles. */
function skipRanks(words: readonly Word[], at: number): number {
  // “the commander, US Gen. Jo Doe”
  const isOwned = /^(?:US|U\.S\.|UK|U\.K\.)$/.test(words[at]?.text ?? '') && isRank(words[at + 1]);
  let n = isOwned ? at + 1 : at;
  while (n < at + 3 && (isRank(words[n]) || HONORIFICS.has(words[n]?.text ?? ''))) n += 1;
  return n;
}

function isRank(word: Word | undefined): boolean {
  return SHORT_ROLES.has(word?.text ?? '') || RANK.test(word?.text ?? '');
}

/** “of Kharkiv”, “for the Kremlin”, “of the state-owned Rosneft oil company”, “at the ministry”. */
function ownerAfter(
  words: readonly Word[],
  cover: ReadonlyMap<number, Spot>,
  at: number,
): { to: number; spot?: Spot } | undefined {
  let n = at + 1;
  for (; n < Math.min(words.length, at + 7); n += 1) {
    const word = words[n];
    if (!word || !/^(?:[ -]|['’]s )$/.test(word.gap)) return undefined;
    const spot = cover.get(n);
    // “the leader of the Harbour Union Jo Doe”: capitals that no list knows, then the name.
    if (spot?.kind === 'people' && words[at]?.text === 'of' && isOwnerWord(words[n - 1], at + 1 < n))
      return { to: n };
    if (spot && spot.kind !== 'demonym') {
      if (spot.kind === 'people' && !words[spot.to - 1]?.possessive && words[at]?.text !== 'to')
        return undefined;
      let to = spot.to;
      // “of Russia’s security council”, “of the Rosneft oil company”: the noun that the owner belongs to.
      for (let k = to; k < Math.min(words.length, to + 4); k += 1) {
        const next = words[k];
        if (!next || !/^(?: |['’]s )$/.test(next.gap) || cover.has(k)) break;
        if (LOWER_OWNER.test(next.text.toLowerCase())) {
          to = k + 1;
          break;
        }
        if (!ROLE_MODIFIERS.has(next.text.toLowerCase())) break;
      }
      const and = words[to];
      const second = and?.text === 'and' && and.gap === ' ' ? cover.get(to + 1) : undefined;
      if (second?.kind === spot.kind && second.kind !== 'people') return { to: second.to };
      return { to, spot };
    }
    if (spot) continue;
    if (LOWER_OWNER.test(word.text)) return { to: n + 1 };
    if (isOwnerWord(word, true)) continue;
    if (!/^(?:the|a|an|its|their|his|her|[\p{Ll}-]+)$/u.test(word.text)) return undefined;
    if (/^(?:and|or|who|which|that|said|says|was|were|is|are|has|have|had)$/.test(word.text))
      return undefined;
  }
  return undefined;
}

function isOwnerWord(word: Word | undefined, within: boolean): boolean {
  if (!within || !word || !/^\p{Lu}\p{Ll}/u.test(word.text)) return false;
  return !HONORIFICS.has(word.text) && !SHORT_ROLES.has(word.text) && !isRoleHead(word.text);
}

function ownerOf(spot: Spot, index: NameIndex): string | undefined {
  return index.capitals.get(spot.id) ?? spot.id;
}

function startingAt(spots: readonly Spot[], at: number, kind: Spot['kind']): Spot | undefined {
  return spots.find((spot) => spot.from === at && spot.kind === kind);
}
