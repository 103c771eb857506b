/** A page, or a line, that a name leads to, as `data/names-index.json` lists it. */
export interface NameEntry {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly variants: readonly string[];
}

/** Name of the file that has all; no word begins so. */
const WHOLE = 'all-names';
/** Signs of JSON that a file of names has at most; a tenth of it goes over the wire. */
const LARGEST = 80_000;
/** Names of a file that has more than that: the rest follows with the next sign. */
const FIRST = 40;
/** Signs after which a file is not split further. */
const DEEPEST = 8;

interface Listed {
  readonly entry: NameEntry;
  /** Words of the name and of its spellings, folded. */
  readonly words: readonly string[];
  /** Those that are a whole spelling. */
  readonly single: ReadonlySet<string>;
}

/**
 * The files of names that “go to” fetches, by name. A few thousand names are one file, `all-names`. More are
 * a file for each sign that a word of a name begins with, and where that is too large, one for each two
 * signs beside it (`s`, `st`), and so on. Of a file that is split the first few names stay, those first that
 * are that word alone.
 */
export function splitNames(names: readonly NameEntry[]): ReadonlyMap<string, readonly NameEntry[]> {
  const files = new Map<string, readonly NameEntry[]>();
  const split = (prefix: string, listed: readonly Listed[]): void => {
    const entries = listed.map(({ entry }) => entry);
    if (prefix.length >= DEEPEST || JSON.stringify(entries).length <= LARGEST) {
      files.set(prefix || WHOLE, entries);
      return;
    }
    if (prefix !== '')
      files.set(
        prefix,
        [
          ...new Set([
            ...listed.filter(({ single }) => single.has(prefix)).slice(0, FIRST),
            ...listed.slice(0, FIRST),
          ]),
        ].map(({ entry }) => entry),
      );
    const next = new Map<string, Listed[]>();
    for (const one of listed) {
      const begun = one.words.filter((word) => word.startsWith(prefix) && word.length > prefix.length);
      for (const longer of new Set(begun.map((word) => word.slice(0, prefix.length + 1)))) {
        const below = next.get(longer) ?? [];
        below.push(one);
        next.set(longer, below);
      }
    }
    for (const [longer, below] of next) split(longer, below);
  };
  split(
    '',
    names.map((entry) => {
      const spellings = [entry.name, ...entry.variants].map((name) => foldWords(name));
      const single = spellings.flatMap((words) => (words.length === 1 ? words : []));
      return { entry, words: spellings.flat(), single: new Set(single) };
    }),
  );
  return files;
}

/** Words as the reader's script folds them for this: small letters without accents, any other sign as `_`. */
function foldWords(name: string): string[] {
  const folded = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (folded.match(/[\p{L}\p{N}]\S*/gu) ?? []).map((word) =>
    word.slice(0, DEEPEST).replace(/[^a-z0-9]/g, '_'),
  );
}
