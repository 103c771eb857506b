/**
 * Keeps a folder equal to a set of texts: what changed is written, what is gone is removed, what a
 * person edited by hand is moved aside and reported, never overwritten and never published.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pauseBetween } from '../pause-between.ts';

export interface StoreReport {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Hand-edited pages, path below the folder, that were moved to `editedDir`. */
  readonly edited: readonly string[];
  /** SHA-256, hex, of every file that is in the folder now, by its path. */
  readonly digests: ReadonlyMap<string, string>;
  /** What a look at each file says, to know it again without reading it; see `stampOf`. */
  readonly stamps: ReadonlyMap<string, string>;
}

/** A text, or one that is long in pieces: called once to compare and once to write. */
export type Content = string | (() => Iterable<string>);

/** A file as it was left: SHA-256 of its content, hex, and what a look at it said. */
export interface Left {
  readonly digest: string;
  readonly stamp: string;
}

export interface Store {
  /** Makes the file hold this content. */
  put(path: string, content: Content): void;
  /** Takes over a file that is as it was left; `false` if it is not, and must be put. */
  keep(path: string, left: Left): boolean;
  has(path: string): boolean;
  /** Removes what was neither put nor kept. */
  close(): StoreReport;
}

/** Whole contents at once. @throws {Error} naming the file that could not be written. */
export async function storeContents(
  dir: string,
  contents: Iterable<readonly [string, Content]>,
  editedDir?: string,
): Promise<StoreReport> {
  const store = openStore(dir, editedDir);
  for await (const [path, content] of pauseBetween(contents)) store.put(path, content);
  return store.close();
}

/**
 * Everything in it waits for the disk: tens of thousands of small files, each of which would cost more
 * in promises than in work. The caller yields between them.
 *
 * @param editedDir where hand-edited pages go; without it the folder's files carry no digest and are
 *   simply replaced.
 */
export function openStore(dir: string, editedDir?: string): Store {
  mkdirSync(dir, { recursive: true });
  const { files, folders } = listEntries(dir);
  const root = resolve(dir) + sep;
  const edited: string[] = [];
  const digests = new Map<string, string>();
  const stamps = new Map<string, string>();
  let written = 0;
  let removed = 0;

  const setAside = (path: string): void => {
    if (editedDir === undefined) return;
    const current = readFileSync(join(dir, path), 'utf8');
    if (hasOwnDigest(current)) return;
    const target = join(editedDir, path);
    mkdirSync(dirname(target), { recursive: true });
    writePieces(target, [current]);
    edited.push(path);
  };

  return {
    has: (path) => digests.has(path),
    keep(path, { digest, stamp }) {
      if (!files.has(path)) return false;
      const now = stampOf(join(dir, path));
      if (now !== stamp && digestOf(readFileSync(join(dir, path))) !== digest) return false;
      digests.set(path, digest);
      stamps.set(path, now);
      return true;
    },
    put(path, content) {
      const target = resolve(dir, path);
      if (!target.startsWith(root)) throw new Error(`${JSON.stringify(path)} lies outside the folder`);
      const whole = typeof content === 'string' && editedDir !== undefined ? withDigest(content) : content;
      const digest = digestPieces(piecesOf(whole));
      digests.set(path, digest);
      if (files.has(path)) {
        if (digestOf(readFileSync(target)) === digest) {
          stamps.set(path, stampOf(target));
          return;
        }
        setAside(path);
      } else {
        const folder = dirname(path);
        if (!folders.has(folder)) mkdirSync(dirname(target), { recursive: true });
        folders.add(folder);
      }
      writePieces(target, piecesOf(whole));
      stamps.set(path, stampOf(target));
      written += 1;
    },
    close() {
      for (const path of files) {
        if (digests.has(path)) continue;
        setAside(path);
        rmSync(join(dir, path), { force: true });
        removed += 1;
      }
      removeEmptyFolders(dir, folders, digests.keys());
      return { written, unchanged: digests.size - written, removed, edited, digests, stamps };
    },
  };
}

/** Whole or not at all: a reader never sees half a file. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = temporaryOf(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw failure(path, error);
  }
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const temporary = temporaryOf(path);
  try {
    const file = openSync(temporary, 'w');
    try {
      for (const piece of inBlocks(pieces)) {
        const bytes = Buffer.from(piece, 'utf8');
        for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      }
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw failure(path, error);
  }
}

function temporaryOf(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

function failure(path: string, error: unknown): Error {
  const name = JSON.stringify(relative(process.cwd(), path));
  return new Error(`could not write ${name}: ${(error as Error).message}`, { cause: error });
}

/** In UTF-16 units: small pieces would each cost a call. */
const BLOCK = 1 << 16;

function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

function piecesOf(content: Content): Iterable<string> {
  return typeof content === 'string' ? [content] : content();
}

/** Front matter opens with `---`, a record with `{`; the digest is the first key of either. */
const OPENING = /^(?:---|\{)\n/;
const DIGEST_LINE = /^(---|\{)\n"digest": "([0-9a-f]{64})",?\n/;

function withDigest(text: string): string {
  return text.replace(OPENING, (opening) => {
    const comma = opening.startsWith('{') ? ',' : '';
    return `${opening}"digest": "${digestOf(text)}"${comma}\n`;
  });
}

function hasOwnDigest(text: string): boolean {
  const match = DIGEST_LINE.exec(text);
  return match !== null && match[2] === digestOf(`${match[1]}\n${text.slice(match[0].length)}`);
}

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function digestPieces(pieces: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const piece of inBlocks(pieces)) hash.update(piece, 'utf8');
  return hash.digest('hex');
}

/**
 * Size, times and number of a file: who writes to it changes its time of change, which no program can
 * set back. An edit in the same tick of the disk's clock (a few milliseconds) would not be seen.
 */
function stampOf(path: string): string {
  const { size, mtimeNs, ctimeNs, ino } = lstatSync(path, { bigint: true });
  return `${ctimeNs} ${mtimeNs} ${ino} ${size}`;
}

function listEntries(dir: string): { readonly files: ReadonlySet<string>; readonly folders: Set<string> } {
  const files = new Set<string>();
  const folders = new Set<string>();
  const visit = (below: string): void => {
    folders.add(below === '' ? '.' : below.slice(0, -1));
    for (const entry of readdirSync(join(dir, below), { withFileTypes: true })) {
      if (entry.isDirectory()) visit(`${below}${entry.name}/`);
      else files.add(below + entry.name);
    }
  };
  visit('');
  return { files, folders };
}

function removeEmptyFolders(dir: string, folders: ReadonlySet<string>, paths: Iterable<string>): void {
  const used = new Set(['.']);
  for (const path of paths)
    for (let folder = dirname(path); !used.has(folder); folder = dirname(folder)) used.add(folder);
  const empty = [...folders].filter((folder) => !used.has(folder));
  // Inner ones first.
  for (const folder of empty.sort((a, b) => b.length - a.length)) rmdirSync(join(dir, folder));
}
