import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexPart } from './search/index-part.ts';
import { mergeWords } from './search/merge-words.ts';
import { writeSearchIndex } from './search-index.ts';
import { openSite, type SiteFolder } from './site-folder.ts';

const TEXTS: Readonly<Record<string, string>> = {
  '001': 'The ferry to Åhaven sails again, said the harbour office.',
  '002': 'Fares of the ferries rise by 4 per cent.',
  '003': 'Nobody sailed on Monday; the harbours were closed and Ahaven’s quay was empty.',
};

const OF = { language: 'en-GB', version: 'one' };

let root = '';
let made = 0;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'search-index-'));
});
afterEach(() => rm(root, { recursive: true }));

/** A new site with the pages of some briefings, and with what was taken out of their sources. */
async function writePages(texts: Readonly<Record<string, string>>): Promise<SiteFolder> {
  made += 1;
  const site = await openSite(join(root, `site-${made}`));
  for (const [ref, text] of Object.entries(texts)) {
    site.write(
      `briefings/${ref}-a/index.html`,
      `<html><head><meta data-pagefind-filter="ref[content]" content="${ref}"></head><body><h1 id="L1" data-pagefind-body>Headline ${ref}</h1><p id="L2" data-pagefind-body>${text}</p><p>Related ${Object.keys(texts).join()}</p></body></html>`,
    );
    const lines = [{ n: 3, status: 'removed', text: `Sign up ${ref}` }];
    site.write(`sources/${ref}/lines.json`, JSON.stringify({ ref, lines }));
  }
  return site;
}

/** Builds the index of some briefings and gives all its files, and how many parts were made for it. */
async function build(texts: Readonly<Record<string, string>>, cache: string) {
  const site = await writePages(texts);
  const { built } = await writeSearchIndex(site, { ...OF, cache: join(root, cache) });
  const paths = [...site.files.keys()].filter((path) => path.startsWith('search/')).sort();
  const files = await Promise.all(
    paths.map(async (path) => [path, await readFile(`${site.folder}/${path}`, 'base64')] as const),
  );
  return { built, files: Object.fromEntries(files) };
}

describe('from what earlier builds left', () => {
  it('is the same as made at once, after an edit, an addition and a removal', async () => {
    const { '002': edited, ...without } = TEXTS;
    for (const texts of [
      TEXTS,
      { ...TEXTS, '002': `${edited} Twice.` },
      { ...TEXTS, '004': 'A new quay.' },
      without,
      TEXTS,
    ])
      expect(await build(texts, 'cache')).toEqual({
        built: 1,
        files: (await build(texts, `clean-${made}`)).files,
      });
    expect(await readdir(join(root, 'cache/parts'))).toHaveLength(1);
  });

  it('takes a part that is there, and makes a damaged one again', async () => {
    const first = await build(TEXTS, 'cache');
    expect(await build(TEXTS, 'cache')).toEqual({ ...first, built: 0 });
    const [name = ''] = await readdir(join(root, 'cache/parts'));
    const bytes = await readFile(join(root, 'cache/parts', name));
    for (const damaged of [
      bytes.subarray(0, 20),
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.from('x')]),
    ]) {
      await writeFile(join(root, 'cache/parts', name), damaged);
      expect(await build(TEXTS, 'cache')).toEqual(first);
    }
  });
});

it('compresses words again whose file is damaged or holds others, and forgets those of no use', async () => {
  const first = await build(TEXTS, 'cache');
  const words = join(root, 'cache/words');
  const [one = '', other = ''] = await readdir(words);
  await writeFile(join(words, one), (await readFile(join(words, one))).subarray(0, -1));
  await writeFile(join(words, other), gzipSync('other words'));
  await writeFile(join(words, 'older'), '');
  expect(await build(TEXTS, 'cache')).toEqual({ ...first, built: 0 });
  expect(await readdir(words)).not.toContain('older');
});

it('keeps the names of the files that an edit does not touch', async () => {
  const before = await build(TEXTS, 'cache');
  const after = await build({ ...TEXTS, '002': 'Fares fall.' }, 'cache');
  const kept = Object.keys(before.files).filter((path) => /records\/00[13]|engine|wasm/.test(path));
  expect(kept).toHaveLength(3);
  expect(Object.keys(after.files)).toEqual(expect.arrayContaining(kept));
  expect(Object.keys(after.files).filter((path) => path.includes('records/002'))).not.toEqual(
    Object.keys(before.files).filter((path) => path.includes('records/002')),
  );
});

it('refuses a page whose reference is not that of its address', async () => {
  const site = await writePages(TEXTS);
  site.write('briefings/009-a/index.html', await readFile(`${site.folder}/briefings/001-a/index.html`));
  await expect(writeSearchIndex(site, { ...OF, cache: join(root, 'cache') })).rejects.toThrow(
    '`briefings/009-a/index.html` states no reference, or another',
  );
});

it('reads a page again only if its bytes, the program or the language changed, or what was left is damaged', async () => {
  const cache = join(root, 'cache');
  const first = await build(TEXTS, 'cache');
  const site = await writePages(TEXTS);
  // Not what the site says of it: what is indexed of it is known, though it is no page any more.
  const path = `${site.folder}/briefings/001-a/index.html`;
  const html = await readFile(path, 'utf8');
  await writeFile(path, html.replace('ferry', 'tram'));
  const partsMade = async (of: Partial<typeof OF>): Promise<number> =>
    (await writeSearchIndex(site, { ...OF, ...of, cache })).built;
  expect(await partsMade({})).toBe(0);
  expect(await partsMade({ version: 'two' })).toBe(1);
  await writeFile(path, html);
  expect(await partsMade({ version: 'two' })).toBe(0);
  expect(await partsMade({ language: 'en-US' })).toBe(1);
  const pages = await readFile(join(cache, 'pages'), 'utf8');
  for (const damaged of ['', pages.slice(0, -1), pages.replace('"two', '"one')]) {
    await writeFile(join(cache, 'pages'), damaged);
    expect(await build(TEXTS, 'cache')).toMatchObject({ files: first.files });
  }
});

it('takes neither parts nor words from another version of the program', async () => {
  const site = await writePages(TEXTS);
  const cache = join(root, 'cache');
  const wordsOf = async (version: string): Promise<string[]> => {
    expect(await writeSearchIndex(site, { ...OF, version, cache })).toMatchObject({ built: 1 });
    return readdir(join(cache, 'words'));
  };
  const left = await wordsOf('one');
  expect(left).not.toEqual([]);
  expect((await wordsOf('two')).filter((name) => left.includes(name))).toEqual([]);
});

it('has in parts the words that it has as one', async () => {
  const inputs = Object.entries(TEXTS).map(([ref, text]) => ({
    ref,
    path: `/briefings/${ref}/`,
    facts: {},
    html: `<html><body><main><h1 id="L1">Headline ${ref}</h1><p id="L2">${text}</p></main></body></html>`,
  }));
  const index = async (kept: typeof inputs) => (await indexPart({ kept, takenOut: [] }, 'en')).kept.words;
  const parts = [await index(inputs.slice(0, 2)), await index(inputs.slice(2))];
  const joined = mergeWords(parts.map((words, part) => ({ words, pagesBefore: part * 2 })));
  expect(joined).toEqual(mergeWords([{ words: await index(inputs), pagesBefore: 0 }]));
});
