/** Sentences which report that a named country or organisation does what a theme lists: `send` `troop*`. */
import type { Deed, Theme } from '../../types.ts';
import type { Marked, Spot } from '../names/spots.ts';
import { isPreposition } from '../speakers/find-subject.ts';
import { type Item, type ReadPassage, spanOf } from '../speakers/read-clauses.ts';
import {
  findNamedSubjects,
  isAfterNoun,
  isName,
  isReal,
  isTold,
  MOST_ITEMS,
  opensClause,
  type Predicate,
  readPredicate,
  skipAdverbs,
  type VerbForm,
  wordAt,
} from './read-predicate.ts';
import { listForms } from './verb-forms.ts';

/** What a theme lists, ready to be found. Build it once for a run. */
export interface DeedRule {
  readonly theme: string;
  readonly forms: ReadonlyMap<string, ReadonlySet<VerbForm>>;
  /** Matches words that end with an object. */
  readonly objects: RegExp;
}

export function readDeedRules(themes: readonly Pick<Theme, 'id' | 'deeds'>[]): readonly DeedRule[] {
  return themes.flatMap(({ id, deeds }) => {
    if (!deeds) return [];
    const objects = deeds.objects.map((term) =>
      term.toLowerCase().replaceAll('-', ' ').replace('*', String.raw`\p{L}*`),
    );
    const pattern = new RegExp(`(?:^|[^\\p{L}])(?:${objects.join('|')})$`, 'u');
    return [{ theme: id, forms: listForms(deeds.verbs), objects: pattern }];
  });
}

/** Of each sentence once a theme and name. */
export function findDeeds(passages: readonly ReadPassage[], rules: readonly DeedRule[]): readonly Deed[] {
  if (rules.length === 0) return [];
  return passages.flatMap(({ marked, sentences }) => {
    const { role, line, text } = marked.passage;
    if (role !== 'paragraph' || marked.titleCase) return [];
    const owners = listOwners(marked);
    let next = 0;
    return sentences.flatMap(({ start, end, items }) => {
      const first = next;
      while (next < owners.length && (owners[next]?.start ?? end) < end) next += 1;
      if (items.length > MOST_ITEMS || text[end - 1] === '?') return [];
      const read = { text, items, owners: owners.slice(first, next) };
      return rules.flatMap(({ theme, forms, objects }) => {
        const spots = items.flatMap((_, at) => {
          const known = forms.get(wordAt(items, at));
          return known ? findDoers({ ...read, objects }, at, known) : [];
        });
        return [...new Map(spots.map((spot) => [spot.id, spot])).values()].map(
          ({ id, name, kind }): Deed => ({
            ...{ line, start, end, theme },
            who: { text: name, id, kind: kind === 'demonym' ? 'places' : kind },
          }),
        );
      });
    });
  });
}

/** A sentence, its countries and organisations, and what is looked for. */
interface Read {
  readonly text: string;
  readonly items: readonly Item[];
  readonly owners: readonly Owner[];
  readonly objects: RegExp;
}

/** By name or as “Russian”, with its place in the passage. */
interface Owner {
  readonly spot: Spot;
  readonly start: number;
  readonly end: number;
}

function listOwners({ words, spots, passage: { text } }: Marked): readonly Owner[] {
  const owners = spots
    .filter(({ kind }) => kind !== 'people')
    .map((spot) => ({ spot, ...spanOf(words, spot.from, spot.to) }));
  // “pro-Russian troops”, “US-made tanks” are others’.
  return owners.filter(({ start, end }) => !DASH.test(text[start - 1] ?? '') && !DASH.test(text[end] ?? ''));
}

const DASH = /\p{Pd}/u;

/** Whose deed the verb at `at` is; empty where nobody is named for certain. */
function findDoers(read: Read, at: number, forms: ReadonlySet<VerbForm>): readonly Spot[] {
  const { items } = read;
  const accused = forms.has('ing') ? findAccused(items, at) : undefined;
  if (accused) return findObject(read, at, [accused]) ? [accused] : [];
  const predicate = readPredicate(items, at, forms);
  if (!predicate) return [];
  const owners = findOwners(read, predicate);
  if (owners.length > 0) return owners;
  if (predicate.isPassive) return [];
  const subjects = findNamedSubjects(items, predicate.from).map(({ spot }) => spot);
  if (subjects.some(({ kind }) => kind === 'people')) return [];
  return findObject(read, at, subjects) ? subjects : [];
}

/** “accused X of sending”. */
function findAccused(items: readonly Item[], at: number): Spot | undefined {
  const of = skipAdverbs(items, at - 1);
  if (wordAt(items, of) !== 'of') return undefined;
  let n = of - 1;
  // “accused X on Monday of”
  if (/day$/.test(wordAt(items, n))) n -= wordAt(items, n - 1) === 'on' ? 2 : 1;
  const target = items[n];
  if (!isName(target) || target.possessive || target.spot.kind === 'people') return undefined;
  const isAccused = /^accus/.test(wordAt(items, wordAt(items, n - 1) === 'the' ? n - 2 : n - 1));
  return isAccused && isReal(items, at) ? target.spot : undefined;
}

const MOST_WORDS = 9;
const PARTICLE = /^(?:back|out|up|in|away|forward|off)$/;
const QUANTITY = /^(?:than|to|about|around|over|under)$/;
const ENDS_NOUN = /^(?:that|which|who|whose|to|not|as|while|when|where|because|but|or|if|its|their)$/;

/** What is sent, right behind the verb: nobody else’s. */
function findObject(read: Read, verb: number, subjects: readonly Spot[]): boolean {
  const { items } = read;
  if (subjects.length === 0) return false;
  for (let n = verb + 1; n <= verb + MOST_WORDS; n += 1) {
    const item = items[n];
    if (item === undefined || item.kind === 'quote' || item.kind === 'mark' || item.kind === 'verb')
      return false;
    if (isObject(read, n)) {
      const others = spotsIn(read, items[verb + 1] as Item, item).filter(
        ({ id }) => !subjects.some((subject) => subject.id === id),
      );
      return others.length === 0;
    }
    const word = wordAt(items, n);
    const isFirst = n === verb + 1;
    if (item.kind === 'role' || item.kind === 'body' || item.kind === 'apposition') return false;
    // “more than 2,000 troops”, “up to 300 soldiers”
    if (
      QUANTITY.test(word) &&
      /^\d|^(?:a|one|two|three|several|hundreds|thousands)$/.test(wordAt(items, n + 1))
    )
      continue;
    if (isPreposition(item) && !/^(?:of|up)$/.test(word) && !(isFirst && PARTICLE.test(word))) return false;
    if (ENDS_NOUN.test(word) && !/^(?:its|their)$/.test(word)) return false;
  }
  return false;
}

/** “Russian troops were sent”, “Nato’s forces have moved”: whose they are. */
function findOwners(read: Read, { from, verb, isPassive, isBare }: Predicate): readonly Spot[] {
  const { items } = read;
  const head = skipAdverbs(items, from - 1);
  const object = items[head];
  if (!object || !isObject(read, head)) return [];
  const next = items[verb + 1];
  const isIntransitive =
    isAfterNoun(next) ||
    (isName(next) && next.spot.kind === 'places') ||
    PARTICLE.test(wordAt(items, verb + 1));
  if (!isPassive && !isIntransitive) return [];
  let start = head;
  while (start > 0 && head - start < MOST_WORDS && isInNoun(items, start - 1)) {
    // “doubts Russian troops”: what stands before the owner is a count, or no part of it.
    const isOwned = spotsIn(read, items[start] as Item, object).length > 0;
    if (isOwned && !BEFORE_OWNER.test(wordAt(items, start - 1))) break;
    start -= 1;
  }
  const before = items[start - 1];
  if (
    !opensClause(items, start - 1) ||
    !isTold(items, start, from) ||
    (isBare && before?.kind === 'verb' && !/^s(?:aid|ays)$/.test(before.word))
  )
    return [];
  return spotsIn(read, items[start] as Item, object);
}

const BEFORE_OWNER =
  /^\d|^(?:the|a|an|some|all|most|many|several|these|those|additional|more|other|of|thousands|hundreds|dozens|tens|scores|number|battalions|columns|convoys)$/;

function isInNoun(items: readonly Item[], n: number): boolean {
  const item = items[n];
  if (isName(item)) return item.spot.kind !== 'people';
  if (item?.kind !== 'word') return false;
  // “thousands of”, “Russian and Belarusian”
  if (item.word === 'and') return false;
  if (item.word === 'of')
    return /^(?:thousands|hundreds|dozens|tens|scores|number|most|some|all|battalions|columns|convoys)$/.test(
      wordAt(items, n - 1),
    );
  return !isPreposition(item) && !ENDS_NOUN.test(item.word);
}

/** Whether an object of the theme ends at an item: a word, “Russian soldiers”, “the Russian army”. */
function isObject({ text, items, objects }: Read, n: number): boolean {
  const item = items[n];
  if (!item || (item.kind !== 'word' && item.kind !== 'role' && item.kind !== 'body')) return false;
  if (item.kind === 'role' && item.phrase.person) return false;
  if (/['’]/.test(text[item.end] ?? '')) return false;
  const phrase = text.slice(items[Math.max(0, n - 2)]?.start, item.end).toLowerCase();
  return objects.test(phrase.replaceAll('-', ' ')) && !isModifier(items[n + 1]);
}

/** “troop levels”, “tank parts”: the next word is what is meant. */
function isModifier(next: Item | undefined): boolean {
  return (
    next?.kind === 'word' &&
    !isAfterNoun(next) &&
    /^(?!as$)\p{Ll}+s?$/u.test(next.word) &&
    !AFTER_OBJECT.test(next.word)
  );
}

const AFTER_OBJECT =
  /^(?:was|were|is|are|be|been|have|has|had|will|would|did|not|never|now|already|also|still|then|a|an|the|its|their|this|that|these|some|more|further|abroad|there|here|closer|nearer|deeper|ready|able|due|currently|northwards?|southwards?|eastwards?|westwards?|together|just|recently|it|they|he|she|than|yesterday|today)$|ed$|ing$/;

/** Countries and organisations that are printed from one item to another. */
function spotsIn({ owners }: Read, from: Item, to: Item): readonly Spot[] {
  return owners.flatMap(({ spot, start, end }) => (start >= from.start && end <= to.end ? [spot] : []));
}
