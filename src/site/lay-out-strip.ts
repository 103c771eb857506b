import type { Tick } from '../briefing.ts';

/**
 * A line strip as SVG paths: a tick a line, upward (or to the right) when kept, the other way when
 * taken out. In a long text a tick stands for several lines: how much of them was kept, by length, and how
 * many were taken out.
 */
export interface Strip {
  /** Ticks or bins drawn; the extent along the strip is this times `pitch`. */
  readonly columns: number;
  readonly kept: string;
  readonly headings: string;
  readonly removed: string;
  readonly setAside: string;
}

/** Most ticks that stay apart, on a phone and beside a text. */
const MOST = 120;

/** A direction to draw in: how far apart ticks stand, and the path of one stroke. */
interface Direction {
  readonly pitch: number;
  readonly kept: (at: number, size: number) => string;
  readonly heading: (at: number) => string;
  readonly removed: (at: number, share: number) => string;
  readonly setAside: (at: number, share: number) => string;
}

export const HORIZONTAL = {
  pitch: 5,
  kept: (at, size) => `M${at + 2} 29V${29 - Math.round(28 * size)}`,
  heading: (at) => `M${at + 2} 29v-4`,
  removed: (at, share) => `M${at + 2} 31v${Math.ceil(9 * share)}`,
  setAside: (at, share) => `M${at + 0.5} 31.5h3v${Math.ceil(8 * share)}h-3z`,
} as const satisfies Direction;

export const VERTICAL = {
  pitch: 6,
  kept: (at, size) => `M35 ${at + 2}H${35 + Math.round(131 * size)}`,
  heading: (at) => `M35 ${at + 2}h10`,
  removed: (at, share) => `M34 ${at + 2}h-${Math.ceil(22 * share)}`,
  setAside: (at, share) => `M33.5 ${at + 0.5}v3h-${Math.ceil(21 * share)}v-3z`,
} as const satisfies Direction;

/** Length of a line that is drawn at full height; longer ones are drawn as this. */
const FULL = 400;

/** Lines that one tick stands for: one, or as many as keep the ticks of a long text apart. */
export function linesPerTick(lines: number): number {
  return Math.max(1, Math.ceil(lines / MOST));
}

/** Draws `ticks` of a text of `lines` lines. */
export function layOutStrip(ticks: readonly Tick[], lines: number, direction: Direction): Strip {
  const bin = linesPerTick(lines);
  const columns = Math.ceil(lines / bin);
  const strip = { columns, kept: '', headings: '', removed: '', setAside: '' };
  for (let column = 0; column < columns; column += 1) {
    const first = column * bin + 1;
    const inside = ticks.filter(
      (tick) => tick.line >= first && tick.line < first + bin && tick.status !== 'blank',
    );
    const at = column * direction.pitch;
    const kept = inside.filter((tick) => tick.status === 'kept');
    if (bin === 1 && kept[0]?.heading) strip.headings += direction.heading(at);
    else if (kept.length > 0) strip.kept += direction.kept(at, sum(kept.map(sizeOf)) / inside.length);
    const removed = inside.filter((tick) => tick.status === 'removed').length;
    const setAside = inside.filter((tick) => tick.status === 'set-aside').length;
    if (removed > 0) strip.removed += direction.removed(at, (removed + setAside) / inside.length);
    else if (setAside > 0) strip.setAside += direction.setAside(at, setAside / inside.length);
  }
  return strip;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Share of the full height, by square root, so that a long line does not hide the short ones. */
function sizeOf({ length }: Tick): number {
  return Math.sqrt(Math.min(length, FULL) / FULL);
}
