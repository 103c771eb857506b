import { isCapitalised, type Word } from '../words.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { OPENERS } from './plain-words.ts';
import { isRoleHead } from './roles.ts';
import { slugName } from './slug-name.ts';
import { coverWords, type Spot } from './spots.ts';

/** Last words of an organisation's name: “Institute”, “Fleet”. At least one capitalised word precedes. */
export const BODY_WORDS: ReadonlySet<string> = new Set(
  (
    'Committee Council Commission Agency Bank Group University Institute Party Union Court Corporation Corp ' +
    'Company Foundation Association Federation Organization Organisation Center Centre Service Bureau Authority ' +
    'Fund Office Journal Television TV Radio Airlines Airways Academy Assembly Command Fleet Brigade Regiment Battalion ' +
    'Division Guard Guards Army Navy Movement Alliance Coalition League Network Board Chamber Parliament Ministry ' +
    'Department Forces Corps Administration Directorate Inspectorate Secretariat Tribunal Institution College ' +
    'Exchange Holding Inc Ltd LLC plc Plc PLC AG GmbH SpA ASA Society Initiative Confederation Squadron Staff Headquarters Watch Review Tribune Herald Gazette Telegraph'
  ).split(' '),
);

/** First words of “Committee for …”, “Ministry of …”. */
const FIRST = new Set(
  (
    'Committee Council Commission Organization Organisation Institute Center Centre Bank Bureau Union Association ' +
    'Federation University Ministry Department Office Fund Agency Academy Confederation Court Academy Society League Chamber House Group'
  ).split(' '),
);

/** Fields of a ministry, in small or capital letters. */
const FIELD =
  /^(?:foreign|defence|defense|interior|finance|energy|justice|health|economy|economic|agriculture|transport|culture|education|trade|emergencies|emergency|digital|infrastructure|information|environment|labour|labor)$/i;

/** “gas giant X”, “newspaper X”: a plain noun that says what the capitalised word after it is. */
const KIND_NOUN =
  /^(?:bank|company|firm|giant|producer|operator|agency|website|newspaper|magazine|channel|broadcaster|station|daily|weekly|think-tank|tank|charity|group|conglomerate|manufacturer|maker|monopoly|retailer|airline|outlet|publisher|portal|startup|contractor|lender|consultancy|ngo|party|battalion|brigade)$/;
/** “Interfax news agency”, “Dozhd television”. */
const KIND_AFTER =
  /^(?:news|television|tv|radio|newspaper|magazine|channel|battalion|oil|gas|party|broadcaster|website)$/;
/** “the Harbour Echo newspaper”; stations only where somebody speaks there: “told Harbour Echo radio”. */
const PRINTED = /^(?:newspaper|magazine|tabloid)$/;
const ON_AIR = /^(?:radio|television|TV)$/;
/** “the Catalan newspaper” */
const WHOSE_PAPER = /(?:ish|ian|ese|an|que)$/;
const KIND_AFTER_NEXT = /^(?:agency|channel|station|company|group|website|portal|giant)$/;

/** Firms by the end of their names: “PrivatBank”, “Oschadbank”, “Ukrtransgaz”, “Tatneft”. */
const FIRM = /^\p{Lu}[\p{L}]{3,}(?:[Bb]ank|gaz|neft|energo|atom|telecom)$/u;

/** Runs of capitals that are no organisation. */
const NOT_ACRONYM = new Set(
  (
    'HMS USS RMS TV PM FM MP MPS MEP MEPS AM GMT EST EDT ET UTC BST CET CEO CFO COO DDOS COVID ICBM ICBMS IT GDP VAT LNG SUV APC ' +
    'MRAP NGO NGOS POW POWS WMD TNT DNA AK RPG UAV UAVS II III IV VI VII VIII IX XI XX AFV SAM MANPADS HIMARS ATACMS ID IDS PR QA ' +
    'FAQ CV VIP VIPS PHD MBA DJ DIY LGBT HIV AIDS SARS GPS USB AI CCTV PIN UK US EU UN USA USSR DPRK UAE DRC INF START ABM CFE ' +
    'NEW THE AND FOR BREAKING LIVE VIDEO PHOTO PHOTOS READ MORE WATCH UPDATE UPDATED ALSO SEE NOT WAR ' +
    'URL PDF HTML HTTP IST MSK EET WET CST PST HOST MUSIC STOP FILE NOTE FLASH EXCLUSIVE ANALYSIS OPINION WHAT WHY HOW ' +
    'LLP LLC PLC DVD DVDS CD CDS SMS MMS GNP GSM HDTV LGBTQ BIPOC OBE MBE CBE MSP MSPS MBA BBA AWOL LIBOR FOB CIF CWT CNS TTY HFCS ' +
    'PLN EUR USD GBP RUB UAH CHF FTSE NLAW YES NO OK SOS MIG SU TU IL BTR BMP BUK GRAD LPR DPR DNR LNR'
  ).split(' '),
);

/** Words of the first of two fields. */
const MOST_FIELD_WORDS = 3;

/** Organisations that no list knows, by the shape of their names. */
export function findOrganisations(
  text: string,
  words: readonly Word[],
  listed: readonly Spot[],
  titleCase: boolean,
): readonly Spot[] {
  const cover = coverWords(listed);
  const spots: Spot[] = [];
  const add = (from: number, to: number) => {
    const first = words[from];
    const last = words[to - 1];
    if (!first || !last) return;
    const name = text
      .slice(first.start, last.end)
      .replace(/\s+/g, ' ')
      .replace(/['’]s (?=\p{L})/gu, ' ');
    spots.push({ from, to, kind: 'organisations', id: slugName(name), name, found: true });
  };
  for (let n = 0; n < words.length; n += 1) {
    const word = words[n];
    if (!word) continue;
    if (word.text === 'ministry' || word.text === 'Ministry') {
      const from = ministryStart(words, cover, n);
      if (from !== undefined) add(from, n + 1);
    }
    if (titleCase) continue;
    if (FIRST.has(word.text)) {
      const to = ofPhraseEnd(words, n);
      const from = runStart(words, cover, n) ?? n;
      if (to > n + 1 && !isHalf(words, cover, from) && !isListed(text, words[to - 1])) add(from, to);
    }
    if (BODY_WORDS.has(word.text)) {
      const from = runStart(words, cover, n);
      if (from !== undefined && !isHalf(words, cover, from)) add(from, n + 1);
    }
    if (PRINTED.test(word.text) || ON_AIR.test(word.text)) {
      const from = outletStart(words, cover, n);
      if (from !== undefined) add(from, n);
    }
    if (FIRM.test(word.text) && !cover.has(n) && isAlone(words, n)) add(n, n + 1);
    if (
      isAcronym(word.text) &&
      !cover.has(n) &&
      !nextToCapitals(words, n) &&
      !isDateline(text, word) &&
      !isInterlocutor(text, word) &&
      !isTicker(text, word)
    ) {
      const long = inBrackets(text, word) ? spots.find((spot) => spot.to === n) : undefined;
      if (long) spots.push({ ...long, from: n, to: n + 1 });
      else if (!inBrackets(text, word)) add(n, n + 1);
    }
    const next = words[n + 1];
    if (next?.gap !== ' ') continue;
    if (isName(words, cover, n + 1) && KIND_NOUN.test(word.text)) add(n + 1, runEnd(words, cover, n + 1));
    if (
      KIND_AFTER.test(next.text) &&
      KIND_AFTER_NEXT.test(words[n + 2]?.text ?? '') &&
      isName(words, cover, n)
    )
      add(n, n + 1);
  }
  return spots;
}

/** “Russian foreign ministry”, “the country’s defence ministry” (no owner: nothing). */
function ministryStart(words: readonly Word[], cover: ReadonlyMap<number, Spot>, at: number) {
  let n = at - 1;
  if (words[n]?.text.toLowerCase() === 'affairs') n -= 1;
  if (!FIELD.test(words[n]?.text ?? '')) return undefined;
  const owner = cover.get(n - 1);
  if (owner && (owner.kind === 'demonym' || owner.kind === 'places')) return owner.from;
  return undefined;
}

/** “Ministry of Justice”, “Committee for the Peaceful Reunification of Korea”: the word after it, or `at + 1`. */
function ofPhraseEnd(words: readonly Word[], at: number): number {
  let end = at + 1;
  let n = at + 1;
  if (!/^(?:of|for|on|against)$/.test(words[n]?.text ?? '') || words[n]?.gap !== ' ') return end;
  for (; n < words.length && n < at + 12; n += 1) {
    const word = words[n];
    if (!word || !/^(?: |-)$/.test(word.gap)) break;
    if (isCapitalised(word)) {
      // “Committee on Foreign Affairs Jo Doe”, “Bank of Norway Governor Jo Doe”: the name ends before.
      if (OPENERS.has(word.text) || GIVEN_NAMES.has(word.text) || isRoleHead(word.text)) break;
      end = n + 1;
      if (word.possessive) break;
    } else if (!/^(?:of|for|the|and|on|in|against|to)$/.test(word.text)) break;
  }
  return end;
}

/** Start of the capitalised run that ends before `at`; undefined where nothing precedes. */
function runStart(words: readonly Word[], cover: ReadonlyMap<number, Spot>, at: number): number | undefined {
  let from = at;
  while (from > 0) {
    const word = words[from];
    const before = words[from - 1];
    if (!word || !before || before.possessive) break;
    if (!/^(?: |-|\u00a0)$/.test(word.gap)) break;
    const joins =
      /^(?:of|for)$/.test(before.text) && from - 2 >= 0 && BODY_WORDS.has(words[from - 2]?.text ?? '');
    const numbered = /^\d{1,3}(?:st|nd|rd|th)$/.test(before.text);
    if (!isCapitalised(before) && !joins && !numbered) break;
    if (OPENERS.has(before.text) || cover.get(from - 1)?.kind === 'people') break;
    from -= 1;
  }
  // A country in front says whose it is and is no part of the name: “US National Guard”.
  if (/^(?:US|UK|EU|UN|USA)$/.test(words[from]?.key ?? '') && from < at - 1) from += 1;
  return from < at ? (pairStart(words, cover, from) ?? from) : undefined;
}

/** “the Harbour and River Administration”, “Harbour & River Administration”: where two fields make one name. */
function pairStart(
  words: readonly Word[],
  cover: ReadonlyMap<number, Spot>,
  second: number,
): number | undefined {
  const isSigned = words[second]?.gap === ' & ';
  const isJoined = isSigned || (words[second]?.gap === ' ' && words[second - 1]?.text === 'and');
  if (!isJoined) return undefined;
  const end = isSigned ? second - 1 : second - 2;
  let from = end + 1;
  // Two bodies, or a name and a body, are two.
  while (from > 0 && end + 1 - from < MOST_FIELD_WORDS && isName(words, cover, from - 1)) {
    if (BODY_WORDS.has(words[from - 1]?.text ?? '') || words[from - 1]?.possessive) return undefined;
    from -= 1;
    if (!/^(?: |-)$/.test(words[from]?.gap ?? '')) break;
  }
  // “the U.S. Food and Drug Administration”: whose it is stands between.
  const owner = cover.get(from - 1);
  const isOwned = owner && owner.kind !== 'people' && !words[from - 1]?.possessive;
  const start = isOwned && words[from]?.gap === ' ' ? owner.from : from;
  const hasArticle = /^[Tt]he$/.test(words[start - 1]?.text ?? '') && words[start]?.gap === ' ';
  return from <= end && (isSigned || hasArticle) ? from : undefined;
}

/** “Ways and Means Committee” without an article: one name or the end of a row, nobody can tell. */
function isHalf(words: readonly Word[], cover: ReadonlyMap<number, Spot>, from: number): boolean {
  const [before, and, first] = [words[from - 2], words[from - 1], words[from]];
  return (
    and?.text === 'and' &&
    and.gap === ' ' &&
    first?.gap === ' ' &&
    !!before &&
    isName(words, cover, from - 2) &&
    !before.possessive &&
    !BODY_WORDS.has(before.text) &&
    !/^\p{Lu}{2}/u.test(before.text)
  );
}

/** “Bureau of Harbours, Ferries and Rivers”: the name goes on over the commas. */
function isListed(text: string, last: Word | undefined): boolean {
  return /^, (?:\p{Lu}[\p{L} ]+, )*\p{Lu}\p{L}+,? and \p{Lu}/u.test(text.slice(last?.end));
}

/** Start of the name before “newspaper”, at a town or country where that is its first word: “France Harbour radio”. */
function outletStart(
  words: readonly Word[],
  cover: ReadonlyMap<number, Spot>,
  at: number,
): number | undefined {
  let from = at;
  while (
    /^[ -]$/.test(words[from]?.gap ?? '') &&
    isName(words, cover, from - 1) &&
    !words[from - 1]?.possessive
  )
    from -= 1;
  const first = words[from];
  if (!first || from === at) return undefined;
  const place = first.gap === ' ' ? cover.get(from - 1) : undefined;
  const isFirst =
    place?.kind === 'places' &&
    !words[from - 1]?.possessive &&
    place.name.startsWith(words[place.from]?.text ?? '');
  if (isFirst) from = place.from;
  const before = words[from - 1];
  // “News of the World newspaper”
  const of = before?.text === 'the' ? from - 2 : from - 1;
  if (words[of]?.text === 'of' && words[of - 1] && isCapitalised(words[of - 1] as Word)) return undefined;
  if (at - from === 1 && (WHOSE_PAPER.test(first.text) || !before || /[.!?]/.test(first.gap)))
    return undefined;
  if (PRINTED.test(words[at]?.text ?? '')) return from;
  const verb = before?.text === 'the' ? words[from - 2] : before;
  const isSaid = /^(?:told|tells|with)$/.test(verb?.text ?? '');
  return isSaid || (verb?.text === 'on' && at - from > 1) ? from : undefined;
}

function runEnd(words: readonly Word[], cover: ReadonlyMap<number, Spot>, from: number): number {
  let to = from + 1;
  while (
    to < words.length &&
    isName(words, cover, to) &&
    /^(?: |-)$/.test(words[to]?.gap ?? '') &&
    !words[to - 1]?.possessive
  )
    to += 1;
  return to;
}

function isName(words: readonly Word[], cover: ReadonlyMap<number, Spot>, at: number): boolean {
  const word = words[at];
  return !!word && /^\p{Lu}\p{L}/u.test(word.text) && !OPENERS.has(word.text) && !cover.has(at);
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}{3,5}$/u.test(word) && !NOT_ACRONYM.has(word) && !isShouted(word);
}

/** “THIS”, “WE'RE”: plain words in capitals. */
function isShouted(word: string): boolean {
  if (/^(?:US|IT)$/.test(word)) return false;
  return (
    /^\p{Lu}+['’]\p{Lu}+$/u.test(word) ||
    (/^\p{Lu}{2,}$/u.test(word) && OPENERS.has(`${word[0]}${word.slice(1).toLowerCase()}`))
  );
}

/** “KYIV, Ukraine (AP) —”, “NEW YORK —”: a town in capitals that opens a report. */
function isDateline(text: string, word: Word): boolean {
  const town = /^(\p{Lu}[\p{Lu}'’. -]*)(?:,| ?[(/–—]| -)/u.exec(text)?.[1] ?? '';
  return word.end <= town.length;
}

/** No capitals beside it: “Oschadbank”, not “Jo Burbank” or “Burbank Road”. */
function isAlone(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  const joined = (gap: string | undefined) => gap === ' ' || gap === '-';
  return (
    !(
      before &&
      joined(word?.gap) &&
      isCapitalised(before) &&
      !before.possessive &&
      !OPENERS.has(before.text)
    ) && !(after && joined(after.gap) && isCapitalised(after))
  );
}

/** “(ABC)”: short for what stands before it, be that an organisation or not. */
function inBrackets(text: string, word: Word): boolean {
  return text[word.start - 1] === '(' && text[word.end] === ')';
}

/** “BREKK: …”, “MR BREKK: …”: who speaks in a transcript. */
function isInterlocutor(text: string, word: Word): boolean {
  return text[word.end] === ':' && /^(?:\p{Lu}{2,4}\.? )?$/u.test(text.slice(0, word.start));
}

/** “<BRKK.L>”: what a share is called at an exchange. */
function isTicker(text: string, word: Word): boolean {
  return text[word.start - 1] === '<' && /^(?:\.\p{Lu}+)?>/u.test(text.slice(word.end));
}

/** A neighbour in capitals: a heading or a shout, no acronym. */
function nextToCapitals(words: readonly Word[], at: number): boolean {
  return [at - 1, at + 1].some((n) => {
    const text = words[n]?.text ?? '';
    return isShouted(text) || (/^\p{Lu}{3,}$/u.test(text) && !NOT_ACRONYM.has(text));
  });
}
