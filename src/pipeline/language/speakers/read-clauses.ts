import type { NameIndex } from '../names/index-names.ts';
import type { MarkedArticle } from '../names/mark-names.ts';
import { ADJECTIVES, OPENERS } from '../names/plain-words.ts';
import { findRoles, type RolePhrase } from '../names/role-phrases.ts';
import { HONORIFICS, SHORT_ROLES } from '../names/roles.ts';
import { coverWords, type Marked, type Spot } from '../names/spots.ts';
import type { QuotedWords } from '../quotations.ts';
import { splitSentences } from '../sentences.ts';
import type { Word } from '../words.ts';
import { PREPOSITION } from './find-subject.ts';
import { isSpeechBase, isSpeechParticiple, isSpeechVerb } from './speech-verbs.ts';

interface At {
  readonly start: number;
  readonly end: number;
}

/**
 * A sentence as the rules see it: quotations are one item, names and role phrases are one item each. An
 * unread word is capitalised and part of no name that is known; a surname where it elsewhere ends such words.
 */
export type Item = At &
  (
    | { readonly kind: 'quote'; readonly quotation: number; readonly part: number }
    | {
        readonly kind: 'name';
        readonly spot: Spot;
        readonly possessive: boolean;
        readonly role?: RolePhrase | undefined;
      }
    | { readonly kind: 'role'; readonly phrase: RolePhrase; readonly possessive: boolean }
    | { readonly kind: 'apposition' }
    | {
        readonly kind: 'body';
        readonly noun: string;
        readonly owner?: Spot | undefined;
        readonly possessive: boolean;
      }
    | { readonly kind: 'pronoun'; readonly word: string }
    | { readonly kind: 'verb'; readonly word: string; readonly form: 'finite' | 'participle' | 'base' }
    | { readonly kind: 'word'; readonly word: string; readonly unread?: 'word' | 'surname' | undefined }
    | { readonly kind: 'mark'; readonly word: string }
  );

export interface Clauses extends At {
  readonly items: readonly Item[];
}

/** A passage with its sentences; `marked` carries words, names and the text. */
export interface ReadPassage {
  readonly marked: Marked;
  readonly roles: readonly RolePhrase[];
  readonly sentences: readonly Clauses[];
}

/** Bodies that speak without a name: “the ministry”, “the Ukrainian army”. */
const BODY =
  /^(?:ministry|government|alliance|agency|administration|regime|army|military|navy|company|bloc|newspaper|magazine|department|council|commission|police|embassy|bank|group|delegation|parliament|statement|report|broadcaster|organisation|organization|watchdog|authorities|committee|office|court|union|service|network|firm)$/;
const BODY_MODIFIER = /^(?:\p{Ll}[\p{Ll}-]*)$/u;
const PRONOUN = /^(?:he|she|they|it|who|which)$/;
const DETERMINER = /^(?:the|a|an|its|their|his|her|this|that)$/i;
const NO_MODIFIER =
  /^(?:and|or|but|of|in|on|at|to|for|from|with|by|that|as|is|was|are|were|has|have|had|will|would|said|says|told|which|who|he|she|it|they|while|if|when|after|before|because|than|not|be|been)$/;

/** Prepares the paragraphs and headings of an article for the rules. Captions have no speakers. */
export function readClauses(
  article: MarkedArticle,
  quoted: readonly QuotedWords[],
  index: NameIndex,
): readonly ReadPassage[] {
  const capitals = listCapitals(article);
  const parts = Map.groupBy(
    quoted.flatMap((words, quotation) => words.parts.map((span, part) => ({ words, quotation, span, part }))),
    ({ span }) => span.line,
  );
  return article.passages
    .filter(({ passage }) => passage.role !== 'caption')
    .map((marked) => {
      const quotes = quotesOf(marked.passage.text, parts.get(marked.passage.line) ?? []);
      const roles = findRoles(marked, index).filter(
        (phrase) => !quotes.some((q) => overlaps(q, spanOf(marked.words, phrase.from, phrase.to))),
      );
      const items = listItems(marked, roles, quotes, capitals);
      let at = 0;
      const sentences = splitSentences(maskQuotes(marked.passage.text, quotes)).map(({ start, end }) => {
        while (at < items.length && (items[at]?.start ?? 0) < start) at += 1;
        const from = at;
        while (at < items.length && (items[at]?.start ?? 0) < end) at += 1;
        return { start, end, items: items.slice(from, at) };
      });
      return { marked, roles, sentences };
    });
}

interface Quote extends At {
  readonly quotation: number;
  readonly part: number;
  /** Offset after the quoted words, before the closing mark. */
  readonly inner: number;
}

/** A mark and the blanks beside it, in characters. */
const MARK_WIDTH = 12;

/** A part of a quotation, and which one. */
interface QuotedPart {
  readonly words: QuotedWords;
  readonly quotation: number;
  readonly span: QuotedWords['parts'][number];
  readonly part: number;
}

/** The quotations' parts in one passage with their marks. */
function quotesOf(text: string, parts: readonly QuotedPart[]): readonly Quote[] {
  return parts.map(({ words, quotation, span, part }) => {
    const near = Math.max(0, span.start - MARK_WIDTH);
    const before = /["“”„‟«»'‘’–—-]\s*$/.exec(text.slice(near, span.start));
    const after = /^[,\s\u00a0]*["“”„‟«»'’]/.exec(text.slice(span.end, span.end + MARK_WIDTH));
    return {
      quotation,
      part,
      start: before ? near + before.index : span.start,
      end: span.end + (after && !words.dash && !words.unclosed ? after[0].length : 0),
      inner: span.end,
    };
  });
}

/** Quoted words as one long word, so that a full stop inside ends the sentence only where it should. */
function maskQuotes(text: string, quotes: readonly Quote[]): string {
  const masked: string[] = [];
  let last = 0;
  for (const quote of quotes) {
    if (quote.start < last) continue;
    const stop = /[.!?…]/.test(text[quote.inner - 1] ?? '') && !goesOn(text, quote);
    const length = quote.end - quote.start;
    const filling = length > 1 ? `X${'x'.repeat(length - 2)}${stop ? '.' : 'x'}` : 'X';
    masked.push(text.slice(last, quote.start), filling);
    last = quote.end;
  }
  return masked.join('') + text.slice(last);
}

/** `… here.” he said`, `… now?” Lavrov asked`: the sentence is not over at the mark. */
function goesOn(text: string, quote: Quote): boolean {
  const after = text.slice(quote.end, quote.end + 120).trimStart();
  if (/^[-–—]?\s*\p{Ll}/u.test(after) || /^[,;]/.test(after)) return true;
  if (text[quote.inner - 1] === '.' || /^["“„«]/.test(after)) return false;
  const words = after.slice(0, 90).split(/\s+/).slice(0, 8);
  const verb = words.findIndex((word) => isSpeechVerb(word.replace(/[.,]$/, '')));
  return (
    verb > 0 &&
    words.slice(0, verb).some((word) => /^\p{Lu}/u.test(word)) &&
    !/[.!?]$/.test(words[verb - 1] ?? '') &&
    !saysMore(words[verb] ?? '', words[verb + 1] ?? '')
  );
}

/** Words that may follow a verb of saying which is the tail of what comes before it. */
const AFTER_TAIL =
  /^(?:when|while|yesterday|today|last|late|early|later|again|\p{Lu}\p{Ll}+day|\p{Ll}+(?:ing|ly))\b/u;

/** `… for it?” Mr Brandt said the plan was dead`: the verb has words of its own, and is no tail. */
function saysMore(verb: string, next: string): boolean {
  if (next === '' || /[.,]$|^(?:told|tells|asked|asks|warned|urged)$/.test(verb)) return false;
  return !PREPOSITION.test(next) && !AFTER_TAIL.test(next);
}

function listItems(
  m: Marked,
  roles: readonly RolePhrase[],
  quotes: readonly Quote[],
  capitals: Capitals,
): readonly Item[] {
  const { words } = m;
  const cover = coverWords(m.spots);
  const starts = new Map(roles.map((phrase) => [phrase.from, phrase]));
  const items: Item[] = [];
  let n = 0;
  let last = 0;
  const marks = (until: number) => {
    for (const match of m.passage.text.slice(last, until).matchAll(/[,:;()–—]|(?<=\s)-(?=\s)/g)) {
      const at = last + match.index;
      if (quotes.some((quote) => at >= quote.start && at < quote.end)) continue;
      items.push({ kind: 'mark', word: match[0], start: at, end: at + 1 });
    }
  };
  let next = 0;
  while (n < words.length) {
    const word = words[n] as Word;
    const quote = quotes[next];
    if (quote && word.start >= quote.start) {
      marks(quote.start);
      items.push({
        kind: 'quote',
        quotation: quote.quotation,
        part: quote.part,
        start: quote.start,
        end: quote.end,
      });
      next += 1;
      last = quote.end;
      while (n < words.length && (words[n] as Word).start < quote.end) n += 1;
      continue;
    }
    marks(word.start);
    const [item, to] = readItem(m, n, cover, starts, capitals);
    const body = item.kind === 'body' ? item.start : undefined;
    // “the Ukrainian army”: what led up to it is part of it.
    while (body !== undefined && (items.at(-1)?.start ?? -1) >= body) items.pop();
    items.push(item);
    last = words[to - 1]?.end ?? word.end;
    n = to;
  }
  marks(m.passage.text.length);
  for (const quote of quotes.slice(next)) {
    items.push({
      kind: 'quote',
      quotation: quote.quotation,
      part: quote.part,
      start: quote.start,
      end: quote.end,
    });
  }
  return items.sort((a, b) => a.start - b.start || a.end - b.end);
}

function readItem(
  m: Marked,
  at: number,
  cover: ReadonlyMap<number, Spot>,
  starts: ReadonlyMap<number, RolePhrase>,
  capitals: Capitals,
): readonly [Item, number] {
  const { words } = m;
  const word = words[at] as Word;
  // “Mr Brekk's spokesman”: the title belongs to the role's owner.
  const phrase =
    starts.get(at) ?? (HONORIFICS.has(word.text) ? ownedAfter(starts, at + 1, cover) : undefined);
  if (phrase) {
    const named = phrase.side === 'before' && phrase.person ? phrase.person : undefined;
    const to = named ? named.to : phrase.to;
    const place = { start: word.start, end: words[to - 1]?.end ?? word.end };
    const possessive = words[to - 1]?.possessive ?? false;
    if (named) return [{ kind: 'name', spot: named, possessive, role: phrase, ...place }, to];
    if (phrase.side === 'after') return [{ kind: 'apposition', ...place }, to];
    return [{ kind: 'role', phrase, possessive, ...place }, to];
  }
  const titled = HONORIFICS.has(word.text) || SHORT_ROLES.has(word.text) ? cover.get(at + 1) : undefined;
  const spot = titled?.kind === 'people' && titled.from === at + 1 ? titled : cover.get(at);
  if (spot && spot.kind !== 'demonym') {
    const place = { start: word.start, end: words[spot.to - 1]?.end ?? word.end };
    const possessive = words[spot.to - 1]?.possessive ?? false;
    const role = [...starts.values()].find((p) => p.side === 'after' && p.person === spot);
    return [{ kind: 'name', spot, possessive, role, ...place }, spot.to];
  }
  const place = { start: word.start, end: word.end };
  const low = word.text.toLowerCase();
  if (BODY.test(low) && !spot) {
    const from = bodyStart(words, at, cover);
    if (from !== undefined) {
      const owner = [...cover.entries()].find(([n, s]) => n >= from && n < at && s.kind !== 'people')?.[1];
      return [
        {
          kind: 'body',
          noun: low,
          owner,
          possessive: word.possessive,
          start: words[from]?.start ?? word.start,
          end: word.end,
        },
        at + 1,
      ];
    }
  }
  if (PRONOUN.test(low) && !word.possessive) return [{ kind: 'pronoun', word: low, ...place }, at + 1];
  if (!spot && isSpeechVerb(low) && /^\p{Ll}/u.test(word.text))
    return [{ kind: 'verb', word: low, form: 'finite', ...place }, at + 1];
  if (!spot && isSpeechParticiple(low))
    return [{ kind: 'verb', word: low, form: 'participle', ...place }, at + 1];
  if (!spot && isSpeechBase(low) && /^\p{Ll}/u.test(word.text))
    return [{ kind: 'verb', word: low, form: 'base', ...place }, at + 1];
  const isUnread = !spot && !m.titleCase && isNameLike(word) && !capitals.plain.has(low);
  const unread = isUnread ? (capitals.surnames.has(word.text) ? 'surname' : 'word') : undefined;
  return [{ kind: 'word', word: low, unread, ...place }, at + 1];
}

function ownedAfter(starts: ReadonlyMap<number, RolePhrase>, at: number, cover: ReadonlyMap<number, Spot>) {
  return cover.get(at)?.kind === 'people' ? starts.get(at) : undefined;
}

interface Capitals {
  /** Words that the article prints in small letters. */
  readonly plain: ReadonlySet<string>;
  /** Words behind another one that is capitalised as well: “Kazimir Dolny”. */
  readonly surnames: ReadonlySet<string>;
}

function listCapitals({ passages }: MarkedArticle): Capitals {
  const plain = new Set<string>();
  const surnames = new Set<string>();
  for (const { words, titleCase } of passages) {
    words.forEach((word, n) => {
      const before = words[n - 1];
      if (/^\p{Ll}/u.test(word.text)) plain.add(word.text);
      else if (before && !titleCase && word.gap === ' ' && isNameLike(before) && isNameLike(word))
        surnames.add(word.text);
    });
  }
  return { plain, surnames };
}

function isNameLike({ text, possessive }: Word): boolean {
  return (
    /^\p{Lu}.*\p{Ll}/u.test(text) &&
    !possessive &&
    !OPENERS.has(text) &&
    !ADJECTIVES.has(text) &&
    !HONORIFICS.has(text)
  );
}

/** “the ministry”, “a Pentagon report”: needs a determiner or an owner in front. */
function bodyStart(words: readonly Word[], at: number, cover: ReadonlyMap<number, Spot>): number | undefined {
  let from = at;
  let owned = false;
  while (from > 0 && at - from < 5) {
    const word = words[from - 1] as Word;
    if (!/^(?: |-|['’]s |['’] )$/.test(words[from]?.gap ?? '')) break;
    const spot = cover.get(from - 1);
    if (spot) {
      if (spot.kind === 'people' && !word.possessive) break;
      owned = true;
      from = spot.from;
    } else if (DETERMINER.test(word.text)) return from - 1;
    else if (BODY_MODIFIER.test(word.text) && !NO_MODIFIER.test(word.text) && !isSpeechVerb(word.text))
      from -= 1;
    else break;
  }
  return owned || words[at]?.text === 'authorities' ? from : undefined;
}

export function spanOf(words: readonly Word[], from: number, to: number): At {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

function overlaps(a: At, b: At): boolean {
  return a.start < b.end && b.start < a.end;
}
