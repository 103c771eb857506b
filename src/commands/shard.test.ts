import { expect, test } from 'vitest';
import { isInShard, readShard } from './shard.ts';

test.each([
  ['1/1', { index: 1, count: 1 }],
  ['2/8', { index: 2, count: 8 }],
  ['8/8', { index: 8, count: 8 }],
])('reads %s', (text, shard) => {
  expect(readShard(text)).toEqual(shard);
});

test.each(['9/8', '0/8', '1/0', '-1/8', '1', '1/', 'a/b', '1.5/8', '1/8/2', ' 1/8', ''])(
  'refuses %j',
  (text) => {
    expect(readShard(text)).toBeUndefined();
  },
);

test('gives each page to one shard, and each shard its share', () => {
  const paths = Array.from({ length: 1000 }, (_, at) => `briefings/${at}/index.html`);
  const shares = [1, 2, 3, 4].map((index) => paths.filter((path) => isInShard(path, { index, count: 4 })));
  expect(shares.flat().sort()).toEqual(paths.toSorted());
  for (const share of shares) expect(share.length).toBeGreaterThan(200);
});
