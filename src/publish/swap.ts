/**
 * Puts a finished folder in the place of the published one: whoever opens it finds the old site whole or
 * the new one whole, never a mixture. No system exchanges two folders at one stroke that Node can ask for
 * (Linux has `RENAME_EXCHANGE`; a link in place of the folder would be one, but hosts, archives and `cp -r`
 * take links for something else), so two renames follow each other with nothing between them. The place is
 * empty for some microseconds; a build that is killed in them has left the old site beside its place, and
 * `recoverSwap` puts it back: at once where the build was supervised, else when the next one starts.
 */
import { renameSync } from 'node:fs';
import { cp, lstat, mkdir, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PublishError } from './finding.ts';
import { listFiles } from './list-files.ts';
import { settleFiles } from './settle-files.ts';

/** Says that a folder was made by this program and may be replaced by it. */
export const MARKER = '.sourceline';
export const MARKER_TEXT = 'This folder is written by Sourceline and replaced as a whole at every build.\n';

/** Folders beside the published one while it is replaced: the new site, the old one, and what is being deleted. */
const besides = (out: string) =>
  ({ next: `${out}.next`, previous: `${out}.previous`, rest: `${out}.rest` }) as const;

/** Everywhere that a site published to `out` may lie, in part or whole. */
export function placesOf(out: string): readonly string[] {
  return [out, ...Object.values(besides(out))];
}

/** Marks a folder as made by this program. */
export async function markFolder(folder: string): Promise<void> {
  await writeFile(`${folder}/${MARKER}`, MARKER_TEXT);
}

/**
 * Throws a PublishError unless `out` is absent, empty or made by this program: nothing of anybody
 * else is ever replaced. Call it before the work of a build, too, so that the refusal comes early.
 * Puts the old site back where a build died between the two renames.
 */
export async function refuseForeignFolder(out: string): Promise<void> {
  const place = await realPlace(out);
  await recoverSwap(place);
  for (const folder of placesOf(place)) {
    const entries = await readdir(folder).catch((error: unknown): string[] => {
      if (codeOf(error) === 'ENOENT') return [];
      if (codeOf(error) === 'ENOTDIR')
        throw new PublishError(`\`${folder}\` is not a folder; choose another place for the site`);
      throw error;
    });
    if (entries.length > 0 && !entries.includes(MARKER))
      throw new PublishError(
        `\`${folder}\` holds files that this program did not make; choose an empty folder, or empty it yourself`,
      );
  }
}

/**
 * Replaces `out` by `folder`, which must be finished, settled and marked. The old site takes the place of `folder`,
 * where the next one is put together from it, unless it lies on another disk: then it is deleted.
 */
export async function swapFolders(folder: string, out: string): Promise<void> {
  await refuseForeignFolder(out);
  const place = await realPlace(out);
  const { next, previous } = besides(place);
  await mkdir(dirname(place), { recursive: true });
  await removeMarkedFolder(next, place);
  await removeMarkedFolder(previous, place);
  await moveFolder(folder, next);
  if (await exists(place)) replaceFolder(place, next, previous);
  else await rename(next, place);
  if (await exists(previous)) await rename(previous, folder).catch(() => removeMarkedFolder(previous, place));
}

/** Puts the old site back where a build died in the midst of the swap, and removes what it left beside it. */
export async function tidySwap(out: string): Promise<void> {
  const place = await realPlace(out);
  await recoverSwap(place);
  for (const folder of Object.values(besides(place)))
    if (await exists(`${folder}/${MARKER}`)) await removeMarkedFolder(folder, place);
}

/** Without a turn of the event loop between the renames, which would make the gap many times longer. */
function replaceFolder(place: string, next: string, previous: string): void {
  renameSync(place, previous);
  try {
    renameSync(next, place);
  } catch (error) {
    renameSync(previous, place);
    throw error;
  }
}

/** With no site in its place, a whole `previous` is the site that a dying build had just moved away. */
async function recoverSwap(place: string): Promise<void> {
  const { previous } = besides(place);
  if (!(await exists(place)) && (await exists(`${previous}/${MARKER}`))) await rename(previous, place);
}

/**
 * Deletes a folder of ours. It is renamed first, so that a folder called `previous` is always whole,
 * and loses its marker last, so that a rest of it is still known as ours.
 */
async function removeMarkedFolder(folder: string, place: string): Promise<void> {
  const { rest } = besides(place);
  for (const doomed of [rest, folder]) {
    if (!(await exists(doomed))) continue;
    if (doomed !== rest) await rename(doomed, rest);
    for (const entry of await readdir(rest))
      if (entry !== MARKER) await rm(`${rest}/${entry}`, { recursive: true });
    await rm(rest, { recursive: true });
  }
}

/** Renames, or copies where the two places lie on different disks. */
async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await mkdir(to);
    try {
      await markFolder(to);
      await cp(from, to, { recursive: true });
      await settleFiles(to, await listFiles(to));
    } catch (problem) {
      // A full disk: the half that did fit would be in its way.
      await rm(to, { recursive: true, force: true });
      throw problem;
    }
    await rm(from, { recursive: true });
  }
}

/** A site behind a link is replaced where it really lies; the link stays. */
async function realPlace(out: string): Promise<string> {
  return realpath(out).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return out;
    throw error;
  });
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
