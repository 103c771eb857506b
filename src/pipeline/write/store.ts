/**
 * Keeps a folder equal to a set of texts: what changed is written, what is gone is removed, what a
 * person edited by hand is moved aside and reported, never overwritten and never published.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

export interface StoreReport {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Hand-edited pages, path below the folder, that were moved to `editedDir`. */
  readonly edited: readonly string[];
  /** SHA-256, hex, of every file that is in the folder now, by its path. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Path below the folder with `/` → content. */
export type Contents = ReadonlyMap<string, string>;

/**
 * @param editedDir where hand-edited pages go; without it the folder's files carry no digest and are
 *   simply replaced.
 * @throws {Error} naming the file that could not be written.
 */
export async function storeContents(
  dir: string,
  contents: Contents,
  editedDir?: string,
): Promise<StoreReport> {
  await mkdir(dir, { recursive: true });
  const existing = await listFiles(dir);
  const edited: string[] = [];
  let written = 0;
  let removed = 0;

  const setAside = async (path: string): Promise<void> => {
    const current = await readFile(join(dir, path), 'utf8');
    if (editedDir === undefined || hasOwnDigest(current)) return;
    const target = join(editedDir, path);
    await mkdir(dirname(target), { recursive: true });
    await writeAtomically(target, current);
    edited.push(path);
  };

  for (const path of existing) {
    if (contents.has(path)) continue;
    await setAside(path);
    await rm(join(dir, path), { force: true });
    removed += 1;
  }
  const onDisk = new Set(existing);
  const digests = new Map<string, string>();
  for (const [path, text] of contents) {
    const target = resolve(dir, path);
    if (!target.startsWith(resolve(dir) + sep))
      throw new Error(`${JSON.stringify(path)} lies outside the folder`);
    const content = editedDir === undefined ? text : withDigest(text);
    digests.set(path, digestOf(content));
    if (onDisk.has(path)) {
      if ((await readFile(target, 'utf8')) === content) continue;
      await setAside(path);
    }
    await mkdir(dirname(target), { recursive: true });
    await writeAtomically(target, content);
    written += 1;
  }
  await removeEmptyFolders(dir);
  return { written, unchanged: contents.size - written, removed, edited, digests };
}

/** Whole or not at all: a reader never sees half a file. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Error(
      `could not write ${JSON.stringify(relative(process.cwd(), path))}: ${(error as Error).message}`,
      {
        cause: error,
      },
    );
  }
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

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

async function listFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

async function removeEmptyFolders(dir: string): Promise<void> {
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const child = join(dir, entry.name);
    await removeEmptyFolders(child);
    if ((await readdir(child)).length === 0) await rmdir(child);
  }
}
