/** Runs the program as a user does, on folders of the test's own. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');

export interface Desk {
  readonly root: string;
  readonly seeds: string;
  readonly content: string;
  readonly out: string;
}

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the project's seeds and editor's files, in a folder whose name has a space and an umlaut. */
export async function setUpDesk(): Promise<Desk> {
  const root = await mkdtemp(join(tmpdir(), 'Sourceline Prüfung '));
  const desk = { root, seeds: join(root, 'seeds'), content: join(root, 'content'), out: join(root, 'dist') };
  await cp(join(PROJECT, 'seeds'), desk.seeds, { recursive: true });
  for (const part of ['site.yaml', 'themes', 'names', 'references.csv'])
    await cp(join(PROJECT, 'content', part), join(desk.content, part), { recursive: true });
  return desk;
}

export function runBuild(desk: Desk, ...more: string[]): Promise<Run> {
  const folders = ['--seeds', desk.seeds, '--content', desk.content, '--out', desk.out];
  return runCommand('build', ...folders, ...more);
}

export function runCommand(...args: string[]): Promise<Run> {
  return new Promise((done) => {
    execFile(process.execPath, [join(PROJECT, 'src/cli.ts'), ...args], (error, stdout, stderr) => {
      done({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}

/** Path below the folder → SHA-256, of every file. */
export async function digestFolder(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const digests = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    digests.set(relative(folder, path).replaceAll(sep, '/'), digest);
  }
  return digests;
}
