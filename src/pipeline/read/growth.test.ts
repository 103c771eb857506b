import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { MAX_LINE } from './load-seed.ts';
import { createReader } from './reader.ts';
import { linesOf } from './seed-line.ts';
import { createThemeMatcher } from './tag-themes.ts';

const reader = createReader({ themes: [], matcher: createThemeMatcher([]) });

/** Milliseconds of processor time to parse a text and run all rules over it, whatever else the machine does. */
function time(text: string): number {
  const start = process.threadCpuUsage();
  const file = new VFile({ value: text });
  reader.runSync(reader.parse(file), file);
  return process.threadCpuUsage(start).user / 1000;
}

describe('reading grows with the text, not with its square', () => {
  it.each<readonly [string, (n: number) => string]>([
    ['headings', (n) => `Port ${n} closes for the day`],
    ['headings without blanks between them', (n) => `Harbour news of the ${n}th day`],
    ['labels and teasers', (n) => (n % 2 ? 'Read also' : `Port ${n} shut`)],
    ['names', (n) => (n % 3 ? 'Jo Doe' : 'Max Roe')],
    [
      'one sentence again and again',
      () => 'The port was shut for a day after the storm, its master said on Monday.',
    ],
    [
      'sentences',
      (n) => `The port was shut for ${n} days after the storm, its master told reporters in town.`,
    ],
    ['titles with suffixes', (n) => `Port shut – Harbour | Post – ${n}`],
    ['captions', (n) => `In port ${n}: The port of the port.`],
    ['numbers and dates', (n) => (n % 2 ? '2,310' : '14 February 2022')],
    ['hard-wrapped lines', (n) => `the port was shut for ${n} days and the boats that lay in`],
  ])('%s', (name, line) => {
    const build = (count: number): string =>
      Array.from({ length: count }, (_, n) => line(n)).join(
        name.includes('without') || name.includes('hard') ? '\n' : '\n\n',
      );
    time(build(100));
    const small = time(build(500));
    const large = time(build(5_000));
    // Some milliseconds are the machine's, not the text's.
    if (large > 400) expect(large / small).toBeLessThan(25);
    expect(large).toBeLessThan(8_000);
  });

  it('joins no more lines than a line may hold', () => {
    const file = new VFile({
      value: 'the port was shut for some days and the boats that lay in\n'.repeat(5_000),
    });
    const lengths = linesOf(reader.parse(file)).map(({ text }) => text.length);
    expect(lengths.length).toBeGreaterThan(1);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(MAX_LINE);
  });

  it.each(['a', 'a ', '"', '. ', '| ', '[', '– ', 'A. ', ': A', '\u200b'])(
    'one line of 64 KiB of %j',
    (piece) => {
      expect(time(piece.repeat(65_536 / piece.length))).toBeLessThan(1_500);
    },
  );
});
