/**
 * Builds the same articles with this project. It makes more than its peers (a page a source, names,
 * quotations, figures, cards, checks), so that parts of its work are measured on their own: a build does
 * what no earlier build has finished, and what is forgotten before it is what it costs.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { StagesReport } from '../src/commands/track-stages.ts';
import type { PartSize } from '../src/publish/report-size.ts';
import type { Built } from './build-peer.ts';
import { NEWS_THEMES, type News } from './make-news.ts';
import { measure } from './measure.ts';
import { measureSite } from './measure-site.ts';

const PROJECT = resolve(import.meta.dirname, '..');

export interface OwnBuild extends Built {
  readonly what: string;
  /** Processor seconds by stage; empty where the build saw at once that nothing changed. */
  readonly stages: ReadonlyMap<string, number>;
}

export interface OwnBuilds {
  readonly builds: readonly OwnBuild[];
  readonly parts: readonly PartSize[];
}

/** The pages that the peers make, too. */
const SHARED_PAGES = /^briefings\/|^themes\/(?:[^/]+\/)?index\.html$|^(?:index|404)\.html$|^search\//;
/** All lines of a theme, and all of it to print. */
const THEME_LISTS = /^themes\/[^/]+\/(?:lines|print)\//;
const SOURCE_PAGES = /^sources\/[^/]+\//;

/** @param onBuilt told of each build when it is done */
export async function buildOurs(
  news: readonly News[],
  folder: string,
  onBuilt: (what: string, built: Built) => void,
): Promise<OwnBuilds> {
  await rm(folder, { recursive: true, force: true });
  await writeFolder(news, folder);
  const dist = join(folder, 'dist');
  const report = join(folder, 'report.json');
  const args = ['--seeds', join(folder, 'seeds'), '--content', join(folder, 'content'), '--out', dist];
  const build = async (what: string, more: readonly string[] = ['--report', report]): Promise<OwnBuild> => {
    await rm(report, { force: true });
    const log = join(folder, `${what.replaceAll(/\W+/g, '-')}.log`);
    const cost = await measure({
      command: process.execPath,
      args: ['src/cli.ts', 'build', ...args, ...more],
      cwd: PROJECT,
      log,
    });
    const { files, bytes } = await measureSite(dist);
    const built = { what, ...cost, files, bytes, stages: await readStages(report) };
    onBuilt(what, built);
    return built;
  };
  const builds = [await build('clean build, all that it makes')];
  const { parts } = await measureSite(dist);
  await forgetPages(folder, SHARED_PAGES);
  await forget(folder, 'search');
  builds.push(await build('briefings, themes, home and search'));
  await forgetPages(folder, THEME_LISTS);
  builds.push(await build('lines of themes, and themes to print'));
  await forgetPages(folder, SOURCE_PAGES);
  builds.push(await build('source pages'));
  await forget(folder, 'cards');
  builds.push(await build('cards'));
  await forget(folder, 'last-build.json');
  builds.push(await build('no page, but all looked at'));
  builds.push(await build('nothing changed', []));
  await changeOne(news, folder);
  builds.push(await build('one article changed'));
  return { builds, parts };
}

async function readStages(report: string): Promise<Map<string, number>> {
  const text = await readFile(report, 'utf8').catch(() => '{ "stages": [] }');
  const { stages } = JSON.parse(text) as Pick<StagesReport, 'stages'>;
  return new Map(stages.map(({ title, cpuSeconds }) => [title, cpuSeconds]));
}

/** Seeds, what is known of them, themes and a site's settings. */
async function writeFolder(news: readonly News[], folder: string): Promise<void> {
  const [seeds, content] = [join(folder, 'seeds'), join(folder, 'content')];
  await mkdir(seeds, { recursive: true });
  await mkdir(join(content, 'themes'), { recursive: true });
  for (const one of news) await writeFile(join(seeds, `${one.id}.txt`), toSeed(one));
  const rows = news.map(
    ({ id, publisher, url, published }) => `${id}.txt,${publisher},${url},${published}\n`,
  );
  await writeFile(join(seeds, 'sources.csv'), `file,publisher,url,published\n${rows.join('')}`);
  await cp(join(PROJECT, 'src/commands/starter/site.yaml'), join(content, 'site.yaml'));
  await cp(join(PROJECT, 'src/commands/starter/names'), join(content, 'names'), { recursive: true });
  for (const [at, [id, terms]] of Object.entries(NEWS_THEMES).entries()) {
    const matter = {
      order: at + 1,
      title: id,
      definition: `Articles on ${id}.`,
      terms: terms.map((term) => ({ term: `${term}*`, weight: 2 })),
    };
    await writeFile(join(content, `themes/${id}.md`), `---\n${JSON.stringify(matter, undefined, 1)}\n---\n`);
  }
}

function toSeed({ headline, paragraphs }: News): string {
  return `${headline}\n\n${paragraphs.join('\n\n')}\n`;
}

/** Makes the next build render the pages whose paths match, and nothing else that it has. */
async function forgetPages(folder: string, paths: RegExp): Promise<void> {
  const cache = join(folder, 'content/.cache/pages');
  for (const line of (await readFile(join(cache, 'index/0'), 'utf8')).split('\n')) {
    if (!line.startsWith('["')) continue;
    const [key, { path }] = JSON.parse(line) as [string, { path: string }];
    if (paths.test(path)) await rm(join(cache, 'files', key.slice(0, 2), key));
  }
  await forget(folder, 'last-build.json');
}

async function forget(folder: string, name: string): Promise<void> {
  await rm(join(folder, 'content/.cache', name), { recursive: true, force: true });
  await rm(join(folder, 'content/.cache/last-build.json'), { force: true });
}

/** A word more in the body of the article in the middle. */
async function changeOne(news: readonly News[], folder: string): Promise<void> {
  const one = news[Math.floor(news.length / 2)];
  if (!one) return;
  const [first = '', ...rest] = one.paragraphs;
  const changed = { ...one, paragraphs: [`${first} Nothing else was said.`, ...rest] };
  await writeFile(join(folder, 'seeds', `${one.id}.txt`), toSeed(changed));
}
