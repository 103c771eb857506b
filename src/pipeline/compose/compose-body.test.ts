import type { Paragraph } from 'mdast';
import { describe, expect, test } from 'vitest';
import { splitPassages } from '../language/sentences.ts';
import type { Article, Corpus, CorpusName, Mention, Passage } from '../types.ts';
import { serialisePage } from '../write/serialise.ts';
import { composeBody } from './compose-body.ts';
import { indexCorpus } from './index-corpus.ts';

const mentionOf = (line: number, text: string, words: string, id: string): Mention => {
  const start = text.indexOf(words);
  return { line, start, end: start + words.length, text: words, kind: 'people', id, name: words };
};
const articleOf = (given: readonly Partial<Passage>[], mentions: readonly Mention[] = []): Article => {
  const passages = given.map((p, at) => ({
    line: at + 1,
    to: at + 1,
    role: 'paragraph',
    text: '',
    themes: [],
    ...p,
  }));
  return {
    ref: '003',
    headline: { standing: 'stated' },
    themes: [],
    lines: [],
    passages,
    annotations: { mentions, sentences: splitPassages(passages) },
  } as unknown as Article;
};
const bodyOf = (article: Article, gaps: Parameters<typeof composeBody>[2] = []): string => {
  const names = ['jane', 'joe'].map(
    (id): Partial<CorpusName> => ({ kind: 'people', id, name: id, mentions: [] }),
  );
  const index = indexCorpus(
    { articles: [article], names, links: [], quotations: [], keyPoints: new Map() } as unknown as Corpus,
    [],
  );
  const { text } = serialisePage({
    matter: { kind: 'keyboard', path: '/x/', title: '', description: '' },
    body: composeBody(index, article, gaps),
  });
  return text.slice(text.indexOf('\n---\n') + 6);
};

describe('composeBody', () => {
  test('leaves out the stated headline and captions, and marks gaps at their place', () => {
    const article = articleOf([
      { text: 'The headline', role: 'headline' },
      { text: 'Words.' },
      { text: 'In the port: a ship.', role: 'caption' },
      { text: 'A crosshead', role: 'crosshead' },
    ]);
    expect(bodyOf(article, [{ at: '3', lines: [] }])).toBe(
      '<Passage source="003" line="2">Words.</Passage>\n\n<Gap at="3" />\n\n<Crosshead source="003" line="4">A crosshead</Crosshead>\n',
    );
  });

  test('links a name once a section, and only names that have a page', () => {
    const text = 'Jane met Joe and Bob. Jane left.';
    const mentions = [
      mentionOf(1, text, 'Jane', 'jane'),
      mentionOf(1, text, 'Joe', 'joe'),
      mentionOf(1, text, 'Bob', 'bob'),
      { ...mentionOf(1, text, 'Jane', 'jane'), start: 22, end: 26 },
      mentionOf(2, 'Joe spoke.', 'Joe', 'joe'),
      mentionOf(4, 'Joe spoke.', 'Joe', 'joe'),
    ];
    const article = articleOf(
      [{ text }, { text: 'Joe spoke.' }, { text: 'Next', role: 'crosshead' }, { text: 'Joe spoke.' }],
      mentions,
    );
    expect(bodyOf(article).match(/<Mention of="[^"]+">[^<]+/g)).toEqual([
      '<Mention of="people/jane">Jane',
      '<Mention of="people/joe">Joe',
      '<Mention of="people/joe">Joe',
    ]);
  });

  test('names the range of a joined passage and another language', () => {
    expect(bodyOf(articleOf([{ text: 'Mots.', line: 4, to: 6, language: 'fr' }]))).toBe(
      '<Passage source="003" line="4" to="6" lang="fr">Mots.</Passage>\n',
    );
  });

  test('gives each of many sentences an anchor and changes no word', () => {
    const text = Array.from({ length: 8 }, (_, at) => `This is sentence number ${at + 1}.`).join(' ');
    const body = bodyOf(articleOf([{ text }], [mentionOf(1, text, 'sentence', 'jane')]));
    expect(body).toContain(
      '<Sentence at="1.1">This is <Mention of="people/jane">sentence</Mention> number 1.</Sentence>',
    );
    expect(body).toContain('<Sentence at="1.8">');
    expect(body.replaceAll(/<[^>]*>/g, '').trim()).toBe(text);
    const short = composeBody(
      indexCorpus({ articles: [], names: [], links: [], quotations: [] } as unknown as Corpus, []),
      articleOf([{ text: 'One. Two. Three.' }]),
      [],
    );
    expect(JSON.stringify((short[0] as Paragraph).children)).not.toContain('Sentence');
  });
});
