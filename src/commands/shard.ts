import { createHash } from 'node:crypto';

/** One of `count` parts of a site's pages; `index` counts from 1, as test runners do. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** `2/8` as a shard; undefined where it is none. */
export function readShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || count === undefined || index < 1 || index > count) return undefined;
  return { index, count };
}

/** Whether a page, by its path, belongs to a shard: one page, one shard, whatever other pages there are. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  return createHash('sha256').update(path).digest().readUInt32BE() % count === index - 1;
}
