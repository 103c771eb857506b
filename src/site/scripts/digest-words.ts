/**
 * A short digest of a line's words for shared addresses: FNV-1a over code points, 8 hex digits. Spaces
 * count as one, so that the line as it arrived and the line on the page give the same.
 */
export function digestWords(words: string): string {
  let hash = 0x811c9dc5;
  for (const character of words.normalize('NFC').replaceAll(/\s+/g, ' ').trim()) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
