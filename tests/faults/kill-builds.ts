/**
 * Kills builds at random moments: the published site stays whole, and the next build is as if nothing had
 * been. The few microseconds of the swap have a test of their own, in `tests/publish/swap.test.ts`.
 */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { refuseForeignFolder } from '../../src/publish/swap.ts';
import { addSeed, digestSite, listLeftovers, setUpSmallDesk, startBuild } from './start-build.ts';

/** Who is killed, by turns: all at once, as a machine or a job runner does; the supervisor; the build itself. */
const VICTIMS = ['group', 'supervisor', 'build'] as const;

/**
 * @param random a number from 0 up to 1
 * @returns what went wrong, a sentence a kill
 */
export async function killBuilds(
  kills: number,
  random: () => number,
  onKill?: (done: number, wrong: readonly string[]) => void,
): Promise<string[]> {
  const desk = await setUpSmallDesk();
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
    const expected = kill % 2 === 0 ? after : before;
    const victim = VICTIMS[kill % VICTIMS.length] ?? 'group';
    const { child, ended } = startBuild(desk);
    const moment = Math.round(random() * ms);
    setTimeout(() => killOne(child, victim), moment).unref();
    const { status } = await ended;
    const what = `after ${moment} ms, ${victim} killed`;
    if (victim === 'build' && status !== 0) {
      const rests = await listLeftovers(desk);
      if (rests.length > 0) wrong.push(`${what}: the supervisor leaves ${rests.join(', ')}`);
    } else {
      // What a build does first: a kill between the two renames leaves the old site beside its place.
      await refuseForeignFolder(desk.out);
    }
    const site = await digestSite(desk.out);
    if (!isDeepStrictEqual(site, before) && !isDeepStrictEqual(site, after))
      wrong.push(`${what}: the site is neither the old nor the new one`);
    const run = await startBuild(desk).ended;
    if (run.status !== 0) wrong.push(`${what}: the next build fails: ${run.stderr}`);
    else if (!isDeepStrictEqual(await digestSite(desk.out), expected))
      wrong.push(`${what}: the next build makes another site`);
    const rests = await listLeftovers(desk);
    if (rests.length > 0) wrong.push(`${what}: the next build leaves ${rests.join(', ')}`);
    onKill?.(kill, wrong);
  }
  await rm(desk.root, { recursive: true });
  return wrong;
}

function killOne(child: ChildProcess, victim: (typeof VICTIMS)[number]): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null) return;
  const [build] = victim === 'build' ? childrenOf(pid) : [];
  if (build !== undefined) process.kill(build, 'SIGKILL');
  else if (victim === 'group' && process.platform !== 'win32') process.kill(-pid, 'SIGKILL');
  else child.kill('SIGKILL');
}

/** None where there is no `/proc`, or none has been started yet. */
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
