import { readFile } from 'node:fs/promises';
import { digestOf } from '../digest-of.ts';
import { PublishError } from './finding.ts';
import { type FinishOptions, finishFile } from './finish-file.ts';
import type { FinishedFiles } from './finished-files.ts';
import { listFiles } from './list-files.ts';
import { digestTables } from './verify/digest-tables.ts';

export interface RenderedSite {
  /** Key of each page that a build has, by its path below the root: it stands for all that made the page. */
  readonly pages: ReadonlyMap<string, string>;
  /** Stands for what is rendered beside the pages, whichever of them: style sheets, scripts, `404.html`. */
  readonly shell: string;
}

export interface FinishRenderedOptions extends FinishOptions {
  readonly finished: FinishedFiles;
  /** SHA-256 of the files that are published as they are, by path; the line tables are among them. */
  readonly digests: ReadonlyMap<string, string>;
}

/**
 * Finishes what was rendered into a folder, a part of the site's pages or all of them.
 *
 * @throws {PublishError} if the renderer made two versions of one file beside the pages
 */
export async function finishRendered(
  folder: string,
  { pages, shell }: RenderedSite,
  options: FinishRenderedOptions,
): Promise<void> {
  const { finished, digests } = options;
  const beside: string[] = [];
  for (const path of await listFiles(folder)) {
    const page = pages.get(path);
    if (page === undefined) beside.push(path);
    const key = page ?? shellKey(shell, path);
    const { content, check } = finishFile(path, await readFile(`${folder}/${path}`), options);
    const sha256 = digestOf(content);
    const known = page === undefined ? finished.get(key)?.sha256 : undefined;
    if (known !== undefined && known !== sha256)
      throw new PublishError(`\`${path}\` was rendered twice, and not the same`);
    if (known !== undefined) continue;
    const checked = check && { check, checkedWith: digestTables(check.refs, digests) };
    await finished.add(key, { path, sha256, ...checked }, content);
  }
  if (finished.get(shell) === undefined) {
    const list = Buffer.from(JSON.stringify(beside));
    const sha256 = digestOf(list);
    await finished.add(shell, { path: '', sha256 }, list);
  }
}

/** The files beside the pages, path → key; undefined unless all of them are finished. */
export async function readShell(
  finished: FinishedFiles,
  shell: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (finished.get(shell) === undefined) return undefined;
  // Written by `finishRendered`, and its digest was compared.
  const paths = JSON.parse(await readFile(finished.place(shell), 'utf8')) as string[];
  const keys = new Map(paths.map((path) => [path, shellKey(shell, path)]));
  return [...keys.values()].every((key) => finished.get(key) !== undefined) ? keys : undefined;
}

function shellKey(shell: string, path: string): string {
  return digestOf(`${shell}\0${path}`);
}
