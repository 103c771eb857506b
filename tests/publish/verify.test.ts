import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeChecksums, readChecksums } from '../../src/publish/checksums.ts';
import type { Finding, FindingKind } from '../../src/publish/finding.ts';
import { verifySite } from '../../src/publish/verify.ts';
import { FILES, newFolder, publishSmallSite, RENDERED, writeTree } from './small-site.ts';

const BRIEFING = 'briefings/007-ferry-line-reopens/index.html';
const PERSON = 'people/mara-holm/index.html';
const SOURCE = 'sources/007/index.html';

/** One thing broken in a site that was whole: the file, what stood there, what stands there now. */
const BROKEN: readonly {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly finds: FindingKind;
}[] = [
  { what: 'a changed word', file: PERSON, from: 'said Mara', to: 'wrote Mara', finds: 'not-verbatim' },
  { what: 'a changed sign', file: BRIEFING, from: '“Saint Åse”', to: '"Saint Åse"', finds: 'not-verbatim' },
  {
    what: 'a numbered line cut short',
    file: BRIEFING,
    from: ' by 4 per cent',
    to: '',
    finds: 'not-verbatim',
  },
  {
    what: 'a kept line left out',
    file: BRIEFING,
    from: 'id="L6" data-cite="007:6"',
    to: '',
    finds: 'not-verbatim',
  },
  {
    what: 'an ellipsis of ours in the words',
    file: PERSON,
    from: 'said',
    to: '… said',
    finds: 'not-verbatim',
  },
  {
    what: 'parts in the wrong order',
    file: PERSON,
    from: 'said Mara Holm',
    to: 'Holm<i data-own>…</i>said',
    finds: 'not-verbatim',
  },
  {
    what: 'a raw line changed on the source page',
    file: SOURCE,
    from: 'Sign up',
    to: 'Sign off',
    finds: 'not-verbatim',
  },
  { what: 'a line that does not exist', file: PERSON, from: '007:4', to: '007:41', finds: 'bad-citation' },
  { what: 'a source that does not exist', file: PERSON, from: '007:4', to: '070:4', finds: 'bad-citation' },
  { what: 'a citation that is none', file: PERSON, from: '007:4', to: '007:4–5', finds: 'bad-citation' },
  {
    what: 'a name page drawing on a removed line',
    file: PERSON,
    from: '4">said Mara Holm',
    to: '5">Sign up',
    finds: 'taken-out-used',
  },
  {
    what: 'the home page drawing on a caption',
    file: 'index.html',
    from: '007:4">sailed again on Monday',
    to: '007:3">The ferry',
    finds: 'taken-out-used',
  },
  {
    what: 'a raw text that differs',
    file: 'sources/007/raw.txt',
    from: 'Fares rise',
    to: 'Fares fall',
    finds: 'source-text',
  },
  {
    what: 'a line table with one line more',
    file: 'sources/007/raw.txt',
    from: 'Sign up <here>',
    to: 'Sign\nup <here>',
    finds: 'source-text',
  },
  {
    what: 'a count too many',
    file: 'index.html',
    from: '3 of 5 lines',
    to: '4 of 5 lines',
    finds: 'counts',
  },
  {
    what: 'a count of a source',
    file: SOURCE,
    from: '3 kept',
    to: '2 kept',
    finds: 'counts',
  },
  {
    what: 'counts that cannot be checked',
    file: BRIEFING,
    from: ' data-counts="007 kept"',
    to: '',
    finds: 'counts',
  },
  {
    what: 'serif for the site’s own words',
    file: 'assets/site.css',
    from: '[data-cite]{',
    to: '[data-cite],h2{',
    finds: 'uncited-voice',
  },
  {
    what: 'a link to no page',
    file: PERSON,
    from: '../../sources/007/',
    to: '../../sources/008/',
    finds: 'dead-link',
  },
  {
    what: 'a picture that is not there',
    file: 'index.html',
    from: '2x',
    to: '2x, assets/big.svg 3x',
    finds: 'dead-link',
  },
  {
    what: 'a font that is not there',
    file: 'assets/site.css',
    from: 'serif.woff2',
    to: 'sans.woff2',
    finds: 'dead-link',
  },
  { what: 'a link to no place', file: 'index.html', from: '007/#L4', to: '007/#L40', finds: 'dead-anchor' },
  {
    what: 'a link from the root',
    file: PERSON,
    from: '../../sources/007/',
    to: '/sources/007/',
    finds: 'absolute-link',
  },
  {
    what: 'a script address from the root',
    file: 'assets/site.js',
    from: '"1"',
    to: '"/assets/a.js"',
    finds: 'absolute-link',
  },
  { what: 'an id twice', file: PERSON, from: '<h1>', to: '<h1 id="main">', finds: 'duplicate-id' },
  {
    what: 'a script from elsewhere',
    file: PERSON,
    from: '../../assets/site.js',
    to: 'https://other.example/x.js',
    finds: 'external-request',
  },
  {
    what: 'a picture from elsewhere',
    file: 'index.html',
    from: 'src="assets/dot.svg"',
    to: 'src="//other.example/p.png"',
    finds: 'external-request',
  },
  {
    what: 'a background from elsewhere',
    file: 'assets/site.css',
    from: '"dot.svg"',
    to: '"https://other.example/p.png"',
    finds: 'external-request',
  },
  {
    what: 'a link that runs code',
    file: PERSON,
    from: '../../sources/007/',
    to: 'javascript:alert(1)',
    finds: 'unsafe-link',
  },
  { what: 'a handler', file: PERSON, from: '<h1>', to: '<h1 onclick="x()">', finds: 'inline-code' },
  {
    what: 'a style attribute',
    file: PERSON,
    from: '<h1>',
    to: '<h1 style="color:red">',
    finds: 'inline-code',
  },
  {
    what: 'a script in the page',
    file: PERSON,
    from: '<h1>',
    to: '<script>1</script><h1>',
    finds: 'inline-code',
  },
  {
    what: 'styles in the page',
    file: PERSON,
    from: '<h1>',
    to: '<style>a{}</style><h1>',
    finds: 'inline-code',
  },
  { what: 'a base', file: PERSON, from: '<title>', to: '<base href="x/"><title>', finds: 'inline-code' },
  {
    what: 'a weaker policy',
    file: PERSON,
    from: "default-src 'none'",
    to: "default-src 'self'",
    finds: 'policy',
  },
  { what: 'no policy', file: PERSON, from: 'content-security-policy', to: 'x', finds: 'policy' },
];

let folder = '';
let site = '';
beforeAll(async () => {
  folder = await newFolder();
  site = join(folder, 'dist');
  await publishSmallSite(folder);
});
afterAll(() => rm(folder, { recursive: true }));

async function writeChecksums(): Promise<void> {
  for (const [path, text] of composeChecksums(Object.entries(await readChecksums(site))))
    await writeFile(join(site, path), text);
}

/** Findings after one edit, which is undone. Checksums are written anew, or every edit would be found by them. */
async function findAfter(file: string, edit: (text: string) => string): Promise<readonly Finding[]> {
  const before = await readFile(join(site, file), 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  await writeFile(join(site, file), after);
  await writeChecksums();
  const findings = await verifySite(site);
  await writeFile(join(site, file), before);
  await writeChecksums();
  return findings;
}

it.each(BROKEN)('finds $what', async ({ file, from, to, finds }) => {
  const findings = await findAfter(file, (text) => text.replace(from, () => to));
  expect(findings.map(({ kind }) => kind)).toContain(finds);
  expect(findings.every((finding) => finding.file === file || finds === 'source-text')).toBe(true);
});

it('finds a file that was changed, one that is missing and one that was added', async () => {
  await writeFile(join(site, 'assets/dot.svg'), '<svg/>');
  await writeFile(join(site, 'SHA256SUMS'), '');
  for (const name of ['added.txt', '__proto__']) await writeFile(join(site, name), '');
  await rm(join(site, 'data/briefings.jsonl'));
  const findings = await verifySite(site);
  expect(findings.map(({ kind, file }) => [kind, file])).toEqual([
    ['checksum', 'SHA256SUMS'],
    ['checksum', '__proto__'],
    ['checksum', 'added.txt'],
    ['checksum', 'assets/dot.svg'],
    ['checksum', 'data/briefings.jsonl'],
  ]);
  await writeTree(site, {
    'assets/dot.svg': RENDERED['assets/dot.svg'] ?? '',
    'data/briefings.jsonl': FILES['data/briefings.jsonl'] ?? '',
  });
  for (const name of ['added.txt', '__proto__']) await rm(join(site, name));
  await writeChecksums();
  expect(await verifySite(site)).toEqual([]);
});

it.each([
  ['sources/007/lines.json', '{"ref":"007","lines":[{"n":1'],
  ['sources/007/lines.json', 'null'],
  ['sources/007/lines.json', '{"ref":"007","lines":[{"n":1}]}'],
  ['data/editions.json', '{"editions":[],"form'],
  ['data/editions.json', '[]'],
])('finds that %s was cut short or is another: %s', async (file, text) => {
  const before = await readFile(join(site, file), 'utf8').catch(() => undefined);
  await writeFile(join(site, file), text);
  const findings = await verifySite(site);
  await writeChecksums();
  const vouched = await verifySite(site);
  await (before === undefined ? rm(join(site, file)) : writeFile(join(site, file), before));
  await writeChecksums();
  const damaged = { kind: 'damaged', file };
  expect(findings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'checksum', file }),
      expect.objectContaining(damaged),
    ]),
  );
  expect(vouched).toContainEqual(expect.objectContaining(damaged));
});

it.each(['{"algo', 'null', '{"algorithm":"sha256","files":{"index.html":1}}'])(
  'finds that the table of checksums was cut short or is another: %s',
  async (text) => {
    await writeFile(join(site, 'checksums.json'), text);
    const findings = await verifySite(site);
    await writeChecksums();
    expect(findings).toMatchObject([{ kind: 'damaged', file: 'checksums.json' }]);
  },
);

it('lets no control character of a page into a message', async () => {
  const findings = await findAfter(PERSON, (text) => text.replace('said Mara', 'a\u001b[31m\u202e\u0085b'));
  const message = findings.find(({ kind }) => kind === 'not-verbatim')?.message ?? '';
  expect(message).toContain('\\u001b[31m\\u202e');
  expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

it('accepts a run over blank lines and a list', async () => {
  const ok = '<p data-cite="007:1-3">Post The ferry at</p><p data-cite="007:1,6">Post Fares</p>';
  expect(await findAfter(SOURCE, (text) => text.replace('<h1>', `${ok}<h1>`))).toEqual([]);
});
