import { compareCodeUnits } from '../../compare-code-units.ts';
import type { CorpusName } from '../types.ts';
import type { CorpusIndex } from './index-corpus.ts';

/** Longest name of an organisation, in words. */
const MOST_WORDS = 8;

/** People whose printed role names an organisation, by organisation, in order of their ids. */
export function listSpokespeople(index: CorpusIndex): ReadonlyMap<CorpusName, readonly CorpusName[]> {
  const bySpelling = new Map<string, CorpusName[]>();
  for (const name of index.names) {
    if (name.kind !== 'organisations' || !index.hasPage(name.kind, name.id)) continue;
    for (const { text } of name.printedAs) {
      const spelling = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
      bySpelling.set(spelling, [...(bySpelling.get(spelling) ?? []), name]);
    }
  }
  const people = new Map<CorpusName, Set<CorpusName>>();
  for (const person of index.names) {
    if (person.kind !== 'people') continue;
    for (const { text } of person.roles)
      for (const words of runsOf(text))
        for (const name of bySpelling.get(words) ?? [])
          people.set(name, (people.get(name) ?? new Set()).add(person));
  }
  return new Map(
    [...people].map(([name, speakers]) => [name, [...speakers].sort((a, b) => compareCodeUnits(a.id, b.id))]),
  );
}

/** Every run of whole words in a text: `the NATO chief` holds `the`, `the NATO`, `NATO`… */
function runsOf(text: string): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  return words.flatMap(({ index: start }, at) =>
    words.slice(at, at + MOST_WORDS).map((last) => text.slice(start, last.index + last[0].length)),
  );
}
