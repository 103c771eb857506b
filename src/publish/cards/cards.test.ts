import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLOURS, drawCard, HEIGHT, type Typefaces, WIDTH } from './draw-card.ts';
import { type PaintOptions, paint } from './paint.ts';
import { type Card, readCard } from './read-card.ts';
import { openTypeface } from './typeface.ts';

const TICKS = '<path class="k" d="M2 29V9M7 29V4"></path><path class="r" d="M12 31v9"></path>';
const HEAD = `<meta name="description" content="Ships &amp; sheds">
<meta property="og:site_name" content="Quayside"><meta property="og:title" content="Ferry &lt;b&gt; stops">
<meta property="og:description" content="Briefing 007 · The Post · date not stated">
<meta property="og:image" content="https://example.org/card.png">`;
const BRIEFING = `<head>${HEAD}</head><body><p class="crumb"><a class="th th-2" href="/t/"><svg><path d="M2 6 8 2l6 4"></path></svg>Ships</a></p>
<h1 data-cite="007:1">Ferry &lt;b&gt; stops</h1><svg class="strip vertical" viewBox="0 0 168 9">${TICKS}</svg>
<svg class="strip" viewBox="0 0 430 40">${TICKS}</svg></body>`;

describe('readCard', () => {
  test('reads what a briefing says of itself', () => {
    expect(readCard(BRIEFING)).toEqual({
      site: 'Quayside',
      title: 'Ferry <b> stops',
      isSource: true,
      about: '',
      facts: ['Briefing 007', 'The Post', 'date not stated'],
      theme: { name: 'Ships', slot: 2, mark: 'M2 6 8 2l6 4' },
      strips: [
        {
          width: 430,
          paths: [
            { kind: 'k', path: 'M2 29V9M7 29V4' },
            { kind: 'r', path: 'M12 31v9' },
          ],
        },
      ],
    });
  });

  test('says of a theme what it is', () => {
    const page = `<head>${HEAD}</head><header class="th-1"><h1 class="theme-title"><svg><path d="M1 1h2"></path></svg>Ships</h1></header>`;
    expect(readCard(page)).toMatchObject({
      isSource: false,
      about: 'Ships & sheds',
      theme: { name: '', slot: 1, mark: 'M1 1h2' },
    });
  });

  test('takes a headline of the editor for no words of a source', () => {
    expect(readCard(BRIEFING.replace(' data-cite="007:1"', ''))).toMatchObject({
      isSource: false,
      about: '',
    });
  });

  test('draws nothing on a page that names no picture', () => {
    expect(readCard(BRIEFING.replace('og:image', 'og:else'))).toBeUndefined();
  });

  test('takes nothing for a drawing that could be more', () => {
    const page = BRIEFING.replaceAll('M12 31v9', 'M12 31&quot;/><image href=x>');
    expect(readCard(page)?.strips[0]?.paths.map(({ kind }) => kind)).toEqual(['k']);
  });
});

describe('drawCard', () => {
  let faces: Typefaces;
  beforeAll(async () => {
    const [source, title, plain] = await Promise.all([
      openTypeface('source'),
      openTypeface('title'),
      openTypeface('plain'),
    ]);
    faces = { source, title, plain };
  });
  const card = (over: Partial<Card>): Card => ({
    site: 'Quayside',
    title: 'Ferry stops',
    isSource: true,
    about: '',
    facts: ['Briefing 007', 'The Post'],
    strips: [],
    ...over,
  });
  const outlines = (svg: string): number => svg.match(/<path transform/g)?.length ?? 0;

  test('sets words of a source in another typeface than those of the site', () => {
    const [source, site] = [true, false].map((isSource) => drawCard(card({ isSource }), faces));
    expect(source).not.toBe(site);
  });

  test.each([
    '<script>alert(1)</script>',
    '"/><image href="https://evil.example/x.png"/>',
    ']]> <!-- &amp; &#60;',
    'no‮break​at﻿all',
  ])('holds outlines and no word of %j', (title) => {
    const svg = drawCard(card({ title, site: title, about: title, facts: [title, title] }), faces);
    expect(svg.replace(/<\/?(?:svg|g|rect|path)\b[^<>"]*(?:"[-#\w\s.,():/]*"[^<>"]*)*>/g, '')).toBe('');
    expect(svg).not.toMatch(/alert|evil|script|headline|href/);
  });

  test('cuts a headline that goes on and on', () => {
    const title = 'a headline that goes on '.repeat(400);
    expect(outlines(drawCard(card({ title }), faces))).toBeLessThan(400);
  });

  test.each(['Лавров пригрозил', 'Η Ρωσία απειλεί', 'Việt Nam phản ứng', 'Šefčovič říká', 'e\u0301te\u0301'])(
    'sets %j',
    (title) => {
      expect(outlines(drawCard(card({ title }), faces))).toBeGreaterThan(
        outlines(drawCard(card({ title: '', facts: ['Briefing 007'] }), faces)),
      );
      expect(faces.source.setLine(title)?.width).toBeGreaterThan(0);
    },
  );

  test.each(['العربية', 'עברית', '中文', 'เพชร', '👍', 'Ferry 中'])(
    'says the reference in place of %j, which our typefaces do not have',
    (title) => {
      const without = drawCard(card({ title: 'Briefing 007', isSource: false }), faces);
      expect(drawCard(card({ title }), faces)).toBe(without);
    },
  );

  test('leaves a fact out that cannot be set, and no other', () => {
    const facts = ['Briefing 007', 'وكالة', 'date not stated'];
    expect(drawCard(card({ facts }), faces)).toBe(
      drawCard(card({ facts: ['Briefing 007', 'date not stated'] }), faces),
    );
  });

  test('has the colours of the site', async () => {
    const tokens = await readFile(join(import.meta.dirname, '../../site/styles/tokens.css'), 'utf8');
    const { themes, ...others } = COLOURS;
    for (const colour of [...Object.values(others), ...themes]) expect(tokens).toContain(colour);
  });
});

describe('paint', () => {
  let cache: string;
  let options: PaintOptions;
  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), 'cards '));
    options = { cache, version: 'one' };
  });
  afterAll(() => rm(cache, { recursive: true }));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="9" height="9" fill="red"/></svg>`;

  test('paints once, and again what was damaged, to the same bytes', async () => {
    const first = await paint(svg, options);
    expect(await sharp(first.png).metadata()).toMatchObject({ format: 'png', width: WIDTH, height: HEIGHT });
    const entry = join(cache, first.name);
    const kept = await readFile(entry);
    await writeFile(entry, kept.subarray(0, kept.length - 20));
    expect(Buffer.from((await paint(svg, options)).png)).toEqual(Buffer.from(first.png));
    expect(await readFile(entry)).toEqual(kept);
    expect(await readdir(cache)).toEqual([first.name]);
  });

  test('takes what is there', async () => {
    const { name, png } = await paint(svg, options);
    const other = await paint(svg.replace('red', 'blue'), options);
    // An entry that is whole is taken as it is, whatever it shows.
    await writeFile(join(cache, name), await readFile(join(cache, other.name)));
    expect(Buffer.from((await paint(svg, options)).png)).toEqual(Buffer.from(other.png));
    expect(Buffer.from(png)).not.toEqual(Buffer.from(other.png));
  });

  test('takes nothing that another version of the program painted', async () => {
    const { name } = await paint(svg, options);
    expect((await paint(svg, { ...options, version: 'two' })).name).not.toBe(name);
  });
});
