/** The build that `supervise.ts` starts. */
import { Worker } from 'node:worker_threads';
import type { Arguments } from './arguments.ts';

export async function supervisedBuild(options: Arguments): Promise<number> {
  // A thread that watches, as this one will have no time to; before the program is loaded, which takes some.
  new Worker(new URL('./die-with-supervisor.ts', import.meta.url)).unref();
  const { build } = await import('./build.ts');
  return build(options);
}
