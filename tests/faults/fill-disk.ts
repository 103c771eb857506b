/** Builds on a disk that runs full at one place after another: the old site stays, and the disk is named. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { addSeed, digestSite, listLeftovers, setUpSmallDesk, startBuild } from './start-build.ts';

/**
 * The content folder, with what is kept from build to build, and the site lie on one small disk, so that
 * every file that a build writes there may be the one that no longer fits.
 *
 * @param points places that the disk runs full at, evenly spread over what a build writes
 * @returns what went wrong, a sentence a point; undefined where no disk can be mounted
 */
export async function fillDisk(
  points: number,
  onPoint?: (done: number, wrong: readonly string[]) => void,
): Promise<string[] | undefined> {
  const desk = await setUpSmallDesk();
  const disk = join(desk.root, 'disk');
  await mkdir(disk);
  if (!mountDisk(disk)) return undefined;
  try {
    await cp(desk.content, join(disk, 'content'), { recursive: true });
    const small = { ...desk, content: join(disk, 'content'), out: join(disk, 'dist') };
    const build = () => startBuild(small).ended;

    await build();
    const before = await digestSite(small.out);
    const room = await freeBytes(disk);
    await addSeed(desk, '100_bridge.txt', 'a bridge');
    let least = room;
    const watch = setInterval(() => void freeBytes(disk).then((free) => (least = Math.min(least, free))), 20);
    await build();
    clearInterval(watch);
    const after = await digestSite(small.out);
    if (!before || !after) throw new Error('the builds that the others are compared with failed');

    const wrong: string[] = [];
    for (let point = 0; point < points; point += 1) {
      // By turns with the seed and without it: there is always something to write.
      const [old, next] = point % 2 === 0 ? [after, before] : [before, after];
      if (point % 2 === 0) await rm(join(desk.seeds, '100_bridge.txt'));
      else await addSeed(desk, '100_bridge.txt', 'a bridge');
      const free = Math.round(((room - least) * point) / points);
      await writeFile(join(disk, 'filler'), Buffer.alloc(Math.max(0, (await freeBytes(disk)) - free)));
      const run = await build();
      const what = `with ${free} bytes free`;
      const site = await digestSite(small.out);
      if (run.status === 0) {
        if (!isDeepStrictEqual(site, next)) wrong.push(`${what}: another site`);
      } else {
        if (!/ENOSPC|no space/i.test(run.stderr)) wrong.push(`${what}: says ${run.stderr.slice(0, 200)}`);
        if (/\n\s+at /.test(run.stderr)) wrong.push(`${what}: ends in a trace: ${run.stderr.slice(0, 400)}`);
        if (!isDeepStrictEqual(site, old)) wrong.push(`${what}: the old site is harmed`);
        const rests = await listLeftovers(small);
        if (rests.length > 0) wrong.push(`${what}: leaves ${rests.join(', ')}`);
      }
      await rm(join(disk, 'filler'));
      if ((await build()).status !== 0) wrong.push(`${what}: the next build fails`);
      if (!isDeepStrictEqual(await digestSite(small.out), next))
        wrong.push(`${what}: the next build makes another site`);
      onPoint?.(point + 1, wrong);
    }
    return wrong;
  } finally {
    execFileSync('umount', ['-l', disk]);
    await rm(desk.root, { recursive: true });
  }
}

/** Only an administrator can make a disk. */
function mountDisk(at: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', at], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function freeBytes(disk: string): Promise<number> {
  const { bavail, bsize } = await statfs(disk);
  return bavail * bsize;
}
