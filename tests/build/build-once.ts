/** Builds the sites that many tests look at, once: see `browser/page-kinds.ts` for where they find them. */
import { rm } from 'node:fs/promises';
import { buildEditionSite } from './edition-desk.ts';
import { type Desk, runBuild, setUpDesk } from './run-build.ts';

const BUILDS: Readonly<Record<string, () => Promise<Desk>>> = {
  SOURCELINE_TEST_SITE: buildFiveSeeds,
  SOURCELINE_TEST_EDITION: buildEditionSite,
};

export async function setup(): Promise<() => Promise<void>> {
  const missing = Object.entries(BUILDS).filter(([name]) => !process.env[name]);
  const desks = await Promise.all(
    missing.map(async ([name, build]) => {
      const desk = await build();
      process.env[name] = desk.out;
      return desk;
    }),
  );
  return async () => {
    for (const { root } of desks) await rm(root, { recursive: true });
  };
}

async function buildFiveSeeds(): Promise<Desk> {
  const desk = await setUpDesk();
  const run = await runBuild(desk);
  if (run.status !== 0) throw new Error(`the five seeds do not build:\n${run.stderr}${run.stdout}`);
  return desk;
}
