import type { Word } from '../words.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { ADJECTIVES, OPENERS } from './plain-words.ts';
import { HONORIFICS, isRoleHead } from './roles.ts';
import { slugName } from './slug-name.ts';
import { coverWords, type Spot } from './spots.ts';

const KIND_BEFORE =
  /^(?:town|city|village|port|district|suburb|region|province|oblast|island|peninsula|settlement|hamlet|raion|municipality)$/;
const KIND_AFTER =
  /^(?:[Rr]egion|[Pp]rovince|[Oo]blast|[Dd]istrict|[Pp]eninsula|[Ii]sland|[Ii]slands|[Rr]iver|[Ss]ea|[Ss]trait|[Rr]aion|[Cc]ounty|[Vv]alley|[Mm]ountains|[Bb]ay|[Aa]irport)$/;
/** Before a place; “to” and “from” are left out, they stand before people too. */
const IN = /^(?:in|near|outside|around|leaving|entering|inside)$/;
/** “a stake in Brekk Harbours”: what is owned or trusted is no place. */
const OWNED =
  /^(?:stakes?|shares?|shareholders?|interests?|invest(?:ed|ment|ments|ors?)?|holdings?|faith|trust|confidence|belie(?:f|ve))$/;
const NO_PLACE =
  /^(?:Parliament|Congress|Senate|Court|English|Russian|Ukrainian|German|French|Polish|Chinese|Latin|Washington|Article|Section|Chapter|Phase|Part|Day|Week|Year|World|War|Cold|Group|Class|Room|Building|Street|Islam|Christianity|Twitter|Facebook|Ramadan|Lent|Prime|Principal|Deputy|Vice|Chief)$/;

/** Endings of plain nouns that headings and titles capitalise: “in Chemistry”, “in Defence Support”. */
const PLAIN_ENDING =
  /(?:tion|sion|ment|ments|ence|ance|ics|ness|ity|ship|ing|ism|logy|istry|ians|eans|ings|ies|ources|age|ure|ship)$/;

/**
 * Places that no list knows, where nothing else claims the words. `plain`: words that the article also
 * prints in small letters, which are no names.
 */
export function findPlaces(
  words: readonly Word[],
  taken: readonly Spot[],
  text: string,
  plain: ReadonlySet<string>,
): readonly Spot[] {
  const cover = coverWords(taken);
  const spots: Spot[] = [];
  const add = (from: number, to: number) => {
    const first = words[from];
    const last = words[to - 1];
    if (!first || !last) return;
    const name = text.slice(first.start, last.end).replace(/\s+/g, ' ');
    spots.push({ from, to, kind: 'places', id: slugName(name), name, found: true });
  };
  for (let n = 0; n < words.length; n += 1) {
    if (!isFree(words, cover, n)) continue;
    if (n > 0 && words[n]?.gap === ' ' && isFree(words, cover, n - 1)) continue;
    let to = n + 1;
    while (
      to < n + 3 &&
      (words[to - 1]?.text === 'St' ? /^\.? $/ : /^[ -]$/).test(words[to]?.gap ?? '') &&
      isFree(words, cover, to) &&
      !words[to - 1]?.possessive
    )
      to += 1;
    const last = words[to - 1]?.text ?? '';
    if (last === 'St' || PLAIN_ENDING.test(last) || plain.has(last.toLowerCase())) {
      n = to - 1;
      continue;
    }
    const before = words[n - 1];
    const gap = words[n]?.gap ?? '';
    const next = words[to];
    const kindAfter = next?.gap === ' ' && KIND_AFTER.test(next.text);
    const ofPlace = before?.text === 'of' && KIND_BEFORE.test(words[n - 2]?.text ?? '') && gap === ' ';
    const kindBefore = gap === ' ' && !!before && /^(?:city|town|village|port)$/.test(before.text);
    const inPlace =
      gap === ' ' &&
      !!before &&
      IN.test(before.text) &&
      !OWNED.test(words[n - 2]?.text ?? '') &&
      !GIVEN_NAMES.has(words[n]?.text ?? '') &&
      endsHere(next);
    const listed = beside(words, cover, spots, n, to);
    if (ofPlace || kindBefore || inPlace || listed) add(n, to);
    else if (kindAfter && /^\p{Lu}/u.test(next?.text ?? '')) add(n, to + 1);
    else if (kindAfter) add(n, to);
    n = to - 1;
  }
  return spots;
}

/** The words after the candidate do not go on as a name or an adjective's noun would. */
function endsHere(next: Word | undefined): boolean {
  return (
    next?.gap !== ' ' ||
    /^(?:and|or|on|in|at|to|for|from|with|by|after|before|as|that|where|which|who|when|while|during|since|is|was|were|are|has|had|have|said|says|will|would|could|this|last|next|early|late|a|the|but|because|amid|told|to|of)$/.test(
      next.text,
    )
  );
}

/** In a row with a place: “Lviv, Stavky and Yampol”. */
function beside(
  words: readonly Word[],
  cover: ReadonlyMap<number, Spot>,
  spots: readonly Spot[],
  from: number,
  to: number,
): boolean {
  const isPlace = (n: number) => {
    const spot = cover.get(n) ?? spots.find((s) => s.from <= n && n < s.to);
    return spot?.kind === 'places';
  };
  const joins = (gap: string) => gap === ', ';
  const before = words[from]?.gap ?? '';
  const after = words[to];
  const afterComma = joins(before) && isPlace(from - 1) && (after?.text === 'and' || joins(after?.gap ?? ''));
  const afterAnd =
    words[from - 1]?.text === 'and' && before === ' ' && words[from - 1]?.gap === ', ' && isPlace(from - 2);
  return (afterComma || afterAnd) && !GIVEN_NAMES.has(words[from]?.text ?? '');
}

function isFree(words: readonly Word[], cover: ReadonlyMap<number, Spot>, at: number): boolean {
  const word = words[at];
  return (
    !!word &&
    /^\p{Lu}[\p{L}'’]*\p{Ll}/u.test(word.text) &&
    !cover.has(at) &&
    !OPENERS.has(word.text) &&
    !ADJECTIVES.has(word.text) &&
    !NO_PLACE.test(word.text) &&
    !HONORIFICS.has(word.text) &&
    !isRoleHead(word.text)
  );
}
