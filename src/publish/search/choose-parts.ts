import { createHash } from 'node:crypto';

/** Articles of a part at most. A part is what one correction has the engine read again: half a second. */
const PART = 128;

/**
 * Number of parts that an index of so many articles is made in: 1, 2, 4, 8 … It grows in such coarse
 * steps because with every change of it each article may come into another part, and all are made anew.
 */
export function countParts(articles: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(articles / PART)));
}

/** The part of an article, from its reference alone: no other article can move it. */
export function partOf(ref: string, parts: number): number {
  return createHash('sha256').update(ref).digest().readUInt32BE(0) % parts;
}
