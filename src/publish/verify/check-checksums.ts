import { readFile } from 'node:fs/promises';
import { CHECKSUMS, type Checksums, readChecksums } from '../checksums.ts';
import { type Finding, quoteForeign } from '../finding.ts';

/** Checks that the files below `folder` are those that were published: none changed, missing or added. */
export async function checkChecksums(folder: string, files: ReadonlySet<string>): Promise<Finding[]> {
  const report = (file: string, message: string): Finding => ({ kind: 'checksum', file, message });
  if (!files.has(CHECKSUMS)) return [report(CHECKSUMS, 'the table of checksums is missing')];
  // `checkData` looked at it.
  const published = JSON.parse(await readFile(`${folder}/${CHECKSUMS}`, 'utf8')) as Checksums;
  const present = await readChecksums(folder);
  const all = new Set([...Object.keys(published.files), ...Object.keys(present)]);
  return [...all].flatMap((file) => {
    const [was, is] = [published.files[file], present[file]];
    if (was === is) return [];
    if (is === undefined) return [report(file, 'the file is missing')];
    if (was === undefined) return [report(file, `${quoteForeign(file)} was not published`)];
    return [report(file, 'the file was changed')];
  });
}
