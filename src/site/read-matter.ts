import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matter } from '../briefing.ts';
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
 * The matter of a page: a record as a whole, or the front matter of a page with a body.
 *
 * @throws {Error} naming the file, if it is not as the door says or is meant for another address
 */
export function readMatter({ id, data: { file } }: ListedPage): Matter {
  const text = readFileSync(join(contentFolder(), 'briefings', file), 'utf8');
  const data = file.endsWith('.mdx') ? readFrontMatter(text) : (JSON.parse(text) as unknown);
  const faults = findMatterFaults(data);
  if (faults.length > 0) throw new Error(`${file}: ${faults.join('; ')}`);
  // Its kind and its keys were checked just above, and the pipeline wrote what is inside.
  const matter = data as Matter;
  if (matter.path !== id) throw new Error(`${file}: \`path\` must be \`${id}\`, where it stands`);
  return matter;
}

/** The writer puts one key a line, each with a value in JSON. */
function readFrontMatter(text: string): unknown {
  const lines = text.slice('---\n'.length, text.indexOf('\n---\n')).split('\n');
  return JSON.parse(`{${lines.join(',')}}`);
}
