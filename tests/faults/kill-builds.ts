/**
 * Kills builds at random moments: the published site stays whole, and the next build is as if nothing had
 * been. The few milliseconds of the swap have a test of their own, in `tests/publish/swap.test.ts`.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { refuseForeignFolder } from '../../src/publish/swap.ts';
import { setUpDesk } from '../build/run-build.ts';
import { addSeed, digestSite, startBuild } from './start-build.ts';

/**
 * @param random a number from 0 up to 1
 * @returns what went wrong, a sentence a kill
 */
export async function killBuilds(
  kills: number,
  random: () => number,
  onKill?: (done: number) => void,
): Promise<string[]> {
  const desk = await setUpDesk();
  const wrong: string[] = [];
  await startBuild(desk).ended;
  const before = await digestSite(desk.out);
  await addSeed(desk, '100_bridge.txt', 'a bridge');
  const { ms } = await startBuild(desk).ended;
  const after = await digestSite(desk.out);
  if (!before || !after) throw new Error('the builds that the killed ones are compared with failed');

  for (let kill = 1; kill <= kills; kill += 1) {
    // By turns with the seed and without it, so that the old site is not the new one.
    if (kill % 2 === 0) await addSeed(desk, '100_bridge.txt', 'a bridge');
    else await rm(join(desk.seeds, '100_bridge.txt'));
    const { child, ended } = startBuild(desk);
    const moment = Math.round(random() * ms);
    setTimeout(() => child.kill('SIGKILL'), moment).unref();
    await ended;
    // What a build does first: a kill between the two renames leaves the old site beside its place.
    await refuseForeignFolder(desk.out);
    const site = await digestSite(desk.out);
    if (!isDeepStrictEqual(site, before) && !isDeepStrictEqual(site, after))
      wrong.push(`after ${moment} ms the site is neither the old nor the new one`);
    const run = await startBuild(desk).ended;
    if (run.status !== 0) wrong.push(`after ${moment} ms the next build fails: ${run.stderr}`);
    else if (!isDeepStrictEqual(await digestSite(desk.out), kill % 2 === 0 ? after : before))
      wrong.push(`after ${moment} ms the next build makes another site`);
    onKill?.(kill);
  }
  await rm(desk.root, { recursive: true });
  return wrong;
}
