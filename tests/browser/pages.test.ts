/** Every kind of page as people meet it: wide and narrow, light and dark, by ear, and without script. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SiteServer, serveSite } from '../publish/serve-site.ts';
import { launchBrowser } from './launch-browser.ts';
import { PAGE_KINDS } from './page-kinds.ts';

const WIDTHS = [1280, 390, 320];

let server: SiteServer;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  server = await serveSite(process.env['SOURCELINE_TEST_SITE'] ?? '', ['/']);
  browser = await launchBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Look {
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
  readonly script?: boolean;
}

async function openPage(path: string, look: Look, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    colorScheme: look.colorScheme ?? 'light',
    forcedColors: look.forcedColors ?? 'none',
    javaScriptEnabled: look.script ?? true,
    // The policy forbids the checker too; the pages' own policy has a test of its own.
    bypassCSP: true,
    viewport: { width: 1280, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.goto(`${server.host}/${path}`, { waitUntil: 'load' });
    await visit(page);
  } finally {
    await context.close();
  }
}

/** Colours change what colour rules find, and nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

async function findViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async (only) => {
    // The checker that was just put into the page.
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(
      document,
      only ? { runOnly: [...only] } : {},
    );
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, rules);
}

describe.each(PAGE_KINDS)('the page /%s', (path) => {
  test.each<Look>([{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }])(
    'keeps every rule of accessibility at each width, %j',
    async (look) => {
      await openPage(path, look, async (page) => {
        for (const width of look.forcedColors ? [1280] : WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          expect(
            await findViolations(page, look.colorScheme === 'light' ? undefined : COLOUR_RULES),
            `${width} px`,
          ).toEqual([]);
        }
      });
    },
  );

  test('has one main heading and skips none, and nothing stands out to the side at 320 px', async () => {
    await openPage(path, {}, async (page) => {
      await page.setViewportSize({ width: 320, height: 800 });
      const levels = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((headings) =>
          headings.filter((h) => h.checkVisibility()).map((h) => Number(h.tagName.slice(1))),
        );
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [at, level] of levels.entries())
        expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
    });
  });

  test('is complete without script', async () => {
    let withScript = '';
    await openPage(path, {}, async (page) => {
      withScript = await page
        .locator('main [data-cite]')
        .allTextContents()
        .then((words) => words.join('\n'));
    });
    if (path.startsWith('search/')) return;
    await openPage(path, { script: false }, async (page) => {
      const words = await page.locator('main [data-cite]').allTextContents();
      expect(words.join('\n')).toBe(withScript);
      expect(await page.locator('main').isVisible()).toBe(true);
    });
  });
});
