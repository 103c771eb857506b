/** Starts a build that can be stopped, and says what it left behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { lstat, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Desk, digestFolder, PROJECT, type Run } from '../build/run-build.ts';

export interface StartedBuild {
  readonly child: ChildProcess;
  readonly ended: Promise<EndedBuild>;
}

export interface EndedBuild extends Run {
  readonly signal: NodeJS.Signals | null;
  /** Milliseconds from the start to the end. */
  readonly ms: number;
  /** Moments of the first and the last of `stdout`, in milliseconds; none of a build that said nothing. */
  readonly said: readonly [first: number, last: number] | undefined;
}

/** A desk with three short seeds and a theme: a build of it writes every kind of file, and takes little time. */
export async function setUpSmallDesk(): Promise<Desk> {
  const root = await mkdtemp(join(tmpdir(), 'Sourceline Störung '));
  const desk = { root, seeds: join(root, 'seeds'), content: join(root, 'content'), out: join(root, 'dist') };
  await mkdir(desk.seeds);
  await mkdir(join(desk.content, 'themes'), { recursive: true });
  await writeFile(
    join(desk.content, 'site.yaml'),
    'title: Council desk\ndescription: What the council says.\nlanguage: en\n',
  );
  await writeFile(
    join(desk.content, 'themes/council.md'),
    '---\ntitle: Council\norder: 1\ndefinition: What it decides.\nterms:\n  - { term: council, weight: 2 }\n---\nWhat it weighs.\n',
  );
  await addSeed(desk, '001_harbour.txt', 'the harbour');
  await addSeed(desk, '002_grain.txt', 'grain prices');
  await addSeed(desk, '003_mines.txt', 'the old mines');
  return desk;
}

export async function addSeed(desk: Desk, name: string, matter: string): Promise<void> {
  const text = `Council weighs ${matter}\n\nThe council met on Monday to talk about ${matter}.\n\nIt will meet again.\n`;
  await writeFile(join(desk.seeds, name), text);
}

/** @param user runs as another user of the system, where the tests run as the one who may do all */
export function startBuild(desk: Desk, { user }: { user?: number } = {}): StartedBuild {
  const folders = ['--seeds', desk.seeds, '--content', desk.content, '--out', desk.out];
  const started = performance.now();
  const child = spawn(process.execPath, [join(PROJECT, 'src/cli.ts'), 'build', ...folders], {
    ...(user === undefined ? {} : { uid: user, gid: user }),
    // A group of its own, as a terminal gives it: some are killed as a whole.
    detached: process.platform !== 'win32',
  });
  let stdout = '';
  let stderr = '';
  let said: EndedBuild['said'];
  child.stdout.on('data', (chunk) => {
    said = [said?.[0] ?? performance.now(), performance.now()];
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<EndedBuild>((done) => {
    child.on('close', (status, signal) =>
      done({ status: status ?? 1, signal, stdout, stderr, said, ms: performance.now() - started }),
    );
  });
  return { child, ended };
}

/** Digest of the published site by path, or undefined where there is none. */
export async function digestSite(folder: string): Promise<Map<string, string> | undefined> {
  const found = await lstat(folder).catch(() => undefined);
  return found ? digestFolder(folder) : undefined;
}

/** What a build leaves beside the site or in the content folder and should not. */
export async function listLeftovers(desk: Desk): Promise<string[]> {
  const beside = (await readdir(dirname(desk.out))).filter((name) =>
    name.replace(/^\./, '').startsWith(`${basename(desk.out)}.`),
  );
  const inside = (await readdir(desk.content, { recursive: true })).filter((path) =>
    /\.tmp$|\.cache.lock$/.test(path),
  );
  return [...beside, ...inside];
}
