import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinPlaceholders, type Matter, PLACEHOLDER_CUT } from '../briefing.ts';
import { contentFolder } from './content-folder.ts';
import { findMatterFaults } from './matter-keys.ts';

/** An entry of `listPages`. */
interface ListedPage {
  /** Address from the root. */
  readonly id: string;
  /** Its file, below the folder of pages. */
  readonly data: { readonly file: string };
}

/**
 * The matter of a page: a record's own, or the front matter of a page with a body, which was read when it
 * was compiled.
 *
 * @throws {Error} naming the file, if it is not as the door says or is meant for another address
 */
export function readMatter({ id, data: { file } }: ListedPage, frontMatter: unknown): Matter {
  const data = frontMatter === undefined ? readRecord(file) : joinPlaceholders(frontMatter);
  const faults = findMatterFaults(data);
  if (faults.length > 0) throw new Error(`${file}: ${faults.join('; ')}`);
  // Its kind and its keys were checked just above, and the pipeline wrote what is inside.
  const matter = data as Matter;
  if (matter.path !== id) throw new Error(`${file}: \`path\` must be \`${id}\`, where it stands`);
  return matter;
}

/** As `joinPlaceholders` of what it says, at once. */
function readRecord(file: string): unknown {
  return JSON.parse(
    readFileSync(join(contentFolder(), 'briefings', file), 'utf8').replaceAll(PLACEHOLDER_CUT, ''),
  );
}
