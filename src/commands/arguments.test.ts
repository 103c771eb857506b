import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Command, PROJECT, readArguments, refuseMissingSeeds } from './arguments.ts';

afterEach(() => vi.unstubAllEnvs());

describe('readArguments', () => {
  test('stays in the project when nothing is said', () => {
    expect(readArguments('build', [])).toMatchObject({
      seedsDir: join(PROJECT, 'seeds'),
      contentDir: join(PROJECT, 'content'),
      outDir: join(PROJECT, 'dist'),
      address: undefined,
      allowSkipped: false,
    });
  });

  test('takes a folder from where the user stands, not from where npm runs', () => {
    vi.stubEnv('INIT_CWD', resolve('/tmp/my articles'));
    expect(readArguments('build', ['--seeds', 'raw']).seedsDir).toBe(resolve('/tmp/my articles/raw'));
  });

  test('ends an address with a slash', () => {
    expect(readArguments('build', ['--site', 'https://briefings.example.org/a']).address).toBe(
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
    expect(() => readArguments('build', args)).toThrow(words);
  });

  test.each<[Command, string[], string]>([
    [
      'build',
      ['articles'],
      '`articles` means nothing to `npm run build`: expected the folder of the articles after',
    ],
    ['dev', ['articles'], 'after `--seeds`'],
    ['review', ['articles'], 'after `--seeds`'],
    ['start', ['site'], 'after `--out`'],
    ['verify', ['site', 'more'], '`more` means nothing'],
    ['verify', ['--shard', '1/2'], '`--shard` means nothing to `npm run verify`'],
    ['build', ['--write'], '`--write` means nothing to `npm run build`'],
    ['new', [], 'expected the name of one folder'],
    ['new', ['a', 'b'], 'expected the name of one folder'],
    ['edition', ['March', '2022'], 'expected one name in quotation marks'],
  ])('refuses for %s what it would not heed: %j', (command, args, words) => {
    expect(() => readArguments(command, args)).toThrow(words);
  });

  test.each<[Command, string[]]>([
    ['verify', []],
    ['verify', ['site']],
    ['edition', ['March 2022', '--allow-skipped']],
    ['review', ['--write', '--content', 'x']],
  ])('takes for %s %j', (command, args) => {
    expect(readArguments(command, args).rest).toEqual(args.filter((word) => /^[sM]/.test(word)));
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
