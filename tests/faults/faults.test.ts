/** What may happen to a build from outside: the published site stays whole, and the message says what to do. */
import { execFileSync } from 'node:child_process';
import { appendFile, chmod, chown, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, PROJECT, runBuild } from '../build/run-build.ts';
import { fillDisk } from './fill-disk.ts';
import { killBuilds } from './kill-builds.ts';
import { addSeed, digestSite, listLeftovers, setUpSmallDesk, startBuild } from './start-build.ts';

const LONG = 180_000;
const isRoot = process.getuid?.() === 0;
/** Nobody, as most systems number them: the tests' own user may read and write everything. */
const NOBODY = 65_534;

/** Kills spread over the whole time, in the same places each run as far as a clock allows. */
function spread(parts: number): () => number {
  let at = 0;
  return () => {
    at += 1;
    return ((at * 7) % parts) / parts + 0.5 / parts;
  };
}

test(
  'a killed build leaves the old site or the new one, and the next build is the same',
  async () => {
    // The supervisor and the build itself, once each; the whole group and many moments: `npm run faults`.
    expect(await killBuilds(2, spread(2))).toEqual([]);
  },
  LONG,
);

describe('a site that stands', () => {
  let desk: Desk;
  let site: Map<string, string> | undefined;

  beforeAll(async () => {
    desk = await setUpSmallDesk();
    expect(await startBuild(desk).ended).toMatchObject({ status: 0 });
    site = await digestSite(desk.out);
  }, LONG);
  afterAll(() => rm(desk.root, { recursive: true, force: true }));

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'stays when the build is stopped by %s',
    async (signal) => {
      // Without it there would be nothing to build.
      await addSeed(desk, '100_bridge.txt', 'a bridge');
      const { child, ended } = startBuild(desk);
      await new Promise<void>((rendering) =>
        child.stdout?.on('data', (chunk) => String(chunk).includes('Writing MDX') && rendering()),
      );
      const asked = performance.now();
      child.kill(signal);
      const run = await ended;
      expect(performance.now() - asked).toBeLessThan(2_000);
      expect(run.status).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(await listLeftovers(desk)).toEqual([]);
      expect(await digestSite(desk.out)).toEqual(site);
      await rm(join(desk.seeds, '100_bridge.txt'));
    },
    LONG,
  );

  test(
    'is made once when eight builds start at the same time',
    async () => {
      await rm(desk.out, { recursive: true });
      const runs = await Promise.all(Array.from({ length: 8 }, () => startBuild(desk).ended));
      // One that comes when another has ended may build again, or see that there is nothing to do.
      const built = runs
        .flatMap(({ stdout, said }) => (stdout.includes('Reading seeds') && said ? [said] : []))
        .sort(([a], [b]) => a - b);
      expect(built).not.toEqual([]);
      for (const [at, [first]] of built.entries()) expect(first).toBeGreaterThan(built[at - 1]?.[1] ?? 0);
      for (const { status, stderr } of runs)
        if (status !== 0) expect(stderr).toMatch(/^another build \(process \d+\) is at work/);
      expect(await digestSite(desk.out)).toEqual(site);
      expect(await listLeftovers(desk)).toEqual([]);
    },
    LONG,
  );

  test(
    'is not written into a folder of somebody else',
    async () => {
      const foreign = join(desk.root, 'holiday');
      await mkdir(foreign);
      await writeFile(join(foreign, 'picture.txt'), 'the sea');
      for (const out of [foreign, desk.seeds, desk.content, desk.root]) {
        const before = await digestSite(out);
        const run = await runBuild({ ...desk, out });
        expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining('did not make') });
        const after = await digestSite(out);
        expect(isDeepStrictEqual(after, before)).toBe(true);
      }
    },
    LONG,
  );

  test.skipIf(!isRoot && process.platform === 'win32')(
    'stays when the content folder may not be written',
    async () => {
      await changeOwner(desk.root);
      await chmod(desk.content, 0o555);
      for (const folder of ['briefings', 'files', '.cache']) await chmod(join(desk.content, folder), 0o555);
      await addSeed(desk, '101_grain.txt', 'grain');
      const run = await startBuild(desk, isRoot ? { user: NOBODY } : {}).ended;
      expect(run.status).toBe(1);
      expect(run.stderr).toMatch(/EACCES|permission/);
      expect(run.stderr).not.toMatch(/\n\s+at /);
      expect(await digestSite(desk.out)).toEqual(site);
      await chmod(desk.content, 0o755);
      for (const folder of ['briefings', 'files', '.cache']) await chmod(join(desk.content, folder), 0o755);
      await rm(join(desk.seeds, '101_grain.txt'));
    },
    LONG,
  );

  test.skipIf(process.platform === 'win32')(
    'leaves out a seed that may not be read, and says so',
    async () => {
      await addSeed(desk, '102_locked.txt', 'a locked door');
      await changeOwner(desk.root);
      await chmod(join(desk.seeds, '102_locked.txt'), 0);
      // The reader alone: the renderer writes into the program's folder, where nobody may not.
      const reader = JSON.stringify(join(PROJECT, 'src/pipeline/read/index.ts'));
      const script = `import { readSeeds } from ${reader};
      const { articles, skips } = await readSeeds({ seedsDir: process.argv[1], themes: [], references: (seed) => seed });
      console.log(JSON.stringify({ articles: articles.length, skips }));`;
      const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script, desk.seeds], {
        encoding: 'utf8',
        ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
      });
      expect(JSON.parse(printed)).toEqual({
        articles: 3,
        skips: [
          { seed: '102_locked.txt', reason: 'may not be read, check its permissions', severity: 'fatal' },
        ],
      });
      await rm(join(desk.seeds, '102_locked.txt'), { force: true });
    },
  );
});

test(
  'a folder that changes during the build gives a whole site of what could be read',
  async () => {
    const desk = await setUpSmallDesk();
    for (let at = 0; at < 40; at += 1) await addSeed(desk, `${200 + at}_x.txt`, `matter number ${at}`);
    let building = true;
    const meddle = async (): Promise<void> => {
      for (let turn = 0; building; turn += 1) {
        await appendFile(join(desk.seeds, `${200 + (turn % 20)}_x.txt`), `One more line, number ${turn}.\n`);
        await rm(join(desk.seeds, `${220 + (turn % 20)}_x.txt`), { force: true });
        await addSeed(desk, `${300 + (turn % 20)}_y.txt`, `another matter, ${turn}`);
        await new Promise((next) => setTimeout(next, 5));
      }
    };
    const meddling = meddle();
    const run = await startBuild(desk).ended;
    building = false;
    await meddling;
    // 1 where a seed had to be left out, which is then named.
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.stdout).toMatch(/\d+ read: \d+ briefings/);
    if (run.status !== 0) expect(run.stdout).toMatch(/skipped {2}"/);
    expect((await readdir(desk.out)).includes('index.html')).toBe(true);
    await rm(desk.root, { recursive: true });
  },
  LONG,
);

test(
  'a full disk keeps the old site and is named',
  async ({ skip }) => {
    const wrong = await fillDisk(2);
    if (wrong === undefined) skip('no disk can be mounted here');
    expect(wrong).toEqual([]);
  },
  LONG,
);

/** Gives a folder to nobody, so that the rights of its files mean something. */
async function changeOwner(root: string): Promise<void> {
  if (!isRoot) return;
  await chown(root, NOBODY, NOBODY);
  for (const entry of await readdir(root, { recursive: true }))
    await chown(join(root, entry), NOBODY, NOBODY);
}
