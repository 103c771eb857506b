/**
 * What the last build was made from and what it made: where both are still the same, there is nothing
 * to do. Seeds and the editor's files are compared by their bytes, what was made by its files' sizes and
 * times, for only this program writes there.
 */
import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareCodeUnits } from '../compare-code-units.ts';
import { digestOf } from '../digest-of.ts';
import { readProgramVersion } from '../program-version.ts';
import type { Arguments } from './arguments.ts';
import { isGenerated } from './is-generated.ts';

export interface LastBuild {
  readonly inputs: string;
  /** Every file and folder that was left, a path a line. */
  readonly left: string;
  /** Digest of a look at each of them. */
  readonly outputs: string;
  readonly status: 0 | 1;
  /** What was printed about seeds and pages. */
  readonly messages: string;
  readonly summary: string;
}

type Kind = Pick<Stats, 'isDirectory' | 'isFile'>;

/** Digest of all that a build is made from. */
export function digestInputs(options: Arguments, version: string): string {
  const { seedsDir, contentDir, outDir, address, allowSkipped } = options;
  const digest = createHash('sha256').update(
    JSON.stringify([version, seedsDir, contentDir, outDir, address ?? null, allowSkipped]),
  );
  const add = (
    folder: string,
    below: string,
    isSkipped: (path: string) => boolean,
    kindOf: (entry: Dirent, path: string) => Kind | undefined,
  ): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(folder, below), { withFileTypes: true });
    } catch (error) {
      if (below === '') throw error;
      digest.update((error as Error).message);
      return;
    }
    for (const entry of entries.sort((a, b) => compareCodeUnits(a.name, b.name))) {
      const path = `${below}/${entry.name}`;
      if (isSkipped(path.slice(1))) continue;
      digest.update(`${path}\0`);
      const kind = kindOf(entry, join(folder, path));
      if (kind?.isDirectory()) add(folder, path, isSkipped, kindOf);
      else if (kind?.isFile())
        digest.update(
          createHash('sha256')
            .update(readOwn(join(folder, path)))
            .digest(),
        );
    }
  };
  // Links among the seeds are never opened.
  add(
    seedsDir,
    '',
    () => false,
    (entry) => entry,
  );
  digest.update('\0');
  add(contentDir, '', (path) => isGenerated(path, options), followLinks(contentDir));
  return digest.digest('hex');
}

/** What lies at a path, behind links as well; a folder only once, for links may lead in circles. */
function followLinks(contentDir: string): (entry: Dirent, path: string) => Kind | undefined {
  const seen = new Set([realpathSync(contentDir)]);
  return (_entry, path) => {
    try {
      const kind = statSync(path);
      if (!kind.isDirectory()) return kind;
      const place = realpathSync(path);
      if (seen.has(place)) return undefined;
      seen.add(place);
      return kind;
    } catch {
      return undefined; // A link that leads nowhere.
    }
  };
}

/** What cannot be read is a matter for the build, which says so. */
function readOwn(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return (error as Error).message;
  }
}

/** What a build left, a path a line: the published site and the written pages, folders too, and the references. */
export function listOutputs({ outDir, contentDir }: Pick<Arguments, 'outDir' | 'contentDir'>): string {
  const left: string[] = [];
  const add = (folder: string): void => {
    left.push(folder);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) add(path);
      else left.push(path);
    }
  };
  for (const folder of [outDir, join(contentDir, 'briefings')]) add(folder);
  left.push(join(contentDir, 'references.csv'));
  return left.join('\n');
}

/**
 * Digest of a look at each entry of a list. What was put into a folder or is gone from it shows in the
 * folder's time, so that nothing needs to be listed again.
 */
export function digestOutputs(left: string): string {
  const paths = left.split('\n');
  // Numbers, for there are hundreds of thousands: words of them would take half as long again.
  const looks = new Float64Array(paths.length * 2);
  for (const [at, path] of paths.entries()) {
    // There are no references where there is no article.
    const { size = -1, mtimeMs = -1 } = statSync(path, { throwIfNoEntry: false }) ?? {};
    looks.set([size, mtimeMs], at * 2);
  }
  return digestOf(new Uint8Array(looks.buffer));
}

/**
 * Says again what the last build said, if another one would make the same of the same.
 *
 * @returns the exit status of that build; undefined if there is something to do
 */
export async function repeatLastBuild(options: Arguments): Promise<0 | 1 | undefined> {
  // A report tells what a build cost: it takes one.
  if (options.clean || options.shard || options.merge || options.report !== undefined) return undefined;
  const last = await readLastBuild(options.contentDir);
  if (last === undefined || !isSame(last, options)) return undefined;
  process.stderr.write(last.messages);
  process.stdout.write(`Nothing changed since the last build, which said:\n${last.summary}`);
  return last.status;
}

export async function writeLastBuild(contentDir: string, record: LastBuild): Promise<void> {
  const file = recordFile(contentDir);
  const body = JSON.stringify(record);
  await writeFile(`${file}.${process.pid}.tmp`, `${digestOf(body)}\n${body}`);
  await rename(`${file}.${process.pid}.tmp`, file);
}

async function readLastBuild(contentDir: string): Promise<LastBuild | undefined> {
  const text = await readFile(recordFile(contentDir), 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  // `writeLastBuild` wrote it, as its digest says; a build of another version has other inputs.
  return end > 0 && text.slice(0, end) === digestOf(body) ? (JSON.parse(body) as LastBuild) : undefined;
}

function isSame(last: LastBuild, options: Arguments): boolean {
  try {
    return (
      last.inputs === digestInputs(options, readProgramVersion()) && last.outputs === digestOutputs(last.left)
    );
  } catch {
    // A folder is gone: the build says which.
    return false;
  }
}

function recordFile(contentDir: string): string {
  return join(contentDir, '.cache', 'last-build.json');
}
