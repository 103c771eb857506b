import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { digestOf } from '../digest-of.ts';
import { releaseLockOf, takeLock } from './lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sourceline-lock-'));
});

describe('takeLock', () => {
  test('lets one in, names the owner to the next, and lets that in afterwards', async () => {
    const lock = await takeLock(folder);
    await expect(takeLock(folder)).rejects.toThrow(`process ${process.pid}`);
    await lock.release();
    await (await takeLock(folder)).release();
    expect(await readdir(join(folder, '.cache'))).toEqual([]);
  });

  test.each([
    ['of a process that died', String(spawnSync(process.execPath, ['-e', '']).pid)],
    ['that was never finished', ''],
    ['with no number in it', 'x'],
  ])('takes over a lock %s', async (_name, owner) => {
    await mkdir(join(folder, '.cache'));
    await writeFile(join(folder, '.cache', 'lock'), owner);
    await (await takeLock(folder)).release();
  });

  test.runIf(process.platform === 'linux')(
    'takes over a lock whose number another process has now',
    async () => {
      await mkdir(join(folder, '.cache'));
      await writeFile(join(folder, '.cache', 'lock'), `${process.pid} 1\n`);
      await (await takeLock(folder)).release();
    },
  );

  test.runIf(process.platform === 'linux')('takes over a lock of a process that nobody buried', async () => {
    // The shell becomes a program that never asks after the child that it was given.
    const undertaker = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: 'pipe' });
    const [printed] = (await once(undertaker.stdout, 'data')) as [Buffer];
    const stat = `/proc/${String(printed).trim()}/stat`;
    while (!(await readFile(stat, 'utf8')).includes(') Z '))
      await new Promise((later) => setTimeout(later, 5));
    await mkdir(join(folder, '.cache'));
    await writeFile(join(folder, '.cache', 'lock'), String(printed));
    await (await takeLock(folder)).release();
    undertaker.kill();
  });

  test('lets one in where several find the lock of a process that died', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await mkdir(join(folder, '.cache'));
    for (let round = 0; round < 200; round += 1) {
      await writeFile(join(folder, '.cache', 'lock'), `${pid} 7\n`);
      const taken = await Promise.allSettled(Array.from({ length: 5 }, () => takeLock(folder)));
      const locks = taken.filter((each) => each.status === 'fulfilled');
      expect(locks).toHaveLength(1);
      await locks[0]?.value.release();
    }
    expect(await readdir(join(folder, '.cache'))).toEqual([]);
  });

  test('takes over where a process died while it took over', async () => {
    const dead = `${spawnSync(process.execPath, ['-e', '']).pid} 7\n`;
    await mkdir(join(folder, '.cache'));
    await writeFile(join(folder, '.cache', 'lock'), dead);
    await writeFile(join(folder, '.cache', `lock.${digestOf(dead)}`), dead);
    await (await takeLock(folder)).release();
    expect(await readdir(join(folder, '.cache'))).toEqual([]);
  });

  test('is let go for a process that died, and for no other', async () => {
    await takeLock(folder);
    expect(await releaseLockOf(folder, process.pid)).toBe(false);
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await writeFile(join(folder, '.cache', 'lock'), `${pid} 7\n`);
    expect(await releaseLockOf(folder, pid + 1)).toBe(false);
    expect(await releaseLockOf(folder, pid)).toBe(true);
    expect(await readdir(join(folder, '.cache'))).toEqual([]);
  });
});
