/**
 * `npm run guards [-- PATTERN]`: takes one guard at a time out of a copy of the project and runs the test that
 * has to miss it. A guard whose removal no test notices is one that could be lost unseen.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GUARDS, type Guard } from './guards.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const PARTS = [
  'src',
  'tests',
  'content',
  'seeds',
  'public',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'astro.config.mjs',
  'vitest.config.ts',
];

type Outcome = 'missed' | 'not missed' | 'is not there' | 'took too long';

const wanted = new RegExp(process.argv.slice(2).join(' '));
const copy = await mkdtemp(join(tmpdir(), 'sourceline-guards-'));
for (const part of PARTS) await cp(join(PROJECT, part), join(copy, part), { recursive: true });
await symlink(join(PROJECT, 'node_modules'), join(copy, 'node_modules'), 'junction');

let faults = 0;
const rows = GUARDS.filter(({ name }) => wanted.test(name));
for (const guard of rows) {
  const outcome = await removeGuard(guard);
  if (outcome !== 'missed') faults += 1;
  process.stdout.write(
    `${outcome === 'missed' ? 'ok  ' : 'FAIL'}  ${guard.name}: ${outcome} (${guard.test})\n`,
  );
}
await rm(copy, { recursive: true });
process.stdout.write(`${rows.length} guards, ${faults} of them unguarded\n`);
process.exitCode = faults > 0 ? 1 : 0;

async function removeGuard({ file, guard, by = '', test }: Guard): Promise<Outcome> {
  const path = join(copy, file);
  const text = await readFile(path, 'utf8');
  if (text.split(guard).length !== 2) return 'is not there';
  await writeFile(
    path,
    text.replace(guard, () => by),
  );
  const outcome = await runTest(test);
  await writeFile(path, text);
  return outcome;
}

function runTest(test: string): Promise<Outcome> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(copy, 'node_modules/vitest/vitest.mjs'), 'run', '--bail', '1', test],
      {
        cwd: copy,
        timeout: 300_000,
        // None of these tests looks at the site that the others share, so that none has to be built.
        env: { ...process.env, SOURCELINE_TEST_SITE: copy },
      },
      (error) => done(error === null ? 'not missed' : error.killed ? 'took too long' : 'missed'),
    );
  });
}
