/** A reader at work, with the keyboard alone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SiteServer, serveSite } from '../publish/serve-site.ts';
import { launchBrowser } from './launch-browser.ts';

let server: SiteServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await serveSite(process.env['SOURCELINE_TEST_SITE'] ?? '', ['/']);
  browser = await launchBrowser();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const BRIEFING = 'briefings/003-uk-has-not-seen-evidence/';

describe('a reader with a keyboard', () => {
  test('finds a line by search, and lands on it', async () => {
    await page.goto(`${server.host}/`);
    await page.keyboard.press('/');
    await page.keyboard.type('Stoltenberg');
    const hits = page.locator('dialog [href*="/briefings/"], dialog [href*="briefings/"]');
    await expect.poll(() => hits.count(), { timeout: 20_000 }).toBeGreaterThan(2);
    const found = await hits.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const ref of ['000', '001', '003'])
      expect(found.some((href) => href.includes(`/${ref}-`))).toBe(true);
    for (const ref of ['002', '004']) expect(found.some((href) => href.includes(`/${ref}-`))).toBe(false);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/briefings\/.*#L\d+/);
    const line = new URL(page.url()).hash.slice(1).replace(/-.*/, '');
    await expect.poll(() => page.locator(`#${line}`).first().isVisible()).toBe(true);
  });

  test('opens the original of a line, closes it, and is where it was', async () => {
    await page.goto(`${server.host}/${BRIEFING}`);
    const number = page.locator('#L31 a').first();
    await number.focus();
    await page.keyboard.press('Enter');
    const popover = page.getByRole('dialog');
    await expect.poll(() => popover.count()).toBeGreaterThan(0);
    expect(await popover.first().textContent()).toMatch(/003.*31/);
    await page.keyboard.press('Escape');
    expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('swaps to the source and back, to the same line', async () => {
    await page.goto(`${server.host}/${BRIEFING}#L31`);
    await page.locator('#L31 a').first().focus();
    await page.keyboard.press('s');
    await page.waitForURL(/sources\/003\/#L31$/);
    await page.keyboard.press('s');
    await page.waitForURL(/briefings\/003-.*#L31$/);
  });

  test('swaps and copies from the headline, where a briefing opens', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${server.host}/${BRIEFING}`);
    await page.keyboard.press('c');
    await expect.poll(() => page.locator('.tell').allTextContents()).toEqual(['Copied 003:1']);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/003:1, .*\/briefings\/003-[^/]*\/#L1-/);
    await page.keyboard.press('s');
    await page.waitForURL(/sources\/003\/#L1$/);
    await page.keyboard.press('s');
    await page.waitForURL(/briefings\/003-.*#L1$/);
  });

  test('is led from a search that finds nothing to what finds something, and once', async () => {
    const help = page.locator('#search-help');
    await page.goto(`${server.host}/search/?q=prince+harry`);
    await expect.poll(() => help.textContent(), { timeout: 20_000 }).toContain('Search removed lines too');
    expect(await help.getByRole('button', { name: /^(?:prince|harry)$/ }).count()).toBe(0);
    await page.goto(`${server.host}/search/?q=bloomberg+typhoon`);
    await expect
      .poll(() => help.getByRole('button', { name: 'bloomberg' }).count(), { timeout: 20_000 })
      .toBe(1);
    await page.goto(`${server.host}/search/?q=anthony`);
    const links = page.locator('#search-panel a[href$="/people/antony-blinken/"]');
    await expect.poll(() => help.textContent(), { timeout: 20_000 }).toContain('Quotation marks');
    await expect.poll(() => links.count()).toBe(1);
  });

  test('leaves the original of a line for what stands after its number', async () => {
    await page.goto(`${server.host}/${BRIEFING}`);
    const number = page.locator('#L31 .no');
    const isFocused = (selector: string): Promise<boolean> =>
      page.locator(selector).evaluate((element) => element === document.activeElement);
    for (const [key, tabs, place] of [
      ['Tab', 3, '#L31 .e'],
      ['Shift+Tab', 1, '#L31 .no'],
    ] as const) {
      await number.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      const scrolled = await page.evaluate(() => scrollY);
      for (let tab = 0; tab < tabs; tab += 1) await page.keyboard.press(key);
      expect(await isFocused(place), key).toBe(true);
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    }
  });

  test('without script follows a number to the source', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${server.host}/${BRIEFING}`);
    await plain.locator('#L31 a').first().click();
    expect(plain.url()).toMatch(/sources\/003\/#L31$/);
    expect(await plain.locator('#L31').textContent()).toContain('quite hard to dispute');
    await context.close();
  });
});

describe('a reader who rests on a name', () => {
  const preview = () => page.getByRole('tooltip');
  const LAVROV = '#L64 .e[href$="/people/sergei-lavrov/"]';
  const asked: string[] = [];

  beforeEach(async () => {
    asked.length = 0;
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${server.host}/${BRIEFING}`);
  });

  test('sees whose it is under it, moves into the preview and closes it where they are', async () => {
    await page.locator('#L64').scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => [scrollY, document.documentElement.scrollHeight]);
    expect(asked.filter((path) => path.startsWith('/people/'))).toEqual([]);
    await page.locator(LAVROV).hover();
    await preview().waitFor();
    expect(asked.filter((path) => path.startsWith('/people/'))).toEqual(['/people/sergei-lavrov/']);
    expect(await preview().locator('p').allTextContents()).toEqual([
      'Sergei Lavrov',
      'Russian Foreign Minister\u00a0001:57Russia’s foreign minister\u00a0003:64',
      'On 14 lines of 5 briefings.',
    ]);
    const voices = await preview()
      .locator('p, [data-cite]')
      .evaluateAll((all) => all.map((one) => /Serif/.test(getComputedStyle(one).fontFamily)));
    expect(voices).toEqual([false, false, true, true, false]);
    const [link, box] = [await page.locator(LAVROV).boundingBox(), await preview().boundingBox()];
    expect(Math.abs((box?.y ?? 0) - (link?.y ?? 0) - (link?.height ?? 0))).toBeLessThan(12);
    expect(await page.evaluate(() => [scrollY, document.documentElement.scrollHeight])).toEqual(before);
    await preview().hover();
    await page.waitForTimeout(400);
    expect(await preview().count()).toBe(1);
    await page.mouse.move(0, 0);
    await expect.poll(() => preview().count()).toBe(0);
  });

  test('hears it with the keyboard, and closes it without leaving the name', async () => {
    const name = page.locator(LAVROV);
    await name.evaluate((element) => {
      const number = element.closest('p')?.querySelector<HTMLElement>('.no');
      number?.focus();
    });
    await page.keyboard.press('Tab');
    await preview().waitFor();
    expect(await name.getAttribute('aria-describedby')).toBe(await preview().getAttribute('id'));
    await page.keyboard.press('Escape');
    expect(await preview().count()).toBe(0);
    expect(await name.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('has a link and nothing else by touch, and where the page of the name cannot be had', async () => {
    await page.locator(LAVROV).dispatchEvent('pointerover', { pointerType: 'touch' });
    await page.route('**/people/**', (route) => route.abort());
    await page.locator(LAVROV).hover();
    await page.waitForTimeout(500);
    expect(asked.filter((path) => path.startsWith('/people/'))).toHaveLength(1);
    expect(await preview().count()).toBe(0);
  });
});

describe('a reader on paper', () => {
  test('prints a theme with every reference in it', async () => {
    await page.goto(`${server.host}/themes/troop-build-up/print/`);
    await page.emulateMedia({ media: 'print' });
    const cites = await page
      .locator('main p[data-cite]')
      .evaluateAll((elements) => elements.map((e) => e.getAttribute('data-cite')));
    expect(cites.length).toBeGreaterThan(30);
    const text = (await page.locator('body').textContent()) ?? '';
    for (const cite of cites) expect(text).toContain(cite?.replace('-', '–').split(',')[0]);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  test.each(['quotes/', BRIEFING])('has what is quoted in part, /%s', async (path) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${server.host}/${path}`);
    const lists = await page
      .locator('.excerpts-head + ul')
      .evaluateAll((all) => all.map((list) => list.checkVisibility()));
    expect(lists.length).toBeGreaterThan(0);
    expect(lists).not.toContain(false);
  });

  test('can read a number in a filled ring, whose ground is not printed', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${server.host}/`);
    const colours = await page
      .locator('.mx td a.hi')
      .evaluateAll((all) => all.map((ring) => getComputedStyle(ring).color));
    expect(new Set(colours)).toEqual(new Set(['rgb(0, 0, 0)']));
  });

  test('has one column after a briefing', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${server.host}/${BRIEFING}`);
    const starts = await page
      .locator('.tail > *, .tail .quote')
      .evaluateAll((all) => all.map((part) => part.getBoundingClientRect().left));
    expect(starts.length).toBeGreaterThan(4);
    expect(new Set(starts).size).toBe(1);
  });
});

describe('a reader of quotations', () => {
  test.each(['quotes/', 'people/boris-johnson/', BRIEFING])(
    'finds every place of the same words, /%s',
    async (path) => {
      await page.goto(`${server.host}/${path}`);
      for (const words of ['very, very tough', 'ready to go']) {
        const cites = page.locator('.excerpts-head + ul li').filter({ hasText: words }).locator('a.cite');
        const found = await cites.evaluateAll((all) => all.map((cite) => cite.getAttribute('data-c')));
        expect(found.toSorted(), words).toEqual(['000:3', '003:70']);
      }
    },
  );

  const shown = (selector: string): Promise<(string | null)[]> =>
    page
      .locator(selector)
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent.trim()));
  const CARDS = '.band :is(.quote, .excerpts > li)';
  const status = (): Promise<string | null> => page.locator('main output').textContent();

  test('chooses a source by keyboard, and sees its quotations, its speakers and how many there are', async () => {
    await page.goto(`${server.host}/quotes/`);
    const all = (await shown(CARDS)).length;
    expect(await status()).toBe(`${all} quotations.`);
    const entries = await page.evaluate(() => history.length);
    await page.getByLabel('Source').focus();
    await page.keyboard.type('US and');
    await expect.poll(() => page.url()).toMatch(/\/quotes\/\?source=004$/);
    const cards = await shown(CARDS);
    expect(cards.filter((card) => !card?.includes('004:'))).toEqual([]);
    await expect.poll(status).toBe(`${cards.length} of ${all} quotations.`);
    expect(await shown('#quote-speakers a')).toEqual(await shown('.band[id]:not(#unattributed) h2'));
    expect(await shown('.excerpts-head')).toHaveLength((await shown('.excerpts')).length);
    expect(await page.evaluate(() => history.length)).toBe(entries);
    // Search has the address while it is open, and gives it back.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('sanctions');
    await expect.poll(() => page.url()).toMatch(/\?q=sanctions$/);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).toMatch(/\/quotes\/\?source=004$/);
    expect(await shown(CARDS)).toEqual(cards);
  });

  test('is sent a theme and a source that do not meet, is told so, and clears them', async () => {
    await page.goto(`${server.host}/quotes/?theme=diplomacy&source=003`);
    const button = page.getByRole('button', { name: 'Show all quotations' });
    await button.waitFor();
    expect(await page.locator('#search-dialog').isVisible()).toBe(false);
    expect(await shown('.band')).toEqual([]);
    expect(await status()).toMatch(/^None of \d+ quotations: /);
    await button.press('Enter');
    expect(page.url()).toMatch(/\/quotes\/$/);
    expect(await status()).toBe(`${(await shown(CARDS)).length} quotations.`);
    await page.getByLabel('Theme of the briefing').selectOption('Diplomacy');
    const cards = await page
      .locator(CARDS)
      .evaluateAll((all) =>
        all.map((card) => [card.checkVisibility(), /\b00[24]:/.test(card.textContent)] as const),
      );
    expect(cards.filter(([isShown, isOfTheme]) => isShown !== isOfTheme)).toEqual([]);
    for (const control of await page.locator('.view select').all())
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });

  test('has all quotations and no filter without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${server.host}/quotes/?source=004`);
    expect(await plain.locator('#quote-filter').isVisible()).toBe(false);
    expect(await plain.locator('main output').textContent()).toBe(
      `${await plain.locator(CARDS).count()} quotations.`,
    );
    await context.close();
  });
});

test('a reader with a phone sees whose each number is, and from where to where its scale goes', async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${server.host}/figures/`);
  const scales = await page.locator('.scaled tbody tr .axis').allInnerTexts();
  expect(scales.length).toBe(await page.locator('.scaled tbody tr').count());
  for (const scale of scales) expect(scale).toMatch(/^0\s[\d,]+\s[\d,]+$/);
  const owners = await page
    .locator('td.say')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
  expect(owners.length).toBeGreaterThan(4);
  expect(new Set(owners)).toEqual(new Set(['"Whose number: "']));
});
