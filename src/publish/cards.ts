/** Cards: the pictures that are shown beside a link to a page, drawn from what the page says of itself. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { posix } from 'node:path';
import { drawCard, type Typefaces } from './cards/draw-card.ts';
import { type PaintOptions, paint } from './cards/paint.ts';
import { readCard } from './cards/read-card.ts';
import { openTypeface } from './cards/typeface.ts';
import type { SiteFolder } from './site-folder.ts';

/** Pages that may have a card; one has it where its head names a picture. */
const PAGES = /^(?:index\.html|(?:themes|briefings)\/[^/]+\/index\.html)$/;

/** Pictures are painted on other threads; more at once only take memory. */
const AT_ONCE = 4;

/**
 * Writes `card.png` beside every page that names one. `paths`: what was rendered. What the cache holds
 * for other pages is removed.
 */
export async function writeCards(
  site: SiteFolder,
  paths: readonly string[],
  options: PaintOptions,
): Promise<void> {
  const { cache } = options;
  const queue = paths.filter((path) => PAGES.test(path));
  const used = new Set<string>();
  let faces: Promise<Typefaces> | undefined;
  const work = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const card = readCard(await readFile(`${site.folder}/${path}`, 'utf8'));
      if (card === undefined) continue;
      faces ??= openTypefaces();
      const { png, name } = await paint(drawCard(card, await faces), options);
      used.add(name);
      site.write(posix.join(posix.dirname(path), 'card.png'), png);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const name of await readdir(cache).catch(() => []))
    if (!used.has(name)) await rm(`${cache}/${name}`, { force: true });
}

async function openTypefaces(): Promise<Typefaces> {
  const [source, title, plain] = await Promise.all([
    openTypeface('source'),
    openTypeface('title'),
    openTypeface('plain'),
  ]);
  return { source, title, plain };
}
