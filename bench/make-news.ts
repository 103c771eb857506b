/**
 * News articles for comparisons: made-up events with people, places, organisations, figures and
 * quotations, and a vocabulary that keeps growing with their number, as an archive's does. Article i
 * depends on i alone, so that a larger corpus begins with the smaller one.
 */
import { generateNumbers } from '../tests/generate-numbers.ts';

export interface News {
  /** Name of its file, without the extension. */
  readonly id: string;
  readonly headline: string;
  readonly publisher: string;
  readonly url: string;
  /** ISO day. */
  readonly published: string;
  /** Ids of `NEWS_THEMES`. */
  readonly themes: readonly string[];
  readonly paragraphs: readonly string[];
}

/** Themes by id: their terms, which the articles on them use. */
export const NEWS_THEMES = {
  harbours: ['harbour', 'quay', 'dredging', 'pilot boat'],
  energy: ['power station', 'pipeline', 'turbine', 'electricity grid'],
  rail: ['railway', 'signal box', 'freight train', 'timetable'],
  forests: ['forest', 'sawmill', 'bark beetle', 'replanting'],
  fisheries: ['trawler', 'fishing quota', 'herring', 'fish market'],
  housing: ['tenant', 'rent cap', 'housing estate', 'landlord'],
  health: ['hospital', 'waiting list', 'vaccination', 'nurse'],
  schools: ['classroom', 'head teacher', 'exam', 'school bus'],
  borders: ['border crossing', 'customs post', 'passport check', 'ferry terminal'],
  talks: ['negotiator', 'ceasefire', 'peace talks', 'envoy'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const PUBLISHERS = [
  'Coast Telegraph',
  'Inland Gazette',
  'The Evening Ledger',
  'North Wire',
  'Capital Record',
];

const SENTENCES = [
  'The {term} was closed on Tuesday after inspectors found cracks in the {word} beams.',
  '{org} said {count} people had asked for help with the {term} since spring.',
  'Work on the {term} in {place} will cost {money} and take {few} years.',
  '{person} told reporters in {place} that the {word} plan would be published within {few} weeks.',
  'Residents of {place} have asked {org} to say who pays for the {word} repairs.',
  'According to {org}, {percent} per cent of the {word} budget has been spent.',
  'A spokesman for {org} would not comment on the {term}.',
  'The {word} contract was signed in {place} without a public tender, two officials said.',
  'In a letter to {org}, {person} called the {term} a matter of {word} safety.',
  'Nobody was hurt, but {count} households were without water for {few} hours.',
  'The road between {place} and {place} stays open for {word} traffic only.',
  'Prices for {word} goods have risen by {percent} per cent, the highest figure in {few} years.',
  'An earlier attempt to reform the {term} failed when {person} resigned.',
  'The opposition wants {org} to open its files on the {word} affair.',
  'Engineers from {place} arrived on Friday to look at the {term}.',
  'The court in {place} will hear the {word} case in the autumn.',
  '{person} and {person} met in {place} to discuss the {term}.',
  'Experts at {org} doubt that the {word} figures are complete.',
  'More than {count} visitors came to {place} last year, many of them because of the {word} festival.',
  'The agreement covers the {term}, the {word} fund and {few} smaller projects.',
  'Farmers near {place} say the {word} rules came too late for this season.',
  'By midnight the {word} crews had cleared the {term} and left for {place}.',
  'The minister has promised a report on the {term} before the end of the month.',
  'Insurance will pay {money} for the {word} damage in {place}.',
];

const QUOTATIONS = [
  'We have waited long enough for the {word} report',
  'Nobody in {place} was asked about the {term}',
  'The {word} money is there, and it will be spent on the {term}',
  'If the {term} closes, {place} loses its last {word} jobs',
  'This is not the end of the {word} programme',
  'I will not sign anything that leaves {place} without a {term}',
];

const HEADLINES = [
  '{org} warns of delay at {place} {term}',
  '{place} and {place} agree on {word} plan',
  '{person} calls for answers on {term}',
  'Why the {word} dispute divides {place}',
  '{term} in {place}: what the {word} figures say',
  '{org} to spend {money} on {term}',
];

const TITLES = ['mayor', 'director', 'union leader', 'engineer', 'councillor', 'professor'];
const ORGANISATIONS = ['Agency', 'Authority', 'Institute', 'Ministry', 'Council', 'Association'];

const ONSETS = ['b', 'br', 'd', 'f', 'g', 'gr', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'tr', 'v'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ei', 'ou'];
const ENDS = ['ck', 'l', 'm', 'n', 'nd', 'r', 'rt', 's', 'th'];

const FIRST_DAY = Date.UTC(2023, 0, 2);
const DAY = 86_400_000;
const DAYS = 1300;
const [FEWEST, MOST] = [12, 24];

/** The articles 0 … `count` - 1, one after the other. */
export function* makeNews(count: number): Generator<News> {
  for (let i = 0; i < count; i += 1) yield makeOne(i);
}

function makeOne(i: number): News {
  const random = randomOf(i + 1);
  const ids = Object.keys(NEWS_THEMES) as (keyof typeof NEWS_THEMES)[];
  const themes = [...new Set([pick(random, ids), pick(random, ids)])];
  const fillWith = (template: string): string =>
    template.replaceAll(/\{(\w+)\}/g, (_all, kind: string) => filling(kind, random, themes));
  const paragraphs = Array.from({ length: FEWEST + Math.floor(random() * (MOST - FEWEST)) }, () => {
    if (random() < 0.2) {
      const speaker = personOf(common(random, 4000));
      return `“${fillWith(pick(random, QUOTATIONS))},” said ${speaker}, ${pick(random, TITLES)} in ${placeOf(common(random, 1500))}.`;
    }
    return Array.from({ length: 2 + Math.floor(random() * 2) }, () =>
      capital(fillWith(pick(random, SENTENCES))),
    ).join(' ');
  });
  const id = `n${String(i).padStart(6, '0')}`;
  const publisher = pick(random, PUBLISHERS);
  return {
    id,
    headline: capital(fillWith(pick(random, HEADLINES))),
    publisher,
    url: `https://${publisher.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example/${id}`,
    published: new Date(FIRST_DAY + Math.floor(random() * DAYS) * DAY).toISOString().slice(0, 10),
    themes,
    paragraphs,
  };
}

function filling(kind: string, random: () => number, themes: readonly (keyof typeof NEWS_THEMES)[]): string {
  switch (kind) {
    case 'person':
      return personOf(common(random, 4000));
    case 'place':
      return placeOf(common(random, 1500));
    case 'org':
      return organisationOf(common(random, 900));
    case 'word':
      return coin(common(random, 20_000) + 7_000_000, 2);
    case 'term':
      return pick(random, NEWS_THEMES[pick(random, themes)]);
    case 'count':
      return `${1 + Math.floor(random() * 90)},${String(Math.floor(random() * 1000)).padStart(3, '0')}`;
    case 'money':
      return `€${2 + Math.floor(random() * 900)} million`;
    case 'percent':
    case 'few':
      return String(2 + Math.floor(random() * (kind === 'few' ? 9 : 90)));
    default:
      throw new Error(`a template asks for \`${kind}\``);
  }
}

/** Some names are in many articles, most in few: the rank of one of `size`. */
function common(random: () => number, size: number): number {
  return Math.floor(size ** random()) - 1;
}

function personOf(rank: number): string {
  return `${capital(coin(rank % 211, 1))} ${capital(coin(rank + 1_000_000, 2))}`;
}

function placeOf(rank: number): string {
  return capital(coin(rank + 2_000_000, 2));
}

function organisationOf(rank: number): string {
  return `the ${capital(coin(rank + 3_000_000, 2))} ${ORGANISATIONS[rank % ORGANISATIONS.length] ?? ''}`;
}

/** A word that is always the same for the same number. */
function coin(number: number, syllables: number): string {
  const random = randomOf(number);
  const parts = Array.from({ length: syllables }, () => pick(random, ONSETS) + pick(random, VOWELS));
  return parts.join('') + pick(random, ENDS);
}

function pick<T>(random: () => number, from: readonly T[]): T {
  // Tables above are not empty, and the index lies within.
  return from[Math.floor(random() * from.length)] as T;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Neighbouring numbers give sequences that have nothing in common. */
function randomOf(seed: number): () => number {
  return generateNumbers(Math.imul(seed, 0x9e3779b1));
}
