/** The editor's tables with the gaps to fill: nothing that stands there is changed, only rows are added. */
import { parse } from 'csv-parse/sync';
import { delimiterOf } from '../editorial/delimiter-of.ts';
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
  const table = text.trim() === '' ? `${HEADER.join(',')}\r\n` : text;
  const separator = delimiterOf(table);
  const columns = readHeader(table, separator);
  // What is wrong with such a table is said where it is read.
  if (!columns.includes('file')) return text;
  // Rows that end in another way than the first would not be read.
  const end = /\r?\n/.exec(table)?.[0] ?? '\r\n';
  const rows = corpus.articles
    .map(({ source }) => source.seed)
    .filter((seed) => !listed.has(seed))
    .map((seed) =>
      columns.map((column) => (column === 'file' ? quoteCell(seed, separator) : '')).join(separator),
    );
  return (table.endsWith('\n') ? table : table + end) + rows.map((row) => row + end).join('');
}

/** Names of the columns, as the table is read; none if its header cannot be. */
function readHeader(table: string, delimiter: string): readonly string[] {
  try {
    const [header = []]: string[][] = parse(table, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      to: 1,
      trim: true,
    });
    return header.map((name) => name.toLowerCase());
  } catch {
    return [];
  }
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
