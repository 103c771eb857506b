/** What pages say to those who link to them: addresses, facts for programs, cards, and where to report. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../src/publish/list-files.ts';
import { attributeOf, type Element, elementsOf, parsePage, textOf } from '../../src/publish/page.ts';
import { ADDRESS, STATED } from '../build/edition-desk.ts';
import { type OpenSites, openSites } from './open-sites.ts';
import { type Site, siteFolder } from './page-kinds.ts';

interface Fact {
  readonly text: string;
  readonly standing: string;
  readonly date?: string;
}

/** A line of the open data, which says of each fact whether the source states it. */
interface Briefing {
  readonly path: string;
  readonly language: string | null;
  readonly headline: Fact;
  readonly publisher: Fact | null;
  readonly author: Fact | null;
  readonly published: Fact | null;
  readonly url: Fact | null;
}

interface ReadPage {
  readonly path: string;
  readonly elements: readonly Element[];
}

const pages = new Map<Site, readonly ReadPage[]>();
const briefings = new Map<Site, readonly Briefing[]>();

beforeAll(async () => {
  for (const site of ['own', 'edition'] as const) {
    const folder = siteFolder(site);
    const paths = (await listFiles(folder)).filter((path) => path.endsWith('.html'));
    pages.set(
      site,
      await Promise.all(
        paths.map(async (path) => ({
          path: `/${path.replace(/index\.html$/, '')}`,
          elements: elementsOf(parsePage(await readFile(join(folder, path), 'utf8'))),
        })),
      ),
    );
    const lines = (await readFile(join(folder, 'data/briefings.jsonl'), 'utf8')).split('\n').filter(Boolean);
    briefings.set(
      site,
      lines.map((line) => JSON.parse(line) as Briefing),
    );
  }
});

const metaOf = ({ elements }: ReadPage, name: string): string | undefined => {
  const meta = elements.find((element) =>
    [attributeOf(element, 'property'), attributeOf(element, 'name')].includes(name),
  );
  return meta && attributeOf(meta, 'content');
};
const canonicalOf = ({ elements }: ReadPage): string | undefined => {
  const link = elements.find((element) => attributeOf(element, 'rel') === 'canonical');
  return link && attributeOf(link, 'href');
};
const isFormer = (page: ReadPage): boolean =>
  metaOf(page, 'robots') === 'noindex' && page.path !== '/404.html';

describe.each(['own', 'edition'] as const)('facts for programs, site %s', (site) => {
  test('stand on every briefing and claim what its source states, and nothing else', () => {
    const claims = new Map(
      (pages.get(site) ?? []).flatMap(({ path, elements }) =>
        elements
          .filter((element) => attributeOf(element, 'type') === 'application/ld+json')
          .map((script) => [path, JSON.parse(textOf(script))] as const),
      ),
    );
    const stated = (fact: Fact | null): Fact | undefined => (fact?.standing === 'stated' ? fact : undefined);
    const expected = (briefings.get(site) ?? []).map((briefing) => {
      const publisher = stated(briefing.publisher)?.text;
      const author = stated(briefing.author)?.text;
      return [
        briefing.path,
        {
          '@context': 'https://schema.org',
          '@type': 'WebPage',
          name: briefing.headline.text,
          mainEntity: JSON.parse(
            JSON.stringify({
              '@type': 'NewsArticle',
              headline: stated(briefing.headline)?.text,
              inLanguage: briefing.language ?? undefined,
              publisher: publisher && { '@type': 'Organization', name: publisher },
              author: author && { '@type': 'Person', name: author },
              datePublished: stated(briefing.published)?.date,
              url: stated(briefing.url)?.text,
            }),
          ),
        },
      ] as const;
    });
    expect(expected.length).toBeGreaterThan(4);
    expect(Object.fromEntries(claims)).toEqual(Object.fromEntries(expected));
  });
});

test('words that mean to leave their element are said as they are', () => {
  const page = pages.get('edition')?.find(({ path }) => path.startsWith('/briefings/011-'));
  const [script, ...more] =
    page?.elements
      .filter(({ tagName }) => tagName === 'script')
      .filter((element) => attributeOf(element, 'src') === undefined) ?? [];
  expect(more).toEqual([]);
  expect(script && JSON.parse(textOf(script))).toMatchObject({
    mainEntity: {
      headline: STATED.title,
      publisher: { name: STATED.publisher },
      author: { name: STATED.author },
      datePublished: STATED.date,
    },
  });
  expect(page && metaOf(page, 'og:title')).toBe(STATED.title);
});

describe('a site whose address nobody states', () => {
  test('names no full address of its own, and no picture', () => {
    for (const page of pages.get('own') ?? []) {
      expect(canonicalOf(page)).toBeUndefined();
      expect(metaOf(page, 'og:url')).toBeUndefined();
      expect(metaOf(page, 'og:image')).toBeUndefined();
    }
  });
});

describe('a site with an address', () => {
  test('names the full address of every page, and of a page that moved the new one', () => {
    for (const page of pages.get('edition') ?? []) {
      if (page.path === '/404.html') continue;
      const moved = page.path === '/briefings/003-uk-has-not-seen-evidence/';
      const path = moved ? '/briefings/003-britain-sees-no-proof/' : page.path;
      expect(canonicalOf(page)).toBe(ADDRESS + path.slice(1));
      expect(metaOf(page, 'og:url')).toBe(ADDRESS + path.slice(1));
    }
  });

  test('has a card for home, each theme and each briefing, and for no other page', async () => {
    const withCard = (pages.get('edition') ?? []).filter((page) => metaOf(page, 'og:image') !== undefined);
    const own = (pages.get('edition') ?? []).filter(
      (page) => page.path === '/' || (/^\/(?:themes|briefings)\/[^/]+\/$/.test(page.path) && !isFormer(page)),
    );
    expect(withCard.map(({ path }) => path)).toEqual(own.map(({ path }) => path));
    expect(withCard.length).toBeGreaterThan(8);
    for (const page of withCard) {
      expect(metaOf(page, 'og:image')).toBe(`${ADDRESS}${page.path.slice(1)}card.png`);
      const picture = sharp(join(siteFolder('edition'), page.path, 'card.png'));
      expect(await picture.metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
      // Something is drawn on it.
      expect((await picture.stats()).entropy).toBeGreaterThan(0.1);
    }
  });

  test('says of a briefing on its card who published it, or that nobody says so', () => {
    const said = (start: string): string | undefined => {
      const page = pages.get('edition')?.find(({ path }) => path.startsWith(start));
      return page && metaOf(page, 'og:description');
    };
    expect(said('/briefings/011-')).toBe(
      `Briefing 011 · ${STATED.publisher} · ${STATED.date} · 3 of 3 lines kept`,
    );
    expect(said('/briefings/012-')).toBe(
      'Briefing 012 · publisher not stated · date not stated · 3 of 3 lines kept',
    );
  });
});

describe('report a problem', () => {
  let sites: OpenSites;
  beforeAll(async () => {
    sites = await openSites();
  });
  afterAll(() => sites.close());

  const linksOf = ({ elements }: ReadPage): (string | undefined)[] =>
    elements
      .filter((element) => attributeOf(element, 'id') === 'report')
      .map((link) => attributeOf(link, 'href'));

  test('stands once on every page where a contact is set, and nowhere else', () => {
    for (const page of pages.get('edition') ?? [])
      expect(linksOf(page), page.path).toEqual(['mailto:desk@example.org']);
    for (const page of pages.get('own') ?? []) expect(linksOf(page), page.path).toEqual([]);
  });

  test('says which page it is about, and the line that was opened', async () => {
    const path = 'sources/011/#L3';
    const report = await sites.visit({ site: 'edition', path }, { script: true }, readReport);
    expect(report.subject).toContain('Source 011');
    expect(report.body).toMatch(/\/sources\/011\/#L3$/);
  });

  /** Where a click would lead, without leaving. */
  async function readReport(page: Page): Promise<{ subject: string; body: string }> {
    await page.evaluate(() => addEventListener('click', (event) => event.preventDefault()));
    await page.locator('#report').click();
    const { searchParams } = new URL((await page.locator('#report').getAttribute('href')) ?? '');
    return { subject: searchParams.get('subject') ?? '', body: searchParams.get('body') ?? '' };
  }
});
