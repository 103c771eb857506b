/** The readable part of a briefing’s address, from its headline. */

const MAX_WORDS = 6;
const MAX_LENGTH = 60;
const TRAILING = new Set(
  'a an and as at but by for from has have in is it its of on or over than that the their to up was were will with'.split(
    ' ',
  ),
);

/** At most six words of `[a-z0-9-]`, without trailing function words; empty if nothing is left. */
export function toSlug(headline: string): string {
  const words = headline
    .replace(/[’‘']/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
  while (words.length > 1 && TRAILING.has(words.at(-1) ?? '')) words.pop();
  return words.join('-').slice(0, MAX_LENGTH).replace(/-+$/, '');
}
