/**
 * Keeps a folder equal to a set of texts: what changed is written, what is gone is removed, what a
 * person edited by hand is moved aside and reported, never overwritten and never published.
 */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, posix, resolve, sep } from 'node:path';
import { digestOf } from '../../digest-of.ts';
import { pauseBetween } from '../pause-between.ts';
import { type Draft, writeDraft, writeWhole } from './write-whole.ts';

export interface StoreReport {
  /** Hand-edited pages, path below `editedDir`, to which they were moved. */
  readonly edited: readonly string[];
  /** SHA-256, hex, of every file that is in the folder now, by its path. */
  readonly digests: ReadonlyMap<string, string>;
  /** What a look at each file says, to know it again without reading it; see `stampOf`. */
  readonly stamps: ReadonlyMap<string, string>;
}

/** A text, or one that is long in pieces. */
export type Content = string | (() => Iterable<string>);

/** A file as it was left: SHA-256 of its content, hex, and what a look at it said. */
export interface Left {
  readonly digest: string;
  /** Absent = not known: the file is read. */
  readonly stamp?: string | undefined;
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

export interface StoreOptions {
  /** Where hand-edited pages go; without it the folder's files carry no digest and are simply replaced. */
  readonly editedDir?: string | undefined;
  /** How the last run left a file: one that looks the same is not read again. */
  readonly leftOf?: ((path: string) => Left | undefined) | undefined;
}

/** Whole contents at once. @throws {Error} naming the file that could not be written. */
export async function storeContents(
  dir: string,
  contents: Iterable<readonly [string, Content]>,
  options: StoreOptions = {},
): Promise<StoreReport> {
  const store = openStore(dir, options);
  for await (const [path, content] of pauseBetween(contents)) store.put(path, content);
  return store.close();
}

/**
 * Everything in it waits for the disk: tens of thousands of small files, each of which would cost more
 * in promises than in work. The caller yields between them.
 */
export function openStore(dir: string, { editedDir, leftOf = () => undefined }: StoreOptions): Store {
  mkdirSync(dir, { recursive: true });
  const { files, folders } = listEntries(dir);
  const root = resolve(dir) + sep;
  const edited: string[] = [];
  const digests = new Map<string, string>();
  const stamps = new Map<string, string>();

  const setAside = (path: string): void => {
    if (editedDir === undefined) return;
    const current = readFileSync(join(dir, path), 'utf8');
    if (hasOwnDigest(current)) return;
    // One edit after another may be moved there from the same page.
    const { dir: below, name, ext } = posix.parse(path);
    const aside = posix.join(below, `${name}.${digestOf(current).slice(0, 12)}${ext}`);
    writeWhole(join(editedDir, aside), [current]);
    edited.push(aside);
  };

  const keep: Store['keep'] = (path, { digest, stamp }) => {
    if (!files.has(path)) return false;
    const now = stampOf(join(dir, path));
    if (now !== stamp && digestOf(readFileSync(join(dir, path))) !== digest) return false;
    digests.set(path, digest);
    stamps.set(path, now);
    return true;
  };

  return {
    has: (path) => digests.has(path),
    keep,
    put(path, content) {
      const target = resolve(dir, path);
      if (!target.startsWith(root)) throw new Error(`${JSON.stringify(path)} lies outside the folder`);
      const whole = typeof content === 'string' && editedDir !== undefined ? withDigest(content) : content;
      const draft = typeof whole === 'string' ? draftText(target, whole) : writeDraft(target, whole());
      const { digest } = draft;
      if (keep(path, { digest, stamp: leftOf(path)?.digest === digest ? leftOf(path)?.stamp : undefined })) {
        draft.discard();
        return;
      }
      if (files.has(path)) setAside(path);
      draft.commit();
      digests.set(path, digest);
      stamps.set(path, stampOf(target));
    },
    close() {
      for (const path of files) {
        if (digests.has(path)) continue;
        setAside(path);
        rmSync(join(dir, path), { force: true });
      }
      removeEmptyFolders(dir, folders, digests.keys());
      return { edited, digests, stamps };
    },
  };
}

/** Written only when it is wanted; a long content is not composed twice, and written to see whether it is. */
function draftText(path: string, text: string): Draft {
  return { digest: digestOf(text), commit: () => writeWhole(path, [text]), discard: () => {} };
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
