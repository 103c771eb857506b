import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { digestOf } from '../../digest-of.ts';

/** What earlier builds found to index in pages, so that a page which is the same is not read again. */
export interface KnownPages {
  /** Digest of what is indexed of a page, if a page of these bytes was looked at. */
  find(path: string, bytes: string): string | undefined;
  /** @param indexed digest of what is indexed of it */
  add(path: string, bytes: string, indexed: string): void;
  /** Leaves what was added to the next build. */
  save(): Promise<void>;
}

/** Digest of the bytes of a page, and of what is indexed of it. */
type Known = readonly [bytes: string, indexed: string];

/**
 * @param file may be deleted at any time; its first line is the digest of all that follows
 * @param made of which program and in which language; what another one found is not used
 */
export async function openKnownPages(file: string, made: string): Promise<KnownPages> {
  const left = await readKnown(file, made);
  const known = new Map<string, Known>();
  return {
    find(path, bytes) {
      const page = left.get(path);
      return page?.[0] === bytes ? page[1] : undefined;
    },
    add(path, bytes, indexed) {
      known.set(path, [bytes, indexed]);
    },
    async save() {
      const text = JSON.stringify([made, [...known]]);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${digestOf(text)}\n${text}`);
    },
  };
}

async function readKnown(file: string, made: string): Promise<ReadonlyMap<string, Known>> {
  const all = await readFile(file, 'utf8').catch(() => '');
  const text = all.slice(all.indexOf('\n') + 1);
  if (!all.startsWith(`${digestOf(text)}\n`)) return new Map();
  // This program wrote it, as its digest says; which version did, it says itself.
  const [by, pages] = JSON.parse(text) as readonly [string, readonly (readonly [string, Known])[]];
  return new Map(by === made ? pages : []);
}
