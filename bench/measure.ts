/** Runs a program and says what it and its children used. Needs Linux. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { readProcessStat } from '../src/commands/read-process-stat.ts';
import { watchChildren } from '../src/commands/watch-children.ts';

export interface Cost {
  /** Depends on what else the machine does; the other two hardly do. */
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  /** Largest resident set of a single process. */
  readonly peakBytes: number;
}

export interface Run {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** File that takes what the program prints. */
  readonly log: string;
  /** Where programs are looked for; absent = as for this process. */
  readonly path?: string | undefined;
}

const LOOK_EVERY_MS = 40;
const TICKS_PER_SECOND = 100;

/** @throws {Error} naming the log, if the program fails. Only one run at a time can be told from others. */
export async function measure({ command, args, cwd, log, path = process.env['PATH'] }: Run): Promise<Cost> {
  const before = reapedSeconds();
  const since = performance.now();
  const watch = watchChildren(LOOK_EVERY_MS);
  const out = openSync(log, 'w');
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CI: '1', PATH: path };
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', out, out] });
  const [code] = (await once(child, 'close')) as [number | null];
  const wallSeconds = (performance.now() - since) / 1000;
  const { cpuSeconds, peakBytes } = watch.read();
  watch.stop();
  if (code !== 0) throw new Error(`\`${command} ${args.join(' ')}\` ended with ${code}: see ${log}`);
  // The system counts all of a child that was waited for, looking counts those that were killed as well.
  return { wallSeconds, cpuSeconds: Math.max(cpuSeconds, reapedSeconds() - before), peakBytes };
}

/** Processor time of all descendants that ended and were waited for. */
function reapedSeconds(): number {
  const fields = readProcessStat('self')?.map(Number) ?? [];
  const [user = 0, system = 0] = [fields[13], fields[14]];
  return (user + system) / TICKS_PER_SECOND;
}
