import type { NameKind } from '../../briefing.ts';
import type { Mention } from '../types.ts';
import { groupByLine } from './group-by-line.ts';
import type { Sentence, Study } from './study-articles.ts';

/** Names are compared with names of their kind, numbers with numbers. */
const CLASSES = ['people', 'organisations', 'places', 'numbers'] as const satisfies readonly (
  | NameKind
  | 'numbers'
)[];

/** Names (their ids) and numbers of a text, each after its class: flat, for an archive has them by the hundred thousand. */
export type Facts = readonly string[];

const NO_FACTS: Facts = [];

/** What a sentence of one article names and counts. */
export type FactReader = (sentence: Sentence) => Facts;

export function openFacts({ article }: Study): FactReader {
  let byLine: ReadonlyMap<number, readonly Mention[]> | undefined;
  return ({ line, start, end, numbers }) => {
    byLine ??= groupByLine(article.annotations.mentions);
    const facts: string[] = [];
    for (const mention of byLine.get(line) ?? [])
      if (mention.start >= start && mention.end <= end) facts.push(mention.kind, mention.id);
    for (const number of numbers) facts.push('numbers', number);
    return facts.length === 0 ? NO_FACTS : facts;
  };
}

/** What a whole text names and counts, each once. */
export function readAllFacts(study: Study): ReadonlySet<string> {
  const all = new Set<string>();
  const readHere = openFacts(study);
  for (const sentence of study.sentences) {
    const facts = readHere(sentence);
    for (let at = 0; at < facts.length; at += 2) all.add(`${facts[at]} ${facts[at + 1]}`);
  }
  return all;
}

/**
 * Whether each has a name or number of one class that the other lacks: the same form filled in
 * twice (“approved for Lower Fen”, “approved for Upper Fen”), which is no common origin.
 */
export function isOtherForm(a: Facts, b: Facts): boolean {
  return CLASSES.some((of) => hasMore(a, b, of) && hasMore(b, a, of));
}

/** Whether `a` has a fact of this class that `b` lacks. */
function hasMore(a: Facts, b: Facts, of: (typeof CLASSES)[number]): boolean {
  for (let at = 0; at < a.length; at += 2) if (a[at] === of && !holds(b, of, a[at + 1])) return true;
  return false;
}

function holds(facts: Facts, of: string, value: string | undefined): boolean {
  for (let at = 0; at < facts.length; at += 2) if (facts[at] === of && facts[at + 1] === value) return true;
  return false;
}

/** Shared part of the smaller one's names and numbers; 1 where it has none. */
export function shareFacts(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  let shared = 0;
  for (const fact of a) if (b.has(fact)) shared += 1;
  return smaller === 0 ? 1 : shared / smaller;
}
