import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { needsEditor } from './needs-editor.ts';

describe('needsEditor', () => {
  const fatal = (path: string): VFile => {
    const file = new VFile({ path });
    file.message('is wrong').fatal = true;
    return file;
  };
  const skip = (seed: string) => ({ seed, reason: 'is wrong', severity: 'fatal' as const });

  test.each<[string, VFile[], string[], boolean, boolean]>([
    ['a skipped seed', [fatal('seeds/a.txt')], ['a.txt'], false, true],
    ['a skipped seed that may be', [fatal('seeds/a.txt')], ['a.txt'], true, false],
    ['a skipped record that may be', [fatal('seeds/a.jsonl')], ['a.jsonl#7'], true, false],
    ['a record of an odd file', [fatal('seeds/a#1.jsonl')], ['a#1.jsonl#x#y'], true, false],
    ['a mistake in a theme beside it', [fatal('content/themes/b.md')], ['a.txt'], true, true],
    ['nothing', [], [], false, false],
  ])('decides on %s', (_what, files, seeds, allowSkipped, expected) => {
    const report = { skips: seeds.map(skip), ignored: 0, files };
    expect(needsEditor(report as unknown as Parameters<typeof needsEditor>[0], { allowSkipped })).toBe(
      expected,
    );
  });
});
