import { readFile } from 'node:fs/promises';
import { foldSpace } from '../citation.ts';
import { type Finding, quoteForeign } from '../finding.ts';
import type { CheckedSite } from './checked-page.ts';

/** Invisible signs that normalisation drops from every line: zero widths and marks of direction. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/**
 * Checks each line table against the published raw text of the source: the same lines in the same
 * order, each equal after the declared normalisation, blank where and only where nothing is written.
 */
export async function checkSourceText(folder: string, { files, tables }: CheckedSite): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [ref, { lines, republish }] of tables) {
    const file = `sources/${ref}/raw.txt`;
    const report = (message: string): void => {
      findings.push({ kind: 'source-text', file, message });
    };
    if (republish !== undefined) {
      if (files.has(file)) report('the source is not republished in full, but its raw text is');
      for (const [index, { n, status, text }] of lines.entries()) {
        if (n !== index + 1) report(`line ${index + 1} is numbered ${n} in the line table`);
        if (status === 'blank' && text !== '') report(`line ${n} is ${status}`);
      }
      continue;
    }
    if (!files.has(file)) {
      report('the raw text of the source is missing');
      continue;
    }
    const raw = (await readFile(`${folder}/${file}`, 'utf8')).split('\n');
    // A text that ends with a line feed has no further line after it.
    if (raw.at(-1) === '' && raw.length === lines.length + 1) raw.pop();
    if (raw.length !== lines.length) report(`${raw.length} lines, but the line table has ${lines.length}`);
    for (const [index, { n, status, text }] of lines.entries()) {
      if (n !== index + 1) report(`line ${index + 1} is numbered ${n} in the line table`);
      const written = normalise(raw[index] ?? '');
      if (written !== foldSpace(text))
        report(`line ${n} is ${quoteForeign(written)}, in the line table ${quoteForeign(text)}`);
      if ((status === 'blank') !== (text === '')) report(`line ${n} is ${status}`);
    }
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
