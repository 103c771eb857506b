import { stat } from 'node:fs/promises';
import { listFiles } from '../src/publish/list-files.ts';
import { type SizeReport, sumSizes } from '../src/publish/report-size.ts';

/** Counts the files below a folder, ours by what they are for. */
export async function measureSite(folder: string): Promise<SizeReport> {
  const sizes = new Map<string, number>();
  for (const path of await listFiles(folder)) sizes.set(path, (await stat(`${folder}/${path}`)).size);
  return sumSizes(sizes);
}
