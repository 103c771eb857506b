import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { watchChildren } from './watch-children.ts';

/** `sleep` waits for no child, so that the one killed stays as it ended. */
it.runIf(process.platform === 'linux')('keeps what a killed child of a child used', async () => {
  const watch = watchChildren();
  const work = `const held = Buffer.alloc(150e6, 1); const end = Date.now() + 300; while (Date.now() < end); console.log(held.length); setInterval(() => {}, 1e6);`;
  const child = spawn('sh', ['-c', '"$0" -e "$1" & echo $! >&2; exec sleep 60', process.execPath, work]);
  const [pid] = (await once(child.stderr, 'data')) as [Buffer];
  await once(child.stdout, 'data');
  const before = watch.read();
  process.kill(Number(pid), 'SIGKILL');
  while (!isZombie(String(pid).trim())) await setTimeout(10);
  const after = watch.read();
  child.kill();
  watch.stop();
  expect(before.cpuSeconds).toBeGreaterThanOrEqual(0.2);
  expect(before.peakBytes).toBeGreaterThan(150e6);
  expect(after.cpuSeconds).toBeGreaterThanOrEqual(before.cpuSeconds);
  expect(after.peakBytes).toBe(before.peakBytes);
});

function isZombie(pid: string): boolean {
  return /^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
