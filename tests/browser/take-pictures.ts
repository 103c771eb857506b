/**
 * `npm run pictures`: every kind of page at the width of a desk and of a phone, in light and in dark, as
 * PNG files in `screenshots/`. Builds the sites first, unless a variable names them (`page-kinds.ts`).
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setup } from '../build/build-once.ts';
import { PROJECT } from '../build/run-build.ts';
import { openSites } from './open-sites.ts';
import { PAGE_KINDS, type PageKind } from './page-kinds.ts';

const FOLDER = join(PROJECT, 'screenshots');
const WIDTHS = [1280, 390];
const SCHEMES = ['light', 'dark'] as const;

const removeSites = await setup();
const sites = await openSites();
await mkdir(FOLDER, { recursive: true });
try {
  await Promise.all(PAGE_KINDS.map(takePictures));
} finally {
  await sites.close();
  await removeSites();
}
process.stdout.write(`${PAGE_KINDS.length * WIDTHS.length * SCHEMES.length} pictures in ${FOLDER}\n`);

async function takePictures(kind: PageKind): Promise<void> {
  await sites.visit(kind, { script: true }, async (page) => {
    // What a search finds comes after the page.
    if (kind.path.startsWith('search/')) await page.waitForTimeout(2000);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({
          path: join(FOLDER, `${nameOf(kind)}-${width}-${colorScheme}.png`),
          fullPage: true,
        });
      }
    }
  });
}

function nameOf({ site, path }: PageKind): string {
  const words = path
    .replace(/\.html$/, '')
    .replace(/[^\w-]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
  return [...(site === 'own' ? [] : [site]), words || 'home'].join('-');
}
