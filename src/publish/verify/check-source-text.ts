import { existsSync, readFileSync } from 'node:fs';
import { foldSpace } from '../citation.ts';
import { type Finding, quoteForeign } from '../finding.ts';
import type { LineTable } from '../line-table.ts';

/** Invisible signs that normalisation drops from every line: zero widths and marks of direction. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/**
 * Checks the line table of a source against its published raw text: the same lines in the same order,
 * each equal after the declared normalisation, blank where and only where nothing is written.
 *
 * @param ref as the table's address says
 * @param raw file of the raw text; it must be absent where the source is not republished in full
 */
export function checkSourceText(ref: string, { lines, republish }: LineTable, raw: string): Finding[] {
  const findings: Finding[] = [];
  const report = (message: string): void => {
    findings.push({ kind: 'source-text', file: `sources/${ref}/raw.txt`, message });
  };
  for (const [index, { n, status, text }] of lines.entries()) {
    if (n !== index + 1) report(`line ${index + 1} is numbered ${n} in the line table`);
    // Of a source that is not republished in full, a line may be blank because it is withheld.
    if (republish === undefined ? (status === 'blank') !== (text === '') : status === 'blank' && text !== '')
      report(`line ${n} is ${status}`);
  }
  if (republish !== undefined) {
    if (existsSync(raw)) report('the source is not republished in full, but its raw text is');
    return findings;
  }
  if (!existsSync(raw)) {
    report('the raw text of the source is missing');
    return findings;
  }
  const written = readFileSync(raw, 'utf8').split('\n');
  // A text that ends with a line feed has no further line after it.
  if (written.at(-1) === '' && written.length === lines.length + 1) written.pop();
  if (written.length !== lines.length)
    report(`${written.length} lines, but the line table has ${lines.length}`);
  for (const [index, { n, text }] of lines.entries()) {
    const line = normalise(written[index] ?? '');
    if (line !== foldSpace(text))
      report(`line ${n} is ${quoteForeign(line)}, in the line table ${quoteForeign(text)}`);
  }
  return findings;
}

/** A raw line as the pipeline reads it; controls that are no white space are dropped, too. */
function normalise(line: string): string {
  return foldSpace(
    line
      .toWellFormed()
      .normalize('NFC')
      .replace(INVISIBLE, '')
      .replace(/\p{Cc}/gu, (sign) => (/\s/.test(sign) ? ' ' : '')),
  );
}
