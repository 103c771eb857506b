/** Search as a reader uses it: in a browser, under the published policy, wherever the site lies. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../browser/launch-browser.ts';
import { runBuild, setUpDesk } from '../build/run-build.ts';
import { type SiteServer, serveSite } from './serve-site.ts';

const MOUNTS = ['/', '/a/', '/a/b/c/'];

let root = '';
let site = '';
let server: SiteServer;
let browser: Browser;
let context: BrowserContext | undefined;
let page: Page;
/** What must never happen while a reader searches. */
let troubles: string[] = [];

beforeAll(async () => {
  const given = process.env['SOURCELINE_TEST_SITE'];
  const desk = await setUpDesk();
  root = desk.root;
  site = desk.out;
  if (given) await cp(given, desk.out, { recursive: true });
  else expect((await runBuild(desk)).stderr).not.toContain('not published');
  server = await serveSite(desk.out, MOUNTS);
  browser = await launchBrowser();
  await openPage();
}, 300_000);

vi.setConfig({ testTimeout: 90_000 });

afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(root, { recursive: true });
});

beforeEach(() => {
  troubles = [];
});

afterEach(() => {
  server.block();
  expect(troubles).toEqual([]);
});

/** A page of a reader who was never here. */
async function openPage(): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => troubles.push(`dialog: ${dialog.message()}`));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScript/.test(message.text())) troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.host) && !request.url().startsWith('file:'))
      troubles.push(`external: ${request.url()}`);
  });
}

/** Pages load slowly where several tests share a processor. */
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 });

/**
 * Asks on the search page and waits for the answer. A page where nothing but words was asked before is
 * asked again as a reader would, in its field: to load the engine for each question takes seconds.
 */
async function ask(query: string, more = ''): Promise<void> {
  const { pathname, searchParams } = new URL(page.url());
  if (more === '' && pathname === '/search/' && [...searchParams.keys()].every((name) => name === 'q')) {
    await page.locator('#q').fill('');
    await eventually(status).toBe('');
    await page.locator('#q').fill(query);
  } else await page.goto(`${server.host}/search/?q=${encodeURIComponent(query)}${more}`);
  await page.waitForFunction(() => document.querySelector('#search-status')?.textContent !== '');
  await page.waitForFunction(() => document.querySelector('#search-status')?.textContent !== 'Searching…');
}
const status = (): Promise<string> => page.locator('#search-status').textContent().then(String);
const refs = (): Promise<string[]> =>
  page
    .locator('#search-hits .top .num')
    .allTextContents()
    .then((texts) => texts.map((text) => text.replace('Briefing ', '')).sort());
const facet = (label: string) => page.locator('#search-facets label', { hasText: label });

describe('finding', () => {
  it.each([
    ['Stoltenberg', ['000', '001', '003']],
    ['"red lines"', ['001', '004']],
    ['"red lines" missile', ['001', '004']],
    ['troops -Belarus', ['000', '003', '004']],
    ['Lavrov Geneva', []],
    ['150,000', ['000']],
    ['zzqq Stoltenberg', ['000', '001', '003']],
  ])('answers %s', async (query, expected) => {
    await ask(query);
    expect(await refs()).toEqual(expected);
  });

  it('counts briefings and lines, and says what it left out or passed over', async () => {
    await ask('sanctions');
    expect(await status()).toBe('5 briefings, 18 matching lines for “sanctions”.');
    await ask('troops -Belarus zzqq');
    expect(await status()).toContain('No line contains “zzqq”: passed over.');
    expect(await status()).toContain('Without briefings that print “Belarus”.');
    await ask('tariffs');
    expect(await status()).toBe('No line contains “tariffs”.');
  });

  it('shows every line whole, as its source has it', async () => {
    await ask('sanctions');
    const lines = await page.locator('#search-hits :is(p.x, .subs li)').evaluateAll((elements) =>
      elements.map((element) => {
        const copy = element.cloneNode(true) as Element;
        for (const own of copy.querySelectorAll('[data-own], b')) own.remove();
        return [element.getAttribute('data-cite') ?? '', copy.textContent] as const;
      }),
    );
    expect(lines.length).toBeGreaterThan(5);
    for (const [cite, words] of lines) {
      const [ref = '', line = ''] = cite.split(':');
      const table = (await (await page.request.get(`${server.host}/sources/${ref}/lines.json`)).json()) as {
        lines: { text: string }[];
      };
      expect(table.lines[Number(line) - 1]?.text.replaceAll('\u00a0', ' ')).toBe(words);
    }
  });

  it.each([
    ['kiev', 'Kyiv, place'],
    ['anthony', 'Antony Blinken, person'],
    ['nato forces', 'NATO, organisation'],
    ['diplomacy', 'Diplomacy'],
  ])('goes from %s to a page', async (query, target) => {
    await ask(query);
    await eventually(() => page.locator('#search-goto').textContent()).toContain(target);
  });

  it('finds names only by one letter', async () => {
    await ask('k');
    expect(await status()).toContain('One letter');
    expect(await refs()).toEqual([]);
  });
});

describe('facets', () => {
  it('joins values of one facet by or, facets by and, with counts that follow', async () => {
    await ask('sanctions');
    const count = (label: string) => facet(label).locator('.num').textContent();
    await eventually(() => count('Sergei Lavrov')).not.toBe('');
    const before = await count('Sergei Lavrov');
    await facet('VG').locator('input').check();
    await page.waitForFunction(() => location.search.includes('publisher=VG'));
    await eventually(refs).toEqual(['002']);
    await eventually(() => count('not stated')).toBe('4');
    expect(Number(await count('Sergei Lavrov'))).toBeLessThan(Number(before));
    await facet('not stated').locator('input').check();
    await eventually(refs).toHaveLength(5);
    await page.locator('#search-chips button').first().click();
    await eventually(refs).toEqual(['000', '001', '003', '004']);
  });

  it('has undated as a value', async () => {
    await ask('sanctions', '&undated=1');
    expect(await refs()).toHaveLength(5);
    await eventually(() => facet('Undated').locator('.num').textContent()).toBe('5');
  });

  it('offers the same words without the filters that leave nothing', async () => {
    await ask('Stoltenberg', '&publisher=VG');
    expect(await status()).toContain('Nothing with these filters. 3 briefings without them.');
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await eventually(refs).toEqual(['000', '001', '003']);
  });

  it('searches what was taken out only when asked', async () => {
    await ask('Prince Harry');
    expect(await refs()).toEqual([]);
    await page.getByRole('button', { name: 'Search removed lines too' }).click();
    await expect
      .poll(() => page.locator('#search-hits p.x').first().textContent())
      .toMatch(/Prince Harry.*removed: /);
    expect(new URL(page.url()).searchParams.get('removed')).toBe('1');
    await page.locator('#search-hits h3 a').click();
    await page.waitForURL('**/sources/001/#L*');
    await eventually(() => page.locator('mark').count()).toBeGreaterThan(0);
  });
});

describe('the address', () => {
  beforeEach(openPage);

  it('opens a shared search, whatever else the address says', async () => {
    await ask('sanctions', '&publisher=VG&unknown=1&from=nonsense&theme=');
    expect(await refs()).toEqual(['002']);
    await eventually(() => facet('VG').locator('input').isChecked()).toBe(true);
  });

  it('comes back to the same list and hit', async () => {
    await ask('sanctions');
    await page.locator('#q').press('ArrowDown');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/briefings/);
    await page.goBack();
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(href);
  });

  it('opens the dialog of any page that is asked for a search', async () => {
    await page.goto(`${server.host}/sources/003/?q=Stoltenberg`);
    await eventually(refs).toEqual(['000', '001', '003']);
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.locator('#search-dialog').evaluate((dialog) => (dialog as HTMLDialogElement).open))
      .toBe(false);
    expect(new URL(page.url()).search).toBe('');
  });
});

describe.each(MOUNTS)('by keyboard alone, with the site at %s', (mount) => {
  beforeEach(openPage);

  it('finds a line and opens it', async () => {
    server.asked.length = 0;
    await page.goto(`${server.host}${mount}`, { waitUntil: 'networkidle' });
    const before = [...server.asked];
    server.asked.length = 0;
    await page.keyboard.press('/');
    await page.keyboard.type('retaliate');
    await page.waitForFunction(() => document.querySelectorAll('#search-hits .hit').length > 0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/briefings/);
    const line = await page.evaluate(() => location.hash.slice(1));
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe(line);
    expect(await page.locator(`#${line} mark`).count()).toBeGreaterThan(0);
    expect(new URL(page.url()).search).toBe('');
    expect(new URL(page.url()).pathname.startsWith(mount)).toBe(true);
    expect(before.filter((path) => path.startsWith(`${mount}search/`))).toEqual([]);
    expect(server.asked.some((path) => path.startsWith(`${mount}search/`))).toBe(true);
  });

  it('closes with Escape and gives the focus back', async () => {
    await page.goto(`${server.host}${mount}`);
    await page.locator('#find').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('troops');
    await page.keyboard.press('Escape');
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('find');
  });
});

describe('what nobody should have to fear', () => {
  it.each([
    ['ten thousand characters', 'sanctions '.repeat(1000), /briefings/],
    ['one word of ten thousand', 'x'.repeat(10_000), /No line contains/],
    ['punctuation', '!!! ... ,,, "" -', /no word/],
    ['another script', 'Санкции', /No line contains/],
    ['Chinese', '制裁', /No line contains/],
    ['emoji', '🛰️🛰️', /no word/],
    ['markup', '<img src=x onerror=alert(1)>', /./],
    ['markup that closes', '"><script>alert(1)</script>', /./],
    ['reserved names', 'any none constructor __proto__', /./],
    ['a lone minus', '-Belarus', /Without briefings that print “Belarus”/],
  ])('answers %s', async (_, query, expected) => {
    await ask(query);
    await eventually(status).toMatch(expected);
    expect(await page.locator('#search-panel :is(img, script, iframe)').count()).toBe(0);
  });

  it('marks no markup of an address', async () => {
    await page.goto(
      `${server.host}/sources/003/?mark=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&mark=troops#L3`,
    );
    await eventually(() => page.locator('mark').count()).toBeGreaterThan(0);
    expect(await page.locator('mark img').count()).toBe(0);
  });
});

describe('when it cannot work', () => {
  beforeEach(openPage);

  it('says that the index did not load, offers the names, and tries again', async () => {
    server.block(/pagefind/);
    await page.goto(`${server.host}/search/?q=sanctions`);
    await eventually(status).toBe('Search could not load.');
    expect(await page.locator('#search-help a').first().getAttribute('href')).toBe(`${server.host}/names/`);
    server.block();
    await page.getByRole('button', { name: 'Try again' }).click();
    await eventually(refs).toHaveLength(5);
  });

  it('says when the reader is offline', async () => {
    await page.goto(`${server.host}/`);
    await page.locator('#find').hover();
    await page.waitForLoadState('networkidle');
    await context?.setOffline(true);
    await page.keyboard.press('/');
    await page.keyboard.type('Stoltenberg');
    await eventually(status).toBe('Search could not load.');
    expect(await page.locator('#search-help').textContent()).toContain('You are offline.');
  });

  it('says so where not even its script can be fetched', async () => {
    await page.goto(`${server.host}/`, { waitUntil: 'networkidle' });
    await context?.setOffline(true);
    await page.keyboard.press('/');
    await eventually(status).toBe('Search could not load: you are offline.');
  });

  it('reads and links from disk, where search says that it needs a server', async () => {
    await page.goto(pathToFileURL(join(site, 'index.html')).href);
    expect(await page.evaluate(() => document.styleSheets.length)).toBe(1);
    await page.locator('a[href*="briefings/003"]').first().click();
    expect(page.url()).toMatch(/briefings\/003-[^/]+\/index\.html$/);
    await page.locator('#find').click();
    expect(await page.locator('#search-fallback').textContent()).toContain(
      'Search needs script and a web server',
    );
  });

  it('lists every headline without script', async () => {
    const quiet = await browser.newContext({ javaScriptEnabled: false });
    const plain = await quiet.newPage();
    await plain.goto(`${server.host}/search/`);
    expect(await plain.locator('#search-fallback').textContent()).toContain('US and Russia trade threats');
    await quiet.close();
  });
});
