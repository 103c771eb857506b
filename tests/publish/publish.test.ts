import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readChecksums } from '../../src/publish/checksums.ts';
import type { PublishError } from '../../src/publish/finding.ts';
import type { PublishReport, Stage } from '../../src/publish/index.ts';
import { listFiles } from '../../src/publish/list-files.ts';
import { verifySite } from '../../src/publish/verify.ts';
import { newFolder, publishSmallSite, RENDERED, writeTree } from './small-site.ts';

describe('publish', () => {
  let folder = '';
  let report: PublishReport;
  const stages: Stage[] = [];
  const read = (path: string): Promise<string> => readFile(join(folder, 'dist', path), 'utf8');

  beforeAll(async () => {
    folder = await newFolder();
    report = await publishSmallSite(folder, { onStage: (stage) => stages.push(stage) });
    return () => rm(folder, { recursive: true });
  });

  it('goes through its stages in order', () => {
    expect(stages).toEqual([
      'assemble',
      'cards',
      'search',
      'feeds',
      'headers',
      'checksums',
      'verify',
      'swap',
    ]);
  });

  it('moves the site into its place and leaves nothing beside it', async () => {
    expect((await readdir(folder)).sort()).toEqual(['cache', 'dist', 'files', 'rendered']);
  });

  it('makes every address relative to its page', async () => {
    const briefing = await read('briefings/007-ferry-line-reopens/index.html');
    expect(briefing).toContain('href="../../sources/007/#L4"');
    expect(briefing).toContain('href="../../people/mara-holm/"');
    expect(briefing).toContain('src="../../assets/site.js"');
    expect(briefing).toContain('<use xlink:href="#L4">');
    const home = await read('index.html');
    expect(home).toContain('href="./"');
    expect(home).toContain('srcset="assets/dot.svg 1x, assets/dot.svg 2x"');
    expect(home).toContain('href="briefings/007-ferry-line-reopens/"');
    expect(await read('assets/site.css')).toContain('url("dot.svg")');
  });

  it('publishes the index under a pointer, without the engine’s interfaces', async () => {
    const pointer = JSON.parse(await read('search/pointer.json')) as Record<string, string>;
    const place = new Map(['folder', 'takenOut', 'engine', 'names'].map((name) => [pointer[name], name]));
    const files = (await listFiles(join(folder, 'dist/search'))).map((path) => {
      const [first = '', ...rest] = path.split('/');
      return [place.get(first) ?? first, ...rest].join('/').replace(/[0-9a-f]{6,}/g, '#');
    });
    expect([...new Set(files)].sort()).toEqual([
      'engine/pagefind-worker.js',
      'engine/pagefind.js',
      'engine/wasm.en.pagefind',
      'folder/facts.json',
      'folder/pagefind-entry.json',
      'folder/pagefind.#.pf_meta',
      'index.html',
      'names/all-names.json',
      'pointer.json',
      'records/007-#.pf_fragment',
      'records/out-#.pf_fragment',
      'takenOut/pagefind-entry.json',
      'takenOut/pagefind.#.pf_meta',
      'words/#.pf_index',
    ]);
    expect(report.search).toMatchObject({ pages: 1, takenOut: 1, parts: 1, built: 1 });
  });

  it('indexes the lines with their anchors, and what was taken out as a record of its own', async () => {
    interface Recorded {
      readonly url: string;
      readonly filters: Record<string, string[]>;
      readonly anchors: readonly { readonly id: string; readonly text: string }[];
    }
    const below = join(folder, 'dist/search/records');
    const texts = await Promise.all(
      (await readdir(below)).sort().map(async (name) => gunzipSync(await readFile(join(below, name)))),
    );
    // What the engine and `writeIndex` wrote.
    const [briefing, shared] = texts.map(
      (text) => JSON.parse(text.toString('utf8').slice('pagefind_dcd'.length)) as unknown,
    ) as [Recorded, Record<string, Recorded>];
    const [takenOut] = Object.values(shared);
    expect(briefing.url).toBe('/briefings/007-ferry-line-reopens/');
    expect(briefing.filters).toEqual({ ref: ['007'], home: ['harbours, canals'], date: ['undated'] });
    expect(briefing.anchors.map(({ id, text }) => [id, text])).toEqual([
      ['L1', 'Ferry line reopens'],
      ['L4', 'The ferry “Saint Åse” sailed again on Monday, said Mara Holm.'],
      ['L6', 'Fares rise by 4 per cent'],
    ]);
    expect(takenOut?.url).toBe('/sources/007/');
    expect(takenOut?.filters).toEqual(briefing.filters);
    expect(takenOut?.anchors.map(({ id, text }) => [id, text])).toEqual([
      ['L3', 'The ferry at its berth. Photo: A. Berg'],
      ['L5', 'Sign up <here> for & more'],
    ]);
    const { folder: index } = JSON.parse(await read('search/pointer.json')) as { folder: string };
    expect(JSON.parse(await read(`search/${index}/facts.json`))).toMatchObject({
      refs: ['007'],
      facts: { theme: { values: ['harbours, canals'], of: [[0]] }, person: { values: ['Mara Holm'] } },
    });
  });

  it('says once that there is no address, and writes no feed', async () => {
    expect(report.warnings).toHaveLength(1);
    expect(
      (await listFiles(join(folder, 'dist'))).filter((path) => /feed|sitemap|robots/.test(path)),
    ).toEqual([]);
  });

  it('names the 404 page’s style in the header, and marks hashed files as immutable', async () => {
    const headers = await read('_headers');
    expect(headers).toMatch(/style-src 'self' 'sha256-[^']+'; connect-src/);
    for (const index of report.search.folders)
      expect(headers).toContain(`/search/${index}/*\n  Cache-Control: public, max-age=31536000`);
    expect(headers).not.toContain('/search/*');
  });

  it('leaves a site that verifies by itself', async () => {
    expect(await verifySite(join(folder, 'dist'))).toEqual([]);
  });
});

it('writes the same bytes twice', async () => {
  const folder = await newFolder();
  await publishSmallSite(folder, { address: 'https://harbour.example/a/' });
  const first = await readChecksums(join(folder, 'dist'));
  await publishSmallSite(folder, { address: 'https://harbour.example/a/' });
  expect(await readChecksums(join(folder, 'dist'))).toEqual(first);
  await rm(folder, { recursive: true });
});

it('writes feeds, sitemap and robots.txt where the address is known', async () => {
  const folder = await newFolder();
  const report = await publishSmallSite(folder, { address: 'https://harbour.example/a/' });
  const read = (path: string): Promise<string> => readFile(join(folder, 'dist', path), 'utf8');
  expect(report.warnings).toEqual([]);
  expect(await read('feed.xml')).toContain(
    '<link>https://harbour.example/a/briefings/007-ferry-line-reopens/</link>',
  );
  expect(await read('feed.xml')).not.toContain('pubDate');
  expect(await read('feed.xml')).toContain('Publisher: Harbour Post &amp; Co. Date: not stated.');
  expect(await read('themes/harbours/feed.xml')).toContain(
    '<title>Harbours, canals · Harbour briefings</title>',
  );
  const feed = JSON.parse(await read('themes/harbours/feed.json')) as { items: object[] };
  expect(feed.items).toHaveLength(1);
  expect(feed.items[0]).not.toHaveProperty('date_published');
  expect(await read('sitemap.xml')).toContain('<loc>https://harbour.example/a/people/mara-holm/</loc>');
  expect(await read('sitemap.xml')).not.toContain('404');
  expect(await read('robots.txt')).toContain('Sitemap: https://harbour.example/a/sitemap.xml');
  await rm(folder, { recursive: true });
});

it('asks robots to stay away from an internal site', async () => {
  const folder = await newFolder();
  await publishSmallSite(folder, { address: 'https://harbour.example/', visibility: 'internal' });
  const read = (path: string): Promise<string> => readFile(join(folder, 'dist', path), 'utf8');
  expect(await read('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
  expect(await read('_headers')).toContain('X-Robots-Tag: noindex');
  for (const page of ['index.html', '404.html', 'sources/007/index.html'])
    expect(await read(page)).toContain('<head><meta name="robots" content="noindex, nofollow">');
  expect(await listFiles(join(folder, 'dist'))).not.toContain('sitemap.xml');
  await rm(folder, { recursive: true });
});

describe('what must not be published', () => {
  it('keeps the old site when a sentence is not in its line', async () => {
    const folder = await newFolder();
    await publishSmallSite(folder);
    const before = await readChecksums(join(folder, 'dist'));
    const broken = {
      'people/mara-holm/index.html': RENDERED['people/mara-holm/index.html']?.replace('said', 'swore') ?? '',
    };
    const error = await publishSmallSite(folder, { rendered: broken }).catch(
      (thrown: PublishError) => thrown,
    );
    expect(error).toMatchObject({
      findings: [{ kind: 'not-verbatim', file: 'people/mara-holm/index.html' }],
    });
    expect(await readChecksums(join(folder, 'dist'))).toEqual(before);
    await rm(folder, { recursive: true });
  });

  it('refuses a folder that it did not make, before any work', async () => {
    const folder = await newFolder();
    await writeTree(join(folder, 'dist'), { 'thesis.txt': 'years of work' });
    const stages: Stage[] = [];
    await expect(publishSmallSite(folder, { onStage: (stage) => stages.push(stage) })).rejects.toThrow(
      'did not make',
    );
    expect(stages).toEqual([]);
    expect(await readFile(join(folder, 'dist/thesis.txt'), 'utf8')).toBe('years of work');
    await rm(folder, { recursive: true });
  });

  it('refuses a file in the place of the site', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'dist'), '');
    await expect(publishSmallSite(folder)).rejects.toThrow('is not a folder');
    await rm(folder, { recursive: true });
  });
});

describe('after a killed build', () => {
  it('puts the old site back where it died between the two renames', async () => {
    const folder = await newFolder();
    await publishSmallSite(folder);
    const old = await readChecksums(join(folder, 'dist'));
    await rename(join(folder, 'dist'), join(folder, 'dist.previous'));
    await writeTree(join(folder, 'dist.next'), { '.sourceline': '', 'index.html': 'half' });
    const broken = { 'index.html': RENDERED['index.html']?.replace('<h1>', '<h1 id="main">') ?? '' };
    await expect(publishSmallSite(folder, { rendered: broken })).rejects.toThrow('1 findings');
    expect(await readChecksums(join(folder, 'dist'))).toEqual(old);
    await rm(folder, { recursive: true });
  });

  it('clears what lies beside the site', async () => {
    const folder = await newFolder();
    await publishSmallSite(folder);
    for (const name of ['dist.next', 'dist.previous', 'dist.rest'])
      await writeTree(join(folder, name), { '.sourceline': '', 'a/b.html': 'half' });
    await publishSmallSite(folder);
    expect((await readdir(folder)).sort()).toEqual(['cache', 'dist', 'files', 'rendered']);
    await rm(folder, { recursive: true });
  });

  it('takes an empty folder as its own', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'dist'));
    await publishSmallSite(folder);
    expect(await verifySite(join(folder, 'dist'))).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
