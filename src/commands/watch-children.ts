/**
 * What this process's children use. Their accounts close unseen when they are killed (as the search
 * engine's is), so they are looked at while they live. Needs `/proc`; elsewhere nothing is known.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { readProcessStat } from './read-process-stat.ts';

export interface ChildrenUse {
  /** Largest resident set of a single child so far, in bytes; 0 = none was seen. */
  readonly peakBytes: number;
  /** Processor time of all children so far, in seconds. */
  readonly cpuSeconds: number;
}

export interface ChildrenWatch {
  /** Looks now, and says what was seen so far. */
  read(this: void): ChildrenUse;
  stop(this: void): void;
}

/** The peak of a process is kept by the system until its end, so that few looks suffice. */
const EVERY_MS = 250;
/** The unit of processor time in `/proc`, the same on every Linux. */
const TICKS_PER_SECOND = 100;

/** Looks at all descendants of this process until it is stopped, without keeping the process alive. */
export function watchChildren(everyMs = EVERY_MS): ChildrenWatch {
  const seen = new Map<string, { ticks: number; peak: number }>();
  const look = (): void => {
    for (const pid of descendants()) {
      const use = readUse(pid);
      // What ended and was not waited for yet has no memory any more.
      if (use) seen.set(use.key, { ...use, peak: Math.max(use.peak, seen.get(use.key)?.peak ?? 0) });
    }
  };
  const timer = setInterval(look, everyMs).unref();
  return {
    read: () => {
      look();
      const uses = [...seen.values()];
      return {
        peakBytes: uses.reduce((peak, use) => Math.max(peak, use.peak), 0),
        cpuSeconds: uses.reduce((sum, use) => sum + use.ticks, 0) / TICKS_PER_SECOND,
      };
    },
    stop: () => clearInterval(timer),
  };
}

function descendants(): string[] {
  const found: string[] = [];
  const open = ['self'];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    const children = childrenOf(pid);
    found.push(...children);
    open.push(...children);
  }
  return found;
}

/** A child hangs at the thread that started it. */
function childrenOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
  } catch {
    return []; // It ended, or there is no /proc.
  }
}

/** @returns undefined for a process that ended */
function readUse(pid: string): { key: string; ticks: number; peak: number } | undefined {
  const fields = readProcessStat(pid)?.map(Number);
  if (fields === undefined) return undefined;
  try {
    const [user = 0, system = 0, born = 0] = [fields[11], fields[12], fields[19]];
    const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    // Numbers of processes are used again.
    return { key: `${pid} ${born}`, ticks: user + system, peak: Number(peak) * 1024 };
  } catch {
    return undefined;
  }
}
