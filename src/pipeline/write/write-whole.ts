import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** In UTF-16 units: small pieces would each cost a call. */
const BLOCK = 1 << 16;

/** A file that is written whole beside its place, and not yet put there. */
export interface Draft {
  /** SHA-256 of its content, hex. */
  readonly digest: string;
  /** @throws {Error} naming the file that could not be written */
  commit(): void;
  discard(): void;
}

/**
 * A file from pieces, whole or not at all: a reader never sees half of it.
 *
 * @throws {Error} naming the file that could not be written
 */
export function writeWhole(path: string, pieces: Iterable<string>): void {
  writeDraft(path, pieces).commit();
}

/** @throws {Error} naming the file that could not be written */
export function writeDraft(path: string, pieces: Iterable<string>): Draft {
  const temporary = `${path}.${process.pid}.tmp`;
  const hash = createHash('sha256');
  const attempt = (write: () => void): void => {
    try {
      write();
    } catch (error) {
      rmSync(temporary, { force: true });
      const name = JSON.stringify(relative(process.cwd(), path));
      throw new Error(`could not write ${name}: ${(error as Error).message}`, { cause: error });
    }
  };
  attempt(() => {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(temporary, 'w');
    try {
      for (const block of joinPieces(pieces)) {
        const bytes = Buffer.from(block, 'utf8');
        hash.update(bytes);
        for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      }
    } finally {
      closeSync(file);
    }
  });
  return {
    digest: hash.digest('hex'),
    commit: () => attempt(() => renameSync(temporary, path)),
    discard: () => rmSync(temporary),
  };
}

/** The same text in fewer and longer pieces. */
function* joinPieces(pieces: Iterable<string>): Generator<string> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
