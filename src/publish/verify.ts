/**
 * Checks a finished site, or a copy that a reader downloaded: every word in a source's voice stands
 * in the line that it cites, every link leads somewhere, counts agree, no page asks another host for
 * anything or holds code of its own, and every file is the one that was published.
 */
import { readFile } from 'node:fs/promises';
import { CHECKSUMS } from './checksums.ts';
import { readEditionRecords } from './edition-records.ts';
import { compareFindings, type Finding } from './finding.ts';
import { readLineTables } from './line-table.ts';
import { listFiles } from './list-files.ts';
import { checkChecksums } from './verify/check-checksums.ts';
import { checkData } from './verify/check-data.ts';
import { checkFile, type FileCheck, isChecked } from './verify/check-file.ts';
import { checkPlaces } from './verify/check-links.ts';
import { checkSourceText } from './verify/check-source-text.ts';
import type { CheckedSite } from './verify/checked-page.ts';

/** What is wrong with the site below `folder`, by file and kind; empty = nothing was found. */
export async function verifySite(folder: string): Promise<readonly Finding[]> {
  const all = await listFiles(folder);
  const findings = checkData(folder, all);
  // A damaged table is none to the checks after it.
  const damaged = new Set(findings.map(({ file }) => file));
  const paths = all.filter((path) => !damaged.has(path));
  if (!damaged.has(CHECKSUMS)) findings.push(...(await checkChecksums(folder, new Set(paths))));
  const site = await readCheckedSite(folder, paths);
  const checks = new Map<string, FileCheck>();
  for (const path of paths)
    if (isChecked(path)) checks.set(path, checkFile(path, await readFile(`${folder}/${path}`, 'utf8'), site));
  findings.push(...joinChecks(checks, all));
  for (const [ref, table] of site.tables)
    findings.push(...checkSourceText(ref, table, `${folder}/sources/${ref}/raw.txt`));
  return findings.sort(compareFindings);
}

/** What the checks of its pages ask of the site, or the files for one, below `folder`. */
export async function readCheckedSite(folder: string, paths: readonly string[]): Promise<CheckedSite> {
  const { former } = await readEditionRecords(folder, paths);
  return {
    tables: readLineTables(folder, paths),
    former: new Set(former.map((address) => `${address.slice(1)}index.html`)),
  };
}

/** The findings of all checked files, and those that show only when all are known: links to nowhere. */
export function joinChecks(checks: ReadonlyMap<string, FileCheck>, files: readonly string[]): Finding[] {
  const ids = new Map(files.map((path) => [path, checks.get(path)?.ids]));
  const findings: Finding[] = [];
  for (const [path, check] of checks)
    findings.push(...check.findings, ...checkPlaces(path, check.places, ids));
  return findings;
}
