/** One line about a stage under way, made to fit the terminal: bar, rate and time left. */

export interface Progress {
  readonly title: string;
  /** Absent where a stage does not say. */
  readonly of?: { readonly done: number; readonly all: number } | undefined;
  /** Milliseconds since the stage began. */
  readonly ms: number;
}

/** Before this much of a stage is over, a rate says nothing. */
const SETTLED_MS = 1000;

const TITLE_WIDTH = 26;

/**
 * The line in ASCII, shorter than `columns` (a line as long as the terminal is wide would wrap in
 * some). What matters least goes first: width of the bar, rate, bar, count, end of the title.
 * `paint` colours the filled part of the bar; what it adds takes no column.
 */
export function progressLine(
  { title, of, ms }: Progress,
  columns: number,
  paint: (filled: string) => string = (filled) => filled,
): string {
  const room = Math.max(0, columns - 1);
  if (!of)
    return joined([`${title} ...`, ms >= SETTLED_MS ? `${Math.floor(ms / 1000)} s` : '']).slice(0, room);
  const done = Math.min(of.done, of.all);
  const share = of.all > 0 ? done / of.all : 1;
  const count = `${grouped(done)}/${grouped(of.all)}`;
  const settled = ms >= SETTLED_MS && done > 0;
  const rate = settled ? rateText(done / (ms / 1000)) : '';
  const left = settled ? timeLeft((ms / done) * (of.all - done)) : '';
  for (const [width, parts] of [
    [24, [count, rate, left]],
    [12, [count, rate, left]],
    [12, [count, left]],
    [12, [count]],
  ] as const) {
    const filled = '#'.repeat(Math.floor(share * width));
    const line = (bar: string): string =>
      joined([title.padEnd(TITLE_WIDTH), `[${bar}${'.'.repeat(width - filled.length)}]`, ...parts]);
    if (line(filled).length <= room) return line(paint(filled));
  }
  for (const parts of [[count, left], [count], [`${Math.floor(share * 100)}%`]]) {
    const line = joined([title, ...parts]);
    if (line.length <= room) return line;
  }
  return title.slice(0, room);
}

/** “40 s left”, “3 min left”, “1 h 05 min left”; rounded up, so that it never says nothing is left. */
export function timeLeft(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 100) return `${seconds} s left`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min left`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min left`;
}

/** 12345 → “12,345”, in every locale. */
export function grouped(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function rateText(perSecond: number): string {
  if (perSecond >= 10) return `${grouped(perSecond)}/s`;
  return perSecond >= 0.2 ? `${perSecond.toFixed(1)}/s` : `${(perSecond * 60).toFixed(1)}/min`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('  ');
}
