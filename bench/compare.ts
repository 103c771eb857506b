/**
 * `npm run bench -- --articles 1000`: the same articles built by this project and by its peers, in turn, as
 * one table; `--articles 1000,10000` makes one table a size, and one of what grew. Processor time and memory
 * say more than seconds when a machine is busy; ratios to a peer of the same run say most. Needs Linux;
 * peers are installed into `bench/.cache/` when they are first asked for.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PartSize } from '../src/publish/report-size.ts';
import { buildOurs, type OwnBuild } from './build-ours.ts';
import { type Built, buildPeer } from './build-peer.ts';
import { makeNews } from './make-news.ts';
import { astro } from './peers/astro.ts';
import { eleventy } from './peers/eleventy.ts';
import { hugo } from './peers/hugo.ts';
import { starlight } from './peers/starlight.ts';

const PEERS = { hugo, eleventy, astro, starlight } as const;
type PeerName = keyof typeof PEERS;
const CACHE = join(import.meta.dirname, '.cache');

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000' },
    /** Empty = this project alone. */
    peers: { type: 'string', default: Object.keys(PEERS).join(',') },
  },
});
if (process.platform !== 'linux') throw new Error('the comparison reads /proc: it needs Linux');
const names = values.peers.split(',').filter(Boolean).map(readPeer);
const grown: (readonly [count: number, builds: readonly OwnBuild[]])[] = [];
for (const text of values.articles.split(',')) {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error('expected `--articles 1000` or `1000,10000`');
  grown.push([count, await compareBuilds(count)]);
}
if (grown.length > 1) printGrowth();

async function compareBuilds(count: number): Promise<readonly OwnBuild[]> {
  const news = [...makeNews(count)];
  const peers: (readonly [string, Built])[] = [];
  for (const name of names) {
    const peer = PEERS[name];
    const built = await buildPeer(peer, news, join(CACHE, name));
    if (built) peers.push([peer.name, built]);
    else process.stdout.write(`Left out: ${peer.name}. \`${peer.needs}\` is not installed.\n`);
    if (built) showRow(peer.name, built);
  }
  const { builds, parts } = await buildOurs(news, join(CACHE, 'ours'), showRow);
  process.stdout.write(`\n${count} articles\n\n`);
  printCosts(peers, builds);
  printStages(builds);
  printParts(parts);
  return builds;
}

/** A long run shows what it has. */
function showRow(name: string, { cpuSeconds, peakBytes }: Built): void {
  process.stderr.write(`${name}: ${cpuSeconds.toFixed(1)} cpu s, ${megabytes(peakBytes)} MB\n`);
}

function printCosts(peers: readonly (readonly [string, Built])[], builds: readonly OwnBuild[]): void {
  const header = ['', 'cpu s', ...peers.map(([name]) => `× ${name}`), 'peak MB', 'wall s', 'files', 'MB'];
  const rows = [...peers, ...builds.map((build) => [`Sourceline: ${build.what}`, build] as const)];
  const table = rows.map(([name, { cpuSeconds, peakBytes, wallSeconds, files, bytes }]) => [
    name,
    cpuSeconds.toFixed(1),
    ...peers.map(([, peer]) => (cpuSeconds / peer.cpuSeconds).toFixed(2)),
    megabytes(peakBytes),
    wallSeconds.toFixed(1),
    String(files),
    megabytes(bytes),
  ]);
  printTable([header, ...table]);
}

function printStages(builds: readonly OwnBuild[]): void {
  const titles = [...(builds[0]?.stages.keys() ?? [])];
  const rows = titles.map((title) => [
    title,
    ...builds.map((build) => (build.stages.get(title) ?? 0).toFixed(1)),
  ]);
  printTable([['cpu s by stage', ...builds.map(({ what }) => what)], ...rows]);
}

function printParts(parts: readonly PartSize[]): void {
  const rows = parts.map(({ part, files, bytes }) => [part, String(files), megabytes(bytes)]);
  printTable([['part of the site', 'files', 'MB'], ...rows]);
}

/** Linear where the last column of a build stays level from size to size. */
function printGrowth(): void {
  const rows = grown.flatMap(([count, builds]) =>
    builds.map(({ what, cpuSeconds, peakBytes, files }) => [
      what,
      String(count),
      cpuSeconds.toFixed(1),
      megabytes(peakBytes),
      String(files),
      ((cpuSeconds / count) * 1000).toFixed(1),
    ]),
  );
  printTable([['growth', 'articles', 'cpu s', 'peak MB', 'files', 'cpu s for 1,000'], ...rows]);
}

function readPeer(name: string): PeerName {
  if (Object.hasOwn(PEERS, name)) return name as PeerName; // As the line says.
  throw new Error(`\`--peers ${name}\`: expected some of ${Object.keys(PEERS).join(',')}`);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0);
}

/** Markdown, in columns; the first line is the header. */
function printTable([header = [], ...rows]: readonly (readonly string[])[]): void {
  const lines = [header, header.map(() => '---'), ...rows];
  const widths = header.map((_cell, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  for (const line of lines) {
    const cells = line.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
  process.stdout.write('\n');
}
