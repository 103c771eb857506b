/**
 * Runs a build in a process of its own. A build computes for seconds without looking up: its supervisor
 * does nothing else, so that Ctrl-C and SIGTERM end it at once, and what it was writing is removed. A build
 * may die at any moment: whatever it leaves, there is the old site or the new one.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Arguments, COMPILED } from './arguments.ts';
import { boundCompiled } from './bound-compiled.ts';
import { repeatLastBuild } from './last-build.ts';
import { removeRestsOf } from './remove-rests.ts';

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/**
 * Garbage is collected sooner than is usual: with a thousand articles in memory that is a quarter less of
 * it, for some hundredths of the time. With 15 % and 8 MB it is a third, and with ten thousand takes three times
 * as long; with 64 MB for young objects it takes a tenth of a gigabyte more.
 * A build asks for it itself when it lets go of the articles.
 */
const SMALL_HEAP = ['--heap-growing-percent=30', '--max-semi-space-size=32', '--expose-gc'];
/** How often the processes of a build that was ended are looked after, and how long they may take to end. */
const LOOKS = { everyMs: 10, most: 100 };

/** @returns the exit status of the build; of one that was ended by a signal, what a shell makes of that */
export async function supervise(options: Arguments): Promise<number> {
  const done = await repeatLastBuild(options);
  if (done !== undefined) return done;
  const [program = '', , ...args] = process.argv.slice(1);
  let child: ChildProcess | undefined;
  let asked: NodeJS.Signals | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    asked ??= signal;
    child?.kill('SIGKILL');
  };
  for (const signal of STOPS) process.on(signal, stop);
  child = spawn(
    process.execPath,
    [...process.execArgv, ...SMALL_HEAP, program, 'supervised-build', ...args],
    {
      // The pipe is never written to: it breaks when this process ends, however that comes about.
      stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
      // A group of its own, with the renderers that it starts: all can be ended together.
      detached: process.platform !== 'win32',
    },
  );
  // In a session of its own it is not told when the terminal gets narrower, and its progress would wrap.
  if (process.platform !== 'win32') process.on('SIGWINCH', () => child?.kill('SIGWINCH'));
  const [status, signal] = await new Promise<readonly [number | null, NodeJS.Signals | null]>(
    (ended, failed) => child.on('error', failed).on('exit', (...how) => ended(how)),
  );
  if (signal !== null && child.pid !== undefined) {
    await endGroup(child.pid);
    await removeRestsOf(child.pid, options);
    if (asked === undefined)
      process.stderr.write(
        `The build was ended by ${signal}${signal === 'SIGKILL' ? ', perhaps for want of memory' : ''}; the published site was left whole\n`,
      );
  }
  for (const each of STOPS) process.off(each, stop);
  const cause = asked ?? signal;
  // A folder of the user's own choice is not ours to empty, and who ends a build does not wait.
  if (cause === null && process.env['NODE_COMPILE_CACHE'] === COMPILED) await boundCompiled(COMPILED);
  return cause === null ? (status ?? 1) : 128 + constants.signals[cause];
}

/** Ends what a build had started, and waits until none of it can write any more. */
async function endGroup(leader: number): Promise<void> {
  for (let look = 0; look < LOOKS.most; look += 1) {
    try {
      process.kill(-leader, 'SIGKILL');
    } catch {
      return; // None is left.
    }
    await sleep(LOOKS.everyMs);
  }
}
