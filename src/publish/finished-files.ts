/**
 * Finished files of earlier builds, by a key that stands for everything that made them: a build renders
 * only what has no file here. It is a cache and nothing else: what is damaged, edited, cut off by a dying
 * build or of another version of the program is made anew.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { digestOf } from '../digest-of.ts';
import type { TracedCheck } from './finish-file.ts';

/** Parts that an index has at most, and the share of its entries that must still be of use: else it is written whole. */
const MOST_PARTS = 12;
const LEAST_USED = 0.8;

/** UTF-16 units of an index that are written at once. */
const PIECE = 1_000_000;

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
  /** Writes down what was added, so that it is of use to the next build whatever becomes of this one. */
  save(): Promise<void>;
  /** Forgets the files and sources that this build did not ask for, and writes down the rest. */
  forgetOthers(): Promise<void>;
}

/** Files and checked sources, as a part of the index has them. */
interface Entries {
  readonly files: Map<string, FinishedFile>;
  readonly sources: Set<string>;
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
  const index = `${folder}/index`;
  const { files, sources, parts } = await readIndex(index, version, warn);
  const asked = new Set<string>();
  const place = (key: string): string => `${folder}/files/${key.slice(0, 2)}/${key}`;
  const made = new Set<string>();
  let next = parts;
  let added: Entries = { files: new Map(), sources: new Set() };
  /** What is known of a file now. */
  const know = (key: string, file: FinishedFile): void => {
    files.set(key, file);
    added.files.set(key, file);
  };
  const write = async (part: number, entries: Entries): Promise<void> => {
    await mkdir(index, { recursive: true });
    await writePart(`${index}/${part}.next`, version, entries);
    await rename(`${index}/${part}.next`, `${index}/${part}`);
    next = part + 1;
    added = { files: new Map(), sources: new Set() };
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
      know(key, same);
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
      know(key, { ...file, size, mtimeMs });
    },
    recheck(key, check, checkedWith) {
      const file = files.get(key);
      if (file) know(key, { ...file, check, checkedWith });
    },
    isCheckedSource(pair) {
      asked.add(pair);
      return sources.has(pair);
    },
    addCheckedSource(pair) {
      sources.add(pair);
      added.sources.add(pair);
    },
    save: () => write(next, added),
    async forgetOthers() {
      const all = files.size + sources.size;
      for (const key of files.keys()) if (!asked.has(key)) files.delete(key);
      for (const pair of sources) if (!asked.has(pair)) sources.delete(pair);
      const left = files.size + sources.size;
      if (next > MOST_PARTS || left < all * LEAST_USED) {
        await write(0, { files, sources });
        for (const name of await readdir(index)) if (name !== '0') await rm(`${index}/${name}`);
      } else if (added.files.size + added.sources.size > 0) await write(next, added);
      // An entry that is left in a part says nothing any more once its file is gone.
      await removeUnknown(`${folder}/files`, files);
    },
  };
}

/**
 * A part of the index: the version, an entry a line, and a digest of all before. Parts are numbered, and what
 * a later one says of a key holds: a build writes one whenever it has finished some files. All lines of an
 * archive are longer than a string can be.
 */
async function writePart(file: string, version: string, { files, sources }: Entries): Promise<void> {
  const digest = createHash('sha256');
  const handle = await open(file, 'w');
  let piece = `${version}\n`;
  const flush = async (): Promise<void> => {
    digest.update(piece);
    await handle.writeFile(piece);
    piece = '';
  };
  try {
    for (const entries of [files, sources])
      for (const entry of entries) {
        piece += `${JSON.stringify(entry)}\n`;
        if (piece.length > PIECE) await flush();
      }
    await flush();
    await handle.writeFile(`${digest.digest('hex')}\n`);
  } finally {
    await handle.close();
  }
}

async function readIndex(
  folder: string,
  version: string,
  warn: (message: string) => void,
): Promise<Entries & { readonly parts: number }> {
  const read: Entries = { files: new Map(), sources: new Set() };
  let parts = 0;
  try {
    const names = await readdir(folder);
    while (names.includes(String(parts))) {
      readPart(await readFile(`${folder}/${parts}`), version, read);
      parts += 1;
    }
    return { ...read, parts };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === undefined ? message : `cannot be read (${code})`;
    if (code !== 'ENOENT') warn(`the cache of finished pages ${reason}: all are made anew`);
    await rm(folder, { recursive: true, force: true });
    return { files: new Map(), sources: new Set(), parts: 0 };
  }
}

/** Adds what a part says. @throws {Error} saying why it is of no use */
function readPart(bytes: Buffer, version: string, { files, sources }: Entries): void {
  const end = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
  if (bytes.toString('latin1', end) !== `${digestOf(bytes.subarray(0, end))}\n`)
    throw new Error('is damaged');
  let at = bytes.indexOf('\n') + 1;
  if (bytes.toString('utf8', 0, at) !== `${version}\n`)
    throw new Error('is of another version of the program');
  for (let next = at; at < end; at = next) {
    next = bytes.indexOf('\n', at) + 1;
    // This program wrote it, as its digest says; which version did, it says itself.
    const entry = JSON.parse(bytes.toString('utf8', at, next)) as readonly [string, FinishedFile] | string;
    if (typeof entry === 'string') sources.add(entry);
    else files.set(...entry);
  }
}

/** Removes what no key stands for: files that are not used any more, and rests of builds that died. */
async function removeUnknown(folder: string, files: ReadonlyMap<string, FinishedFile>): Promise<void> {
  for (const prefix of await readdir(folder).catch(() => []))
    for (const key of await readdir(`${folder}/${prefix}`))
      if (!files.has(key)) await rm(`${folder}/${prefix}/${key}`, { recursive: true, force: true });
}
