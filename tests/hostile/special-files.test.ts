/** Files in the seeds folder that are no files, are too much, or want to be somewhere else. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
      odd: [{ seed: 'link.txt', what: 'a link' }],
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
    expect((await walkSeeds(seeds)).odd).toEqual([{ seed: 'pipe.txt', what: 'no regular file' }]);
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
