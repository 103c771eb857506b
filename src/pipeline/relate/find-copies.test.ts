import { describe, expect, it } from 'vitest';
import type { Article } from '../types.ts';
import { findCopies } from './find-copies.ts';
import { makeArticle } from './fixtures/make-article.ts';
import { type Study, studyArticles } from './study-articles.ts';
import { openVocabulary } from './terms.ts';

/** Paragraphs of made-up words: each number gives another paragraph, always the same one. */
function write(...numbers: readonly number[]): string[] {
  return numbers.map((n) => {
    const words = Array.from({ length: 24 }, (_, i) => spell((n * 977 + i * 131) % 4999) + spell(n));
    return `The ${words.join(' ')}.`;
  });
}

function spell(n: number): string {
  return [...String(n)].map((digit) => 'bdfgklmnpr'.charAt(Number(digit))).join('a');
}

function copies(...texts: readonly (readonly string[])[]): string[] {
  const articles = texts.map((text, i) => makeArticle({ ref: 'abcdefgh'.charAt(i), text }));
  return findCopies(study(articles)).map(
    ({ ref, of, kind, share }) => `${ref} ${kind} ${of.replace('.txt', '')} ${share.toFixed(2)}`,
  );
}

function study(articles: readonly Article[]): Study[] {
  return studyArticles(articles, openVocabulary());
}

describe('findCopies', () => {
  it('finds a near copy: a paragraph left out', () => {
    expect(copies(write(1, 2, 3, 4, 5), write(1, 2, 3, 5), write(6, 7, 8, 9))).toEqual(['b near a 0.78']);
  });

  it('finds the text that holds most of another', () => {
    expect(copies(write(1, 2, 3), write(1, 2, 3, 4, 5, 6, 7))).toEqual(['b contains a 1.00']);
  });

  it('leaves texts that share a paragraph', () => {
    expect(copies(write(1, 2, 3, 4), write(1, 5, 6, 7))).toEqual([]);
  });

  it('leaves texts of a few sentences', () => {
    expect(copies(write(1, 2), write(1, 2))).toEqual([]);
  });

  it('leaves a form that is filled in twice', () => {
    const form = (place: string, year: number) =>
      makeArticle({
        ref: place,
        text: [
          ...write(1, 2, 3).map((paragraph) => paragraph.replace('The', `In ${place} in ${year} the`)),
          `The ${place} office will send forms in ${year + 1}.`,
        ],
      });
    expect(findCopies(study([form('Upper Fen', 1990), form('Lower Fen', 1870)]))).toEqual([]);
  });

  it('points every copy at the first', () => {
    expect(copies(write(1, 2, 3), write(1, 2, 3), write(1, 2, 3))).toEqual([
      'b near a 1.00',
      'c near a 1.00',
    ]);
  });

  it('takes the earlier day as the origin', () => {
    const text = write(1, 2, 3);
    const [copy] = findCopies(
      study([
        makeArticle({ ref: 'a', text, published: '2019-04-09' }),
        makeArticle({ ref: 'b', text, published: '2019-04-08' }),
      ]),
    );
    expect(copy).toMatchObject({ ref: 'a', seed: 'a.txt', of: 'b.txt', kind: 'near', share: 1 });
  });
});
