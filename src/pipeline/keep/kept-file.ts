/**
 * Records that one run leaves to the next, one a line, in a file that is used only if it is whole and
 * of the same program: its first line names the version, its last has the digest of all before.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeWhole } from '../write/write-whole.ts';

export interface KeptFile {
  /** Lines without their breaks; none if there is no file, or none that can be trusted. */
  readonly lines: readonly string[];
  /** Why the file is not used, one clause; absent if it is, or does not exist. */
  readonly problem?: string | undefined;
}

const LINE_FEED = 0x0a;

/** Never throws: what cannot be read is not used. */
export function readKeptFile(path: string, version: string): KeptFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? { lines: [] } : { lines: [], problem: `cannot be read (${code})` };
  }
  const first = bytes.indexOf(LINE_FEED);
  const last = bytes.lastIndexOf(LINE_FEED, bytes.length - 2);
  if (first < 0 || last < first || bytes.at(-1) !== LINE_FEED) return { lines: [], problem: 'is damaged' };
  const digest = createHash('sha256')
    .update(bytes.subarray(0, last + 1))
    .digest('hex');
  if (bytes.toString('latin1', last + 1) !== `${digest}\n`) return { lines: [], problem: 'is damaged' };
  if (bytes.toString('utf8', 0, first) !== headerOf(version))
    return { lines: [], problem: 'is of another version of the program' };
  const lines: string[] = [];
  for (let start = first + 1; start <= last; ) {
    const end = bytes.indexOf(LINE_FEED, start);
    lines.push(bytes.toString('utf8', start, end));
    start = end + 1;
  }
  return { lines };
}

/** Whole or not at all. @throws {Error} naming the file, if it cannot be written */
export function writeKeptFile(path: string, version: string, lines: Iterable<string>): void {
  const hash = createHash('sha256');
  function* withEnds(): Generator<string> {
    const header = `${headerOf(version)}\n`;
    hash.update(header);
    yield header;
    for (const line of lines) {
      hash.update(`${line}\n`);
      yield `${line}\n`;
    }
    yield `${hash.digest('hex')}\n`;
  }
  writeWhole(path, withEnds());
}

/** The same words for every file of one kind of problem, so that they are said once. */
export function describeProblem(problem: string): string {
  return `what the last run left in \`.cache\` ${problem}: it is not used, and made anew`;
}

export function describeFailure(error: Error): string {
  return `the next run will make everything anew: ${error.message}`;
}

function headerOf(version: string): string {
  return `sourceline ${version}`;
}
