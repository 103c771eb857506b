import { describe, expect, it } from 'vitest';
import type { Article } from '../types.ts';
import { findWireCopy } from './find-wire-copy.ts';
import { quote } from './fixtures/annotate-sketch.ts';
import { makeArticle } from './fixtures/make-article.ts';
import { type Study, studyArticles } from './study-articles.ts';
import { openVocabulary } from './terms.ts';

function wire(...texts: readonly (readonly string[])[]): string[] {
  const articles = texts.map((text, i) => makeArticle({ ref: String(i), text }));
  return findWireCopy(study(articles)).map(
    ({ a, b, pairs }) => `${a}-${b}: ${pairs.map((pair) => `${pair.a.line}=${pair.b.line}`).join(' ')}`,
  );
}

const FERRY =
  'The harbour office has released pictures of a ferry leaving the north quay with six empty carts on deck.';

function study(articles: readonly Article[]): Study[] {
  return studyArticles(articles, openVocabulary());
}

describe('findWireCopy', () => {
  it.each([
    ['equal', FERRY],
    ['a clause more', FERRY.replace('.', ', which it took on Monday morning.')],
    ['a word replaced', FERRY.replace('has released', 'released')],
  ])('finds a sentence that is %s', (_, other) => {
    expect(wire(['Something else happened first.', FERRY], [other])).toEqual(['0-1: 3=1']);
  });

  it.each([
    [
      'the same subject in other words',
      'Six carts stood empty on the ferry when it left the north quay, the office said.',
    ],
    ['the same form with another number', FERRY.replace('six', '60').replace('carts', '7 carts')],
    ['a short sentence', 'The harbour office has released pictures.'],
  ])('leaves %s', (_, other) => expect(wire([FERRY.replace('six', '50')], [other])).toEqual([]));

  it('does not take a speech that two reporters quote for one report', () => {
    const words =
      'We will open the north quay to all ferries before the first frost, and we will keep it open';
    const [one, other] = [`“${words},” the mayor told us.`, `In the hall she promised: “${words}.”`];
    const articles = [one, other].map((paragraph, i) =>
      makeArticle({
        ref: String(i),
        text: [paragraph],
        annotations: { quotations: [quote([paragraph], words)] },
      }),
    );
    expect(findWireCopy(study(articles))).toEqual([]);
  });

  it('leaves one sentence that stands everywhere', () => {
    expect(wire(...Array.from({ length: 12 }, () => [FERRY]))).toEqual([]);
  });
});
