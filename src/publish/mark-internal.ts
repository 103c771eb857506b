import { readFile, writeFile } from 'node:fs/promises';
import { listFiles } from './list-files.ts';

const NO_INDEX = '<meta name="robots" content="noindex, nofollow">';

/**
 * Asks search engines on every page to stay away, for hosts that cannot send a header. It is a request
 * and no protection: who may read an internal site is for its host to decide.
 */
export async function markInternal(folder: string): Promise<void> {
  for (const path of await listFiles(folder)) {
    if (!path.endsWith('.html')) continue;
    const html = await readFile(`${folder}/${path}`, 'utf8');
    await writeFile(
      `${folder}/${path}`,
      html.replace(/<head[^>]*>/, (head) => head + NO_INDEX),
    );
  }
}
