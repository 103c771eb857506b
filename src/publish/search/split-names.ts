/** A page, or a line, that a name leads to, as `data/names-index.json` lists it. */
export interface NameEntry {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly variants: readonly string[];
}

/** Names whose list is no larger are one file; a reader fetches it whole. */
const WHOLE = 100_000;
/** Names that one letter finds. */
const OF_LETTER = 40;

/**
 * The files of names that “go to” fetches, by name. A few thousand names are one file, `all`. More are
 * a file for each two signs that a word of a name begins with (`st`), and one for each single sign
 * (`s`) with the first few of them. An entry stands in a file once, in the order of the list.
 */
export function splitNames(names: readonly NameEntry[]): ReadonlyMap<string, readonly NameEntry[]> {
  if (JSON.stringify(names).length <= WHOLE) return new Map([['all', names]]);
  const files = new Map<string, NameEntry[]>();
  for (const entry of names) {
    const words = [entry.name, ...entry.variants].flatMap((name) => foldWords(name));
    for (const key of new Set(words.flatMap((word) => [word.slice(0, 1), word.slice(0, 2)]))) {
      const file = files.get(key) ?? [];
      if (key.length === 1 && file.length >= OF_LETTER) continue;
      file.push(entry);
      files.set(key, file);
    }
  }
  return files;
}

/** Words as the reader's script folds them: small letters without accents. Signs beyond a to z and 0 to 9 are `_`. */
function foldWords(name: string): string[] {
  const folded = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (folded.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).map((word) =>
    [...word.slice(0, 4)].map((sign) => (/[a-z0-9]/.test(sign) ? sign : '_')).join(''),
  );
}
