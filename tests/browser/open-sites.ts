/** The finished sites, served, and a browser to visit them with: what a test of pages opens and closes. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type SiteServer, serveSite } from '../publish/serve-site.ts';
import { launchBrowser } from './launch-browser.ts';
import { type PageKind, type Site, siteFolder } from './page-kinds.ts';

/** Pages that are looked at side by side: as many as cores that any machine has. */
const AT_ONCE = 2;

export interface OpenSites {
  /**
   * Opens a page in a tab that others used before it, and in the colours of a new one; waits while all
   * tabs are in use. One context holds all tabs, so that what was loaded once is not asked for again.
   */
  readonly visit: <Seen>(kind: PageKind, look: Look, see: (page: Page) => Promise<Seen>) => Promise<Seen>;
  readonly close: () => Promise<void>;
}

export interface Look {
  readonly script: boolean;
}

export async function openSites(): Promise<OpenSites> {
  const servers = new Map<Site, SiteServer>();
  for (const site of ['own', 'edition'] as const) servers.set(site, await serveSite(siteFolder(site), ['/']));
  const browser = await launchBrowser();
  const tabs = {
    script: await openTabs(browser, true),
    plain: await openTabs(browser, false),
  };
  return {
    visit: (kind, { script }, see) =>
      tabs[script ? 'script' : 'plain'](async (page) => {
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(`${servers.get(kind.site)?.host}/${kind.path}`, { waitUntil: 'load' });
        return see(page);
      }),
    close: async () => {
      await browser.close();
      for (const server of servers.values()) await server.close();
    },
  };
}

type UseTab = <Seen>(use: (page: Page) => Promise<Seen>) => Promise<Seen>;

async function openTabs(browser: Browser, script: boolean): Promise<UseTab> {
  const context: BrowserContext = await browser.newContext({
    javaScriptEnabled: script,
    // The policy forbids the checker too; the pages' own policy has a test of its own.
    bypassCSP: true,
  });
  const free: Page[] = [];
  for (let count = 0; count < AT_ONCE; count += 1) free.push(await context.newPage());
  const waiting: ((page: Page) => void)[] = [];
  return async (use) => {
    const page = free.pop() ?? (await new Promise<Page>((take) => waiting.push(take)));
    try {
      return await use(page);
    } finally {
      const next = waiting.shift();
      if (next) next(page);
      else free.push(page);
    }
  };
}
