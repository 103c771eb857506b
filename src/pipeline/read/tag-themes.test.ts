import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readThemes } from '../editorial/themes.ts';
import type { Theme } from '../types.ts';
import { createReader } from './reader.ts';
import { createThemeMatcher, tagArticle, tagPassage } from './tag-themes.ts';

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

describe('a word that stands alone', () => {
  const sanctions: Theme = {
    ...diplomacy,
    id: 'sanctions',
    order: 2,
    terms: [{ term: 'sanction*', weight: 2, alone: true }],
    needs: [],
  };
  const STATES = [
    'Ministers resume talks',
    'The ministers of the island and of its neighbour resumed their talks, and hope to negotiate a ceasefire.',
  ];
  const LEAD =
    'The neighbour has asked that the sanctions on its two banks be dropped before the end of the year.';

  function tag(terms: Theme['terms'], paragraphs: readonly string[]): string[] {
    const themes = [diplomacy, { ...sanctions, terms }];
    const matcher = createThemeMatcher(themes);
    const passages = paragraphs.map((text, n) => {
      const role = n === 0 ? ('headline' as const) : ('paragraph' as const);
      return { line: n + 1, text, role, themes: tagPassage(text, matcher, themes) };
    });
    return tagArticle(passages, matcher, themes, new Set(['diplomacy', 'sanctions'])).map(({ id }) => id);
  }

  test.each([
    ['touches an article that has a theme', sanctions.terms, [...STATES, LEAD], ['diplomacy', 'sanctions']],
    [
      'touches none by one line further down',
      sanctions.terms,
      [...STATES, ...STATES, ...STATES, LEAD],
      ['diplomacy'],
    ],
    ['gives an article no theme of its own', sanctions.terms, ['Club fined', LEAD, LEAD], []],
    ['is one the editor named', [{ term: 'sanction*', weight: 2 }], [...STATES, LEAD], ['diplomacy']],
  ])('%s', (_, terms, paragraphs, expected) => {
    expect(tag(terms, paragraphs)).toEqual(expected);
  });
});

describe('the themes of content/themes', () => {
  const files = ['diplomacy', 'sanctions', 'troop-build-up'].map((id) => {
    const path = `content/themes/${id}.md`;
    return new VFile({ path, value: readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8') });
  });
  const themes = readThemes(files).map(({ theme }) => theme);
  const matcher = createThemeMatcher(themes);

  test.each([
    [
      'A tank in a museum',
      [
        'A tank that stood for 60 years on a square has been moved.',
        'The tank and two missiles draw visitors.',
      ],
      [],
    ],
    [
      'Scouts march for charity',
      [
        'A troop of scouts marched along the coast and camped at a water tank.',
        'Their leader had led a battalion.',
      ],
      [],
    ],
    [
      'Nurses to resume pay talks',
      [
        'Talks on pay resume on Monday; a mediator has been called in.',
        'The hospitals need a truce over the winter.',
      ],
      [],
    ],
    [
      'Tanks move to the frontier',
      ['The army has moved tanks and artillery to the frontier.', 'Two battalions of paratroopers follow.'],
      ['troop-build-up'],
    ],
    [
      'Leaders of two states meet at the line',
      ['The two heads of state met and promised a peace treaty.', 'It was the first summit in ten years.'],
      ['diplomacy'],
    ],
    [
      'Ministry tightens curbs on chips',
      ['The ministry put 36 firms on a trade blacklist.', 'The export controls follow steps of its allies.'],
      ['sanctions'],
    ],
  ])('%s', (headline, paragraphs, expected) => {
    const reader = createReader({ themes, matcher });
    const file = new VFile({ value: [headline, ...paragraphs].join('\n\n') });
    file.data.seed = { seed: 'a.txt', sha256: '', bytes: 0, encoding: 'UTF-8', ref: '000', repairs: [] };
    expect(reader.processSync(file).result.themes.map(({ id }) => id)).toEqual(expected);
  });
});
