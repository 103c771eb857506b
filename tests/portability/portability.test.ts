/** One published folder, unchanged, wherever it is put: three depths of a host and the disk, in a real browser. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributeOf, elementsOf, parsePage } from '../../src/publish/page.ts';
import { launchBrowser } from '../browser/launch-browser.ts';
import { digestFolder } from '../build/run-build.ts';
import { type SiteServer, serveSite } from '../publish/serve-site.ts';

/** The project's own seeds, built once for all tests. */
const SITE = process.env['SOURCELINE_TEST_SITE'] ?? '';

const MOUNTS = ['/', '/a/', '/a/b/c/'];

/** One page of each kind that the five seeds give. */
const PAGES = [
  '',
  'themes/',
  'themes/sanctions/',
  'briefings/002-lavrov-threatens-to-take-revenge/',
  'sources/',
  'sources/003/',
  'people/sergei-lavrov/',
  'quotes/',
  'method/',
  'keyboard/',
];

let server: SiteServer;
let browser: Browser;
let context: BrowserContext;
let trouble: string[] = [];

beforeAll(async () => {
  server = await serveSite(SITE, MOUNTS);
  browser = await launchBrowser();
  context = await browser.newContext();
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server.host) && !url.startsWith('file:')) trouble.push(`asks for ${url}`);
  });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each(MOUNTS)('at %s', (mount) => {
  test('every link and asset that can be reached answers, and none leaves the folder', {
    timeout: 120_000,
  }, async () => {
    const { reached, wrong } = await crawl(`${server.host}${mount}`);
    expect(wrong).toEqual([]);
    const pages = [...(await digestFolder(SITE)).keys()].filter((path) => path.endsWith('/index.html'));
    const found = pages.filter((path) =>
      reached.has(`${server.host}${mount}${path.slice(0, -'index.html'.length)}`),
    );
    expect(found).toEqual(pages);
  });

  test('each kind of page is quiet under the policy', { timeout: 120_000 }, async () => {
    trouble = [];
    await visit(PAGES.map((path) => `${server.host}${mount}${path}`));
    expect(trouble).toEqual([]);
  });

  // Once in some ten runs a browser was not answered, for no reason that was found: it is told, and tried again.
  test('search finds a line and opens it', { timeout: 120_000, retry: 1 }, async () => {
    trouble = [];
    const page = await context.newPage();
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on(
      'console',
      (message) => /Content Security Policy|Trusted/i.test(message.text()) && trouble.push(message.text()),
    );
    await page.goto(`${server.host}${mount}search/?q=Stoltenberg`);
    const result = page.locator('main a[href*="briefings/003"]').first();
    await result.waitFor({ timeout: 30_000 }).catch(async (error: unknown) => {
      const last = server.asked.slice(-8).join(' ');
      const words = `the page says “${await page.locator('main').textContent()}” after ${last}`;
      // A second run that passes would hide it.
      process.stderr.write(`${words}\n`);
      throw new Error(words, { cause: error });
    });
    await result.click();
    await page.waitForURL(new RegExp(`^${server.host}${mount}briefings/003-[^#]*#L\\d+`));
    expect(await page.locator(`#${new URL(page.url()).hash.slice(1)}`).textContent()).toContain(
      'Stoltenberg',
    );
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('an unknown address is told so', async () => {
    const answer = await fetch(`${server.host}${mount}nowhere/at/all/`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('<h1');
  });
});

describe('from disk', () => {
  test('each kind of page is shown and its links lead on', { timeout: 120_000 }, async () => {
    trouble = [];
    const page = await context.newPage();
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(pathToFileURL(join(SITE, 'index.html')).href);
    await page.locator('main a[href*="briefings/002"]').first().click();
    await page.waitForURL(/briefings\/002-[^/]*\/index\.html/);
    expect(await page.locator('h1').textContent()).toContain('Lavrov');
    await page.locator('main a[href*="sources/002"]').first().click();
    await page.waitForURL(/sources\/002\/index\.html/);
    for (const path of PAGES) {
      await page.goto(pathToFileURL(join(SITE, path, 'index.html')).href);
      // The stylesheet is there, too: without it nothing has a grid or a colour of its own.
      expect(await page.evaluate(() => [...document.styleSheets].length)).toBeGreaterThan(0);
    }
    await page.close();
    expect(trouble).toEqual([]);
  });

  test('search says honestly that it needs a server', { timeout: 60_000 }, async () => {
    const page = await context.newPage();
    await page.goto(`${pathToFileURL(join(SITE, 'search/index.html')).href}?q=Stoltenberg`);
    await page
      .getByText(/disk|server/i)
      .first()
      .waitFor({ timeout: 15_000 });
    await page.close();
  });
});

async function visit(urls: readonly string[]): Promise<void> {
  const page = await context.newPage();
  page.on('pageerror', (error) => trouble.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`${page.url()}: ${message.text()}`);
  });
  for (const url of urls) await page.goto(url, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  await page.close();
}

/** Follows every address of every page that can be reached from the first one. */
async function crawl(start: string): Promise<{ reached: Set<string>; wrong: string[] }> {
  const reached = new Set([start]);
  const wrong: string[] = [];
  const anchors = new Map<string, Set<string>>();
  const pointed: { readonly from: string; readonly page: string; readonly anchor: string }[] = [];
  for (const url of reached) {
    const answer = await fetch(url);
    if (answer.status !== 200) wrong.push(`${url} answers ${answer.status}`);
    if (!answer.headers.get('content-security-policy')) wrong.push(`${url} comes without the policy`);
    const type = answer.headers.get('content-type') ?? '';
    const text = await answer.text();
    const addresses: string[] = [];
    if (type.startsWith('text/css'))
      addresses.push(...[...text.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, address = '']) => address));
    if (type.startsWith('text/html')) {
      const elements = [...elementsOf(parsePage(text))];
      anchors.set(url, new Set(elements.flatMap((element) => attributeOf(element, 'id') ?? [])));
      for (const element of elements) {
        for (const name of ['href', 'src', 'action', 'data', 'poster', 'xlink:href'])
          addresses.push(attributeOf(element, name) ?? '');
        for (const candidate of (attributeOf(element, 'srcset') ?? '').split(','))
          addresses.push(candidate.trim().split(' ')[0] ?? '');
      }
    }
    for (const address of addresses) {
      if (address === '' || /^(?:https?|mailto|data):/.test(address)) continue;
      if (address.startsWith('/')) wrong.push(`${url}: ${address} is not relative`);
      const { origin, pathname, hash } = new URL(address, url);
      const target = `${origin}${pathname}`;
      if (!target.startsWith(start)) wrong.push(`${url}: ${address} leaves the folder`);
      else reached.add(target);
      if (hash !== '') pointed.push({ from: url, page: target, anchor: decodeURIComponent(hash.slice(1)) });
    }
  }
  for (const { from, page, anchor } of pointed)
    if (anchors.has(page) && !anchors.get(page)?.has(anchor)) wrong.push(`${from}: no #${anchor} in ${page}`);
  return { reached, wrong: [...new Set(wrong)] };
}
