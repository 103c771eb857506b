import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { takeLock } from './lock.ts';

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
});
