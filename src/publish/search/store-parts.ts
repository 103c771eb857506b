import { readdir, rm } from 'node:fs/promises';
import { readSealed, writeSealed } from '../sealed-file.ts';
import type { EngineFiles, Part, PartIndex, PartPage } from './index-part.ts';

/** Finished parts by key, one file each, in a folder that may be deleted at any time. */
export interface PartStore {
  /** The part; undefined where there is none, or where its file is not as it was written. */
  readonly read: (key: string) => Promise<StoredPart | undefined>;
  readonly write: (key: string, part: StoredPart) => Promise<void>;
  /** Deletes all but these. */
  readonly keep: (keys: readonly string[]) => Promise<void>;
}

export type StoredPart = Part & { readonly engine: EngineFiles };

const NAME = /^[0-9a-f]{64}\.part$/;

/** What the file says before the bytes that it lists. */
interface Contents {
  readonly kept: readonly PartPage[];
  readonly takenOut: readonly PartPage[];
  /** Name and length of each run of bytes, in order. */
  readonly runs: readonly (readonly [string, number])[];
}

/**
 * A sealed file holds the length of a list, the list as JSON, and the bytes that it lists.
 */
export function openPartStore(folder: string): PartStore {
  const fileOf = (key: string): string => `${folder}/${key}.part`;
  return {
    read: async (key) => {
      const bytes = await readSealed(fileOf(key));
      return bytes && unpackPart(bytes);
    },
    write: (key, part) => writeSealed(fileOf(key), packPart(part)),
    keep: async (keys) => {
      const kept = new Set(keys.map((key) => `${key}.part`));
      for (const name of await readdir(folder).catch(() => []))
        if (!kept.has(name) && NAME.test(name.replace(/\.\d+$/, ''))) await rm(`${folder}/${name}`);
    },
  };
}

function packPart({ kept, takenOut, engine }: StoredPart): Buffer {
  const runs: readonly (readonly [string, Buffer])[] = [
    ['kept words', kept.words],
    ['kept records', kept.records],
    ['taken-out words', takenOut.words],
    ['taken-out records', takenOut.records],
    ...engine,
  ];
  const contents: Contents = {
    kept: kept.pages,
    takenOut: takenOut.pages,
    runs: runs.map(([name, bytes]) => [name, bytes.length]),
  };
  const list = Buffer.from(JSON.stringify(contents));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(list.length);
  return Buffer.concat([length, list, ...runs.map(([, bytes]) => bytes)]);
}

function unpackPart(bytes: Buffer): StoredPart {
  const listEnd = 4 + bytes.readUInt32BE(0);
  // The digest says that this is what `packPart` wrote.
  const contents = JSON.parse(bytes.subarray(4, listEnd).toString('utf8')) as Contents;
  const runs = new Map<string, Buffer>();
  let at = listEnd;
  for (const [name, length] of contents.runs) {
    runs.set(name, bytes.subarray(at, at + length));
    at += length;
  }
  const take = (name: string): Buffer => {
    const run = runs.get(name) ?? Buffer.alloc(0);
    runs.delete(name);
    return run;
  };
  const index = (kind: string, pages: readonly PartPage[]): PartIndex => ({
    pages,
    words: take(`${kind} words`),
    records: take(`${kind} records`),
  });
  const kept = index('kept', contents.kept);
  const takenOut = index('taken-out', contents.takenOut);
  return { kept, takenOut, engine: runs };
}
