/** `npm run build`: seeds → pages → rendered site → published site. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BriefReport, writeBriefings } from '../pipeline/brief.ts';
import { readProgramVersion } from '../program-version.ts';
import { FINDING_KINDS, PublishError } from '../publish/finding.ts';
import { finishRendered, readShell } from '../publish/finish-rendered.ts';
import { type FinishedFiles, openFinishedFiles } from '../publish/finished-files.ts';
import { type PublishReport, publish } from '../publish/index.ts';
import { refuseForeignFolder } from '../publish/swap.ts';
import { readCheckedSite } from '../publish/verify.ts';
import type { Arguments } from './arguments.ts';
import { describeCost } from './describe-cost.ts';
import { describeSummary } from './describe-summary.ts';
import { digestInputs, digestOutputs, listOutputs, writeLastBuild } from './last-build.ts';
import { takeLock } from './lock.ts';
import { needsEditor } from './needs-editor.ts';
import { mergeParts, partFolder, writePart } from './parts.ts';
import { type PagePlan, planPages } from './plan-pages.ts';
import { describeMessages } from './print-messages.ts';
import { removeRests, renderingFolder } from './remove-rests.ts';
import { type Renderer, renderPages, startRenderer } from './render-pages.ts';
import { isInShard } from './shard.ts';
import { stages } from './stages.ts';
import { toOneLine } from './to-one-line.ts';
import type { StagesReport } from './track-stages.ts';

/** Enough to see what is wrong; the rest is mostly the same. */
const MOST_FINDINGS = 50;

type Written = NonNullable<BriefReport['written']>;

interface Run {
  readonly options: Arguments;
  readonly version: string;
  /** Folder for what is made on the way; gone afterwards. */
  readonly work: string;
  readonly renderer: Renderer;
}

/** @returns the exit status: 0, or 1 when something needs the editor */
export async function build(options: Arguments): Promise<0 | 1> {
  const lock = await takeLock(options.contentDir);
  const work = renderingFolder();
  // Gets ready while the seeds are read.
  const renderer = startRenderer();
  try {
    if (!options.shard) await refuseForeignFolder(options.outDir);
    await removeRests(options.contentDir);
    if (options.clean) await forgetCaches(options.contentDir);
    const version = readProgramVersion();
    // Before anything is read: what changes from now on is for the next build.
    const inputs = digestInputs(options, version);
    const report = await writeBriefings({
      seedsDir: options.seedsDir,
      contentDir: options.contentDir,
      address: options.address,
      listSkips: options.allowSkipped,
      version,
      onStage: stages.start,
      onProgress: stages.progress,
      onNotice: warn,
    });
    stages.end();
    // Whatever comes of the site: the first thing that an editor can mend.
    const messages = describeMessages(report.files);
    process.stderr.write(messages);
    if (!report.written) {
      process.stderr.write('Nothing was built: mend the files above and run the build again.\n');
      return 1;
    }
    const status = needsEditor(report, options) ? 1 : 0;
    await mkdir(work, { recursive: true });
    if (options.shard) {
      await buildPart(report.written, { options, version, work, renderer });
      stages.end();
      return status;
    }
    const published = await publishSite(report.written, { options, version, work, renderer });
    stages.end();
    const cost = stages.report();
    if (options.report !== undefined) await writeReport(options.report, cost, published);
    const summarise = (lines: readonly string[]): string =>
      describeSummary(report, published, { outDir: options.outDir, status, cost: lines });
    process.stdout.write(summarise(describeCost(cost)));
    const left = listOutputs(options);
    const outputs = digestOutputs(left);
    const summary = summarise([]);
    await writeLastBuild(options.contentDir, { inputs, left, outputs, status, messages, summary }).catch(
      cannotKeep,
    );
    return status;
  } catch (error) {
    stages.end();
    if (!(error instanceof PublishError)) throw error;
    process.stderr.write(`${error.message}\n`);
    for (const { file, kind, message } of error.findings.slice(0, MOST_FINDINGS))
      process.stderr.write(`  ${toOneLine(`${file}: ${FINDING_KINDS[kind]}: ${message}`)}\n`);
    return 1;
  } finally {
    renderer.stop();
    await rm(work, { recursive: true, force: true });
    await lock.release();
  }
}

/** Renders what no earlier build has finished, and publishes all of it. */
async function publishSite(written: Written, { options, version, work, renderer }: Run) {
  const { contentDir, outDir, merge, parts } = options;
  const { site } = written;
  const plan = planPages(written.pages, { ...site, version });
  const finished = await openFinishedFiles(join(contentDir, '.cache/pages'), version, warn);
  if (merge) {
    stages.start('merge');
    await mergeParts(parts, plan, finished, version);
  }
  stages.start('render');
  await renderMissing(plan, written, options, { finished, work, renderer });
  const rendered = new Map([...plan.pages, ...((await readShell(finished, plan.shell)) ?? [])]);
  const files = join(contentDir, 'files');
  const published = await publish({
    finished,
    rendered,
    files,
    digests: written.files,
    site: await readCheckedSite(files, [...written.files.keys()]),
    withheld: written.withheld,
    version,
    cache: join(contentDir, '.cache'),
    work: join(contentDir, '.cache/next'),
    out: outDir,
    address: site.address,
    title: site.title,
    description: site.description,
    language: site.language,
    visibility: site.visibility,
    cards: site.cards,
    budget: site.budget,
    onStage: stages.start,
  });
  await finished.forgetOthers().catch(cannotKeep);
  return published;
}

/** Renders the pages of one shard into a part that a later `--merge` takes. */
async function buildPart(written: Written, { options, version, work, renderer }: Run): Promise<void> {
  const { shard, parts } = options;
  if (!shard) return;
  const plan = planPages(written.pages, { ...written.site, version });
  const folder = partFolder(parts, shard);
  await rm(folder, { recursive: true, force: true });
  const finished = await openFinishedFiles(folder, version, warn);
  const pages = new Map([...plan.pages].filter(([path]) => isInShard(path, shard)));
  stages.start('render');
  await renderMissing({ ...plan, pages }, written, options, { finished, work, renderer });
  await writePart(folder, { shard, plan });
  process.stdout.write(
    `Part ${shard.index} of ${shard.count}: ${pages.size} of ${plan.pages.size} pages in ${folder}\n`,
  );
}

async function renderMissing(
  { pages, shell, sources }: PagePlan,
  { site, files: digests }: Written,
  { contentDir }: Arguments,
  { finished, work, renderer }: Pick<Run, 'work' | 'renderer'> & { readonly finished: FinishedFiles },
): Promise<void> {
  const missing = [...pages].filter(([, key]) => finished.get(key) === undefined);
  if (missing.length === 0 && (await readShell(finished, shell)) !== undefined) {
    giveMemoryBack();
    return;
  }
  const checked = await readCheckedSite(join(contentDir, 'files'), [...digests.keys()]);
  let done = 0;
  await renderPages({
    renderer,
    contentDir,
    pages: missing.map(([path]) => sources.get(path) ?? path),
    work,
    address: site.address,
    onWaiting: giveMemoryBack,
    async onRendered(folder, count) {
      await finishRendered(
        folder,
        { pages, shell },
        { finished, digests, address: site.address, visibility: site.visibility, site: checked },
      );
      await finished.save().catch(cannotKeep);
      done += count;
      stages.progress(done, missing.length);
    },
  });
}

/** The articles were let go of: only the last resort gives their memory back to the system. */
function giveMemoryBack(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** For programs that compare builds, and for budgets of one's own. */
async function writeReport(
  file: string,
  cost: StagesReport,
  { files, bytes, parts }: PublishReport,
): Promise<void> {
  await writeFile(file, `${JSON.stringify({ ...cost, files, bytes, parts }, undefined, 1)}\n`);
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** What is finished is lost for the next build, not for this one. */
function cannotKeep(error: Error): void {
  warn(`the next build cannot use what this one made: ${error.message}`);
}

/** All that earlier builds left for later ones, but the lock that is held. */
async function forgetCaches(contentDir: string): Promise<void> {
  const folder = join(contentDir, '.cache');
  for (const name of await readdir(folder).catch(() => []))
    if (name !== 'lock') await rm(join(folder, name), { recursive: true, force: true });
}
