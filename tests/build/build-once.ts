/** Builds the project's own seeds once; tests find the finished site at `SOURCELINE_TEST_SITE`. */
import { rm } from 'node:fs/promises';
import { runBuild, setUpDesk } from './run-build.ts';

export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['SOURCELINE_TEST_SITE']) return undefined;
  const desk = await setUpDesk();
  const run = await runBuild(desk);
  if (run.status !== 0) throw new Error(`the five seeds do not build:\n${run.stderr}${run.stdout}`);
  process.env['SOURCELINE_TEST_SITE'] = desk.out;
  return () => rm(desk.root, { recursive: true });
}
