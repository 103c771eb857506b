/** Writes a folder of several hundred hostile seeds, and says what has to become of each. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hostileLines } from './hostile-lines.ts';

/** `skip`: named with a reason; `any`: one of the two, which one is not this test's business; `ignored`: counted. */
export type Fate = 'article' | 'skip' | 'any' | 'ignored';

export interface HostileSeed {
  /** Path below the seeds folder. */
  readonly seed: string;
  readonly fate: Fate;
  /** The text of the file, where it is plain text and its lines can be compared with the site's. */
  readonly text?: string | undefined;
  /** Lines that aim at something. */
  readonly hostile: readonly string[];
}

export function makeHostileSeeds(folder: string, marker: string): HostileSeed[] {
  const seeds: HostileSeed[] = [];
  const put = (
    seed: string,
    bytes: string | Uint8Array,
    fate: Fate,
    rest: Partial<HostileSeed> = {},
  ): void => {
    const path = join(folder, seed);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    seeds.push({ seed, fate, hostile: [], ...rest });
  };
  const putText = (seed: string, text: string, hostile: readonly string[] = []): void =>
    put(seed, text, 'article', { text, hostile });

  const lines = hostileLines(marker);
  for (const [group, all] of Object.entries(lines)) {
    // Each as a title and as a paragraph of its own…
    for (const [at, line] of all.entries())
      putText(`${group}/${String(at + 1).padStart(2, '0')}a.txt`, article(line, [line]), [line]);
    // …and in a sentence, under a plain title.
    putText(`${group}/b.txt`, article(undefined, all.map(inSentence)), all);
  }
  const everything = Object.values(lines).flat();
  putText('all/lines.txt', article(undefined, everything), everything);
  for (const [at, newline] of ['\r\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f', '\n\r'].entries())
    putText(
      `newlines/${at}.txt`,
      article(undefined, everything.slice(0, 20)).replaceAll('\n', newline),
      everything.slice(0, 20),
    );

  for (const [at, name] of NAMES.entries()) {
    // Some systems know fewer names, or take two for one.
    if (existsSync(join(folder, 'names', name)) || !isPossible(name)) continue;
    const text = article(undefined, [`It was kept as name number ${at}.`]);
    put(`names/${name}`, text, name.startsWith('.') ? 'ignored' : 'article', { text });
  }
  put('names/\ufffd\ufffd.txt', article(undefined, []), 'any');
  for (const [name, bytes, fate] of encodings()) put(`encodings/${name}`, bytes, fate);
  for (const [name, text, fate] of shapes()) put(`shapes/${name}`, text, fate);
  for (const [at, line] of SHAPES.entries())
    putText(`shapes/long-${at}.txt`, article(undefined, [line.repeat(Math.floor(8_000 / line.length))]));

  for (const [at, line] of lines['elements']?.entries() ?? []) {
    put(`html/${at}.html`, htmlPage(line, at), 'any', { hostile: [line] });
    put(
      `markdown/${at}.md`,
      `---\ntitle: ${JSON.stringify(line)}\nurl: javascript:canary()\nlayout: /etc/passwd\n---\n\n${article(line, [line])}`,
      'article',
    );
  }
  for (const [at, line] of ['elements', 'addresses', 'entities', 'feeds']
    .flatMap((group) => lines[group] ?? [])
    .entries())
    put(`html/stated-${at}.html`, statedPage(line), 'any', { hostile: [line] });
  for (const [at, line] of ['expressions', 'addresses', 'data', 'keys', 'placeholders']
    .flatMap((group) => lines[group] ?? [])
    .entries()) {
    put(`beside/${at}.txt`, article(undefined, ['A plain paragraph beside a file of the editor.']), 'any');
    writeFileSync(join(folder, `beside/${at}.yaml`), sidecar(line));
  }
  for (const [name, text] of TRAP_PAGES) put(`html/${name}`, text, 'any');
  put('records/lines.jsonl', jsonLines(everything), 'any');
  put('records/table.csv', csvTable(everything), 'any');
  for (const [name, text] of BROKEN_RECORDS) put(`records/${name}`, text, 'any');
  putSpecialFiles(folder, seeds);
  return seeds;
}

/** Windows keeps these for itself. */
function isPossible(name: string): boolean {
  return (
    process.platform !== 'win32' || !/[\p{Cc}<>:"|?*\\]|^(?:con|nul|aux|com1)(?:\.|$)|[ .]$/iu.test(name)
  );
}

/** The line within words of its own. */
export function inSentence(line: string): string {
  return `He wrote: ${line} and left.`;
}

let count = 0;

/** Plain words of its own around the given paragraphs, so that none looks like the furniture of a page. */
function article(title: string | undefined, paragraphs: readonly string[]): string {
  count += 1;
  const [town, body, matter] = [TOWNS, BODIES, MATTERS].map(
    (list, at) => list[Math.floor(count / 7 ** at) % list.length],
  );
  return [
    title ?? `${town} ${body} weighs ${matter} in session ${count}`,
    `The ${body} in ${town} met for its session number ${count} and heard what ministers had to say about ${matter}.`,
    ...paragraphs,
    `Members of the ${body} will return to ${matter} when session ${count + 1} opens in ${town}, its chair said.`,
    '',
  ].join('\n\n');
}

const TOWNS = ['Arlen', 'Brook', 'Carrow', 'Dunmere', 'Elstead', 'Farley', 'Gorsted'];
const BODIES = ['council', 'committee', 'assembly', 'senate', 'board', 'chamber', 'panel'];
const MATTERS = [
  'the harbour',
  'a new bridge',
  'grain prices',
  'the river',
  'school roofs',
  'night trains',
  'old mines',
];

const NAMES = [
  ...[
    '..txt',
    '...txt',
    'a..b.txt',
    '..%2f..%2fetc.txt',
    '..\\..\\x.txt',
    '%00.txt',
    'CON.txt',
    'nul.txt',
    'com1.txt',
    'aux',
  ],
  ...[
    'index.txt',
    '404.txt',
    '_hidden.txt',
    '[slug].txt',
    '[...path].txt',
    '(group).txt',
    '-rf.txt',
    '--help.txt',
    '-',
  ],
  ...[
    'a#b.txt',
    'a?b=c.txt',
    'a&b.txt',
    'a%b.txt',
    'a b.txt',
    ' a.txt',
    'a .txt',
    'a\nb.txt',
    'a\r\nWarning: forged.txt',
  ],
  ...[
    'a\u001b[31mb.txt',
    'a\u0007.txt',
    '$(canary).txt',
    '`canary`.txt',
    '{canary()}.txt',
    '<img src=x onerror=canary=1>.txt',
  ],
  ...[
    '"><img src=x onerror=canary=1>.txt',
    'x\u202etxt.exe.txt',
    `${'n'.repeat(251)}.txt`,
    'é.txt',
    'e\u0301.txt',
    'A.txt',
    'a.txt',
  ],
  ...[
    'ß.txt',
    'ss.txt',
    'İ.txt',
    'ı.txt',
    'a:b.txt',
    "a'b.txt",
    'a"b.txt',
    'a|b.txt',
    'a*b.txt',
    'a,b.txt',
    'a;b.txt',
    '=1+1.txt',
  ],
  ...[
    'constructor.txt',
    '__proto__.txt',
    'toString.txt',
    '__VITE_ASSET__abc__.txt',
    'import x.txt',
    '😀.txt',
    'שלום.txt',
    '000_x.txt',
    '000-y.txt',
    'lpt1.txt',
    'prn.md',
    'con .txt',
    'a.txt.txt',
    'sources.csv.txt',
    'site.yaml.txt',
    '%2e%2e%2f%2e%2e%2fx.txt',
    'a\u2028b.txt',
    'a\u0085b.txt',
    'а.txt',
    'ﬁ.txt',
    "';canary();'.txt",
    '$' + '{canary()}.txt',
    'x.html.txt',
    '~x.txt',
    '#.txt',
    '?.txt',
    '...jsonl.txt',
  ],
];

function encodings(): [string, Uint8Array, Fate][] {
  const text = (): string =>
    article('Crème brûlée <b>{canary()}</b>', ['Naïve “quotes” – and a dash for 5 £.']);
  const utf16 = (mark: string): Buffer => Buffer.from(mark + text(), 'utf16le');
  const broken = Buffer.from(text());
  broken[60] = 0xc0;
  return [
    ['utf16le.txt', utf16('\ufeff'), 'article'],
    ['utf16be.txt', utf16('\ufeff').swap16(), 'article'],
    ['utf16le-bare.txt', utf16(''), 'article'],
    ['utf16-odd.txt', utf16('\ufeff').subarray(0, -1), 'any'],
    ['utf16-lone.txt', Buffer.from(`\ufeff${text()}\n\na \ud800 b`, 'utf16le'), 'article'],
    ['utf8-mark.txt', Buffer.from(`\ufeff${text()}`), 'article'],
    ['latin1.txt', Buffer.from(text().replaceAll(/[“”–]/g, '"'), 'latin1'), 'article'],
    ['doubled.txt', Buffer.from(Buffer.from(text()).toString('latin1')), 'article'],
    [
      'overlong.txt',
      Buffer.concat([Buffer.from(text()), Buffer.from([0xc0, 0xbc, 0x62, 0xe0, 0x80, 0xbc])]),
      'any',
    ],
    ['broken.txt', broken, 'any'],
    [
      'surrogate-bytes.txt',
      Buffer.concat([Buffer.from(text()), Buffer.from([0xed, 0xa0, 0x80, 0x0a])]),
      'any',
    ],
    [
      'utf7.txt',
      Buffer.from(article('+ADw-script+AD4-', ['+ADw-script+AD4-canary()+ADw-/script+AD4-'])),
      'article',
    ],
    ['utf32.txt', Buffer.from([...text()].flatMap((c) => [c.codePointAt(0) ?? 0, 0, 0, 0])), 'any'],
    ['nul.txt', Buffer.from(text().replaceAll(' ', '\u0000')), 'any'],
    ['zeros.txt', Buffer.alloc(4_096), 'skip'],
    ['ones.txt', Buffer.alloc(4_096, 0xff), 'skip'],
    [
      'noise.txt',
      Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * at * 31 + at * 7) % 251)),
      'any',
    ],
    [
      'utf16-noise.txt',
      Buffer.from([0xff, 0xfe, ...Array.from({ length: 4_095 }, (_, at) => (at * 97) % 256)]),
      'skip',
    ],
    [
      'cyrillic.txt',
      Buffer.from(Array.from({ length: 2_000 }, (_, at) => (at % 7 === 6 ? 32 : 0xe0 + (at % 31)))),
      'skip',
    ],
    ['controls.txt', Buffer.from(Array.from({ length: 4_096 }, (_, at) => at % 32)), 'skip'],
  ];
}

function shapes(): [string, string, Fate][] {
  return [
    ['empty.txt', '', 'skip'],
    ['blank.txt', '\n \n\t\n', 'skip'],
    ['marks.txt', '<>{}[]()#*_\n---\n', 'skip'],
    ['line-too-long.txt', article(undefined, ['x'.repeat(64 * 1024 + 1)]), 'skip'],
    ['too-many-lines.txt', 'a line\n'.repeat(20_001), 'skip'],
    ['too-large.txt', 'a line of words\n'.repeat(8 * 65_536 + 1), 'skip'],
    ['one-line.txt', 'All that it holds is one line of words.', 'article'],
    ['no-end.txt', article(undefined, ['No line feed ends it.']).trimEnd(), 'article'],
    [
      'blanks.txt',
      article(undefined, ['A line after many blank ones.']).replaceAll('\n\n', '\n'.repeat(200)),
      'article',
    ],
    ['page.pdf', '%PDF-1.7', 'skip'],
    ['page.mdx', 'export const a = 1', 'skip'],
    ['page.astro', '---\ncanary()\n---', 'skip'],
    ['config.mjs', 'export default canary()', 'skip'],
  ];
}

/** Each a line of 8,000 characters. */
const SHAPES = [
  '_',
  '*',
  '\\',
  '[',
  '](',
  '`',
  '<',
  '{',
  '&',
  '~',
  '"',
  '“',
  '(',
  '<!--',
  '{/*',
  '- ',
  '> ',
  '# ',
  '1. ',
  'a@',
  'www.',
  'http://',
  '&#',
  ': ',
  '\u0301',
  '.',
  ', ',
  'aA',
  '1,',
  '$1 million ',
  'said ',
  'Mr. ',
  'A. ',
];

function htmlPage(line: string, at: number): string {
  return `<!DOCTYPE html><html lang='"><script>'><head><title>${line}</title><link rel=canonical href="javascript:globalThis.canary=1">
<meta property="og:site_name" content="${line.replaceAll('"', '&quot;')}"><script>globalThis.canary = 1</script><base href="https://other.example/"></head>
<body onload="globalThis.canary=1"><article><h1>Page ${at} of the board</h1>
${article(undefined, [
  line.replaceAll('<', '&lt;'),
  line,
  'A last paragraph that is long enough to be taken for the article of this page, as it should be.',
])
  .split('\n\n')
  .map((text) => `<p onclick="globalThis.canary=1">${text}</p>`)
  .join('\n')}
<script>document.write('<img src=x>')</script></article></body></html>`;
}

/** Says of itself what it likes, in every way that a page can. */
function statedPage(line: string): string {
  const value = line.replaceAll('"', '&quot;');
  const data = { '@type': 'NewsArticle', headline: line, author: { name: line }, publisher: line, url: line };
  return `<!DOCTYPE html><html><head><title>A page with facts</title>
<meta name="author" content="${value}"><meta property="og:site_name" content="${value}"><meta property="og:title" content="${value}">
<meta property="article:published_time" content="${value}"><meta property="og:url" content="${value}"><link rel="canonical" href="${value}">
<script type="application/ld+json">${JSON.stringify(data)}</script></head><body><article>
${article(undefined, [
  'A paragraph that is long enough to be taken for the article of this page, as it should be.',
])
  .split('\n\n')
  .map((text) => `<p>${text}</p>`)
  .join('\n')}</article></body></html>`;
}

/** What the editor pasted, quoted as YAML wants it. */
function sidecar(line: string): string {
  const value = JSON.stringify(line);
  return `headline: ${value}\npublisher: ${value}\nauthor: ${value}\nnote: ${value}\nurl: ${
    URL.canParse(line) && /^https?:/.test(line) ? value : '"https://other.example/"'
  }\n`;
}

const TRAP_PAGES: readonly (readonly [string, string])[] = [
  [
    'deep.html',
    `<article>${'<div>'.repeat(5_000)}words in the depth of a page${'</div>'.repeat(5_000)}</article>`,
  ],
  ['wide.html', `<article>${'<p>words <b>and</b> more of them</p>'.repeat(2_000)}</article>`],
  ['unclosed.html', `<article><p>words${'<a href="'.repeat(500)}`],
  [
    'attributes.html',
    `<article><p ${Array.from({ length: 3_000 }, (_, at) => `a${at}="x"`).join(' ')}>words of a page</p></article>`,
  ],
  ['entities.html', `<article><p>${'&amp;'.repeat(5_000)}</p></article>`],
  [
    'entity-bomb.html',
    `<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><article><p>${'&b;'.repeat(100)} words</p></article>`,
  ],
  ['frames.html', '<frameset><frame src="https://other.example/"></frameset>'],
  ['empty.html', '<html></html>'],
  ['comment.html', '<!-- never closed <article><p>words</p></article>'],
];

function jsonLines(lines: readonly string[]): string {
  return lines
    .map((line, at) =>
      JSON.stringify({
        id: at % 3 === 0 ? line : `record-${at}`,
        title: at % 2 === 0 ? line : `Record ${at} of the panel`,
        text: article(undefined, [line]),
        url: [
          'javascript:globalThis.canary=1',
          'https://user:word@other.example/',
          'data:text/html,x',
          `https://other.example/${at}"><b>`,
        ][at % 4],
        author: line,
        publisher: line,
        published: at % 2 === 0 ? line : '2022-02-14',
        language: line,
      }),
    )
    .join('\n');
}

function csvTable(lines: readonly string[]): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = lines
    .slice(0, 40)
    .map((line, at) => [`row-${at}`, line, article(undefined, [line])].map(cell).join(','));
  return `id,title,text\n${rows.join('\n')}\n`;
}

const BROKEN_RECORDS: readonly (readonly [string, string])[] = [
  [
    'deep.jsonl',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}\n{"text": ${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
  ],
  ['keys.jsonl', '{"__proto__": {"text": "polluted"}, "constructor": {"prototype": {"canary": 1}}}'],
  [
    'twice.jsonl',
    '{"id": "a", "text": "Words of the first record."}\n{"id": "a", "text": "Words of the second record."}',
  ],
  [
    'path.jsonl',
    '{"id": "../../../../etc/passwd", "text": "Words of a record with a path."}\n{"id": "\\u001b[31m\\n", "text": "Words of a record with controls."}',
  ],
  ['types.jsonl', '1\nnull\n"x"\n[]\n{"text": 7}\n{"text": ["one", "two"]}\n{"text": {"a": 1}}\n{bad'],
  ['unbalanced.csv', 'id,text\n1,"never closed\n2,words\n'],
  ['ragged.csv', 'id,text\n1\n2,words of a row,more,and more\n,,,\n'],
  ['header.csv', 'a,b\n1,2\n'],
  ['nul.csv', 'id,text\n1,"words \u0000 of a row"\n'],
  [
    'names.jsonl',
    [
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'con',
      '..',
      '.',
      '%2e%2e',
      '#',
      '?',
      'a#b',
      '{canary()}',
      '<b>',
      '',
    ]
      .map((id) =>
        JSON.stringify({ id, title: `Record ${id}`, text: `Words of the record ${id} of the panel.` }),
      )
      .join('\n'),
  ],
  [
    'surrogates.jsonl',
    '{"id": "a", "title": "A lone \\ud800 half", "text": "Words with \\udc00 and \\ud83d halves, \\u0000 and \\u001b[31m."}',
  ],
  [
    'proto.jsonl',
    '{"id": "a", "text": "Words of a record.", "title": {"__proto__": {"canary": 1}}, "__proto__": 1}',
  ],
  ['proto.csv', '__proto__,constructor,id,text\n1,2,a,Words of a row with odd columns.\n'],
  ['formulas.csv', 'id,title,text\n=1+1,@SUM(1),"=cmd|calc, said a row"\n-1,+1,"\tWords of a row"\n'],
];

function putSpecialFiles(folder: string, seeds: HostileSeed[]): void {
  const special = (name: string, make: (path: string) => void): void => {
    const path = join(folder, 'special', name);
    mkdirSync(dirname(path), { recursive: true });
    try {
      make(path);
    } catch {
      // No right to make a device, or a system that has no such files.
      return;
    }
    seeds.push({ seed: `special/${name}`, fate: 'skip', hostile: [] });
  };
  special('link-out.txt', (path) => symlinkSync('/etc/passwd', path));
  special('link-in.txt', (path) => symlinkSync('../all/lines.txt', path));
  special('link-nowhere.txt', (path) => symlinkSync('nowhere', path));
  special('link-self.txt', (path) => symlinkSync('link-self.txt', path));
  special('link-folder', (path) => symlinkSync('..', path));
  special('link-root', (path) => symlinkSync('/', path));
  special('pipe.txt', (path) => execFileSync('mkfifo', [path], { stdio: 'ignore' }));
  special('pipe.jsonl', (path) => execFileSync('mkfifo', [path], { stdio: 'ignore' }));
  special('zero.txt', (path) => execFileSync('mknod', [path, 'c', '1', '5'], { stdio: 'ignore' }));
}
