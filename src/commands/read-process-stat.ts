import { readFileSync } from 'node:fs';

/**
 * What proc(5) says of a process from its third field on; the second, its name, may hold anything. Undefined
 * for a process that ended, and where there is no `/proc`.
 */
export function readProcessStat(pid: number | string): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
