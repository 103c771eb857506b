import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Theme } from '../types.ts';
import { createReader } from './reader.ts';
import { createThemeMatcher } from './tag-themes.ts';

const diplomacy: Theme = {
  id: 'diplomacy',
  order: 1,
  title: 'Diplomacy',
  definition: 'Talks between states.',
  terms: [
    { term: 'talks', weight: 2 },
    { term: 'negotiat*', weight: 2 },
  ],
  needs: ['foreign minist*', 'ceasefire'],
  body: '',
  comparisons: [],
};

const COMPANIES = [
  'Carmaker in talks over rival',
  'The carmaker has opened talks with its rival and hopes to negotiate a price before the end of the month.',
  'Shares of both rose, because the talks had been put off twice since the autumn of the year before.',
  'The negotiations are led by two banks, and the talks may take weeks, people with knowledge of them said.',
];

/** Ids of the themes of an article, and the lines that one of its passages is tagged on. */
function themesOf(paragraphs: readonly string[], { needs = diplomacy.needs, home = '' } = {}) {
  const themes = [{ ...diplomacy, needs }];
  const reader = createReader({ themes, matcher: createThemeMatcher(themes) });
  const file = new VFile({ value: paragraphs.join('\n\n') });
  file.data.seed = { seed: 'a.txt', sha256: '', bytes: 0, encoding: 'UTF-8', ref: '000', repairs: [] };
  if (home !== '') file.data.homeTheme = home;
  const article = reader.processSync(file).result;
  return {
    themes: article.themes.map(({ id }) => id),
    tagged: article.passages.filter((passage) => passage.themes.length > 0).length,
  };
}

describe('what a theme needs', () => {
  test.each([
    ['talks of companies', COMPANIES, []],
    [
      'talks of states, named on top',
      [...COMPANIES.slice(0, 2), 'The Foreign Ministry of the island hosts them.', ...COMPANIES.slice(2)],
      ['diplomacy'],
    ],
    [
      'talks of states, named where they are spoken of',
      [...COMPANIES, 'A ceasefire must stand before the talks can begin, both of the envoys told reporters.'],
      ['diplomacy'],
    ],
    [
      'talks of companies, with states far away',
      [...COMPANIES, 'The foreign minister was in the town on that day, but he had come to open a museum.'],
      [],
    ],
  ])('%s', (_, paragraphs, expected) => {
    expect(themesOf(paragraphs).themes).toEqual(expected);
  });

  test('leaves no line tagged where it is not met', () => {
    expect(themesOf(COMPANIES)).toEqual({ themes: [], tagged: 0 });
  });

  test('is nothing where a theme names nothing', () => {
    expect(themesOf(COMPANIES, { needs: [] })).toEqual({ themes: ['diplomacy'], tagged: 4 });
  });

  test('does not stand above the editor', () => {
    expect(themesOf(COMPANIES, { home: 'diplomacy' })).toEqual({ themes: ['diplomacy'], tagged: 4 });
  });
});
