import { readFile } from 'node:fs/promises';
import { CHECKSUMS, CHECKSUMS_TEXT, type Checksums, composeChecksums, readChecksums } from '../checksums.ts';
import { type Finding, quoteForeign } from '../finding.ts';

/** Checks that the files below `folder` are those that were published: none changed, missing or added. */
export async function checkChecksums(folder: string, files: ReadonlySet<string>): Promise<Finding[]> {
  const report = (file: string, message: string): Finding => ({ kind: 'checksum', file, message });
  if (!files.has(CHECKSUMS)) return [report(CHECKSUMS, 'the table of checksums is missing')];
  // `checkData` looked at it.
  const published = JSON.parse(await readFile(`${folder}/${CHECKSUMS}`, 'utf8')) as Checksums;
  const present = await readChecksums(folder);
  const said = await readFile(`${folder}/${CHECKSUMS_TEXT}`, 'utf8').catch(() => undefined);
  const findings =
    said === composeChecksums(Object.entries(published.files)).get(CHECKSUMS_TEXT)
      ? []
      : [report(CHECKSUMS_TEXT, 'it is not the table of `checksums.json`')];
  const all = new Set([...Object.keys(published.files), ...Object.keys(present)]);
  for (const file of all) {
    const [was, is] = [published.files[file], present[file]];
    if (was === is) continue;
    if (is === undefined) findings.push(report(file, 'the file is missing'));
    else if (was === undefined) findings.push(report(file, `${quoteForeign(file)} was not published`));
    else findings.push(report(file, 'the file was changed'));
  }
  return findings;
}
