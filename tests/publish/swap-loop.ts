/** Puts one new folder after the other into the place of a site, until it is killed: `node swap-loop.ts ROOT`. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { markFolder, swapFolders } from '../../src/publish/swap.ts';

/** Files of each made-up site; all say which one they belong to. */
export const FILES_A_SITE = 20;

const root = process.argv[2] ?? '';
if (import.meta.main)
  for (let edition = 1; ; edition += 1) {
    const rendered = join(root, 'rendered');
    await rm(rendered, { recursive: true, force: true });
    await mkdir(join(rendered, 'pages'), { recursive: true });
    const pages = Array.from({ length: FILES_A_SITE }, (_, file) => `pages/${file}.html`);
    for (const page of pages) await writeFile(join(rendered, page), String(edition));
    await markFolder(rendered);
    process.stdout.write('.');
    await swapFolders(rendered, join(root, 'dist'));
  }
