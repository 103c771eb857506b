import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PROJECT, readArguments, refuseMissingSeeds } from './arguments.ts';

afterEach(() => vi.unstubAllEnvs());

describe('readArguments', () => {
  test('stays in the project when nothing is said', () => {
    expect(readArguments([])).toMatchObject({
      seedsDir: join(PROJECT, 'seeds'),
      contentDir: join(PROJECT, 'content'),
      outDir: join(PROJECT, 'dist'),
      address: undefined,
      allowSkipped: false,
    });
  });

  test('takes a folder from where the user stands, not from where npm runs', () => {
    vi.stubEnv('INIT_CWD', resolve('/tmp/my articles'));
    expect(readArguments(['--seeds', 'raw']).seedsDir).toBe(resolve('/tmp/my articles/raw'));
  });

  test('ends an address with a slash', () => {
    expect(readArguments(['--site', 'https://briefings.example.org/a']).address).toBe(
      'https://briefings.example.org/a/',
    );
  });

  test.each([
    [['--site', 'briefings.example.org'], 'expected an address'],
    [['--site', 'javascript:alert(1)'], 'expected an address'],
    [['--seed', 'x'], '--seed'],
    [['--shard', '9/8'], '`--shard 9/8`: expected the part'],
    [['--shard', '1/2', '--merge'], 'expected one of them'],
    [['--shard', '1/2', '--report', 'x.json'], 'give `--report` to the build with `--merge`'],
  ])('refuses %j with a word on what is wrong', (args, words) => {
    expect(() => readArguments(args)).toThrow(words);
  });
});

describe('refuseMissingSeeds', () => {
  test.each([['nowhere'], ['package.json']])('refuses %s', (name) => {
    expect(() => refuseMissingSeeds(join(PROJECT, name))).toThrow(
      /^there is no folder ".*": put the articles into it, or name theirs with `--seeds`$/,
    );
  });

  test('takes a folder', () => {
    expect(() => refuseMissingSeeds(join(PROJECT, 'seeds'))).not.toThrow();
  });
});
