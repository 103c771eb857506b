import { fold, splitWords } from './fold-words.ts';

/** A page, or a line, and every spelling of the name that leads there. */
export interface NameEntry {
  /** Address from the root. */
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly variants: readonly string[];
}

/** Names that a query may mean, best first: a variant as typed, one that begins so, one that stands in the query. */
export function findNames(text: string, names: readonly NameEntry[], most: number): NameEntry[] {
  const typed = toWords(text);
  if (typed === '') return [];
  return names
    .map((entry) => ({
      entry,
      rank: Math.min(...[entry.name, ...entry.variants].map((name) => rankName(typed, name))),
    }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || compare(a.entry.name, b.entry.name))
    .slice(0, most)
    .map(({ entry }) => entry);
}

/** Names that are spelt nearly as a query that found nothing, nearest first. */
export function findClosestNames(text: string, names: readonly NameEntry[], most: number): NameEntry[] {
  const typed = fold(text.slice(0, 40)).trim();
  return names
    .map((entry) => {
      const forms = [entry.name, ...entry.variants].flatMap((name) => [fold(name), ...fold(name).split(' ')]);
      return { entry, distance: Math.min(...forms.map((form) => countEdits(typed, form))) };
    })
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(typed.length / 4)))
    .sort((a, b) => a.distance - b.distance || compare(a.entry.name, b.entry.name))
    .slice(0, most)
    .map(({ entry }) => entry);
}

function rankName(typed: string, name: string): number {
  const words = toWords(name);
  if (words === typed) return 0;
  if (words.startsWith(typed.trimEnd())) return 1;
  if (words.includes(typed.trimEnd())) return 2;
  return words.length > 3 && typed.includes(words) ? 3 : Number.POSITIVE_INFINITY;
}

/** ` jens stoltenberg `: folded words with a space on either side, so that words compare whole; empty without words. */
function toWords(text: string): string {
  const words = splitWords(text.slice(0, 200)).flatMap(({ folded }) => (folded === '' ? [] : folded));
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

/** Single-letter changes between two words (Levenshtein). */
function countEdits(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > a.length / 4 + 1) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, sign] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (sign === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? Number.POSITIVE_INFINITY;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
