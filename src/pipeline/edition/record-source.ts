/** What an edition remembers of a source: enough to tell what changed, and none of its words. */
import { digestOf } from '../../digest-of.ts';
import type { Article } from '../types.ts';

export interface RecordedSource {
  readonly ref: string;
  readonly slug: string;
  /** One mark a line: `b` for a blank one, else the first letter of its status and its digest, `k1f0a…`. */
  readonly marks: readonly string[];
}

/** Hex digits of a line's digest: only lines of one source are ever compared. */
const DIGEST_LENGTH = 10;

/** What a mark looks like; the letters are `kept`, `set-aside`, `removed`. */
export const MARK = /^(?:b|[ksr][0-9a-f]{10})$/;

export function recordSource({ ref, slug, lines }: Article): RecordedSource {
  const marks = lines.map(({ status, text }) =>
    status === 'blank' ? 'b' : `${status.charAt(0)}${markWords(text)}`,
  );
  return { ref, slug, marks };
}

function markWords(text: string): string {
  return digestOf(text).slice(0, DIGEST_LENGTH);
}
