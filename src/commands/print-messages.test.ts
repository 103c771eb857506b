import { resolve } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { describeMessages } from './print-messages.ts';

describe('describeMessages', () => {
  const say = (path: string, reason: string, line: number | undefined, fatal: boolean | undefined): VFile => {
    const file = new VFile({ path });
    file.message(reason, line === undefined ? {} : { place: { line, column: 1 } }).fatal = fatal;
    return file;
  };

  test.each([
    [
      'a mistake in the current folder',
      resolve('content/x.yaml'),
      3,
      true,
      'content/x.yaml:3  error  is wrong\n',
    ],
    ['a file elsewhere', '/elsewhere/x.yaml', 3, true, '/elsewhere/x.yaml:3  error  is wrong\n'],
    ['a seed', 'seeds/a.jsonl#7', 5, false, 'seeds/a.jsonl#7:5  warning  is wrong\n'],
    ['a whole file', 'seeds/a.txt', undefined, true, 'seeds/a.txt  error  is wrong\n'],
    ['a decision', 'seeds/a.txt', 1, undefined, ''],
  ])('puts %s on one line', (_what, path, line, fatal, expected) => {
    expect(describeMessages([say(path, 'is wrong', line, fatal)])).toBe(expected);
  });

  test('lets nobody forge a line or command the terminal', () => {
    expect(describeMessages([say('seeds/a\n\u001b[2J.txt', 'has\r\u202e words', 1, true)])).toBe(
      'seeds/a\uFFFD\uFFFD[2J.txt:1  error  has\uFFFD\uFFFD words\n',
    );
  });
});
