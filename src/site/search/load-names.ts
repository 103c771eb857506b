import type { NameEntry } from './find-names.ts';
import { splitWords } from './fold-words.ts';
import type { Pointer } from './load-engine.ts';

/** The file of a site with few names. */
const WHOLE = 'all-names';
/** Words of a query whose names are fetched; a longer one is no name. */
const MOST_WORDS = 6;
/** Signs in the name of a file at most. */
const MOST_SIGNS = 8;

/**
 * The names that a query may mean, from the files that its words need: one file has all names of a
 * small site, an archive has one for each few signs that a word of a name begins with. Empty where
 * they cannot be fetched: “go to” is a help, and lines are found without.
 */
export function createNames(
  root: URL,
  pointer: Pick<Pointer, 'names' | 'nameFiles'>,
): (text: string) => Promise<readonly NameEntry[]> {
  const files = new Map<string, Promise<readonly NameEntry[]>>();
  const load = (name: string): Promise<readonly NameEntry[]> => {
    const address = new URL(`search/${encodeURIComponent(pointer.names)}/${name}.json`, root);
    const known = files.get(name) ?? fetchNames(address);
    files.set(name, known);
    known.catch(() => files.delete(name));
    return known;
  };
  const has = new Set(pointer.nameFiles);
  return async (text) => {
    const names = has.has(WHOLE) ? [WHOLE] : filesOf(text, has);
    const entries = (await Promise.all(names.map((name) => load(name).catch(() => [])))).flat();
    // A name of two words stands in two files.
    return [...new Map(entries.map((entry) => [`${entry.path} ${entry.name}`, entry])).values()];
  };
}

async function fetchNames(address: URL): Promise<readonly NameEntry[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`no names: ${response.status}`);
  // The publication of the site wrote this file.
  return (await response.json()) as readonly NameEntry[];
}

/** Of each word of a text the file of the most signs that it begins with; signs beyond a to z and 0 to 9 are `_`. */
export function filesOf(text: string, files: ReadonlySet<string>): string[] {
  const words = splitWords(text.slice(0, 200)).slice(0, MOST_WORDS);
  const found = words.flatMap(({ folded }) => {
    const signs = folded.slice(0, MOST_SIGNS).replace(/[^a-z0-9]/g, '_');
    const prefixes = Array.from(signs, (_, index) => signs.slice(0, index + 1));
    return prefixes.findLast((prefix) => files.has(prefix)) ?? [];
  });
  return [...new Set(found)];
}
