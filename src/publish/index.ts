/** Publishing: finished pages and files become the site. The steps, in order. */
import { readFile } from 'node:fs/promises';
import { writeCards } from './cards.ts';
import { composeChecksums } from './checksums.ts';
import { writeFeeds } from './feeds.ts';
import { compareFindings, type Finding, PublishError } from './finding.ts';
import { traceCheck } from './finish-file.ts';
import type { FinishedFile, FinishedFiles } from './finished-files.ts';
import { writeHostFiles } from './headers.ts';
import { tableRef } from './line-table.ts';
import { type Limit, type SizeReport, sumSizes } from './report-size.ts';
import { type SearchIndexReport, writeSearchIndex } from './search-index.ts';
import { settleFiles } from './settle-files.ts';
import { openSite } from './site-folder.ts';
import { markFolder, refuseForeignFolder, swapFolders } from './swap.ts';
import type { FileCheck } from './verify/check-file.ts';
import { checkSourceText } from './verify/check-source-text.ts';
import { checkWithheld } from './verify/check-withheld.ts';
import type { CheckedSite } from './verify/checked-page.ts';
import { digestTables } from './verify/digest-tables.ts';
import { joinChecks } from './verify.ts';

export type Stage = 'assemble' | 'cards' | 'search' | 'feeds' | 'headers' | 'checksums' | 'verify' | 'swap';

export interface PublishOptions {
  readonly finished: FinishedFiles;
  /** What was rendered: path below the root → key among the finished files. */
  readonly rendered: ReadonlyMap<string, string>;
  /** Folder of files that are published as they are, below the root of the site. */
  readonly files: string;
  /** SHA-256 of each of these files, by path. */
  readonly digests: ReadonlyMap<string, string>;
  /** The same files, as the checks read them. */
  readonly site: CheckedSite;
  /** File with the words that must not be published, see `checkWithheld`; absent = there are none. */
  readonly withheld?: string | undefined;
  /** Of the program. */
  readonly version: string;
  /** Folder that keeps pictures and parts of the search index for later builds; it may be deleted at any time. */
  readonly cache: string;
  /**
   * Folder that the site is put together in, from the one before the last if that lies there. It becomes
   * `out`, and the old site takes its place.
   */
  readonly work: string;
  readonly out: string;
  /** Full address of the site; absent = unknown. */
  readonly address?: string | undefined;
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly visibility: 'public' | 'internal';
  /** Briefings have cards as well. */
  readonly cards: boolean;
  /** What the site should stay within; absent = the limits of hosts only. */
  readonly budget?: Limit | undefined;
  readonly onStage: (stage: Stage) => void;
}

export interface PublishReport extends SizeReport {
  readonly search: SearchIndexReport;
}

/**
 * Puts the site together and in its place. Until the last step nothing in `out` changes; a site with
 * findings is never published (PublishError, with the findings).
 */
export async function publish(options: PublishOptions): Promise<PublishReport> {
  const { finished, rendered, files, digests, work, out, address, onStage, visibility } = options;
  await refuseForeignFolder(out);

  onStage('assemble');
  const twice = [...digests.keys()].filter((path) => rendered.has(path));
  if (twice.length > 0) throw new PublishError(`rendered and copied at one address: ${twice.join(', ')}`);
  const folder = await openSite(work);
  for (const [path, key] of rendered)
    folder.link(path, finished.place(key), fileOf(finished, path, key).sha256);
  for (const [path, sha256] of digests) folder.link(path, `${files}/${path}`, sha256);
  onStage('cards');
  // Pages that can have none are not even looked at: an archive has thousands of briefings.
  const carded = [...rendered.keys()].filter(
    (path) => address !== undefined && (options.cards || !path.startsWith('briefings/')),
  );
  await writeCards(folder, carded, { cache: `${options.cache}/cards`, version: options.version });
  onStage('search');
  const search = await writeSearchIndex(folder, {
    language: options.language,
    version: options.version,
    cache: `${options.cache}/search`,
  });
  onStage('feeds');
  const warnings = await writeFeeds(folder, { ...options, address, visibility });
  onStage('headers');
  await writeHostFiles(folder, {
    immutable: search.folders.map((name) => `search/${name}`),
    visibility,
  });
  onStage('checksums');
  const sums = [...folder.files].map(([path, { sha256 }]) => [path, sha256] as const);
  for (const [path, text] of composeChecksums(sums)) folder.write(path, text);
  onStage('verify');
  const findings = await verify(options, [...folder.files.keys()]);
  if (findings.length > 0)
    throw new PublishError(`the site is not published: ${findings.length} findings`, findings);
  onStage('swap');
  await settleFiles(work, await folder.sweep());
  await markFolder(work);
  await swapFolders(work, out);
  const size = sumSizes(new Map([...folder.files].map(([path, { bytes }]) => [path, bytes])), options.budget);
  return { ...size, warnings: [...warnings, ...size.warnings], search };
}

function fileOf(finished: FinishedFiles, path: string, key: string): FinishedFile {
  const file = finished.get(key);
  if (file === undefined) throw new PublishError(`\`${path}\` was not rendered`);
  return file;
}

/**
 * The checks of `verifySite`, less those that finished files and sources passed already with the same
 * bytes and the same line tables.
 */
async function verify(options: PublishOptions, paths: readonly string[]): Promise<readonly Finding[]> {
  const { finished, rendered, digests, site, files, withheld, work } = options;
  const checks = new Map<string, FileCheck>();
  for (const [path, key] of rendered) {
    const { check, checkedWith } = fileOf(finished, path, key);
    if (check === undefined) continue;
    const now = digestTables(check.refs, digests);
    if (now === checkedWith) {
      checks.set(path, check);
      continue;
    }
    const again = traceCheck(path, await readFile(finished.place(key), 'utf8'), site);
    finished.recheck(key, again, digestTables(again.refs, digests));
    checks.set(path, again);
  }
  const findings = joinChecks(checks, paths);
  for (const [path, table] of digests) {
    const ref = tableRef(path);
    if (ref === undefined) continue;
    const text = `sources/${ref}/raw.txt`;
    const pair = `${table} ${digests.get(text) ?? ''}`;
    if (finished.isCheckedSource(pair)) continue;
    const lines = site.tables.get(ref);
    const found = lines ? checkSourceText(ref, lines, `${files}/${text}`) : [];
    if (found.length === 0) finished.addCheckedSource(pair);
    findings.push(...found);
  }
  if (withheld !== undefined)
    findings.push(...(await checkWithheld(work, { files: paths, tables: site.tables }, withheld)));
  return findings.sort(compareFindings);
}
