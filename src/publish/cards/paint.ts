import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** Bytes of the digest that stands before a picture in the cache. */
const DIGEST = 32;

export interface PaintOptions {
  /** Folder of painted pictures. */
  readonly cache: string;
  /** Of the program. */
  readonly version: string;
}

/**
 * Paints a drawing as PNG, or takes it from the folder `cache`, where it lies under a name made of all that
 * goes into it. Before each picture stands its digest: an entry that was damaged is made anew.
 *
 * @returns the picture, and the name of its entry
 */
export async function paint(
  svg: string,
  { cache, version }: PaintOptions,
): Promise<{ readonly png: Uint8Array; readonly name: string }> {
  const name = createHash('sha256')
    .update(JSON.stringify([version, sharp.versions]))
    .update(svg)
    .digest('hex');
  const path = `${cache}/${name}`;
  const entry = await readFile(path).catch(() => Buffer.alloc(0));
  const known = entry.subarray(DIGEST);
  if (known.length > 0 && digestOf(known).equals(entry.subarray(0, DIGEST))) return { png: known, name };
  const png = await sharp(Buffer.from(svg))
    .flatten()
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toBuffer();
  await mkdir(cache, { recursive: true });
  await writeFile(`${path}.${process.pid}`, Buffer.concat([digestOf(png), png]));
  await rename(`${path}.${process.pid}`, path);
  return { png, name };
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
