/**
 * `npm run bench -- --articles 1000`: the same articles built by this project and by its peers, in turn, as
 * one table. Processor time and memory say more than seconds when a machine is busy; ratios to a peer of
 * the same run say most. Needs Linux; peers are installed into `bench/.cache/` when they are first asked for.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildOurs } from './build-ours.ts';
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
    peers: { type: 'string', default: Object.keys(PEERS).join(',') },
  },
});
const count = Number(values.articles);
const names = values.peers.split(',').filter(isPeer);
if (process.platform !== 'linux') throw new Error('the comparison reads /proc: it needs Linux');
if (!Number.isInteger(count) || count < 1) throw new Error('expected `--articles` with a number');

const news = [...makeNews(count)];
const peers: (readonly [string, Built])[] = [];
for (const name of names) {
  const peer = PEERS[name];
  process.stderr.write(`${peer.name} ...\n`);
  const built = await buildPeer(peer, news, join(CACHE, name));
  if (built) peers.push([peer.name, built]);
  else process.stdout.write(`Left out: ${peer.name}. \`${peer.needs}\` is not installed.\n`);
}
process.stderr.write('Sourceline ...\n');
const { builds, parts } = await buildOurs(news, join(CACHE, 'ours'));

const header = ['', 'cpu s', ...peers.map(([name]) => `× ${name}`), 'peak MB', 'wall s', 'files', 'MB'];
const rows = [...peers, ...builds.map((build) => [`Sourceline: ${build.what}`, build] as const)];
const table = rows.map(([name, { cpuSeconds, peakBytes, wallSeconds, files, bytes }]) => [
  name,
  cpuSeconds.toFixed(1),
  ...peers.map(([, peer]) => (cpuSeconds / peer.cpuSeconds).toFixed(2)),
  (peakBytes / 1e6).toFixed(0),
  wallSeconds.toFixed(1),
  String(files),
  (bytes / 1e6).toFixed(1),
]);
process.stdout.write(`\n${count} articles\n\n${toTable([header, header.map(() => '---'), ...table])}\n`);
const [clean] = builds;
const titles = [...(clean?.stages.keys() ?? [])];
const byStage = titles.map((title) => [
  title,
  ...builds.map((build) => (build.stages.get(title) ?? 0).toFixed(1)),
]);
const columns = ['cpu s by stage', ...builds.map(({ what }) => what)];
process.stdout.write(`${toTable([columns, columns.map(() => '---'), ...byStage])}\n`);
for (const { part, files, bytes } of parts)
  process.stdout.write(
    `${part.padEnd(40)}${String(files).padStart(8)}${(bytes / 1e6).toFixed(1).padStart(9)} MB\n`,
  );

function isPeer(name: string): name is PeerName {
  return Object.hasOwn(PEERS, name);
}

/** Markdown, in columns. */
function toTable(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_cell, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const toLine = (line: readonly string[]): string =>
    `| ${line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |\n`;
  return lines.map(toLine).join('');
}
