import { describe, expect, it } from 'vitest';
import { quote } from '../relate/fixtures/annotate-sketch.ts';
import { makeArticle } from '../relate/fixtures/make-article.ts';
import { relateArticles } from '../relate/index.ts';
import type { Article, Corpus, Republish } from '../types.ts';
import { restrictCorpus } from './restrict-corpus.ts';

const HEADLINE = 'Mayor calls the pier “safe again” after the storm';
const SAID = 'The mayor said: “The harbour will open when the storm is over.”';
const OTHER = 'Behind the old warehouse a row of wooden boats lay under snow.';
const TEXT = [HEADLINE, SAID, OTHER];

/** One article with a stated headline, a quotation in it and one in its text. */
function restrict(mode: Republish): Corpus {
  const annotations = { quotations: [quote(TEXT, 'safe again'), quote(TEXT, 'The harbour will open')] };
  const article = makeArticle({ ref: 'a', text: TEXT, annotations });
  const [headline, ...rest] = article.passages;
  const stated: Article = {
    ...article,
    headline: { text: HEADLINE, standing: 'stated', line: 1 },
    passages: headline ? [{ ...headline, role: 'headline' }, ...rest] : rest,
  };
  return restrictCorpus(relateArticles([stated], [], []), mode, new Set());
}

const quoted = ({ articles, quotations }: Corpus): readonly string[] => [
  ...articles.flatMap((article) => article.annotations.quotations.map(({ text }) => text)),
  ...quotations.map(({ quotation }) => quotation.text),
];

describe('restrictCorpus', () => {
  it('leaves a source that is republished in full as it is', () => {
    const { articles } = restrict('full');
    expect(articles[0]?.raw).toContain('wooden boats');
    expect(articles[0]?.passages).toHaveLength(3);
  });

  it('keeps quotations and the headline alone', () => {
    const corpus = restrict('quotations');
    expect(corpus.articles[0]?.lines.map(({ text }) => text)).toEqual([HEADLINE, SAID, '']);
    expect(corpus.articles[0]?.raw).toBe('');
    expect(quoted(corpus)).toContain('The harbour will open');
  });

  it('keeps the headline as the name of a work, and quotes nothing of it', () => {
    const corpus = restrict('none');
    expect(corpus.articles[0]?.lines.map(({ text }) => text)).toEqual([HEADLINE, '', '']);
    expect(corpus.articles[0]?.raw).toBe('');
    expect(quoted(corpus)).toEqual([]);
  });
});
