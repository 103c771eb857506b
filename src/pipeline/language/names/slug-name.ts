/** Letters that do not part into a plain one and its accent. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['ə', 'e'],
]);

/**
 * `GAZ Group` → `gaz-group`: the id of a name that is on no list. Addresses and page attributes are made of
 * it, so it holds small Latin letters and digits only; a letter of another script is its code point.
 */
export function slugName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/[^a-z0-9-]/gu, (letter) => PLAIN.get(letter) ?? (letter.codePointAt(0) ?? 0).toString(36))
    .replace(/^-|-$/g, '');
}
