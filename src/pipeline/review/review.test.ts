import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readNames } from '../editorial/names.ts';
import { readSourcesTable } from '../editorial/sources-table.ts';
import type { Article, Corpus, CorpusName, Line } from '../types.ts';
import { fillNames, fillSources } from './fill-tables.ts';
import { listReview } from './list-review.ts';

const doubtful: Line = {
  n: 4,
  text: 'Watch our "film"',
  status: 'kept',
  role: 'paragraph',
  confidence: 'low',
  doubtful: 'looks like a teaser',
};
const articleOf = (seed: string, part: Partial<Article> = {}): Article =>
  ({
    ref: seed.slice(0, 1),
    source: { seed },
    headline: { text: 'H', standing: 'stated', line: 1 },
    themes: [{ id: 't' }],
    lines: [],
    ...part,
  }) as unknown as Article;
const nameOf = (name: string, refs: string[]): CorpusName =>
  ({
    id: name.toLowerCase().replaceAll(' ', '-'),
    kind: 'people',
    name,
    found: true,
    mentions: refs.map((ref) => ({ ref })),
    printedAs: [{ text: name }, { text: 'J. Doe' }],
  }) as unknown as CorpusName;
const corpusOf = (part: Partial<Corpus>): Corpus =>
  ({ articles: [], names: [], findings: [], copies: [], ...part }) as unknown as Corpus;

const corpus = corpusOf({
  articles: [
    articleOf('a/1.txt', { lines: [doubtful] }),
    articleOf('b.html', { themes: [] }),
    articleOf('c.jsonl#7', { headline: { text: 'H', standing: 'derived', line: 1 } }),
  ],
  names: [nameOf('Jane Doe', ['a', 'b']), nameOf('Joe Once', ['a'])],
  findings: [{ ruleId: 'names-joined', reason: 'two spellings' }],
});

describe('listReview', () => {
  test('puts what changes most for a reader first, with the words that change it', () => {
    expect(
      listReview(corpus).map(({ kind, seed, override }) => [kind, seed, override?.file, override?.text]),
    ).toEqual([
      ['names', undefined, undefined, undefined],
      ['no-theme', 'b.html', 'seeds/b.yaml', 'theme: the-theme'],
      ['no-headline', 'c.jsonl#7', 'seeds/sources.csv', 'a row for "c.jsonl#7"'],
      ['doubtful-line', 'a/1.txt', 'seeds/a/1.yaml', 'remove:\n  - "Watch our \\"film\\""'],
      [
        'new-name',
        undefined,
        'content/names/people.yaml',
        '- id: jane-doe\n  name: "Jane Doe"\n  aliases: ["J. Doe"]',
      ],
    ]);
  });
});

describe('fillSources', () => {
  test('starts a table with one row an article', () => {
    expect(fillSources(corpus, '', new Set())).toBe(
      'file,headline,publisher,url,author,published,theme\r\na/1.txt,,,,,,\r\nb.html,,,,,,\r\nc.jsonl#7,,,,,,\r\n',
    );
  });

  test('adds below what stands there, with its separator', () => {
    const text = 'file;headline;publisher;url;author;published;theme\nb.html;H;;;;;';
    expect(fillSources(corpus, text, new Set(['b.html', 'c.jsonl#7']))).toBe(`${text}\na/1.txt;;;;;;\n`);
  });

  test.each([
    ['with tabs', 'file\tpublisher\nb.html\tPost\n'],
    ['with another order and a spreadsheet’s line ends', '\ufeffPublisher,File\r\nPost,b.html\r\n'],
    ['with an empty line, an empty column and the file last', '\npublisher,,"file"\nPost,,b.html'],
  ])('adds rows that are found again to a table %s', (_what, text) => {
    const articles = [...corpus.articles, articleOf('d, e;\tf.txt')];
    const filled = fillSources({ ...corpus, articles }, text, new Set(['b.html']));
    expect(filled.startsWith(text)).toBe(true);
    const file = new VFile({ path: 'sources.csv', value: filled });
    expect([...(readSourcesTable(file, []) ?? []).keys()]).toEqual([
      'b.html',
      'a/1.txt',
      'c.jsonl#7',
      'd, e;\tf.txt',
    ]);
    expect(file.messages).toEqual([]);
  });

  test('leaves a table alone whose header names no files', () => {
    expect(fillSources(corpus, 'publisher\nPost\n', new Set())).toBe('publisher\nPost\n');
  });
});

test('lets no name of a file become a formula, and knows the file again', () => {
  const articles = ['=cmd|x.txt', "'@y.txt", 'z.txt'].map((seed) => articleOf(seed));
  const text = fillSources({ ...corpus, articles }, '', new Set());
  expect(text).toContain("\r\n'=cmd|x.txt,");
  expect(text).toContain("\r\n''@y.txt,");
  const file = new VFile({ path: 'sources.csv', value: text });
  expect([...(readSourcesTable(file, []) ?? []).keys()]).toEqual(['=cmd|x.txt', "'@y.txt", 'z.txt']);
});

describe('fillNames', () => {
  test('suggests as comments what several articles name, once', () => {
    const once = fillNames(corpus, 'people', '- id: x\n  name: X\n');
    expect(once).toBe(
      '- id: x\n  name: X\n\n# Named in several articles; take the `#` away to follow them:\n# - id: jane-doe\n#   name: "Jane Doe"\n#   aliases: ["J. Doe"]\n',
    );
    expect(fillNames(corpus, 'people', once)).toBe(once);
    expect(fillNames(corpus, 'places', '')).toBe('');
  });

  test.each(['people.yaml', 'organisations.yaml', 'places.yaml'])(
    'adds to the %s of a new folder what is a list before and after the `#` is taken away',
    (name) => {
      const starter = readFileSync(new URL(`../../commands/starter/names/${name}`, import.meta.url), 'utf8');
      const found = { ...corpus, names: [nameOf('Mara Holm', ['a', 'b'])] };
      const filled = fillNames(found, 'people', starter);
      const taken = filled.slice(starter.length).replaceAll(/^# (?=[- ])/gm, '');
      const idsOf = (value: string): string[] => {
        const file = new VFile({ path: `content/names/${name}`, value });
        const ids = readNames([file]).entries.map(({ id }) => id);
        expect(file.messages).toEqual([]);
        return ids;
      };
      for (const text of ['', starter, filled]) expect(idsOf(text)).toEqual([]);
      expect(idsOf(starter + taken)).toEqual(['mara-holm']);
    },
  );
});
