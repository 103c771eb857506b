import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Theme } from '../types.ts';
import { type ReadSeedsResult, readSeeds } from './index.ts';

const P1 = 'The port was shut for a day after the storm, its master told reporters on Monday morning.';
const P2 = 'Boats went back to sea on Tuesday, when the wind had gone down and the bar was calm again.';
const P3 = 'Nobody was hurt, but two piers were damaged and will be rebuilt before the summer, he added.';
const TEXT = `Storm shuts the old port\n\n${P1}\n\n${P2}\n\n${P3}\n`;

const theme: Theme = {
  id: 'harbour',
  order: 1,
  title: 'Harbour',
  definition: 'Ports.',
  terms: [{ term: 'port', weight: 2 }],
  needs: [],
  body: '',
  comparisons: [],
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'seeds ü '));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

async function read(files: Readonly<Record<string, string | Uint8Array>>): Promise<ReadSeedsResult> {
  return readFolder(makeFolder(files));
}

async function readFolder(seedsDir: string): Promise<ReadSeedsResult> {
  const seen = new Map<string, string>();
  return readSeeds({
    seedsDir,
    themes: [theme],
    references: (seed) => {
      seen.set(seed, seen.get(seed) ?? String(seen.size));
      return seen.get(seed) ?? '';
    },
  });
}

/** All messages as `file:line rule words`. */
function messages({ files }: ReadSeedsResult): string[] {
  return files.flatMap((file) =>
    file.messages.map((one) => `${file.basename}:${one.line ?? '-'} ${one.ruleId} ${one.reason}`),
  );
}

describe('a folder of seeds', () => {
  it('is walked in folders, sorted; what nobody means as an article is counted', async () => {
    const result = await read({
      'b.txt': TEXT,
      'a/z.txt': TEXT.replace('Monday', 'Sunday'),
      '.DS_Store': 'x',
      'Thumbs.db': 'x',
      '~$b.txt': 'x',
      'README.md': 'x',
      '.hidden/x.txt': 'x',
    });
    expect(result.articles.map(({ source }) => source.seed)).toEqual(['a/z.txt', 'b.txt']);
    expect(result.ignored).toBe(5);
    expect(result.skips).toEqual([]);
  });

  it('names what it cannot read, and reads the rest', async () => {
    const folder = makeFolder({
      'ok.txt': TEXT,
      'empty.txt': '',
      'blank.txt': ' \n\n',
      'paper.pdf': '%PDF-1.7',
      'word.docx': 'PK',
      'photo.txt': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 1, 2),
      'data.bin': 'x',
      'noise.txt': Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256),
      'menu.txt': 'Subscribe\n\nShare\n\nLog in\n',
      'line.txt': `${'a '.repeat(40_000)}\n`,
      'lines.txt': 'a\n'.repeat(20_001),
    });
    symlinkSync('/etc/passwd', join(folder, 'link.txt'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const result = await readFolder(folder);
    expect(result.articles.map(({ source }) => source.seed)).toEqual(['ok.txt']);
    expect(result.skips.map(({ seed, severity }) => `${seed} ${severity}`)).toEqual([
      'blank.txt info',
      'data.bin fatal',
      'empty.txt info',
      'line.txt fatal',
      'lines.txt fatal',
      'link.txt fatal',
      'menu.txt info',
      'noise.txt fatal',
      'paper.pdf fatal',
      'photo.txt fatal',
      'pipe.txt fatal',
      'word.docx fatal',
    ]);
    expect(result.skips.find(({ seed }) => seed === 'paper.pdf')?.reason).toContain(
      'save it as text or HTML',
    );
  });

  it('makes one article of the same bytes twice', async () => {
    const result = await read({ 'a.txt': TEXT, 'b.txt': TEXT });
    expect(result.articles).toHaveLength(1);
    expect(result.copies).toEqual([{ seed: 'b.txt', of: 'a.txt', kind: 'exact', share: 1 }]);
  });

  it('accounts for every line', async () => {
    const result = await read({ 'a.txt': `\uFEFF${TEXT.replaceAll('\n', '\r\n')}` });
    const [article] = result.articles;
    expect(article?.lines).toHaveLength(8);
    expect(article?.lines.map(({ status }) => status === 'blank')).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('takes furniture by repetition over unrelated files, in any order', async () => {
    const files = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [
        `${name}.txt`,
        `Report ${name} from the old port\n\n${P1.replace('port', `port of ${name}`)}\n\nHarbour Post Premium Circle\n\n${P2.replace('bar', `bar of ${name}`)}\n`,
      ]),
    );
    const result = await read(files);
    for (const { lines } of result.articles)
      expect(lines.filter(({ status }) => status === 'removed').map(({ n, rule }) => [n, rule])).toEqual([
        [5, 'repeated-over-files'],
      ]);
  });

  it('takes no flash of a ticker for the headline', async () => {
    const { articles } = await read({
      'a.txt': `10:41 PM\nPort: two piers were damaged by the storm\n9:58 PM\nMaster: boats go back to sea\nStorm shuts the old port\nMarch 4, 2024 8:12 PM\n${P1}\n${P2}\n${P3}`,
    });
    expect(articles[0]?.headline.text).toBe('Storm shuts the old port');
    expect(articles[0]?.source.published?.date).toBe('2024-03-04');
  });

  it.each([
    ['beside furniture', [P1, '1 Feb 2022', 'Share', P2], '2022-02-01'],
    ['with its time', [P1, '1 Feb 2022, 10:15', P2], '2022-02-01'],
    ['that may head a part of the text', [P1, '1 Feb 2022', P2], undefined],
    ['that heads a part of a timeline', ['1 Feb 2022', P1, '2 Feb 2022', P2, '3 Feb 2022', P3], undefined],
    ['that a sentence opens with', ['On 1 February 2022, boats sank.', P1, P2], undefined],
    ['with a year of two digits', ['Jo Doe', '02/01/22', P1, P2], undefined],
  ])('knows a day %s', async (_, lines, expected) => {
    const { articles } = await read({ 'a.txt': ['Storm shuts the old port', ...lines].join('\n\n') });
    expect(articles[0]?.source.published?.date).toBe(expected);
  });

  it.each([
    ['By Jo Doe', 'Jo Doe'],
    ['By Jo Doe BBC News', 'Jo Doe'],
    ['By JO DOE and MAX ROE Associated Press', 'JO DOE and MAX ROE'],
    ['By Jo Doe Reuters, Norrvik', 'Jo Doe'],
    ['By Jo Doe Harbour Post', undefined],
    ['By Jo Doe Political Editor', undefined],
    ['By Jo Doe HBN', undefined],
    ['By Associated Press', undefined],
    ['By Emily Post', 'Emily Post'],
    ['By Jo Doe III', 'Jo Doe III'],
  ])('knows the author of %j', async (byline, expected) => {
    const lines = ['Storm shuts the old port', byline, P1, P2];
    const { articles } = await read({ 'a.txt': lines.join('\n\n') });
    expect(articles[0]?.source.author?.text).toBe(expected);
  });

  it('takes no crosshead for a poll', async () => {
    const { articles } = await read({
      'a.txt': `Storm shuts the old port\n\n${P1}\n\n${P2}\n\nPoll: the town is split\n\nHalf of the town is split over the storm, a poll found on Monday.\n\n${P3}`,
    });
    expect(articles[0]?.passages.map(({ text }) => text)).toContain('Poll: the town is split');
  });

  it('never takes a sentence because copies of one report share it', async () => {
    const report = [P1, 'He said no more.', P2, P3].join('\n\n');
    const result = await read({
      'a.txt': `One\n\n${report}`,
      'b.txt': `Two\n\n${report}`,
      'c.txt': `Three\n\n${report}`,
    });
    for (const { lines } of result.articles)
      expect(lines.filter(({ status }) => status === 'removed')).toEqual([]);
  });
});

describe('formats', () => {
  it('reads HTML: main text, metadata, the line rules afterwards', async () => {
    const { articles } = await read({
      'a.html': `<!doctype html><html lang="en"><head><title>Storm shuts the old port | Harbour Post</title>
        <meta property="og:site_name" content="Harbour Post"><meta name="author" content="Jo Doe">
        <meta property="article:published_time" content="2022-02-15T10:00:00Z">
        <link rel="canonical" href="https://harbour.example/storm"></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Storm shuts the old port</h1><p>${P1}</p>
        <p>RELATED: Ferry line halts service</p><p>${P2}</p><script>globalThis.broken = true</script><p>${P3}</p>
        <p>${P1.replace('port', 'pier')}</p></article><footer>Copyright 2022</footer></body></html>`,
    });
    const [article] = articles;
    expect(article?.headline).toEqual({ text: 'Storm shuts the old port', standing: 'stated', line: 1 });
    expect(article?.source.publisher).toEqual({ text: 'Harbour Post', standing: 'stated' });
    expect(article?.source.published).toEqual({
      text: '2022-02-15T10:00:00Z',
      date: '2022-02-15',
      standing: 'stated',
    });
    expect(article?.source.url?.text).toBe('https://harbour.example/storm');
    expect(article?.lines.filter(({ status }) => status === 'removed').map(({ rule }) => rule)).toEqual([
      'teaser',
    ]);
    expect(article?.passages.map(({ text }) => text)).toContain(P3);
    expect(Object.keys(globalThis)).not.toContain('broken');
  });

  it('reads Markdown by its lines and the facts of its front matter', async () => {
    const { articles } = await read({
      'a.md': `---\ntitle: "Storm shuts the old port"\ndate: 2022-02-15\nauthor: Jo Doe\n---\n\n${P1}\n\n## Boats return\n\n${P2.replace('sea', '[sea](https://harbour.example)')} *${P3}*\n`,
    });
    const [article] = articles;
    expect(article?.headline).toEqual({ text: 'Storm shuts the old port', standing: 'stated', line: 2 });
    expect(article?.source.published?.date).toBe('2022-02-15');
    expect(article?.passages.map(({ line, role, text }) => [line, role, text])).toEqual([
      [2, 'headline', 'Storm shuts the old port'],
      [7, 'paragraph', P1],
      [9, 'crosshead', 'Boats return'],
      [11, 'paragraph', `${P2} ${P3}`],
    ]);
  });

  it('reads JSON Lines: a record is an article, a bad one is named with its line', async () => {
    const result = await read({
      'a.jsonl': [
        JSON.stringify({
          id: 'r1',
          title: 'Storm shuts the old port',
          text: `${P1}\n\n${P2}`,
          published: '2022-02-15',
          source: 'Harbour Post',
        }),
        '{ broken',
        JSON.stringify({ id: 'r3', title: 'No text' }),
        JSON.stringify({ id: 'r1', text: `${P3}\n\n${P2}` }),
        '[]',
      ].join('\n'),
    });
    expect(result.articles.map(({ source }) => source.seed)).toEqual(['a.jsonl#r1']);
    expect(result.articles[0]?.headline).toEqual({
      text: 'Storm shuts the old port',
      standing: 'stated',
      line: 1,
    });
    expect(result.articles[0]?.source.publisher).toEqual({ text: 'Harbour Post', standing: 'stated' });
    expect(messages(result).filter((one) => one.includes(' record '))).toEqual([
      expect.stringContaining('a.jsonl:2 record is not JSON'),
      expect.stringContaining('a.jsonl:3 record holds no text'),
      expect.stringContaining('a.jsonl:4 record has the id "r1" of the record at line 1'),
      expect.stringContaining('a.jsonl:5 record is no record'),
    ]);
  });

  it('hides no paragraph of a Markdown file that begins with a rule', async () => {
    const { articles } = await read({ 'a.md': `---\n\n${P1}\n\n---\n\n${P2}\n` });
    expect(articles[0]?.passages.map(({ line, text }) => [line, text])).toEqual([
      [3, P1],
      [7, P2],
    ]);
  });

  it('publishes no line of front matter that is spread over lines', async () => {
    const matter = `title: Boats return\ntags:\n- sea\n- "wind"\nlist: [\n  a\n]\n# none\n\nabout: >\n  ${P3}`;
    const { articles } = await read({ 'a.md': `---\n${matter}\n---\n\n${P2}\n` });
    expect(articles[0]?.passages.map(({ text }) => text)).toEqual(['Boats return', P2]);
  });

  it.each([
    [{ source: 'https://harbour.example/storm' }, undefined, 'https://harbour.example/storm'],
    [{ source: 'Harbour Post' }, 'Harbour Post', undefined],
    [
      { source: 'https://harbour.example/storm', site: 'Harbour Post' },
      'Harbour Post',
      'https://harbour.example/storm',
    ],
    [
      { url: 'https://harbour.example/storm', source: 'https://wire.example/7' },
      undefined,
      'https://harbour.example/storm',
    ],
    [{ site: 'https://harbour.example/' }, undefined, undefined],
  ])('takes of %j the name for the publisher and the address for the link', async (fields, name, address) => {
    const matter = Object.entries(fields).map(([key, value]) => `${key}: ${value}\n`);
    const { articles } = await read({
      'a.jsonl': JSON.stringify({ title: 'Storm shuts the old port', text: P1, ...fields }),
      'b.md': `---\ntitle: Boats return\n${matter.join('')}---\n\n${P2}\n`,
    });
    expect(articles.map(({ source }) => [source.publisher?.text, source.url?.text])).toEqual([
      [name, address],
      [name, address],
    ]);
  });

  it('publishes neither a record nor a file that has its name, for the address of one would be the other’s', async () => {
    const result = await read({
      'a.jsonl': [
        JSON.stringify({ id: 'b.txt', text: `${P1}\n\n${P2}` }),
        JSON.stringify({ id: 'c', text: `${P1}\n\n${P3}` }),
      ].join('\n'),
      'a.jsonl#b.txt': TEXT,
    });
    expect(result.articles.map(({ source }) => source.seed)).toEqual(['a.jsonl#c']);
    const reason = 'has the name of another seed, rename the file or give the record another id';
    const skip = { seed: 'a.jsonl#b.txt', reason, severity: 'fatal' };
    expect(result.skips).toEqual([skip, skip]);
    expect(messages(result).filter((one) => one.includes(reason))).toEqual([
      `a.jsonl:1 same-name ${reason}`,
      `a.jsonl#b.txt:- same-name ${reason}`,
    ]);
  });

  it('names the record in what it says of its lines', async () => {
    const { files } = await read({
      'a.jsonl': JSON.stringify({
        id: 'https://harbour.example/7',
        text: `Boats\n\n${P1}\n\nShare\n\n${P2}`,
      }),
    });
    const told = files.filter((file) => file.messages.length > 0);
    expect(told.map(({ path }) => path)).toEqual([
      expect.stringMatching(/\/a\.jsonl#https:\/\/harbour\.example\/7$/),
    ]);
  });

  it('reads CSV with semicolons and a byte order mark, and refuses an unknown header', async () => {
    const result = await read({
      'a.csv': `\uFEFFid;title;text\nx1;Storm shuts the old port;"${P1}\n\n${P2}"\nx2;Boats return;"${P2}\n\n${P3}"\n`,
      'b.csv': 'foo,bar\n1,2\n',
    });
    expect(result.articles.map(({ source }) => source.seed)).toEqual(['a.csv#x1', 'a.csv#x2']);
    expect(messages(result)).toContainEqual(expect.stringContaining('b.csv:1 record has no column'));
  });

  it.each([
    ['a.csv', `id,title,text\n1,Café shut,"${P1}"\n`],
    ['a.jsonl', `${JSON.stringify({ title: 'Café shut', text: P1 })}\n`],
  ])('refuses records in %s that are not UTF-8, and reads the other files', async (name, text) => {
    const result = await read({ [name]: Buffer.from(text, 'latin1'), 'b.txt': TEXT });
    expect(result.articles.map(({ source }) => source.seed)).toEqual(['b.txt']);
    expect(messages(result)).toContain(`${name}:- unreadable is not UTF-8, save it as UTF-8`);
    const saved = await read({ [name]: `\ufeff${text}` });
    expect(saved.articles[0]?.headline.text).toBe('Café shut');
  });

  it('publishes no record of a file of which a late one is not UTF-8', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => JSON.stringify({ title: `Boats ${at}`, text: P1 }));
    const bytes = Buffer.from(
      `${rows.join('\n')}\n${JSON.stringify({ title: 'Café', text: P2 })}\n`,
      'latin1',
    );
    const result = await read({ 'a.jsonl': bytes, 'b.txt': TEXT });
    expect(result.articles.map(({ source }) => source.seed)).toEqual(['b.txt']);
  });

  it('reads an article with its sidecar where a picture lies beside them', async () => {
    const result = await read({ 'a.txt': TEXT, 'a.jpg': 'x', 'a.yaml': 'author: Jo Doe' });
    expect(result.articles[0]?.source.author?.text).toBe('Jo Doe');
  });

  it.each([
    ['a.csv', ',', 'Storm; port shut'],
    ['a.csv', ';', 'Storm, port shut'],
    ['a.TSV', '\t', 'Storm, port shut; boats stay'],
  ])('cuts the rows of %s at %j alone', async (name, mark, title) => {
    const rows = [
      ['id', 'title', 'text'],
      ['x1', title, P2.replace(',', '')],
    ];
    const { articles } = await read({ [name]: rows.map((row) => row.join(mark)).join('\n') });
    expect(articles.map(({ headline }) => headline.text)).toEqual([title]);
    expect(articles[0]?.passages.at(-1)?.text).toBe(P2.replace(',', ''));
  });

  it('refuses a row of CSV with more cells than the header, which lacks quotation marks', async () => {
    const result = await read({ 'a.csv': `id,title,text\nx1,Storm, port shut,${P3}\nx2,Boats,"${P1}",,\n` });
    expect(result.articles.map(({ source }) => source.seed)).toEqual(['a.csv#x2']);
    expect(messages(result)).toContainEqual(
      expect.stringContaining('a.csv:2 record has more cells than the header'),
    );
  });

  it('joins hard-wrapped text into paragraphs with their ranges', async () => {
    const wrapped = `STORM SHUTS PORT\n\n    The port was shut for a day after the\nstorm, its master told reporters early on\nMonday morning, and nobody was let in to\nthe old town.\n    Boats went back to sea on Tuesday, when\nthe wind had gone down and the bar was\ncalm again.\n`;
    const { articles } = await read({ 'a.txt': wrapped });
    expect(articles[0]?.passages.map(({ line, to }) => [line, to])).toEqual([
      [1, 1],
      [3, 6],
      [7, 9],
    ]);
    expect(articles[0]?.lines.map(({ joins }) => joins)).toEqual([
      undefined,
      undefined,
      undefined,
      3,
      3,
      3,
      undefined,
      7,
      7,
      undefined,
    ]);
  });

  it.each([
    ['UTF-8', Buffer.from(TEXT.replace('old port', 'Göteborg’s port'), 'utf8')],
    ['UTF-16 LE', Buffer.from(`\uFEFF${TEXT.replace('old port', 'Göteborg’s port')}`, 'utf16le')],
    ['Windows-1252', Buffer.from(TEXT.replace('old port', 'Göteborg\u0092s port'), 'latin1')],
  ])('decodes %s', async (encoding, bytes) => {
    const { articles } = await read({ 'a.txt': bytes });
    expect(articles[0]?.source.encoding).toBe(encoding);
    expect(articles[0]?.headline.text).toBe('Storm shuts the Göteborg’s port');
  });

  it('repairs doubly encoded text only', async () => {
    const broken = Buffer.from(
      Buffer.from(TEXT.replace('old', 'Göteborg’s'), 'utf8')
        .toString('latin1')
        .replace('\u0080', '€')
        .replace('\u0099', '™'),
      'utf8',
    );
    const { articles } = await read({ 'a.txt': broken, 'b.txt': TEXT.replace('old', 'Ârles') });
    expect(articles.map(({ headline }) => headline.text)).toEqual([
      'Storm shuts the Göteborg’s port',
      'Storm shuts the Ârles port',
    ]);
  });
});

describe('what the editor knows', () => {
  it('stands above the text, line by line and fact by fact', async () => {
    const { articles } = await read({
      'a.txt': `${TEXT}\nRead also\n\nBoats are cheap this year\n`,
      'a.yaml': `headline: Port shut by storm\npublisher: Harbour Post\npublished: "2022-02-15"\ntheme: harbour\nkeep:\n  - Boats are cheap\nremove:\n  - "two piers were damaged"\nset-aside: ["calm again"]\nnote: Mind the piers.\n`,
    });
    const [article] = articles;
    expect(article?.headline).toEqual({ text: 'Port shut by storm', standing: 'editor', line: 1 });
    expect(article?.source.publisher).toEqual({ text: 'Harbour Post', standing: 'editor' });
    expect(article?.source.published).toEqual({ text: '2022-02-15', date: '2022-02-15', standing: 'editor' });
    expect(article?.note).toEqual({
      text: 'Mind the piers.',
      at: expect.stringMatching(/\/a\.yaml:10$/),
    });
    expect(
      article?.lines.filter(({ text }) => text !== '').map(({ n, status, rule }) => [n, status, rule]),
    ).toEqual([
      [1, 'kept', 'headline'],
      [3, 'kept', undefined],
      [5, 'set-aside', 'editor-set-aside'],
      [7, 'removed', 'editor-remove'],
      [9, 'removed', 'read-also-label'],
      [11, 'kept', 'editor-keep'],
    ]);
  });

  it('names a file of records that holds none', async () => {
    const result = await read({
      'a.tsv': '',
      'b.jsonl': '\n\n',
      'c.csv': 'title,text\n',
      'd.csv': '\ufeff',
    });
    expect(result.articles).toEqual([]);
    expect(result.skips.map(({ seed, reason, severity }) => `${seed} ${severity}: ${reason}`)).toEqual([
      'a.tsv info: holds no article',
      'b.jsonl info: holds no article',
      'c.csv info: holds no article',
      'd.csv info: holds no article',
    ]);
  });

  it('knows who wrote a note, and when', async () => {
    const { articles } = await read({
      'a.txt': TEXT,
      'a.yaml':
        'publisher: Harbour Post\nnote:\n  text: |\n    Mind the piers.\n  author: Ada Doe\n  date: "2022-02-17"\n',
    });
    expect(articles[0]?.note).toEqual({
      text: 'Mind the piers.\n',
      author: 'Ada Doe',
      date: '2022-02-17',
      at: expect.stringMatching(/\/a\.yaml:2$/),
    });
  });

  it.each([
    ['a note that is a number', 'note: 3', 'a.yaml:1 value `note`: expected text, or `text:` with `author:`'],
    [
      'a note without words',
      'note:\n  author: Ada Doe',
      'a.yaml:1 value `note`, `text` is missing, expected the text of the note',
    ],
    [
      'a day of a note that is none',
      'note:\n  text: Mind.\n  date: 31 February',
      'a.yaml:3 value `note`, `date`: expected a day',
    ],
    [
      'an unknown key of a note',
      'note:\n  text: Mind.\n  by: Ada',
      'a.yaml:3 unknown-key `by` is not known here, expected one of `text`, `author`, `date`',
    ],
    ['a headline of no word', 'headline: " "', 'a.yaml:1 value `headline`: expected the headline'],
    ['an unknown key', 'titel: x', 'a.yaml:1 unknown-key `titel` is not known here'],
    ['a day that is none', 'published: "2022-02-31"', 'a.yaml:1 value `published`: expected a day'],
    [
      'a theme that is none',
      '\ntheme: sea',
      'a.yaml:2 value `theme`: no theme is called `sea`, expected one of `harbour`',
    ],
    [
      'words that stand nowhere',
      'keep:\n  - went back to see',
      'a.yaml:2 override no line of "a.txt" has the words "went back to see", the nearest is line 5',
    ],
    ['publish without a reason', 'publish: false', 'a.yaml:1 value `publish: false` wants a `reason:`'],
  ])('refuses %s', async (_, yaml, expected) => {
    const result = await read({ 'a.txt': TEXT, 'a.yaml': yaml });
    expect(messages(result)).toContainEqual(expect.stringContaining(expected));
    expect(result.articles).toEqual([]);
    expect(result.skips).toMatchObject([{ seed: 'a.txt', severity: 'fatal' }]);
  });

  it('does not fail for a skip that the editor knows of', async () => {
    const result = await read({ 'a.txt': TEXT, 'a.yaml': 'publish: false\nreason: withdrawn' });
    expect(result.skips).toEqual([
      { seed: 'a.txt', reason: 'is not published: withdrawn', severity: 'info' },
    ]);
  });

  it.each([
    [
      'records',
      { 'a.jsonl': JSON.stringify({ id: 'r1', text: `${P1}\n\n${P2}` }), 'a.yaml': 'author: Jo Doe' },
      'a.yaml:1 sidecar stands beside a file of records, name each in a row of `sources.csv`',
    ],
    [
      'two seeds',
      { 'a.md': `Boats return\n\n${P2}`, 'a.txt': TEXT, 'a.yaml': 'publish: false\nreason: withdrawn' },
      'a.yaml:1 sidecar stands beside "a.md" and "a.txt", rename all but one of them',
    ],
    [
      'a seed that has another',
      { 'a.txt': TEXT, 'a.yaml': 'publish: false\nreason: withdrawn', 'a.yml': 'author: Jo Doe' },
      'a.yml:1 sidecar is the second sidecar of "a.txt", keep one',
    ],
  ])('publishes nothing where a sidecar stands beside %s', async (_, files, expected) => {
    const result = await read({ 'b.txt': `Boats\n\n${P3}\n\n${P2}`, ...files });
    expect(messages(result)).toContain(expected);
    expect(result.articles.map(({ source }) => source.seed)).toEqual(['b.txt']);
    expect(new Set(result.skips.map(({ severity }) => severity))).toEqual(new Set(['fatal']));
  });

  it('names a sidecar without a seed', async () => {
    expect(messages(await read({ 'a.txt': TEXT, 'b.yaml': 'author: Jo Doe' }))).toContainEqual(
      expect.stringContaining('b.yaml:1 orphan belongs to no seed'),
    );
  });

  it('reads one table for many, as a spreadsheet program saves it', async () => {
    const result = await read({
      'a.txt': TEXT,
      'b.jsonl': JSON.stringify({ id: 'r1', text: `${P1}\n\n${P3}` }),
      'sources.csv':
        '\uFEFFfile;publisher;published\na.txt;Harbour Post;15.02.2022\nr1;Bay News;2022-02-16\n',
    });
    expect(result.articles.map(({ source }) => [source.publisher?.text, source.published?.date])).toEqual([
      ['Harbour Post', '2022-02-15'],
      ['Bay News', '2022-02-16'],
    ]);
  });

  it.each([
    [
      'a day that can be read in two ways',
      'file,published\na.txt,03/02/2022',
      'sources.csv:2 sources `published`: "03/02/2022" can be read in two ways',
    ],
    ['an unknown column', 'file,pubisher\na.txt,x', 'sources.csv:1 sources has a column `pubisher`'],
    [
      'a column twice',
      'file,author,Author\na.txt,x,y',
      'sources.csv:1 sources has the column `author` twice',
    ],
    ['a file of records', 'file,publisher\nb.jsonl,x', 'sources.csv:2 sources no seed is called "b.jsonl"'],
    ['a seed that is none', 'file,publisher\nz.txt,x', 'sources.csv:2 sources no seed is called "z.txt"'],
    ['a seed twice', 'file,author\na.txt,x\na.txt,y', 'sources.csv:3 sources "a.txt" stands twice'],
  ])('refuses %s in the table', async (_, table, expected) => {
    const records = JSON.stringify({ id: 'r1', text: `${P1}\n\n${P3}` });
    const files = { 'a.txt': TEXT, 'b.jsonl': records, 'sources.csv': table };
    expect(messages(await read(files))).toContainEqual(expect.stringContaining(expected));
  });

  it.each([
    ['a wrong day', 'file,publisher,published\na.txt,Harbour Post,2022-02-31', 'sources.csv:2 '],
    ['an unknown column', 'file,publisher,notes\na.txt,Harbour Post,mine\n', 'sources.csv:1 '],
    ['a second row', 'file,publisher\na.txt,Harbour Post\na.txt,Bay News', 'sources.csv:3 '],
  ])('keeps what else an article’s row says beside %s', async (_, table, place) => {
    const result = await read({ 'a.txt': TEXT, 'sources.csv': table });
    expect(messages(result)).toContainEqual(expect.stringContaining(place));
    expect(result.articles[0]?.source.publisher?.text).toBe('Harbour Post');
    expect(result.articles[0]?.source.published?.date).toBeUndefined();
  });

  it('tells mistakes in the rows of a table whose header has one', async () => {
    const table = 'file,pubisher,url,notes\na.txt,x,ftp://b.example/,\n';
    expect(messages(await read({ 'a.txt': TEXT, 'sources.csv': table }))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('sources.csv:1 sources has a column `pubisher`'),
        expect.stringContaining('sources.csv:1 sources has a column `notes`'),
        expect.stringContaining('sources.csv:2 sources `url`: expected an address'),
      ]),
    );
  });

  it('takes nothing from a row in which a cell has slipped', async () => {
    const table = 'file,headline,publisher\na.txt,Boats, ships and ports,Harbour Post\n';
    const result = await read({ 'a.txt': TEXT, 'sources.csv': table });
    expect(messages(result)).toContainEqual(
      expect.stringContaining('sources.csv:2 sources has more cells than the header has columns'),
    );
    expect(result.articles[0]?.source.publisher).toBeUndefined();
  });

  it.each([
    ['an address', 'file,headline,publisher,url\na.txt,Storm, then calm,Bay News\n'],
    ['a day', 'file,headline,publisher,published\na.txt,Storm, then calm,Bay News\n'],
    ['a theme', 'file,headline,publisher,theme\na.txt,Storm, then calm,Bay News\n'],
    ['a day before the theme', 'file,publisher,author,published,theme\na.txt,Bay News,Doe, Ada,2022-02-15\n'],
  ])('takes nothing from a row in which a name stands for %s', async (_, table) => {
    const result = await read({ 'a.txt': TEXT, 'sources.csv': table });
    expect(messages(result)).toContainEqual(
      expect.stringContaining('sources.csv:2 sources may have slipped'),
    );
    const [article] = result.articles;
    expect([article?.source.publisher, article?.source.author]).toEqual([undefined, undefined]);
    expect(article?.headline.text).not.toBe('Storm');
  });

  it('keeps what a row with a wrong cell says if a right one stands behind its names', async () => {
    const table = 'file,publisher,url,published\na.txt,Harbour Post,Bay,2022-02-15\n';
    const result = await read({ 'a.txt': TEXT, 'sources.csv': table });
    expect(messages(result)).toContainEqual(expect.stringContaining('sources.csv:2 sources `url`'));
    expect(result.articles[0]?.source.publisher?.text).toBe('Harbour Post');
  });

  it('keeps the right to republish of a row that may have slipped', async () => {
    const table = 'file,republish,headline,url\na.txt,quotations,Storm, then calm\n';
    const result = await read({ 'a.txt': TEXT, 'sources.csv': table });
    expect(result.articles[0]?.republish).toBe('quotations');
  });

  it.each([
    ['a misspelt right', 'file,republish\na.txt,quotation\n'],
    ['a right in a misspelt column', 'file,republsh\na.txt,none\n'],
    ['a right in the second row', 'file,republish\na.txt,full\na.txt,none\n'],
    ['a right that slipped', 'file,author,republish\na.txt,Doe, Ada,quotations\n'],
  ])('publishes no words of an article with %s', async (_, table) => {
    const result = await read({ 'a.txt': TEXT, 'sources.csv': table });
    expect(result.articles.map(({ republish }) => republish)).toEqual(['none']);
    expect(messages(result)).toContainEqual(expect.stringContaining('sources.csv:'));
  });

  it.each([
    ['without a column of files', 'publisher,republish\nHarbour Post,none\n', 1],
    ['with a quotation that never ends', 'file,headline\na.txt,x\nb.txt,"Boats\n', 3],
  ])('says that nothing can be built of a table %s', async (_, table, line) => {
    const result = await read({ 'a.txt': TEXT, 'sources.csv': table });
    expect(result.isTableLost).toBe(true);
    expect(messages(result)).toContainEqual(expect.stringContaining(`sources.csv:${line} sources`));
  });
});
