import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { needsEditor } from './needs-editor.ts';

describe('needsEditor', () => {
  const fatal = (path: string): VFile => {
    const file = new VFile({ path });
    file.message('is wrong').fatal = true;
    return file;
  };
  const skip = (name: string) => ({
    seed: name.replace('!', ''),
    reason: 'is wrong',
    severity: name.endsWith('!') ? ('info' as const) : ('fatal' as const),
  });

  test.each<[string, VFile[], string[], boolean, boolean]>([
    ['a skipped seed', [fatal('seeds/a.txt')], ['a.txt'], false, true],
    ['a skipped seed that may be', [fatal('seeds/a.txt')], ['a.txt'], true, false],
    ['a skipped record that may be', [fatal('seeds/a.jsonl')], ['a.jsonl#7'], true, false],
    [
      'a skipped record whose id is an address',
      [fatal('seeds/a.jsonl#https://b.example/')],
      ['a.jsonl#https://b.example/'],
      true,
      false,
    ],
    ['a record of an odd file', [fatal('seeds/a#1.jsonl')], ['a#1.jsonl#x#y'], true, false],
    ['a mistake in a theme beside it', [fatal('content/themes/b.md')], ['a.txt'], true, true],
    [
      'a mistake in a theme called like a skipped seed',
      [fatal('/x/content/themes/b.md')],
      ['b.md'],
      true,
      true,
    ],
    ['a mistake in a seed that is skipped for another reason', [fatal('seeds/b.md')], ['b.md!'], true, true],
    ['nothing', [], [], false, false],
  ])('decides on %s', (_what, files, seeds, allowSkipped, expected) => {
    const report = { skips: seeds.map(skip), ignored: 0, files };
    const options = { allowSkipped, seedsDir: '/x/seeds' };
    expect(needsEditor(report as unknown as Parameters<typeof needsEditor>[0], options)).toBe(expected);
  });
});
