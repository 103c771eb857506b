/** `npm run build`: seeds → pages → rendered site → published site. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ChangeSet } from '../briefing.ts';
import { type BriefReport, writeBriefings } from '../pipeline/brief.ts';
import { FINDING_KINDS, PublishError } from '../publish/finding.ts';
import { type PublishReport, publish } from '../publish/index.ts';
import { refuseForeignFolder } from '../publish/swap.ts';
import { type Arguments, PROJECT } from './arguments.ts';
import { isAlive, takeLock } from './lock.ts';
import { printMessages } from './print-messages.ts';
import { renderSite } from './render-site.ts';
import { stages } from './stages.ts';

/** Astro moves files here by renaming, so the folder lies on the project's disk; publishing can cross disks. */
const RENDERING = join(PROJECT, '.astro');
const RENDERED = 'rendered-';

/** Enough to see what is wrong; the rest is mostly the same. */
const MOST_FINDINGS = 50;

/** @returns the exit status: 0, or 1 when something needs the editor */
export async function build(options: Arguments): Promise<0 | 1> {
  const started = performance.now();
  const lock = await takeLock(options.contentDir);
  const rendered = join(RENDERING, `${RENDERED}${process.pid}`);
  const stop = (signal: NodeJS.Signals): void => {
    void Promise.all([rm(rendered, { recursive: true, force: true }), lock.release()]).finally(() =>
      process.exit(signal === 'SIGINT' ? 130 : 143),
    );
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await refuseForeignFolder(options.outDir);
    await removeRests();
    const report = await writeBriefings({
      seedsDir: options.seedsDir,
      contentDir: options.contentDir,
      address: options.address,
      listSkips: options.allowSkipped,
      onStage: stages.start,
    });
    if (!report.written) {
      stages.end();
      printMessages(report.files);
      process.stderr.write('Nothing was built: mend the files above and run the build again.\n');
      return 1;
    }
    const { site } = report.written;
    stages.start('render');
    await mkdir(RENDERING, { recursive: true });
    await renderSite({ contentDir: options.contentDir, out: rendered, address: site.address });
    const published = await publish({
      rendered,
      files: join(options.contentDir, 'files'),
      withheld: report.written.withheld,
      out: options.outDir,
      address: site.address,
      title: site.title,
      description: site.description,
      language: site.language,
      visibility: site.visibility,
      onStage: stages.start,
    });
    stages.end();
    printMessages(report.files);
    printSummary(report, published, options, performance.now() - started);
    return needsEditor(report, options) ? 1 : 0;
  } catch (error) {
    stages.end();
    if (!(error instanceof PublishError)) throw error;
    process.stderr.write(`${error.message}\n`);
    for (const { file, kind, message } of error.findings.slice(0, MOST_FINDINGS))
      process.stderr.write(`  ${file}: ${FINDING_KINDS[kind]}: ${message}\n`);
    return 1;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await rm(rendered, { recursive: true, force: true });
    await lock.release();
  }
}

/** What builds that were killed left. */
async function removeRests(): Promise<void> {
  for (const name of await readdir(RENDERING).catch(() => [])) {
    const owner = name.startsWith(RENDERED) ? Number(name.slice(RENDERED.length)) : Number.NaN;
    if (Number.isInteger(owner) && !isAlive(owner))
      await rm(join(RENDERING, name), { recursive: true, force: true });
  }
}

/** A mistake in a file of the editor, or a seed that is lost unless somebody acts. */
export function needsEditor(
  { files, skips }: BriefReport,
  { allowSkipped }: Pick<Arguments, 'allowSkipped'>,
): boolean {
  const lost = skips.some((skip) => skip.severity === 'fatal') && !allowSkipped;
  // A skip of a record is named `file.jsonl#id`, its message stands at the file.
  const seeds = [...new Set(skips.flatMap(({ seed }) => startsOf(seed)))];
  const mistakes = files.some(
    (file) =>
      file.messages.some((message) => message.fatal) && !seeds.some((seed) => file.path?.endsWith(seed)),
  );
  return lost || mistakes;
}

/** The seed itself, and what may be its file: names of files, too, may hold a `#`. */
function startsOf(seed: string): string[] {
  const parts = seed.split('#');
  return parts.map((_part, at) => parts.slice(0, at + 1).join('#')).filter((start) => start !== '');
}

function printSummary(report: BriefReport, published: PublishReport, options: Arguments, ms: number): void {
  const { written, skips, ignored, files } = report;
  if (!written) return;
  const { corpus, counts, pages, changes, edited, toReview } = written;
  const copies = corpus.copies.filter((copy) => copy.kind === 'exact').length;
  const read = corpus.articles.length + copies + skips.length;
  const warnings = files.flatMap((file) => file.messages.filter((message) => message.fatal === false)).length;
  const lines = [
    '',
    `Articles   ${read} read: ${corpus.articles.length} briefings, ${copies} copies, ${skips.length} skipped (${ignored} other files ignored)`,
    `Pages      ${pages.size - 1} written`,
    `Lines      ${counts.withText}: ${counts.kept} kept, ${counts.setAside} set aside, ${counts.removed} removed`,
    ...(changes ? [`Changes    ${describeChanges(changes)}`] : []),
    `Warnings   ${warnings + published.warnings.length}`,
    `To review  ${toReview} decisions that a person should look at: \`npm run review\``,
    `Site       ${showPath(options.outDir)}: ${published.files} files, ${megabytes(published.bytes)}, in ${(ms / 1000).toFixed(1)} s`,
  ];
  for (const skip of skips) lines.push(`  skipped  ${JSON.stringify(skip.seed)}: ${skip.reason}`);
  for (const path of edited)
    lines.push(`  edited   content/edited/${path}: changed by hand, moved aside and written anew`);
  for (const warning of published.warnings) lines.push(`  warning  ${warning}`);
  lines.push('', 'Look at it with `npm start`.', '');
  process.stdout.write(lines.join('\n'));
}

function describeChanges({ since, added, changed, withdrawn, statusLines }: ChangeSet): string {
  const counts = `${added.length} added, ${changed.length} changed, ${withdrawn.length} withdrawn`;
  return `since the edition of ${JSON.stringify(since)}: ${counts}; lines with another status: ${statusLines}`;
}

function showPath(path: string): string {
  const below = relative(PROJECT, path);
  return below.startsWith('..') ? path : `${below}/`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
