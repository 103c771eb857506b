import { compareCodeUnits } from '../../../compare-code-units.ts';
import type { WireCopy } from '../find-wire-copy.ts';
import type { Study } from '../study-articles.ts';
import { cosineOf, type TermVector, type WeighedTerms } from '../weigh-terms.ts';
import { listWords, type Tie } from './tie.ts';

/** Names of one passage that are compared, rarest first. */
const NAMES_LOOKED_AT = 8;
/** Articles that share a pair of names; a pair in more is no news. */
const MOST_HOLDERS = 40;
/** A stated day counts as much as a name of middling rarity. */
const DAY_WEIGHT = 0.5;
/** From this rarity on an organisation says which event is meant. */
const RARE = 0.55;
/** Fewer or commoner names say the same event only of texts that are alike in their words. */
const MANY = 1.6;
const LEAST_COSINE = 0.15;
/** More than an archive has names. */
const PLACES = 2 ** 26;
/** Names of a reason that are spelt out. */
const NAMES_SHOWN = 4;

interface Named {
  /** `people/sergei-lavrov`, or `day/2022-02-15`. */
  readonly key: string;
  /** Number of the key: numbers compare faster. */
  readonly place: number;
  readonly name: string;
  readonly weight: number;
  /** Capitals that its words begin with. */
  readonly initials: string;
  /** Of capitals alone, as short forms are. */
  readonly isShort: boolean;
}

/** Gives a name as it is compared; a name stands in many passages and is one object for all. */
type NameOf = (key: string, name: string, weight: number) => Named;

interface Holder {
  readonly article: number;
  readonly line: number;
  readonly names: readonly Named[];
}

/**
 * Articles with passages that name the same people, organisations or places together: at least two
 * names (or a person and a stated day), among them a person or two organisations, no countries. One
 * shared person is never a reason: the same minister speaks on many days.
 */
export function tieNames(
  studies: readonly Study[],
  wire: readonly WireCopy[],
  countries: ReadonlySet<string>,
  { vectors }: WeighedTerms,
): Tie[] {
  const weights = weighNames(studies, countries);
  // The same report in both is a reason of its own.
  const copied = new Set(
    wire.flatMap(({ a, b, pairs }) => pairs.map((pair) => `${a} ${b} ${pair.a.line} ${pair.b.line}`)),
  );
  // In a handful of articles nothing is rare: ask for less there.
  const enough = 1 - 1.5 / Math.max(3, studies.length);
  const nameOf = openNames();
  const byPair = new Map<number, Holder[]>();
  const best = new Map<number, { a: Holder; b: Holder; shared: Named[]; sum: number }>();
  for (const [article, study] of studies.entries())
    for (const holder of readHolders(article, study, weights, nameOf)) {
      const met = new Set<Holder>();
      for (const key of pairKeys(holder)) {
        const bucket = byPair.get(key) ?? [];
        for (const earlier of bucket) if (earlier.article !== article) met.add(earlier);
        if (bucket.length < MOST_HOLDERS) bucket.push(holder);
        byPair.set(key, bucket);
      }
      for (const earlier of met) {
        const shared = leaveShortForms(
          holder.names.filter(({ place }) => earlier.names.some((name) => name.place === place)),
        );
        const sum = shared.reduce((total, name) => total + name.weight, 0);
        if (sum < enough || !isTelling(shared)) continue;
        if (copied.has(`${earlier.article} ${article} ${earlier.line} ${holder.line}`)) continue;
        const pair = earlier.article * studies.length + article;
        if (sum > (best.get(pair)?.sum ?? 0)) best.set(pair, { a: earlier, b: holder, shared, sum });
      }
    }
  return [...best.values()].flatMap(({ a, b, shared, sum }): Tie[] => {
    const cosine = cosineOf(vectors[a.article] as TermVector, vectors[b.article] as TermVector);
    if (sum < MANY && cosine < LEAST_COSINE) return [];
    return [
      {
        a: a.article,
        b: b.article,
        kind: 'names',
        text: `Named together in both: ${listWords(shared.slice(0, NAMES_SHOWN).map(({ name }) => name))}`,
        strength: Math.min(1, sum / 3),
        aLines: [a.line],
        bLines: [b.line],
      },
    ];
  });
}

/** “OSCE” beside its full name is the same body, not a second one. */
function leaveShortForms(names: readonly Named[]): Named[] {
  return names.filter(({ name, isShort }) => !(isShort && names.some(({ initials }) => initials === name)));
}

function openNames(): NameOf {
  const places = new Map<string, number>();
  const known = new Map<string, Named>();
  return (key, name, weight) => {
    const spelt = `${key} ${name}`;
    const before = known.get(spelt);
    if (before) return before;
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    const initials = name.match(/(?<!\p{L})\p{Lu}/gu)?.join('') ?? '';
    const named = { key, place, name, weight, initials, isShort: /^\p{Lu}+$/u.test(name) };
    known.set(spelt, named);
    return named;
  };
}

/** A person with anything, or two organisations of which one is rare: not a body and its seat. */
function isTelling(shared: readonly Named[]): boolean {
  if (shared.length < 2) return false;
  if (shared.some(({ key }) => key.startsWith('people/'))) return true;
  const bodies = shared.filter(({ key }) => key.startsWith('organisations/'));
  return bodies.length > 1 && bodies.some(({ weight }) => weight >= RARE);
}

/**
 * Rarity from 0 (in every article) to 1 (in one), relative to the size of the corpus. Countries are
 * left out: a minister and the minister's country are one fact.
 */
function weighNames(studies: readonly Study[], countries: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { article, paragraphs } of studies) {
    const names = new Set<string>();
    for (const { line, kind, id } of article.annotations.mentions)
      if (paragraphs.has(line) && !(kind === 'places' && countries.has(id))) names.add(`${kind}/${id}`);
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const all = Math.log(studies.length + 1);
  return new Map([...counts].map(([name, count]) => [name, 1 - Math.log(count) / all]));
}

function readHolders(
  article: number,
  study: Study,
  weights: ReadonlyMap<string, number>,
  nameOf: NameOf,
): Holder[] {
  const { mentions, dates } = study.article.annotations;
  const byLine = new Map<number, Map<string, Named>>();
  const add = (line: number, named: Named): void => {
    if (!study.paragraphs.has(line)) return;
    byLine.set(line, (byLine.get(line) ?? new Map<string, Named>()).set(named.key, named));
  };
  for (const { line, kind, id, name } of mentions) {
    const key = `${kind}/${id}`;
    const weight = weights.get(key);
    if (weight !== undefined) add(line, nameOf(key, name, weight));
  }
  for (const { line, date } of dates)
    if (date?.length === 'yyyy-mm-dd'.length) add(line, nameOf(`day/${date}`, date, DAY_WEIGHT));
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, names]) => ({
      article,
      line,
      names: [...names.values()]
        .sort((a, b) => b.weight - a.weight || compareCodeUnits(a.key, b.key))
        .slice(0, NAMES_LOOKED_AT),
    }));
}

/** A number for each pair of names. */
function pairKeys({ names }: Holder): number[] {
  const places = names.map(({ place }) => place).sort((a, b) => a - b);
  return places.flatMap((place, i) => places.slice(i + 1).map((other) => place * PLACES + other));
}
