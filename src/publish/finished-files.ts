/**
 * Finished files of earlier builds, by a key that stands for everything that made them: a build renders
 * only what has no file here. It is a cache and nothing else: what is damaged, edited, cut off by a dying
 * build or of another version of the program is made anew.
 */
import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { digestOf } from '../digest-of.ts';
import type { TracedCheck } from './finish-file.ts';

/** A finished file as the index knows it. */
export interface FinishedFile {
  /** Below the root of the site. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  /** When it was written: a file that was touched since is looked at before it is used. */
  readonly mtimeMs: number;
  readonly check?: TracedCheck;
  /** Digest of the line tables that the check asked for. */
  readonly checkedWith?: string;
}

export interface FinishedFiles {
  /** The file of this key, if it is there and whole. */
  get(key: string): FinishedFile | undefined;
  keys(): Iterable<string>;
  /** Where the content of a key lies. */
  place(key: string): string;
  add(key: string, file: Omit<FinishedFile, 'size' | 'mtimeMs'>, content: Buffer): Promise<void>;
  /** The file of a key with another check, after the line tables that it cites changed. */
  recheck(key: string, check: TracedCheck, checkedWith: string): void;
  /** Whether a source's line table and raw text, by their digests, were compared and found the same. */
  isCheckedSource(pair: string): boolean;
  addCheckedSource(pair: string): void;
  /** Writes the index, so that what is finished is of use to the next build whatever becomes of this one. */
  save(): Promise<void>;
  /** Forgets the files and sources that this build did not ask for. */
  forgetOthers(): Promise<void>;
}

interface Index {
  readonly version: string;
  readonly files: readonly (readonly [string, FinishedFile])[];
  readonly sources: readonly string[];
}

/**
 * Opens the finished files below `folder`.
 *
 * @param version of the program; files of another one are not used
 * @param warn told in one line why what was there is not used
 */
export async function openFinishedFiles(
  folder: string,
  version: string,
  warn: (message: string) => void,
): Promise<FinishedFiles> {
  const indexFile = `${folder}/index.json`;
  const index = await readIndex(indexFile, version, warn);
  const files = new Map(index?.files);
  const sources = new Set(index?.sources);
  const asked = new Set<string>();
  const place = (key: string): string => `${folder}/files/${key.slice(0, 2)}/${key}`;
  const made = new Set<string>();
  const save = async (): Promise<void> => {
    const body = JSON.stringify({ version, files: [...files], sources: [...sources] } satisfies Index);
    await mkdir(folder, { recursive: true });
    await writeFile(`${indexFile}.next`, `${digestOf(body)}\n${body}`);
    await rename(`${indexFile}.next`, indexFile);
  };
  return {
    place,
    keys: () => [...files.keys()],
    get(key) {
      asked.add(key);
      const file = files.get(key);
      if (file === undefined) return undefined;
      const found = statSync(place(key), { throwIfNoEntry: false });
      if (found?.size === file.size && found.mtimeMs === file.mtimeMs) return file;
      files.delete(key);
      if (found?.size !== file.size || digestOf(readFileSync(place(key))) !== file.sha256) return undefined;
      // Moved between machines, or touched: its bytes are the same.
      const same = { ...file, mtimeMs: found.mtimeMs };
      files.set(key, same);
      return same;
    },
    async add(key, file, content) {
      const path = place(key);
      const parent = path.slice(0, path.lastIndexOf('/'));
      if (!made.has(parent)) await mkdir(parent, { recursive: true });
      made.add(parent);
      // Never written through: a file that lies here may be linked into the published site.
      await rm(path, { force: true });
      await writeFile(path, content, { flag: 'wx' });
      const { size, mtimeMs } = await stat(path);
      files.set(key, { ...file, size, mtimeMs });
    },
    recheck(key, check, checkedWith) {
      const file = files.get(key);
      if (file) files.set(key, { ...file, check, checkedWith });
    },
    isCheckedSource(pair) {
      asked.add(pair);
      return sources.has(pair);
    },
    addCheckedSource(pair) {
      sources.add(pair);
    },
    save,
    async forgetOthers() {
      for (const key of files.keys()) if (!asked.has(key)) files.delete(key);
      for (const pair of sources) if (!asked.has(pair)) sources.delete(pair);
      await save();
      await removeUnknown(`${folder}/files`, files);
    },
  };
}

async function readIndex(
  file: string,
  version: string,
  warn: (message: string) => void,
): Promise<Index | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT')
      warn(`the cache of finished pages cannot be read (${error.code}): all are made anew`);
    return undefined;
  });
  if (text === undefined) return undefined;
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== digestOf(body)) {
    warn('the cache of finished pages is damaged: all are made anew');
    return undefined;
  }
  // This program wrote it, as its digest says; which version did, it says itself.
  const index = JSON.parse(body) as Index;
  if (index.version === version) return index;
  warn('the cache of finished pages is of another version of the program: all are made anew');
  return undefined;
}

/** Removes what no key stands for: files that are not used any more, and rests of builds that died. */
async function removeUnknown(folder: string, files: ReadonlyMap<string, FinishedFile>): Promise<void> {
  for (const prefix of await readdir(folder).catch(() => []))
    for (const key of await readdir(`${folder}/${prefix}`))
      if (!files.has(key)) await rm(`${folder}/${prefix}/${key}`, { recursive: true, force: true });
}
