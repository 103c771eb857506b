/** The folder that a site is put together in, out of what an older one left there. */
import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, posix } from 'node:path';
import { digestOf } from '../digest-of.ts';
import { listFiles } from './list-files.ts';
import { createPlacer } from './place-file.ts';
import { MARKER, MARKER_TEXT } from './swap.ts';

export interface SiteFile {
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Files are put one by one; one that lies there already and is the same stays, so that a site of which
 * little changed is put together in the time that it takes to look at it. They wait for the disk: there
 * are tens of thousands of small ones, each of which would cost more in promises than in work.
 */
export interface SiteFolder {
  /** Absolute. */
  readonly folder: string;
  /** What the site has so far, by path below the folder; the marker that it gets once it is whole is among them. */
  readonly files: ReadonlyMap<string, SiteFile>;
  /** Puts a file there that lies elsewhere and that nobody may write through: linked where the disk can. */
  link(path: string, from: string, sha256: string): void;
  write(path: string, content: string | Uint8Array): void;
  /**
   * Removes what the site does not have.
   *
   * @returns the files that the disk may not have kept yet
   */
  sweep(): Promise<readonly string[]>;
}

export async function openSite(folder: string): Promise<SiteFolder> {
  await mkdir(folder, { recursive: true });
  const there = new Set(await listFiles(folder));
  // Without its marker it is the rest of a build that died: nobody knows what the disk has kept of it.
  const isWhole = there.delete(MARKER);
  await rm(`${folder}/${MARKER}`, { force: true });
  const files = new Map([[MARKER, describe(Buffer.from(MARKER_TEXT))]]);
  const same = new Set<string>();
  const made = new Set<string>();
  const place = createPlacer();
  const add = (path: string, file: SiteFile): void => {
    // Any other form would be another key, and the file be taken for one that the site does not have.
    if (path.startsWith('/') || path.startsWith('..') || posix.normalize(path) !== path)
      throw new Error(`${JSON.stringify(path)} is no plain path`);
    files.set(path, file);
  };
  /** Room for a file at a path. */
  const clear = (path: string): string => {
    const target = `${folder}/${path}`;
    const parent = dirname(target);
    // Never written through: what lies here may be a link to a finished file.
    rmSync(target, { force: true, recursive: true });
    if (made.has(parent)) return target;
    made.add(parent);
    for (let at = dirname(path); at !== '.'; at = dirname(at))
      if (there.delete(at)) rmSync(`${folder}/${at}`);
    mkdirSync(parent, { recursive: true });
    return target;
  };
  return {
    folder,
    files,
    link(path, from, sha256) {
      const file = statSync(from);
      add(path, { sha256, bytes: file.size });
      const old = there.has(path) ? statSync(`${folder}/${path}`) : undefined;
      if (old?.ino === file.ino && old.dev === file.dev) same.add(path);
      else place(from, clear(path));
    },
    write(path, content) {
      const bytes = Buffer.from(content);
      add(path, describe(bytes));
      if (there.has(path) && holds(`${folder}/${path}`, bytes)) same.add(path);
      else writeFileSync(clear(path), bytes);
    },
    async sweep() {
      // What lay in a folder whose place a file took is gone.
      const stale = [...there].filter((path) => !files.has(path) && existsSync(`${folder}/${path}`));
      for (const path of stale) rmSync(`${folder}/${path}`);
      for (const parent of new Set(stale.map((path) => dirname(path)))) await removeEmpty(folder, parent);
      return [...files.keys()].filter((path) => path !== MARKER && !(isWhole && same.has(path)));
    },
  };
}

function describe(bytes: Uint8Array): SiteFile {
  return { sha256: digestOf(bytes), bytes: bytes.length };
}

function holds(file: string, bytes: Buffer): boolean {
  return statSync(file).size === bytes.length && readFileSync(file).equals(bytes);
}

/** Removes a folder that has become empty, and those above it below `root`. */
async function removeEmpty(root: string, below: string): Promise<void> {
  for (let at = below; at !== '.'; at = dirname(at)) {
    const entries = await readdir(`${root}/${at}`).catch(() => undefined);
    if (entries === undefined) continue;
    if (entries.length > 0) return;
    rmdirSync(`${root}/${at}`);
  }
}
