import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** What begins every file of the engine once it is unpacked. */
const SIGNATURE = Buffer.from('pagefind_dcd');

/** A content as a file of the engine, compressed as well as can be, which takes ten times as long as to unpack it. */
export function pack(content: Buffer): Promise<Buffer> {
  return zip(Buffer.concat([SIGNATURE, content]), { level: 9 });
}

/** What a file of the engine holds. @throws {Error} if it is none */
export async function unpack(packed: Uint8Array | undefined): Promise<Buffer> {
  const bytes = await unzip(packed ?? Buffer.alloc(0));
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('search index: unknown file');
  return bytes.subarray(SIGNATURE.length);
}
