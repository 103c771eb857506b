/** Files of a cache that begin with a digest of the rest, by which a later build knows that they are whole. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Bytes of the digest. */
const DIGEST = 32;

/** What was written there; undefined if there is nothing, or it is damaged. */
export async function readSealed(path: string): Promise<Buffer | undefined> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const content = bytes.subarray(DIGEST);
  return content.length > 0 && seal(content).equals(bytes.subarray(0, DIGEST)) ? content : undefined;
}

/** Whole or not at all. @throws {Error} naming the file, if it cannot be written */
export async function writeSealed(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, Buffer.concat([seal(content), content]));
  await rename(unfinished, path);
}

function seal(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
