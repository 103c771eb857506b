/** The lines of a build's summary that say what it cost and what the site is made of. */
import type { PartSize } from '../publish/report-size.ts';
import { grouped } from './progress-line.ts';
import type { StagesReport } from './track-stages.ts';

/** Time and memory, one line each. */
export function describeCost({ seconds, cpuSeconds, peakBytes }: StagesReport): string[] {
  const { own, child } = peakBytes;
  return [
    `Time       ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor time`,
    `Memory     ${bytesText(own)} at most${child > 0 ? `, ${bytesText(child)} in its largest child process` : ''}`,
  ];
}

/** Files and bytes of each part of the site, under the stage that made it. */
export function describeParts(parts: readonly PartSize[]): string[] {
  const width = Math.max(0, ...parts.map(({ part }) => part.length));
  return parts.map(
    ({ stage, part, files, bytes }) =>
      `  ${stage.padEnd(11)}${part.padEnd(width)}${grouped(files).padStart(9)}${bytesText(bytes).padStart(10)}`,
  );
}

/** Decimal, as disks and hosts count: “4.5 kB”, “12.3 MB”, “1.02 GB”. */
export function bytesText(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(2)} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
}
