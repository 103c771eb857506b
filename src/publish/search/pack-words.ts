import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { pack, unpack } from './engine-file.ts';

/** Files of words as they are published. */
export interface PackedWords {
  /** What earlier builds compressed is taken from them, once it has been unpacked and compared. */
  pack(name: string, bytes: Buffer): Promise<Buffer>;
  /** Deletes all that was not asked for. */
  close(): Promise<void>;
}

/**
 * @param cache may be deleted at any time
 * @param version of the program: another one may compress the same bytes to others
 */
export function openPackedWords(cache: string, version: string): PackedWords {
  const fileOf = (name: string): string => `${name}.${version}`;
  const used = new Set<string>();
  return {
    async pack(name, bytes) {
      const file = fileOf(name);
      used.add(file);
      const left = await readFile(`${cache}/${file}`)
        .then(async (packed) => ((await unpack(packed)).equals(bytes) ? packed : undefined))
        .catch(() => undefined);
      if (left !== undefined) return left;
      const packed = await pack(bytes);
      await mkdir(cache, { recursive: true });
      await writeFile(`${cache}/${file}`, packed);
      return packed;
    },
    async close() {
      for (const file of await readdir(cache).catch(() => []))
        if (!used.has(file)) await rm(`${cache}/${file}`);
    },
  };
}
