import { expect, test } from 'vitest';
import { makeArticle, spanOf } from '../relate/fixtures/make-article.ts';
import type { Article, Corpus, Theme } from '../types.ts';
import { composeThemes } from './compose-themes.ts';
import { indexCorpus } from './index-corpus.ts';

const THEME: Theme = {
  ...{
    id: 'moves',
    order: 1,
    title: 'Moves',
    definition: '',
    terms: [],
    needs: [],
    body: '',
    comparisons: [],
  },
  deeds: { title: 'Who moves what', who: 'Whose', verbs: ['move'], objects: ['tank*'] },
};
const TEXT = ['Rain fell. Norway moved tanks.', 'Norway moved buoys.', 'Norway moved old tanks.'];
const tag = [{ id: 'moves', score: 3, terms: ['moved'] }];

/** With deeds in all of its lines, of which the theme tags these. */
function articleOf(n: number, tagged: readonly number[]): Article {
  const who = { text: 'Norway', kind: 'places', id: 'norway' } as const;
  const spans = ['Norway moved tanks.', 'Norway moved buoys.', 'Norway moved old tanks.'];
  const deeds = spans.map((words) => ({ ...spanOf(TEXT, words), theme: 'moves', who }));
  return makeArticle({
    ...{ ref: String(n), text: TEXT, annotations: { deeds } },
    published: `20${10 + (n % 15)}-05-01`,
    passageThemes: Object.fromEntries(tagged.map((line) => [line, tag])),
    themes: [{ ...tag[0], id: 'moves', score: 9, terms: ['moved'], lines: tagged }],
  });
}

function composeFirst(articles: readonly Article[], theme = THEME) {
  const none = { names: [], links: [], quotations: [], figures: [], keyPoints: new Map() };
  // Of a corpus, the composer looks at these alone.
  const index = indexCorpus({ articles, ...none } as unknown as Corpus, [theme]);
  for (const page of composeThemes(index, [{ theme, comparisons: [], introduction: [] }]))
    if (page.matter.kind === 'theme' && 'body' in page) return page.matter as { readonly deeds?: unknown };
  throw new Error('no page of the theme');
}

test('lists what countries are reported to do in the lines that the theme tags', () => {
  expect(composeFirst([articleOf(1, [1, 5])]).deeds).toEqual({
    ...{ title: 'Who moves what', who: 'Whose', total: 2 },
    rows: [
      { who: [{ text: 'Norway', name: undefined }], words: { text: 'Norway moved tanks.', cite: '1:1' } },
      { who: [{ text: 'Norway', name: undefined }], words: { text: 'Norway moved old tanks.', cite: '1:5' } },
    ],
  });
});

test('lists nothing where one line says so, or the theme asks for nothing', () => {
  expect(composeFirst([articleOf(1, [1])]).deeds).toBeUndefined();
  expect(composeFirst([articleOf(1, [1, 5])], { ...THEME, deeds: undefined }).deeds).toBeUndefined();
});

test('lists the newest alone where they would fill the page', () => {
  const articles = Array.from({ length: 300 }, (_, n) => articleOf(n, [1, 5]));
  const { deeds } = composeFirst(articles) as {
    deeds: { total: number; rows: readonly { words: { cite: string } }[] };
  };
  expect(deeds.total).toBe(600);
  expect(deeds.rows.length).toBeGreaterThan(20);
  expect(deeds.rows.length).toBeLessThan(100);
  expect(deeds.rows.every(({ words }) => Number(words.cite.split(':')[0]) % 15 >= 10)).toBe(true);
});
