import { expect, test } from 'vitest';
import type { Tick } from '../briefing.ts';
import { HORIZONTAL, layOutStrip, linesPerTick, VERTICAL } from './lay-out-strip.ts';

const tick = (line: number, status: Tick['status'], length = 100): Tick => ({ line, status, length });

test('draws a kept line up and a removed line down, at the place of their lines', () => {
  const strip = layOutStrip([tick(1, 'kept', 400), tick(3, 'removed')], 4, HORIZONTAL);
  expect(strip).toEqual({ columns: 4, kept: 'M2 29V1', headings: '', removed: 'M12 31v9', setAside: '' });
});

test('draws a heading as a stub and a set-aside line as an outline', () => {
  const strip = layOutStrip([{ ...tick(1, 'kept'), heading: true }, tick(2, 'set-aside')], 2, HORIZONTAL);
  expect(strip.headings).toBe('M2 29v-4');
  expect(strip.setAside).toBe('M5.5 31.5h3v8h-3z');
});

test('draws a line four times as long twice as high', () => {
  const heightOf = (length: number): number =>
    29 - Number(/V(\d+)/.exec(layOutStrip([tick(1, 'kept', length)], 1, HORIZONTAL).kept)?.[1]);
  expect(heightOf(400)).toBe(2 * heightOf(100));
  expect(heightOf(9000)).toBe(heightOf(400));
});

test.each([
  [84, 84],
  [120, 120],
  [121, 61],
  [300, 100],
  [3000, 120],
])('draws %i lines in %i columns, so that ticks stay apart', (lines, columns) => {
  const ticks = Array.from({ length: lines }, (_, index) => tick(index + 1, 'kept'));
  const strip = layOutStrip(ticks, lines, HORIZONTAL);
  expect(strip.columns).toBe(columns);
  expect(strip.kept.match(/M/g)).toHaveLength(columns);
});

test.each([
  [0, 1],
  [120, 1],
  [300, 3],
  [3000, 25],
])('lets a tick of %i lines stand for %i', (lines, each) => {
  expect(linesPerTick(lines)).toBe(each);
});

test('shows in a tick for several lines how much of them was kept', () => {
  const ticks = Array.from({ length: 240 }, (_, index) =>
    index % 2 === 0 ? tick(index + 1, 'kept', 400) : tick(index + 1, 'removed'),
  );
  const strip = layOutStrip(ticks, 240, HORIZONTAL);
  expect(strip.kept).toMatch(/^M2 29V15M/);
  expect(strip.removed).toMatch(/^M2 31v5M/);
});

test('shows in a bin how much of it was taken out', () => {
  const ticks = Array.from({ length: 240 }, (_, index) => tick(index + 1, index === 0 ? 'removed' : 'kept'));
  expect(layOutStrip(ticks, 240, HORIZONTAL).removed).toBe('M2 31v5');
});

test('leaves blank lines empty', () => {
  expect(layOutStrip([tick(1, 'blank', 0)], 1, VERTICAL).kept).toBe('');
});
