import { describe, expect, test } from 'vitest';
import { splitPassages } from '../language/sentences.ts';
import type { Article, Corpus, CorpusFigures, Figure, Line, Passage } from '../types.ts';
import { composeFigureGroup, composeFigures } from './compose-figures.ts';
import { indexCorpus } from './index-corpus.ts';

const text = 'More than 100 ships left the port. A second count says 80.';
const line: Line = { n: 1, text, status: 'kept', role: 'paragraph', confidence: 'high' };
const passage: Passage = { line: 1, to: 1, text, role: 'paragraph', themes: [] };
const article = {
  ref: '1',
  lines: [line],
  passages: [passage],
  annotations: { sentences: splitPassages([passage]) },
  themes: [],
  source: {},
} as unknown as Article;
const index = indexCorpus(
  {
    articles: [article],
    names: [],
    links: [],
    quotations: [],
    figures: [],
    keyPoints: new Map(),
  } as unknown as Corpus,
  [],
);

const figureOf = (value: number, part: Partial<Figure> = {}): { ref: string; figure: Figure } => ({
  ref: '1',
  figure: {
    line: 1,
    start: 10,
    end: 13,
    text: '',
    number: String(value),
    value,
    unit: 'ships',
    rule: 'unit',
    ...part,
  },
});
const groupOf = (...figures: CorpusFigures['figures']) =>
  composeFigureGroup(index, { id: 'ships', title: 'Ships', unit: 'ships', figures });

describe('composeFigureGroup', () => {
  const [port, mayor] = [{ name: 'the port' }, { name: 'the mayor' }];
  test.each([
    [groupOf(figureOf(100), figureOf(80)), 'Different numbers. No line says whose.'],
    [
      groupOf(figureOf(100, { claimant: port }), figureOf(100, { claimant: mayor })),
      'The same number: two owners named.',
    ],
    [
      groupOf(figureOf(100, { claimant: port }), figureOf(100)),
      'The same number: one owner named, and one line that names nobody.',
    ],
    [
      groupOf(figureOf(100, { claimant: port }), figureOf(80), figureOf(80)),
      'Different numbers: one owner named, and two lines that name nobody.',
    ],
  ])('says only whether numbers are the same, and whose', ({ sentence }, expected) => {
    expect(sentence).toBe(expected);
  });

  test('draws no scale where all values are equal, and one with a round end where they are not', () => {
    expect(groupOf(figureOf(100), figureOf(100)).scale).toBeUndefined();
    expect(groupOf(figureOf(100_000), figureOf(150_000)).scale).toBe(200_000);
    expect(groupOf(figureOf(0), figureOf(9)).scale).toBe(10);
  });

  test('shows the sentence of the number, and its qualifier without a capital', () => {
    const [row] = groupOf(figureOf(100, { qualifier: 'more-than', qualifierText: 'More than' })).rows;
    expect(row).toMatchObject({
      mark: 'more-than',
      qualifier: 'more than',
      words: { text: 'More than 100 ships left the port.', cite: '1:1' },
    });
  });
});

test('shows a number that its sentence says twice once', () => {
  const once = (id: string, value: number): CorpusFigures => ({
    ...{ id, title: 'Ships', unit: 'ships' },
    figures: [figureOf(value)],
  });
  const [page] = composeFigures({
    ...index,
    corpus: { ...index.corpus, figures: [once('a', 100), once('b', 100), once('c', 80)] },
  });
  const matter = page?.matter.kind === 'figures' ? page.matter : undefined;
  expect(matter?.once.map(({ text: number }) => number)).toEqual(['100', '80']);
});
