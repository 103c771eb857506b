/** Breaks text into lines between words, and says where it had to leave words out. */

const CUT = '…';

/**
 * Lines of at most `width`, at most `most` of them, the last with an ellipsis where words are left out.
 * Undefined where a word is wider than a line or cannot be measured.
 *
 * @param measure width of a line of text; undefined = cannot be set
 */
export function wrapWords(
  text: string,
  { width, most, measure }: Wrap,
): { readonly lines: readonly string[]; readonly isCut: boolean } | undefined {
  const fits = (line: string): boolean => (measure(line) ?? Number.POSITIVE_INFINITY) <= width;
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else if (lines.length < most && fits(word)) lines.push(word);
    else if (lines.length < most) return undefined;
    else return cutLast(lines, fits);
  }
  return lines.length > 0 ? { lines, isCut: false } : undefined;
}

interface Wrap {
  readonly width: number;
  readonly most: number;
  readonly measure: (line: string) => number | undefined;
}

/** Takes words off the last line until the ellipsis fits. */
function cutLast(
  lines: readonly string[],
  fits: (line: string) => boolean,
): { lines: string[]; isCut: true } | undefined {
  const last = lines.at(-1)?.split(' ') ?? [];
  while (last.length > 0) {
    const line = `${last.join(' ').replace(/[\s,;:.–—-]+$/u, '')}${CUT}`;
    if (fits(line)) return { lines: [...lines.slice(0, -1), line], isCut: true };
    last.pop();
  }
  return undefined;
}
