import { stat } from 'node:fs/promises';
import { compareCodeUnits } from '../compare-code-units.ts';
import { listFiles } from './list-files.ts';

/** Limits of common hosts that a large site meets first. */
const LIMITS = {
  'Cloudflare Pages (free plan)': {
    files: 20_000,
    fileBytes: 25 * 1024 * 1024,
    bytes: Number.POSITIVE_INFINITY,
  },
  'GitHub Pages': { files: Number.POSITIVE_INFINITY, fileBytes: 100 * 1024 * 1024, bytes: 1024 ** 3 },
} as const;

export interface Size {
  readonly files: number;
  readonly bytes: number;
}

export interface SizeReport extends Size {
  /** By extension without the dot, sorted. */
  readonly byKind: Readonly<Record<string, Size>>;
  /** Limits of hosts that the site goes beyond. */
  readonly warnings: readonly string[];
}

/** Counts the files and bytes of a site, and names the hosts whose limits it goes beyond. */
export async function reportSize(folder: string): Promise<SizeReport> {
  const kinds = new Map<string, { files: number; bytes: number }>();
  let [files, bytes, largest] = [0, 0, 0];
  for (const path of await listFiles(folder)) {
    const { size } = await stat(`${folder}/${path}`);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    const kind = kinds.get(dot > 0 ? name.slice(dot + 1) : 'other') ?? { files: 0, bytes: 0 };
    kind.files += 1;
    kind.bytes += size;
    kinds.set(dot > 0 ? name.slice(dot + 1) : 'other', kind);
    files += 1;
    bytes += size;
    largest = Math.max(largest, size);
  }
  const warnings = Object.entries(LIMITS).flatMap(([host, limit]) => [
    ...(files > limit.files ? [`${host} takes ${limit.files} files, the site has ${files}`] : []),
    ...(bytes > limit.bytes ? [`${host} takes ${limit.bytes} bytes, the site has ${bytes}`] : []),
    ...(largest > limit.fileBytes
      ? [`${host} takes files of ${limit.fileBytes} bytes, one has ${largest}`]
      : []),
  ]);
  const byKind = Object.fromEntries([...kinds].sort(([a], [b]) => compareCodeUnits(a, b)));
  return { files, bytes, byKind, warnings };
}
