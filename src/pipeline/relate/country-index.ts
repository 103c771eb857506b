import type { NameEntry } from '../types.ts';
import { foldWord } from './terms.ts';

/** Which country a word stands for: its name, demonym (“Ukrainian”) or capital (“Kyiv” for its government). */
export interface CountryIndex {
  /** Id of the country that an id or a word stands for, if it is one. */
  readonly find: (id: string | undefined, word?: string) => string | undefined;
  /** Ids of the countries themselves. */
  readonly ids: ReadonlySet<string>;
  readonly entry: (id: string) => NameEntry | undefined;
}

/** Countries are the listed places with a demonym or a capital. */
export function indexCountries(entries: readonly NameEntry[]): CountryIndex {
  const byWord = new Map<string, string>();
  const byId = new Map<string, string>();
  const ids = new Set<string>();
  const places = new Map<string, NameEntry>();
  for (const entry of entries) {
    if (entry.kind !== 'places') continue;
    places.set(entry.id, entry);
    if (!entry.demonyms && !entry.capital) continue;
    byId.set(entry.id, entry.id);
    ids.add(entry.id);
    for (const word of [entry.name, ...entry.aliases, ...(entry.demonyms ?? [])])
      byWord.set(foldWord(word), entry.id);
  }
  for (const entry of places.values()) {
    if (!entry.capital) continue;
    const capital = foldWord(entry.capital);
    if (!byWord.has(capital)) byWord.set(capital, entry.id);
    const city = [...places.values()].find(
      (place) => place.id !== entry.id && foldWord(place.name) === capital,
    );
    if (city && !byId.has(city.id)) byId.set(city.id, entry.id);
  }
  return {
    find: (id, word) =>
      (id !== undefined ? byId.get(id) : undefined) ??
      (word !== undefined ? byWord.get(foldWord(word)) : undefined),
    ids,
    entry: (id) => places.get(id),
  };
}
