import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped, progressLine, timeLeft } from './progress-line.ts';

const RENDER = { title: 'Rendering the site', of: { done: 2500, all: 10_000 }, ms: 40_000 };

describe('progressLine', () => {
  it.each([
    [100, 'Rendering the site          [######..................]  2,500/10,000  63/s  2 min left'],
    [80, 'Rendering the site          [###.........]  2,500/10,000  63/s  2 min left'],
    [72, 'Rendering the site          [###.........]  2,500/10,000  2 min left'],
    [60, 'Rendering the site          [###.........]  2,500/10,000'],
    [50, 'Rendering the site  2,500/10,000  2 min left'],
    [40, 'Rendering the site  2,500/10,000'],
    [30, 'Rendering the site  25%'],
    [12, 'Rendering t'],
  ])('says in %i columns what matters most', (columns, line) => {
    expect(progressLine(RENDER, columns)).toBe(line);
  });

  it('names a stage that does not say how far it is', () => {
    expect(progressLine({ title: 'Relating articles', ms: 900 }, 80)).toBe('Relating articles ...');
    expect(progressLine({ title: 'Relating articles', ms: 9900 }, 80)).toBe('Relating articles ...  9 s');
  });

  it('tells no rate before there is one', () => {
    const line = progressLine({ ...RENDER, of: { done: 3, all: 9 }, ms: 300 }, 80);
    expect(line).toBe('Rendering the site          [########................]  3/9');
  });

  it('paints nothing but the filled part', () => {
    const line = progressLine(RENDER, 80, (filled) => `<${filled}>`);
    expect(line).toContain('[<###>.........]');
  });

  it('never reaches the edge of the terminal', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(2_000_000),
        fc.nat(2_000_000),
        fc.nat(1e8),
        (columns, done, all, ms) => {
          const line = progressLine(
            { title: 'Verifying every sentence and link', of: { done, all }, ms },
            columns,
          );
          expect(line.length).toBeLessThanOrEqual(Math.max(0, columns - 1));
          expect(line).not.toMatch(/NaN|Infinity|-\d/);
        },
      ),
    );
  });
});

describe('timeLeft', () => {
  it.each([
    [1, '1 s left'],
    [99_000, '99 s left'],
    [99_001, '2 min left'],
    [59 * 60_000, '59 min left'],
    [59 * 60_000 + 1, '1 h 00 min left'],
    [65 * 60_000, '1 h 05 min left'],
  ])('rounds %i ms up', (ms, text) => {
    expect(timeLeft(ms)).toBe(text);
  });
});

describe('grouped', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_234_567, '1,234,567'],
  ])('groups the digits of %i', (count, text) => {
    expect(grouped(count)).toBe(text);
  });
});
