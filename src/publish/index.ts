/** Publishing: what happens to the rendered pages until they are the site. The steps, in order. */
import { cp } from 'node:fs/promises';
import { writeChecksums } from './checksums.ts';
import { writeFeeds } from './feeds.ts';
import { PublishError } from './finding.ts';
import { writeHostFiles } from './headers.ts';
import { listFiles } from './list-files.ts';
import { markInternal } from './mark-internal.ts';
import { makeLinksPortable } from './portable-links.ts';
import { reportSize, type SizeReport } from './report-size.ts';
import { type SearchIndexReport, writeSearchIndex } from './search-index.ts';
import { markFolder, refuseForeignFolder, swapFolders } from './swap.ts';
import { verifySite } from './verify.ts';

export type Stage = 'files' | 'links' | 'search' | 'feeds' | 'headers' | 'checksums' | 'verify' | 'swap';

export interface PublishOptions {
  /** Folder that the site was rendered into; it becomes `out`. */
  readonly rendered: string;
  /** Folder of files that are published as they are, below the root of the site. */
  readonly files: string;
  /** File with the words that must not be published, see `checkWithheld`; absent = there are none. */
  readonly withheld?: string | undefined;
  readonly out: string;
  /** Full address of the site; absent = unknown. */
  readonly address?: string | undefined;
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly visibility?: 'public' | 'internal' | undefined;
  readonly onStage: (stage: Stage) => void;
}

export interface PublishReport extends SizeReport {
  readonly search: SearchIndexReport;
}

/**
 * Turns the folder of rendered pages into the published site. Until the last step nothing in `out`
 * changes; a site with findings is never published (PublishError, with the findings).
 */
export async function publish(options: PublishOptions): Promise<PublishReport> {
  const { rendered, out, address, onStage, visibility = 'public' } = options;
  await refuseForeignFolder(out);

  onStage('files');
  await copyFiles(options.files, rendered);
  onStage('links');
  await makeLinksPortable(rendered, address);
  if (visibility === 'internal') await markInternal(rendered);
  onStage('search');
  const search = await writeSearchIndex(rendered, options.language);
  onStage('feeds');
  const warnings = await writeFeeds(rendered, { ...options, address, visibility });
  onStage('headers');
  await writeHostFiles(rendered, { index: search.folder, visibility });
  await markFolder(rendered);
  onStage('checksums');
  await writeChecksums(rendered);
  onStage('verify');
  const findings = await verifySite(rendered, options.withheld);
  if (findings.length > 0)
    throw new PublishError(`the site is not published: ${findings.length} findings`, findings);
  onStage('swap');
  const size = await reportSize(rendered);
  await swapFolders(rendered, out);
  return { ...size, warnings: [...warnings, ...size.warnings], search };
}

/** Copies `files` below the root of the site; a file that is there already is a mistake of the build. */
async function copyFiles(files: string, rendered: string): Promise<void> {
  const present = new Set(await listFiles(rendered));
  const twice = (await listFiles(files)).filter((path) => present.has(path));
  if (twice.length > 0) throw new PublishError(`rendered and copied at one address: ${twice.join(', ')}`);
  await cp(files, rendered, { recursive: true });
}
