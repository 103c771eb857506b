import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { type Finding, quoteForeign } from '../finding.ts';
import type { LineTables } from '../line-table.ts';
import { elementsOf, parsePage, textOf } from '../page.ts';

/** So many words in a row are no coincidence; a shorter line is compared whole. */
const LONGEST_RUN = 8;
/** Shorter lines (“Read more”) are anybody's words. */
const SHORTEST_RUN = 4;

/** Runs of withheld words, and their first words, which tell most other runs at once. */
interface Withheld {
  readonly runs: Set<string>;
  readonly starts: Set<string>;
}

/**
 * Checks every published file, search index included, for words of lines that are not to be
 * republished. What also stands in a published line of a source, or is a fact, is not withheld.
 *
 * @param list JSON file of the same build: `lines` that are withheld, and what may be `said`
 */
export async function checkWithheld(
  folder: string,
  { files, tables }: { readonly files: Iterable<string>; readonly tables: LineTables },
  list: string,
): Promise<Finding[]> {
  // The pipeline of the same build wrote this file.
  const { lines, said } = JSON.parse(await readFile(list, 'utf8')) as Record<'lines' | 'said', string[]>;
  const withheld: Withheld = { runs: new Set(), starts: new Set() };
  for (const line of lines) addRuns(withheld, line);
  const allow = (text: string): void => {
    for (const run of findRuns(withheld, text)) withheld.runs.delete(run);
  };
  said.forEach(allow);
  for (const [, { lines: published }] of tables) for (const { text } of published) allow(text);
  const findings: Finding[] = [];
  for (const file of files) {
    const text = await readWords(`${folder}/${file}`);
    const [run] = text === undefined ? [] : findRuns(withheld, text);
    if (run !== undefined) findings.push({ kind: 'withheld', file, message: quoteForeign(run) });
  }
  return findings;
}

function addRuns({ runs, starts }: Withheld, line: string): void {
  const words = wordsOf(line);
  const length = Math.min(words.length, LONGEST_RUN);
  if (length < SHORTEST_RUN) return;
  for (let at = 0; at + length <= words.length; at += 1) {
    runs.add(words.slice(at, at + length).join(' '));
    starts.add(words.slice(at, at + SHORTEST_RUN).join(' '));
  }
}

function findRuns({ runs, starts }: Withheld, text: string): string[] {
  const words = wordsOf(text);
  const found: string[] = [];
  for (let at = 0; at + SHORTEST_RUN <= words.length; at += 1) {
    if (!starts.has(words.slice(at, at + SHORTEST_RUN).join(' '))) continue;
    for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length += 1) {
      const run = words.slice(at, at + length).join(' ');
      if (runs.has(run)) found.push(run);
    }
  }
  return found;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** What a published file says, as text; undefined for files that say nothing. */
async function readWords(path: string): Promise<string | undefined> {
  if (path.endsWith('.pf_fragment')) return gunzipSync(await readFile(path)).toString('utf8');
  if (!/\.(?:html|json|jsonl|csv|xml|txt)$/.test(path)) return undefined;
  const text = await readFile(path, 'utf8');
  if (!/\.(?:html|xml)$/.test(path)) return text.replace(/\\(?:u[0-9a-f]{4}|.)/gi, ' ');
  const page = parsePage(text);
  const values = elementsOf(page).flatMap(({ attrs }) => attrs.map(({ value }) => value));
  return [textOf(page), ...values].join('\n');
}
