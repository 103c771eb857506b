import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { placesOf } from '../publish/swap.ts';
import type { Arguments } from './arguments.ts';

/** What the program always writes into the content folder, under its last or a temporary name. */
const OWN = /^(?:briefings|files|withheld|edited|\.cache)(?:\/|$)|^references\.csv(?:\.\d+\.tmp)?$/;

/**
 * Whether this program writes what lies there, as in `briefings/`, or in a site or in parts that have their place
 * in the content folder; the rest is the editor's.
 *
 * @param path below the content folder, with `/`
 */
export function isGenerated(
  path: string,
  { contentDir, outDir, parts }: Pick<Arguments, 'contentDir' | 'outDir' | 'parts'>,
): boolean {
  if (OWN.test(path)) return true;
  const content = realPlace(contentDir);
  const full = join(content, path);
  return [...placesOf(realPlace(outDir)), realPlace(parts)].some(
    // A place around the content folder tells nothing of what is in it.
    (place) => place.startsWith(content + sep) && `${full}${sep}`.startsWith(place + sep),
  );
}

/** Folders may be named through links, and need not be there yet. */
function realPlace(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
