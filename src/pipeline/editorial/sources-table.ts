/**
 * Reads `seeds/sources.csv`: one row an article, safe to open and save in a spreadsheet program (byte
 * order mark, semicolons, tabs, days as the program prints them unless they can be read in two ways).
 */
import { type CsvError, parse } from 'csv-parse/sync';
import type { VFile } from 'vfile';
import type { Republish } from '../types.ts';
import { delimiterOf } from './delimiter-of.ts';
import type { EditorFacts } from './editor-facts.ts';
import { isCalendarDay } from './is-calendar-day.ts';
import { listThemes } from './sidecars.ts';
import { EXPECTED_REPUBLISH, REPUBLISH } from './site.ts';

const COLUMNS = [
  'file',
  'headline',
  'publisher',
  'url',
  'author',
  'published',
  'theme',
  'republish',
] as const;
type Column = (typeof COLUMNS)[number];

/** Rows by what stands under `file`: a seed, `file#id`, or a record’s id or address. */
export type SourcesTable = ReadonlyMap<string, EditorFacts>;

/**
 * The rows without the cells that have a mistake, and without all others where cells may have slipped; each
 * mistake is a fatal message at its line. Where the right to republish cannot be told, no words are. Undefined
 * where no row can be read at all: what must not be published is then unknown.
 */
export function readSourcesTable(file: VFile, themes: readonly string[]): SourcesTable | undefined {
  const rows = new Map<string, EditorFacts>();
  const fail = (line: number, reason: string): void => {
    file.message(reason, {
      place: { line, column: 1 },
      ruleId: 'sources',
      source: 'sourceline',
    }).fatal = true;
  };
  const text = String(file).replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(text);
  let table: { info: { lines: number }; record: string[] }[];
  try {
    // A cell with line breaks is rare here: the line of a message is then the row’s last.
    table = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as never;
  } catch (error) {
    const { message, lines } = error as CsvError;
    fail(typeof lines === 'number' ? lines : 1, `is not a table: ${message}`);
    return undefined;
  }
  const [header, ...body] = table;
  if (!header) return rows;
  const columns = header.record.map((name) => name.toLowerCase());
  const expected = `expected ${COLUMNS.map((column) => `\`${column}\``).join(', ')}`;
  if (!columns.includes('file')) {
    fail(1, `has no column \`file\`, ${expected}`);
    return undefined;
  }
  for (const [at, name] of columns.entries())
    if (isColumn(name) && columns.indexOf(name) < at)
      fail(1, `has the column \`${name}\` twice, keep one: the first is read`);
    else if (name !== '' && !isColumn(name)) fail(1, `has a column \`${name}\`, ${expected}`);
  for (const { info, record } of body) {
    const cell = (column: Column): string | undefined => record[columns.indexOf(column)]?.trim() || undefined;
    // The apostrophe keeps a spreadsheet from running a name as a formula: see `fill-tables.ts`.
    const seed = cell('file')?.replace(/^'(?='*[=+\-@])/, '');
    if (seed === undefined) {
      if (record.some((one) => one !== ''))
        fail(info.lines, 'has no `file`, expected the name of a seed or the id of a record');
      continue;
    }
    const remedy = `put a cell that holds ${delimiter === '\t' ? 'a tab' : `\`${delimiter}\``} in quotation marks`;
    const isTooLong = record.slice(columns.length).some((one) => one !== '');
    if (isTooLong) fail(info.lines, `has more cells than the header has columns: ${remedy}`);
    const mistakes = isTooLong ? new Map<Column, string>() : findMistakes(cell, themes);
    for (const reason of mistakes.values()) fail(info.lines, reason);
    const maySlip = isMoved(columns.filter(isColumn), cell, mistakes);
    if (maySlip)
      fail(info.lines, `may have slipped: ${remedy}; until no cell is wrong only \`republish\` is read`);
    const hasSlipped = isTooLong || maySlip;
    const day = readDay(cell('published'));
    const sound = (column: Column): string | undefined =>
      hasSlipped || mistakes.has(column) ? undefined : cell(column);
    const isHeldBack =
      mistakes.has('republish') ||
      record.some(
        (one, at) =>
          (one === 'quotations' || one === 'none') &&
          (isTooLong || (maySlip ? columns[at] !== 'republish' : !isColumn(columns[at]))),
      );
    const first = rows.get(seed);
    if (first) {
      fail(info.lines, `${JSON.stringify(seed)} stands twice, keep one row`);
      if (isHeldBack || cell('republish') !== first.republish)
        rows.set(seed, { ...first, republish: 'none' });
      continue;
    }
    rows.set(seed, {
      file,
      at: info.lines,
      headline: sound('headline'),
      publisher: sound('publisher'),
      url: sound('url'),
      author: sound('author'),
      published: hasSlipped || typeof day === 'object' ? undefined : day,
      theme: sound('theme'),
      republish: isHeldBack ? 'none' : isTooLong ? undefined : readRepublish(cell('republish')),
      keep: [],
      setAside: [],
      remove: [],
      brief: [],
    });
  }
  return rows;
}

function isColumn(name: string | undefined): name is Column {
  return COLUMNS.some((column) => column === name);
}

/**
 * Whether a wrong cell may be that of another column: an unquoted delimiter in a headline or a name moves all
 * cells behind it. A right one behind it tells that none has moved, and so does a day or an address misspelt.
 */
function isMoved(
  columns: readonly Column[],
  cell: (column: Column) => string | undefined,
  mistakes: ReadonlyMap<Column, string>,
): boolean {
  let isOdd = false;
  for (const column of columns.toReversed()) {
    const text = cell(column);
    if (text === undefined || column === 'file') continue;
    if (column === 'headline' || column === 'publisher' || column === 'author') {
      if (isOdd) return true;
    } else if (!mistakes.has(column)) return false;
    else isOdd ||= !/^(?:\d[\d./-]*$|\w+:\/\/|www\.)/.test(text) || column === 'theme';
  }
  return false;
}

/** By column, what is wrong with a row. */
function findMistakes(
  cell: (column: Column) => string | undefined,
  themes: readonly string[],
): ReadonlyMap<Column, string> {
  const mistakes = new Map<Column, string>();
  const theme = cell('theme');
  if (theme !== undefined && !themes.includes(theme))
    mistakes.set(
      'theme',
      `no theme is called ${JSON.stringify(theme)}, expected one of ${listThemes(themes)}`,
    );
  const republish = cell('republish');
  if (republish !== undefined && readRepublish(republish) === undefined)
    mistakes.set(
      'republish',
      `\`republish\`: ${EXPECTED_REPUBLISH}; until then none of its words is published`,
    );
  const url = cell('url');
  if (url !== undefined && !/^https?:\/\/\S+$/.test(url))
    mistakes.set('url', `\`url\`: expected an address that starts with \`https://\``);
  const published = cell('published');
  const day = readDay(published);
  if (typeof day === 'object')
    mistakes.set('published', `\`published\`: ${JSON.stringify(published)} ${day.problem}`);
  return mistakes;
}

function readRepublish(cell: string | undefined): Republish | undefined {
  return REPUBLISH.find((one) => one === cell);
}

/** A day as spreadsheet programs print it, as ISO. */
export function readDay(text: string | undefined): string | undefined | { readonly problem: string } {
  if (text === undefined) return undefined;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].{0,40})?$/.exec(text);
  if (iso) return toDay(iso[1], iso[2], iso[3]);
  const dots = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  if (dots) return toDay(dots[3], dots[2], dots[1]);
  const slashes = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (!slashes) return { problem: 'is no day, expected one such as `2022-02-15`' };
  const [, first = '', second = '', year = ''] = slashes;
  if (Number(first) > 12) return toDay(year, second, first);
  if (Number(second) > 12 || first === second) return toDay(year, first, second);
  return { problem: 'can be read in two ways, write it as `2022-02-15`' };
}

function toDay(year = '', month = '', day = ''): string | { readonly problem: string } {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(text)
    ? text
    : { problem: 'is no day of the calendar, expected one such as `2022-02-15`' };
}
