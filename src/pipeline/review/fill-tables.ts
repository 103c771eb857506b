/** The editor's tables with the gaps to fill: nothing that stands there is changed, only rows are added. */
import type { Corpus } from '../types.ts';
import { nameEntry, suggestNames } from './list-review.ts';

const HEADER = ['file', 'headline', 'publisher', 'url', 'author', 'published', 'theme'];

/**
 * `seeds/sources.csv` with one row an article; what nobody states is an empty cell.
 *
 * @param text the table as it stands, empty if there is none
 * @param listed seeds that have a row already
 */
export function fillSources(corpus: Corpus, text: string, listed: ReadonlySet<string>): string {
  const separator = text.split('\n')[0]?.includes(';') ? ';' : ',';
  const rows = corpus.articles
    .map(({ source }) => source.seed)
    .filter((seed) => !listed.has(seed))
    .map((seed) =>
      [seed, ...HEADER.slice(1).map(() => '')].map((cell) => quoteCell(cell, separator)).join(separator),
    );
  const start = text.trim() === '' ? `${HEADER.join(',')}\r\n` : text.endsWith('\n') ? text : `${text}\r\n`;
  return start + rows.map((row) => `${row}\r\n`).join('');
}

/**
 * A list of names with those that several articles name, as comments: the editor takes the `#` away.
 *
 * @param text the list as it stands
 */
export function fillNames(corpus: Corpus, kind: string, text: string): string {
  const added = suggestNames(corpus)
    .filter((name) => name.kind === kind && !text.includes(`id: ${name.id}\n`))
    .map((name) => `${nameEntry(name)}\n`.replaceAll(/^/gm, '# ').replace(/# $/, ''));
  if (added.length === 0) return text;
  return `${text.endsWith('\n') ? text : `${text}\n`}\n# Named in several articles; take the \`#\` away to follow them:\n${added.join('')}`;
}

/** A name that a spreadsheet would run as a formula gets an apostrophe in front, which reading takes away. */
function quoteCell(cell: string, separator: string): string {
  const safe = /^'*[=+\-@]/.test(cell) ? `'${cell}` : cell;
  const special = new RegExp(`["\r\n${separator}]`);
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
