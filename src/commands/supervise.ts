/**
 * Runs a build in a process of its own. A build computes for seconds without looking up: its supervisor
 * does nothing else, so that Ctrl-C and SIGTERM end it at once, and what it was writing is removed. A build
 * may die at any moment: whatever it leaves, there is the old site or the new one.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Arguments } from './arguments.ts';
import { repeatLastBuild } from './last-build.ts';
import { removeRestsOf } from './remove-rests.ts';

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** @returns the exit status of the build; of one that was ended by a signal, what a shell makes of that */
export async function supervise(options: Arguments): Promise<number> {
  const done = await repeatLastBuild(options);
  if (done !== undefined) return done;
  const [program = '', , ...args] = process.argv.slice(1);
  // The pipe is never written to: it breaks when this process ends, however that comes about.
  const child = spawn(process.execPath, [...process.execArgv, program, 'supervised-build', ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
  });
  let asked: NodeJS.Signals | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    asked ??= signal;
    child.kill('SIGKILL');
  };
  for (const signal of STOPS) process.on(signal, stop);
  const [status, signal] = await new Promise<readonly [number | null, NodeJS.Signals | null]>(
    (ended, failed) => child.on('error', failed).on('exit', (...how) => ended(how)),
  );
  if (signal !== null && child.pid !== undefined) {
    await removeRestsOf(child.pid, options);
    if (asked === undefined)
      process.stderr.write(
        `The build was ended by ${signal}${signal === 'SIGKILL' ? ', perhaps for want of memory' : ''}; the published site was left whole\n`,
      );
  }
  for (const each of STOPS) process.off(each, stop);
  const cause = asked ?? signal;
  return cause === null ? (status ?? 1) : 128 + constants.signals[cause];
}
