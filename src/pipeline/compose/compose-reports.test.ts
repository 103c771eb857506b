import { expect, test } from 'vitest';
import { makeArticle, spanOf } from '../relate/fixtures/make-article.ts';
import type { Corpus, CorpusName, Party } from '../types.ts';
import { composeName } from './compose-name.ts';
import { composeReports } from './compose-reports.ts';
import { indexCorpus } from './index-corpus.ts';

const TEXT = [
  'Rain fell. Ann Lee met Bo Ray at the pier.',
  'Ann Lee talked with port officials.',
  'Bo Ray is to meet Ann Lee. She smiled.',
];
const ann: Party = { text: 'Ann Lee', kind: 'people', id: 'ann-lee' };
const bo: Party = { text: 'Bo Ray', kind: 'people', id: 'bo-ray' };
const officials: Party = { text: 'port officials' };
const at = (words: string) => spanOf(TEXT, words);
const pier = at('Ann Lee met Bo Ray at the pier.');
const meetings = [
  { ...pier, one: [ann], other: [bo] },
  { ...at('Ann Lee talked with port officials.'), one: [ann], other: [officials] },
  { ...at('Bo Ray is to meet Ann Lee.'), one: [bo], other: [ann] },
];
const article = makeArticle({ ref: '1', text: TEXT, annotations: { meetings } });
const nameOf = ({ text, id = '' }: Party): CorpusName => {
  const mentions = TEXT.flatMap((words, n) =>
    words.includes(text) ? [{ ref: '1', text, ...spanOf([words], text), line: 2 * n + 1 }] : [],
  );
  return { kind: 'people', id, name: text, mentions, printedAs: [], roles: [] };
};
const names = [nameOf(ann), nameOf(bo)];
const corpus = { articles: [article], names, links: [], quotations: [], keyPoints: new Map() };
// Of a corpus, the composer looks at these alone.
const index = indexCorpus(corpus as unknown as Corpus, []);

test('joins the rows of one sentence, and puts those of the same names together', () => {
  const [first, second, third] = meetings.map(({ one: _, other: __, ...span }) => ({ ...span, article }));
  if (!first || !second || !third) throw new Error('three meetings');
  const rows = composeReports(index, [
    { ...first, who: [bo] },
    { ...second, who: [officials] },
    { ...second, who: [ann] },
    { ...third, who: [bo] },
  ]);
  expect(rows.map(({ who, words }) => [who.map(({ text }) => text), words.text])).toEqual([
    [['Bo Ray'], 'Ann Lee met Bo Ray at the pier.'],
    [['Bo Ray'], 'Bo Ray is to meet Ann Lee.'],
    [['port officials', 'Ann Lee'], 'Ann Lee talked with port officials.'],
  ]);
});

test('lists the meetings of a name with the others, linked, or cited where they are words', () => {
  const pages = [...composeName(index, names[0] as CorpusName, [], [])];
  expect(pages.map((page) => page.matter)).toMatchObject([
    {
      meetings: [
        {
          who: [{ text: 'Bo Ray', name: { path: '/people/bo-ray/' } }],
          words: { text: 'Ann Lee met Bo Ray at the pier.', cite: '1:1' },
        },
        { who: [{ text: 'Bo Ray' }], words: { text: 'Bo Ray is to meet Ann Lee.' } },
        { who: [{ text: 'port officials', cite: '1:3' }] },
      ],
    },
  ]);
});

test('lists nothing where there is one sentence', () => {
  expect(composeReports(index, [{ ...pier, article, who: [bo] }])).toEqual([]);
});
