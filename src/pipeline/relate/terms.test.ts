import { describe, expect, test } from 'vitest';
import { openVocabulary, splitTerms } from './terms.ts';

const wordsOf = (text: string): string[] =>
  splitTerms(text, openVocabulary()).map(({ start, end }) => text.slice(start, end));

describe('words of a text', () => {
  test.each<[string, string[]]>([
    ['Talks went on.', ['Talks', 'went', 'on']],
    ['', []],
    ['…', []],
    ['about 1,500.5 tonnes, or 3.', ['about', '1,500.5', 'tonnes', 'or', '3']],
    ['A10 and B-2', ['A', '10', 'and', 'B', '2']],
    ['Orbán’s naïve café', ['Orbán', 's', 'naïve', 'café']],
    ['Россия и NATO', ['Россия', 'и', 'NATO']],
    ['e\u0301tat 𝒜b \ud835', ['e\u0301tat', '𝒜b']],
    ['𐍈𐍈 😀b', ['𐍈𐍈', 'b']],
  ])('of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('are letters with their marks, and numbers, whatever stands around them', () => {
    const signs = [
      'a',
      'Z',
      '7',
      '.',
      ',',
      ' ',
      '-',
      '’',
      'é',
      'e\u0301',
      '\u0301',
      'Я',
      '٣',
      '𝒜',
      '😀',
      '\udc00',
      '\n',
    ];
    for (let at = 0; at < signs.length ** 4; at += 1) {
      const text = [0, 1, 2, 3]
        .map((digit) => signs[Math.floor(at / signs.length ** digit) % signs.length])
        .join('');
      const words = text.match(/\p{L}[\p{L}\p{M}]*|\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];
      expect(wordsOf(text), JSON.stringify(text)).toEqual([...words]);
    }
  });
});
