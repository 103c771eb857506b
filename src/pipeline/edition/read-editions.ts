/**
 * Reads `content/editions.jsonl`: a line that names each edition, and below it one line a source that
 * is new, changed or gone since the edition before. Lines are only ever added, so that the history of
 * the file is the history of the site, and old addresses are known for ever.
 */
import type { VFile } from 'vfile';
import { z } from 'zod';
import { findNameMistake } from './find-name-mistake.ts';
import { MARK, type RecordedSource } from './record-source.ts';

export interface Edition {
  /** Counts from 1. */
  readonly number: number;
  /** The editor's words. */
  readonly name: string;
  /** All sources of the edition, by reference. */
  readonly sources: ReadonlyMap<string, RecordedSource>;
}

const opening = z.strictObject({ edition: z.number(), name: z.string() });
const withdrawn = z.strictObject({ ref: z.string(), withdrawn: z.literal(true) });
const recorded = z.strictObject({
  ref: z.string().regex(/^[0-9a-f]{1,64}$/),
  slug: z.string().regex(/^[a-z0-9-]*$/),
  lines: z.string(),
});
const row = z.union([opening, withdrawn, recorded]);

/** The editions, first one first, or undefined with a fatal message on `file`. */
export function readEditions(file: VFile): readonly Edition[] | undefined {
  const editions: { number: number; name: string; sources: Map<string, RecordedSource> }[] = [];
  let seen = new Set<string>();
  for (const [at, text] of String(file).split('\n').entries()) {
    const mistake = text.trim() === '' ? undefined : readRow(text);
    if (mistake === undefined) continue;
    const place = { line: at + 1, column: 1 };
    file.message(mistake, { place, ruleId: 'editions', source: 'sourceline' }).fatal = true;
    return undefined;
  }
  return editions;

  /** Takes one line of the file; returns what is wrong with it. */
  function readRow(text: string): string | undefined {
    const value = row.safeParse(parseJson(text)).data;
    if (value === undefined)
      return 'is no line that `npm run edition` writes, restore the file from version control';
    const last = editions.at(-1);
    if ('edition' in value) {
      const number = editions.length + 1;
      if (value.edition !== number) return `is edition ${value.edition}, expected edition ${number}`;
      const mistake = findNameMistake(value.name, editions);
      if (mistake !== undefined) return mistake;
      editions.push({ number, name: value.name, sources: new Map(last?.sources) });
      seen = new Set();
      return undefined;
    }
    if (last === undefined) return 'stands before the first edition, expected `{"edition":1,"name":"…"}`';
    const { ref } = value;
    if (seen.has(ref)) return `source \`${ref}\` stands twice in edition ${last.number}, keep one line`;
    seen.add(ref);
    if ('withdrawn' in value)
      return last.sources.delete(ref) ? undefined : `source \`${ref}\` was in no edition to be withdrawn`;
    const marks = value.lines.split(' ');
    const odd = marks.findIndex((mark) => !MARK.test(mark));
    if (odd >= 0) return `mark ${odd + 1} of source \`${ref}\` cannot be read`;
    last.sources.set(ref, { ref, slug: value.slug, marks });
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
