import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { type Arguments, readArguments } from './arguments.ts';
import { digestInputs, digestOutputs, listOutputs } from './last-build.ts';

let root: string;
let options: Arguments;
const at = (path: string): string => join(root, path);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'last-build-'));
  for (const folder of ['seeds', 'content/briefings', 'dist/a']) await mkdir(at(folder), { recursive: true });
  await writeFile(at('seeds/1.txt'), 'one');
  await writeFile(at('dist/a/index.html'), 'page');
  options = readArguments('build', ['--seeds', at('seeds'), '--content', at('content'), '--out', at('dist')]);
  return () => rm(root, { recursive: true });
});

test.each<[string, () => Promise<unknown>]>([
  ['a seed changed, even to as many bytes', () => writeFile(at('seeds/1.txt'), 'two')],
  ['a seed was added', () => writeFile(at('seeds/2.txt'), '')],
  ['a seed was renamed', () => rm(at('seeds/1.txt')).then(() => writeFile(at('seeds/3.txt'), 'one'))],
  ['a file of the editor changed', () => writeFile(at('content/site.yaml'), 'title: X')],
])('sees that %s', async (_what, change) => {
  const before = digestInputs(options, 'v1');
  await change();
  expect(digestInputs(options, 'v1')).not.toBe(before);
});

test.each(['site.yaml', 'names/people.yaml'])('sees a change of %s behind a link', async (name) => {
  await mkdir(at('shared/names'), { recursive: true });
  await writeFile(at(`shared/${name}`), 'one');
  await symlink(at('shared/site.yaml'), at('content/site.yaml'));
  await symlink(at('shared/names'), at('content/names'));
  // Links that lead in circles, and one that leads nowhere.
  await symlink(at('content'), at('shared/names/content'));
  await symlink('loop', at('content/loop'));
  const before = digestInputs(options, 'v1');
  await writeFile(at(`shared/${name}`), 'two');
  expect(digestInputs(options, 'v1')).not.toBe(before);
});

test('takes a site in the content folder for no input', async () => {
  const within = { ...options, outDir: at('content/dist') };
  const before = digestInputs(within, 'v1');
  await mkdir(at('content/dist'));
  await writeFile(at('content/dist/index.html'), 'page');
  expect(digestInputs(within, 'v1')).toBe(before);
});

test('takes what the program writes for no input, and another program for one', async () => {
  const before = digestInputs(options, 'v1');
  await writeFile(at('content/briefings/x.json'), '{}');
  await utimes(at('seeds/1.txt'), 1, 1);
  expect(digestInputs(options, 'v1')).toBe(before);
  expect(digestInputs(options, 'v2')).not.toBe(before);
});

test.each<[string, () => Promise<unknown>]>([
  ['a page of the site was edited', () => writeFile(at('dist/a/index.html'), 'pages')],
  ['a file was put into the site', () => writeFile(at('dist/a/b'), '')],
  ['a file is gone from it', () => rm(at('dist/a/index.html'))],
  ['a folder was emptied and is gone', () => rm(at('dist/a'), { recursive: true })],
  ['a folder was put into it', () => mkdir(at('dist/b'))],
  ['a written page was edited', () => writeFile(at('content/briefings/x.json'), '{}')],
  ['there are references now, where there were none', () => writeFile(at('content/references.csv'), 'x')],
])('sees that %s', async (_what, change) => {
  const left = listOutputs(options);
  const before = digestOutputs(left);
  expect(digestOutputs(left)).toBe(before);
  // Longer than a tick of a disk's clock.
  await sleep(20);
  await change();
  expect(digestOutputs(left)).not.toBe(before);
});
