/** Every kind of page as people meet it: wide and narrow, light and dark, by ear, and without script. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type OpenSites, openSites } from './open-sites.ts';
import { PAGE_KINDS } from './page-kinds.ts';

const WIDTHS = [1280, 390, 320];

/** Every rule is asked of the light page; colours change what colour rules find, and nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none', widths: WIDTHS, rules: undefined },
  { colorScheme: 'dark', forcedColors: 'none', widths: WIDTHS, rules: COLOUR_RULES },
  { colorScheme: 'light', forcedColors: 'active', widths: [1280], rules: COLOUR_RULES },
] as const;

let sites: OpenSites;
let axe: string;

beforeAll(async () => {
  sites = await openSites();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});

afterAll(() => sites.close());

async function findViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    // The checker that was put into the page.
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, {
      ...(only && { runOnly: [...only] }),
      // What passes is not described, and no rule here wants files of the page loaded again.
      resultTypes: ['violations'],
      preload: false,
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, rules);
}

/** Its main headings, and each heading that skips a level. */
async function readHeadings(page: Page): Promise<{ main: number; skipping: string[] }> {
  return page.locator('h1, h2, h3, h4').evaluateAll((all) => {
    const shown = all.filter((heading) => heading.checkVisibility());
    const levels = shown.map((heading) => Number(heading.tagName.slice(1)));
    return {
      main: levels.filter((level) => level === 1).length,
      skipping: shown
        .filter((_, at) => (levels[at] ?? 0) - (levels[at - 1] ?? 0) > 1)
        .map((heading) => heading.textContent),
    };
  });
}

/** Rows whose neighbouring cells have less than half the size of the text between their words. */
async function findTouching(page: Page): Promise<string[]> {
  return page.locator('main :is(.grid, .fig) tr').evaluateAll((rows) => {
    const placeOf = (words: Node): DOMRect => {
      const range = document.createRange();
      range.selectNodeContents(words);
      return range.getBoundingClientRect();
    };
    return rows
      .filter((row) => {
        const places = [...row.children].map(placeOf).filter(({ width }) => width > 0);
        return places.some((place, at) => at > 0 && place.left - (places[at - 1]?.right ?? 0) < 8);
      })
      .map((row) => row.textContent);
  });
}

const readWords = async (page: Page): Promise<string> =>
  (await page.locator('main [data-cite]').allTextContents()).join('\n');

// Each waits for a tab, so all may start at once.
describe.concurrent.each(PAGE_KINDS)('the page /$path of the site $site', (kind) => {
  test('keeps every rule of accessibility at each width and in each colour', async ({ expect }) => {
    await sites.visit(kind, { script: true }, async (page) => {
      await page.evaluate(axe);
      for (const { widths, rules, ...media } of LOOKS) {
        await page.emulateMedia(media);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          expect(await findViolations(page, rules), `${width} px, ${JSON.stringify(media)}`).toEqual([]);
        }
      }
    });
  });

  test('keeps the words of neighbouring cells apart', async ({ expect }) => {
    await sites.visit(kind, { script: true }, async (page) => {
      expect(await findTouching(page)).toEqual([]);
    });
  });

  test('has one main heading and skips none, and nothing stands out to the side at 320 px; is complete without script', async ({
    expect,
  }) => {
    const withScript = await sites.visit(kind, { script: true }, async (page) => {
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await readHeadings(page)).toEqual({ main: 1, skipping: [] });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
      return readWords(page);
    });
    // The words of a search are found by script.
    if (kind.path.startsWith('search/')) return;
    await sites.visit(kind, { script: false }, async (page) => {
      expect(await readWords(page)).toBe(withScript);
      expect(await page.locator('main').isVisible()).toBe(true);
    });
  });
});
