import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT, readArguments, refuseMissingSeeds } from './arguments.ts';

describe('refuseMissingSeeds', () => {
  test.each([['nowhere'], ['package.json']])('refuses %s', (name) => {
    expect(() => refuseMissingSeeds(join(PROJECT, name))).toThrow(
      /^there is no folder ".*": put the articles into it, or name theirs with `--seeds`$/,
    );
  });

  test('takes a folder', () => {
    expect(() => refuseMissingSeeds(readArguments([]).seedsDir)).not.toThrow();
  });
});

describe('readArguments', () => {
  test.each([
    [['--shard', '9/8'], '`--shard 9/8`: expected the part'],
    [['--shard', '1/2', '--merge'], 'expected one of them'],
    [['--site', 'nowhere'], 'expected an address'],
    [['--sedes', 'x'], '--sedes'],
  ])('refuses %j', (args, words) => {
    expect(() => readArguments(args)).toThrow(words);
  });
});
