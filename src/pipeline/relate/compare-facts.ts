import type { Sentence, Study } from './study-articles.ts';

/** Names and numbers of a text by class: `people`, `organisations`, `places`, `numbers`. */
export type Facts = ReadonlyMap<string, ReadonlySet<string>>;

/** What a sentence names and counts. */
export function readFacts({ article }: Study, { line, start, end, numbers }: Sentence): Facts {
  const facts = new Map<string, Set<string>>();
  for (const mention of article.annotations.mentions)
    if (mention.line === line && mention.start >= start && mention.end <= end)
      addFact(facts, mention.kind, mention.id);
  for (const number of numbers) addFact(facts, 'numbers', number);
  return facts;
}

/** What a whole text names and counts. */
export function readAllFacts(study: Study): Facts {
  const facts = new Map<string, Set<string>>();
  for (const sentence of study.sentences)
    for (const [kind, values] of readFacts(study, sentence))
      for (const value of values) addFact(facts, kind, value);
  return facts;
}

function addFact(facts: Map<string, Set<string>>, kind: string, value: string): void {
  const values = facts.get(kind);
  if (values) values.add(value);
  else facts.set(kind, new Set([value]));
}

/**
 * Whether each has a name or number of one class that the other lacks: the same form filled in
 * twice (“approved for Lower Fen”, “approved for Upper Fen”), which is no common origin.
 */
export function isOtherForm(a: Facts, b: Facts): boolean {
  for (const [kind, mine] of a) {
    const theirs = b.get(kind);
    if (theirs && hasMore(mine, theirs) && hasMore(theirs, mine)) return true;
  }
  return false;
}

function hasMore(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const value of a) if (!b.has(value)) return true;
  return false;
}

/** Shared part of the smaller one's names and numbers; 1 where it has none. */
export function shareFacts(a: Facts, b: Facts): number {
  let shared = 0;
  for (const [kind, mine] of a) for (const value of mine) if (b.get(kind)?.has(value)) shared++;
  const smaller = Math.min(countFacts(a), countFacts(b));
  return smaller === 0 ? 1 : shared / smaller;
}

function countFacts(facts: Facts): number {
  let count = 0;
  for (const values of facts.values()) count += values.size;
  return count;
}
