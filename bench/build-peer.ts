/** Puts a peer's project together, installs what it needs once, builds it and says what that cost. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { News } from './make-news.ts';
import { type Cost, measure } from './measure.ts';
import { measureSite } from './measure-site.ts';
import type { Peer } from './peers/peer.ts';

export interface Built extends Cost {
  readonly files: number;
  readonly bytes: number;
}

/** @returns undefined when a program that no package carries is not there */
export async function buildPeer(
  peer: Peer,
  news: readonly News[],
  folder: string,
): Promise<Built | undefined> {
  if (peer.needs !== undefined && spawnSync(peer.needs, ['version']).error) return undefined;
  await install(peer, folder);
  for (const name of await readdir(folder))
    if (!KEPT.has(name)) await rm(join(folder, name), { recursive: true });
  // Astro keeps what it read here, unless told otherwise.
  await rm(join(folder, 'node_modules/.astro'), { recursive: true, force: true });
  const made = new Set<string>();
  for (const [path, content] of peer.files(news)) {
    const parent = dirname(join(folder, path));
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await writeFile(join(folder, path), content);
  }
  const path = [join(folder, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const costs: Cost[] = [];
  for (const [at, [command, ...args]] of peer.steps.entries())
    costs.push(await measure({ command, args, cwd: folder, log: join(folder, `${at}.log`), path }));
  const { files, bytes } = await measureSite(join(folder, peer.out));
  return {
    wallSeconds: costs.reduce((sum, cost) => sum + cost.wallSeconds, 0),
    cpuSeconds: costs.reduce((sum, cost) => sum + cost.cpuSeconds, 0),
    peakBytes: Math.max(...costs.map((cost) => cost.peakBytes)),
    files,
    bytes,
  };
}

const KEPT = new Set(['node_modules', 'package.json', 'package-lock.json']);

async function install({ packages }: Peer, folder: string): Promise<void> {
  const wanted = JSON.stringify({ private: true, type: 'module', dependencies: packages });
  const place = join(folder, 'package.json');
  const there = await readFile(place, 'utf8').catch(() => '');
  if (there !== wanted || !existsSync(join(folder, 'node_modules'))) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(place, wanted);
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: 'inherit',
    });
  }
}
