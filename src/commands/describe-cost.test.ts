import { expect, it } from 'vitest';
import { bytesText, describeCost, describeParts } from './describe-cost.ts';

it.each([
  [0, [`Time       92.4 s, 120.0 s of processor time`, 'Memory     410.0 MB at most']],
  [
    1.024e9,
    [
      `Time       92.4 s, 120.0 s of processor time`,
      'Memory     410.0 MB at most, 1.02 GB in its largest child process',
    ],
  ],
])('says what a build cost', (child, lines) => {
  const report = { stages: [], seconds: 92.44, cpuSeconds: 120, peakBytes: { own: 410e6, child } };
  expect(describeCost(report)).toEqual(lines);
});

it('lists the parts of a site in columns', () => {
  expect(
    describeParts([
      { stage: 'render', part: 'briefings', files: 10_000, bytes: 40.12e6 },
      { stage: 'checksums', part: 'checksums', files: 2, bytes: 950 },
    ]),
  ).toEqual(['  render     briefings   10,000   40.1 MB', '  checksums  checksums        2    0.9 kB']);
});

it.each([
  [0, '0.0 kB'],
  [4500, '4.5 kB'],
  [12_340_000, '12.3 MB'],
  [1_024_000_000, '1.02 GB'],
])('writes %i bytes', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
