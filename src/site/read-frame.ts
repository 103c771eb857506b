import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from '../briefing.ts';
import { contentFolder } from './content-folder.ts';

let read: Frame | undefined;

/** What every page shows around its content, written once by the pipeline; read once a build, always in dev. */
export function readFrame(): Frame {
  if (read && !import.meta.env.DEV) return read;
  // The pipeline of the same build wrote this file from its own types.
  read = JSON.parse(readFileSync(join(contentFolder(), 'briefings', 'site.json'), 'utf8')) as Frame;
  return read;
}
