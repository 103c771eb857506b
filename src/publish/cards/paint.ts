import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { readSealed, writeSealed } from '../sealed-file.ts';

export interface PaintOptions {
  /** Folder of painted pictures. */
  readonly cache: string;
  /** Of the program. */
  readonly version: string;
}

/**
 * Paints a drawing as PNG, or takes it from the folder `cache`, where it lies under a name made of all that
 * goes into it; an entry that was damaged is made anew.
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
  const known = await readSealed(path);
  if (known !== undefined) return { png: known, name };
  const png = await sharp(Buffer.from(svg))
    .flatten()
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toBuffer();
  await writeSealed(path, png);
  return { png, name };
}
