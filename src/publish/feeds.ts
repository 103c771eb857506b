/**
 * Feeds of the site and of each theme (RSS 2.0 and JSON Feed: both allow an item without a date),
 * the sitemap, and robots.txt. No date appears that a source or the editor does not state, and no
 * time of the build: the same seeds give the same bytes.
 */
import { readFile } from 'node:fs/promises';
import { compareCodeUnits } from '../compare-code-units.ts';
import { type BriefingRecord, readBriefingRecords } from './briefing-records.ts';
import { type EditionRecord, readEditionRecords } from './edition-records.ts';
import { attributeOf, elementsOf, parsePage, textOf } from './page.ts';
import type { SiteFolder } from './site-folder.ts';

export interface FeedOptions {
  /** Full address of the site with a trailing slash; absent = unknown. */
  readonly address: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly visibility: 'public' | 'internal';
}

/** Newest items that a feed holds. */
const FEED_LENGTH = 100;

interface Channel {
  readonly title: string;
  readonly description: string;
  /** Full address of the page that the feed belongs to. */
  readonly page: string;
  readonly language: string;
  readonly items: readonly Item[];
}

interface Item {
  readonly title: string;
  readonly url: string;
  readonly date: string | undefined;
  /** First kept paragraph, verbatim. */
  readonly words: string;
  /** In the site's words. */
  readonly credit: string;
}

/** Writes what can be written, and returns a warning for what was left out. */
export async function writeFeeds(site: SiteFolder, options: FeedOptions): Promise<readonly string[]> {
  const { address: root, visibility } = options;
  if (visibility === 'internal') site.write('robots.txt', 'User-agent: *\nDisallow: /\n');
  if (root === undefined)
    return [
      'the site has no address: feeds, sitemap and robots.txt are left out; set `address` in site.yaml',
    ];
  const { folder } = site;
  const paths = [...site.files.keys()].sort(compareCodeUnits);
  const { editions, former } = await readEditionRecords(folder, paths);
  const briefings = (await readBriefingRecords(folder, paths)).toSorted(newestFirst);
  writeChannel(site, '', {
    title: options.title,
    description: options.description,
    page: root,
    language: options.language,
    items: [
      ...editions.toReversed().map((edition) => toEditionItem(edition, root)),
      ...briefings.map((briefing) => toItem(briefing, root)),
    ].slice(0, FEED_LENGTH),
  });
  for (const path of paths) {
    const id = /^themes\/([^/]+)\/index\.html$/.exec(path)?.[1];
    if (id === undefined) continue;
    const { title, description } = await readThemePage(`${folder}/${path}`);
    writeChannel(site, `themes/${id}/`, {
      title: `${title} · ${options.title}`,
      description: description ?? options.description,
      page: `${root}themes/${id}/`,
      language: options.language,
      items: briefings
        .filter(({ themes }) => themes.includes(id))
        .slice(0, FEED_LENGTH)
        .map((briefing) => toItem(briefing, root)),
    });
  }
  const gone = new Set(former.map((address) => `${address.slice(1)}index.html`));
  if (visibility === 'public')
    writeSitemap(
      site,
      root,
      paths.filter((path) => !gone.has(path)),
    );
  return [];
}

/** Dated first, newest on top; then by reference, which is the order of the undated. */
function newestFirst(a: BriefingRecord, b: BriefingRecord): number {
  const byDate = compareCodeUnits(b.published ?? '', a.published ?? '');
  return byDate === 0 ? compareCodeUnits(a.ref, b.ref) : byDate;
}

function toItem({ path, ref, headline, publisher, published, first }: BriefingRecord, root: string): Item {
  return {
    title: headline,
    url: root + path.slice(1),
    date: published,
    words: first?.text ?? '',
    credit: `Source ${ref}${first ? `, line ${first.n}` : ''}. Publisher: ${publisher ?? 'not stated'}. Date: ${published ?? 'not stated'}.`,
  };
}

/** An edition is named by the editor and has no date: this program reads no clock. */
function toEditionItem(edition: EditionRecord, root: string): Item {
  const { number, name, added, changed, withdrawn, statusLines } = edition;
  const counted = [
    `${added.length} added`,
    `${changed.length} changed`,
    `${withdrawn.length} withdrawn`,
    `lines with another status: ${statusLines}`,
  ];
  return {
    title: `New in the edition of ${name}`,
    url: `${root}changes/#edition-${number}`,
    date: undefined,
    words: '',
    credit: `Sources: ${counted.join(', ')}.${number === 1 ? ' This is the first edition.' : ''}`,
  };
}

async function readThemePage(file: string): Promise<{ title: string; description: string | undefined }> {
  const elements = elementsOf(parsePage(await readFile(file, 'utf8')));
  const heading = elements.find(({ tagName }) => tagName === 'h1');
  const meta = elements.find(
    (element) => element.tagName === 'meta' && attributeOf(element, 'name') === 'description',
  );
  return {
    title: heading === undefined ? '' : textOf(heading).replace(/\s+/g, ' ').trim(),
    description: meta && attributeOf(meta, 'content'),
  };
}

function writeChannel(site: SiteFolder, below: string, channel: Channel): void {
  site.write(`${below}feed.xml`, toRss(channel));
  site.write(`${below}feed.json`, toJsonFeed(channel));
}

/** RSS 2.0. */
function toRss(channel: Channel): string {
  const items = channel.items.map(
    ({ title, url, date, words, credit }) =>
      `<item><title>${escapeXml(title)}</title><link>${escapeXml(url)}</link>` +
      `<guid isPermaLink="true">${escapeXml(url)}</guid>` +
      `${date === undefined ? '' : `<pubDate>${toRfc822(date)}</pubDate>`}` +
      `<description>${escapeXml([words, credit].filter(Boolean).join('\n\n'))}</description></item>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>\n' +
    `<title>${escapeXml(channel.title)}</title><link>${escapeXml(channel.page)}</link>` +
    `<description>${escapeXml(channel.description)}</description>` +
    `<language>${escapeXml(channel.language)}</language>` +
    `<atom:link href="${escapeXml(channel.page)}feed.xml" rel="self" type="application/rss+xml"/>\n` +
    `${items.join('')}</channel></rss>\n`
  );
}

/** JSON Feed 1.1. */
function toJsonFeed(channel: Channel): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    description: channel.description,
    home_page_url: channel.page,
    feed_url: `${channel.page}feed.json`,
    language: channel.language,
    items: channel.items.map(({ title, url, date, words, credit }) => ({
      id: url,
      url,
      title,
      content_text: [words, credit].filter(Boolean).join('\n\n'),
      ...(date === undefined ? {} : { date_published: `${date}T00:00:00Z` }),
    })),
  };
  return `${JSON.stringify(feed, undefined, 1)}\n`;
}

/** `2022-02-15` as the form that RSS wants; a source states a day, so midnight UTC stands for it. */
function toRfc822(date: string): string {
  return new Date(`${date}T00:00:00Z`).toUTCString();
}

function writeSitemap(site: SiteFolder, root: string, paths: readonly string[]): void {
  const pages = paths.filter((path) => path === 'index.html' || path.endsWith('/index.html'));
  const addresses = pages.map(
    (path) => `<url><loc>${escapeXml(encodeURI(root + path.slice(0, -'index.html'.length)))}</loc></url>\n`,
  );
  site.write(
    'sitemap.xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join('')}</urlset>\n`,
  );
  site.write('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${root}sitemap.xml\n`);
}

/** Escapes text for XML 1.0, and leaves out the characters that it forbids. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, (sign) => ('\t\n\r'.includes(sign) ? sign : ''))
    .replace(/[\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
