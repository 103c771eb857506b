import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boundCompiled } from './bound-compiled.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sourceline-compiled-'));
  mkdirSync(join(root, 'compiled/v24'), { recursive: true });
  for (const name of ['a', 'b']) writeFileSync(join(root, 'compiled/v24', name), Buffer.alloc(600));
});
afterEach(() => rmSync(root, { recursive: true }));

test('keeps what was compiled while it is small', async () => {
  await boundCompiled(join(root, 'compiled'), 1200);
  expect(readdirSync(join(root, 'compiled/v24'))).toEqual(['a', 'b']);
});

test('forgets it when it is large, and leaves nothing beside it', async () => {
  await boundCompiled(join(root, 'compiled'), 1199);
  expect(readdirSync(root)).toEqual([]);
});

test('takes no harm from a folder that is gone, or is being removed by another build', async () => {
  await Promise.all([1, 2].map(() => boundCompiled(join(root, 'compiled'), 1)));
  await boundCompiled(join(root, 'compiled'), 1);
  expect(existsSync(join(root, 'compiled'))).toBe(false);
});
