/**
 * The reference of each seed, assigned once and kept in `content/references.csv`: rows are only ever
 * added, so that correcting, adding or moving another file never changes an address.
 */
import { parse } from 'csv-parse/sync';
import type { VFile } from 'vfile';
import { digestOf } from '../../digest-of.ts';

export interface References {
  /** The reference of a seed (path below the seeds folder, `file#record` for records); assigns one if new. */
  referenceOf(seed: string): string;
  /** The table with what was assigned since, to be written back; undefined if nothing was. */
  toCsv(): string | undefined;
}

const HEADER = 'reference,seed';

/** References of earlier builds, or undefined with fatal messages on `file` (an empty file is a new table). */
export function readReferences(file: VFile): References | undefined {
  const fail = (line: number, reason: string): undefined => {
    const message = file.message(reason, {
      place: { line, column: 1 },
      ruleId: 'references',
      source: 'sourceline',
    });
    message.fatal = true;
    return undefined;
  };
  const text = String(file);
  let rows: { info: { lines: number }; record: string[] }[];
  try {
    rows = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as never;
  } catch (error) {
    return fail(1, `is not a table: ${(error as Error).message}`);
  }
  const [header, ...body] = rows;
  if (header && header.record.join(',') !== HEADER) return fail(1, `expected the header \`${HEADER}\``);

  const seedOf = new Map<string, string>();
  const refOf = new Map<string, string>();
  for (const { info, record } of body) {
    const [reference = '', seed = ''] = record;
    if (record.length !== 2 || !/^[0-9a-f]{1,64}$/.test(reference) || seed === '')
      return fail(info.lines, 'expected a reference and a seed, such as `003,003_x.txt`');
    if (seedOf.has(reference))
      return fail(info.lines, `reference \`${reference}\` stands twice, keep the first row`);
    if (refOf.has(seed))
      return fail(info.lines, `seed ${JSON.stringify(seed)} stands twice, keep the first row`);
    seedOf.set(reference, seed);
    refOf.set(seed, reference);
  }

  const added: string[] = [];
  return {
    referenceOf(seed) {
      const known = refOf.get(seed);
      if (known !== undefined) return known;
      const reference = proposeReferences(seed).find((candidate) => !seedOf.has(candidate));
      if (reference === undefined) throw new Error(`no free reference for ${JSON.stringify(seed)}`);
      seedOf.set(reference, seed);
      refOf.set(seed, reference);
      added.push(`${reference},${quoteCell(seed)}\n`);
      return reference;
    },
    toCsv() {
      if (added.length === 0) return undefined;
      const start = text.trim() === '' ? `${HEADER}\n` : text.endsWith('\n') ? text : `${text}\n`;
      return start + added.join('');
    },
  };
}

/** Candidates in order: the leading digits of the file name if they are no date, then ever longer digests. */
function proposeReferences(seed: string): string[] {
  const name = seed.slice(seed.lastIndexOf('/') + 1);
  const digits = /^(\d{1,12})[_-]/.exec(name)?.[1];
  const digest = digestOf(seed);
  const digests = [10, 16, 24, 64].map((length) => digest.slice(0, length));
  return digits !== undefined && !startsWithDate(name) ? [digits, ...digests] : digests;
}

/** `2022-02-14-talks.txt`, `14_02_2022…`, `20220214_x`, `2022-review`: the number is a date, not a reference. */
function startsWithDate(name: string): boolean {
  return /^(?:(?:19|20)\d\d[_-]|\d{1,2}[_-]\d{1,2}[_-](?:\d{4}|\d\d)(?!\d)|(?:19|20)\d\d[01]\d[0-3]\d[_-])/.test(
    name,
  );
}

function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell;
}
