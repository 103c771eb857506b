/** The table of guards names guards that are there; `npm run guards` removes them one by one, which takes long. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../build/run-build.ts';
import { GUARDS } from './guards.ts';

test.each(GUARDS.map((guard) => [guard.name, guard] as const))('%s', (_name, { file, guard, test: path }) => {
  expect(readFileSync(join(PROJECT, file), 'utf8').split(guard)).toHaveLength(2);
  expect(existsSync(join(PROJECT, path))).toBe(true);
});
