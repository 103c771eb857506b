import { expect, test } from 'vitest';
import type { QuotesMatter } from '../../briefing.ts';
import type { Article, Corpus, CorpusQuotation, Theme } from '../types.ts';
import { composeQuotes } from './compose-quotes.ts';
import { indexCorpus } from './index-corpus.ts';

const text = 'The harbour master said: “The ferry sails.”';
const articleOf = (ref: string, date: string | undefined, home?: string): Article =>
  ({
    ref,
    slug: '',
    headline: { text: `Ferry ${ref}`, standing: 'editor' },
    lines: [{ n: 1, text, status: 'kept', role: 'paragraph', confidence: 'high' }],
    passages: [{ line: 1, to: 1, text, role: 'paragraph', themes: [] }],
    themes: home === undefined ? [] : [{ id: home, score: 1, terms: [], lines: [1] }],
    source: { published: date && { text: date, date, standing: 'stated' } },
  }) as unknown as Article;
const quotation: CorpusQuotation['quotation'] = {
  text: 'The ferry sails.',
  parts: [{ line: 1, start: 26, end: 42 }],
  kind: 'full',
  rule: 'said',
  confidence: 'high',
};

function composeFirst(quotations: readonly CorpusQuotation[]): QuotesMatter | undefined {
  const index = indexCorpus(
    {
      articles: [
        articleOf('001', undefined),
        articleOf('002', '2021-05-01', 'ports'),
        articleOf('003', undefined),
      ],
      quotations,
      names: [],
      links: [],
      keyPoints: new Map(),
    } as unknown as Corpus,
    [{ id: 'ports', title: 'Ports' } as Theme],
  );
  const [page] = composeQuotes(index);
  return page?.matter as QuotesMatter | undefined;
}

test('names each source that prints a quotation of the page once, with its theme, newest first', () => {
  const quotations = [
    { ref: '001', quotation, also: [{ ref: '002', quotation }] },
    { ref: '001', quotation, also: [] },
  ];
  expect(composeFirst(quotations)?.sources).toMatchObject([
    { ref: '002', headline: { text: 'Ferry 002' }, theme: { id: 'ports' } },
    { ref: '001', headline: { text: 'Ferry 001' }, theme: undefined },
  ]);
});

test('offers no choice among sources where there is one', () => {
  expect(composeFirst([{ ref: '003', quotation, also: [] }])?.sources).toBeUndefined();
});
