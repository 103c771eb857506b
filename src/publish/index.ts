/** Publishing: finished pages and files become the site. The steps, in order. */
import { readFile } from 'node:fs/promises';
import { assembleSite } from './assemble-site.ts';
import { writeCards } from './cards.ts';
import { writeChecksums } from './checksums.ts';
import { writeFeeds } from './feeds.ts';
import { compareFindings, type Finding, PublishError } from './finding.ts';
import { traceCheck } from './finish-file.ts';
import type { FinishedFile, FinishedFiles } from './finished-files.ts';
import { writeHostFiles } from './headers.ts';
import { tableRef } from './line-table.ts';
import { type Limit, reportSize, type SizeReport } from './report-size.ts';
import { type SearchIndexReport, writeSearchIndex } from './search-index.ts';
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
  const put = await assembleSite(
    work,
    new Map([
      ...[...rendered].map(([path, key]) => [path, finished.place(key)] as const),
      ...[...digests.keys()].map((path) => [path, `${files}/${path}`] as const),
    ]),
  );
  onStage('cards');
  // Pages that can have none are not even looked at: an archive has thousands of briefings.
  const carded = [...rendered.keys()].filter(
    (path) => address !== undefined && (options.cards || !path.startsWith('briefings/')),
  );
  await writeCards(work, carded, `${options.cache}/cards`);
  onStage('search');
  const search = await writeSearchIndex(work, {
    language: options.language,
    cache: `${options.cache}/search`,
    pages: [...rendered.keys()],
  });
  onStage('feeds');
  const warnings = await writeFeeds(work, { ...options, address, visibility });
  onStage('headers');
  await writeHostFiles(work, { immutable: search.folders.map((folder) => `search/${folder}`), visibility });
  await markFolder(work);
  onStage('checksums');
  const known = new Map([...rendered].map(([path, key]) => [path, fileOf(finished, path, key).sha256]));
  const paths = await writeChecksums(work, new Map([...known, ...digests]));
  onStage('verify');
  const findings = await verify(options, paths);
  if (findings.length > 0)
    throw new PublishError(`the site is not published: ${findings.length} findings`, findings);
  onStage('swap');
  const size = await reportSize(work, options.budget);
  const written = paths.filter((path) => !rendered.has(path) && !digests.has(path));
  await swapFolders(work, out, [...put, ...written]);
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
  const findings = joinChecks(checks, new Set(paths));
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
