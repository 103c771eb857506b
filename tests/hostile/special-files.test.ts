/** Files in the seeds folder that are no files, are too much, or want to be somewhere else. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collectTexts } from '../../src/pipeline/read/collect-texts.ts';
import { loadSeed, MAX_BYTES, MAX_LINE, MAX_LINES } from '../../src/pipeline/read/load-seed.ts';
import { toSlug } from '../../src/pipeline/read/slug.ts';
import { walkSeeds } from '../../src/pipeline/read/walk-seeds.ts';

let root: string;
let seeds: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sourceline-special-'));
  seeds = join(root, 'seeds');
  mkdirSync(join(seeds, 'below'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'Words that are none of the seeds.');
  writeFileSync(join(seeds, 'below/plain.txt'), 'Words of a seed.');
});
afterEach(() => rmSync(root, { recursive: true }));

const unlessWindows = test.skipIf(process.platform === 'win32');

describe('a link', () => {
  unlessWindows.each([
    ['out of the folder', '../secret.txt'],
    ['to a seed', 'below/plain.txt'],
    ['to itself', 'link.txt'],
    ['to the folder above', '..'],
    ['to nothing', 'nowhere'],
  ])('%s is named and never followed', async (_where, target) => {
    symlinkSync(target, join(seeds, 'link.txt'));
    expect(await walkSeeds(seeds)).toMatchObject({
      files: ['below/plain.txt'],
      odd: [{ seed: 'link.txt', reason: 'is a link, put the file itself there' }],
    });
    expect(await loadSeed(seeds, 'link.txt')).toEqual({
      problem: 'is a link, put the file itself there',
      ruleId: 'unreadable',
    });
  });
});

describe('a pipe', () => {
  unlessWindows('is named and never waited for', async () => {
    const pipe = join(seeds, 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    expect((await walkSeeds(seeds)).odd).toEqual([
      { seed: 'pipe.txt', reason: 'is no regular file, put the file itself there' },
    ]);
    // Lets go of a reader that waits, which would keep the process alive.
    const letGo = setTimeout(() => closeSync(openSync(pipe, 'r+')), 2_000);
    const started = performance.now();
    expect(await loadSeed(seeds, 'pipe.txt')).toEqual({
      problem: 'is no regular file',
      ruleId: 'unreadable',
    });
    expect(performance.now() - started).toBeLessThan(1_500);
    clearTimeout(letGo);
  });
});

describe('a folder', () => {
  unlessWindows('that may not be read is named, and the others are read', () => {
    mkdirSync(join(seeds, 'locked'));
    for (const folder of [root, seeds]) chmodSync(folder, 0o755);
    chmodSync(join(seeds, 'locked'), 0);
    const from = (path: string): string => JSON.stringify(join(import.meta.dirname, '../../src', path));
    // In a process of its own, for whoever runs the tests may be one who may read all.
    const script = `import { walkSeeds } from ${from('pipeline/read/walk-seeds.ts')};
      import { digestInputs } from ${from('commands/last-build.ts')};
      const [seedsDir, contentDir] = process.argv.slice(1);
      console.log(JSON.stringify({ walked: await walkSeeds(seedsDir), digest: digestInputs({ seedsDir, contentDir, outDir: contentDir + '/dist', parts: contentDir + '/parts' }, '') }));`;
    const as = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const run = ['--input-type=module', '-e', script, seeds, join(seeds, 'below')];
    expect(JSON.parse(execFileSync(process.execPath, run, { encoding: 'utf8', ...as }))).toEqual({
      walked: {
        files: ['below/plain.txt'],
        odd: [{ seed: 'locked', reason: 'may not be read, check its permissions' }],
        ignored: 0,
      },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    chmodSync(join(seeds, 'locked'), 0o700);
  });
});

describe('a file', () => {
  test.each([
    ['that is too large', 'a '.repeat(MAX_BYTES / 2 + 1), /larger than 8 MiB/],
    ['with a line that is too long', `a\n${'b'.repeat(MAX_LINE + 1)}`, /line of more than/],
    ['with too many lines', 'a\n'.repeat(MAX_LINES + 1), /more than 20000 lines/],
    ['with too many lines of an unusual kind', 'a\v'.repeat(MAX_LINES + 1), /more than 20000 lines/],
  ])('%s is named and left out', async (_what, text, reason) => {
    writeFileSync(join(seeds, 'much.txt'), text);
    const collected: unknown[] = [];
    for await (const one of collectTexts(seeds, 'much.txt')) collected.push(one);
    expect(collected).toEqual([
      { problem: expect.objectContaining({ reason: expect.stringMatching(reason) }) },
    ]);
  });
});

describe('a headline', () => {
  test.each([
    '../../etc/passwd',
    '..\\..\\x',
    '/etc/passwd',
    'a\u0000b',
    '%2e%2e%2f',
    'a#b?c=d&e',
    '.hidden',
    '-rf',
    'CON',
    '“Nein”, sagt Müller',
    'x'.repeat(500),
    'ａｂｃ ſ İ ß',
    '<script>',
    '{canary()}',
    'שלום',
  ])('%j gives an address of plain letters', (headline) => {
    expect(toSlug(headline)).toMatch(/^(?:[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?)?$/);
  });
});
