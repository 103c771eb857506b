import { describe, expect, it } from 'vitest';
import { quote } from './fixtures/annotate-sketch.ts';
import { makeArticle } from './fixtures/make-article.ts';
import { groupQuotations } from './group-quotations.ts';
import { openVocabulary } from './terms.ts';

/** Articles a, b, c…, each with one quotation: its words and speaker. */
function group(...said: readonly (readonly [string, string?])[]) {
  const articles = said.map(([words, speaker], i) => {
    const text = [`Somebody said: “${words}”`];
    return makeArticle({
      ref: 'abcdefgh'.charAt(i),
      text,
      annotations: { quotations: [quote(text, words, speaker)] },
    });
  });
  return groupQuotations(articles, openVocabulary());
}

function sets(...said: readonly (readonly [string, string?])[]): string[] {
  return group(...said).quotations.map(({ ref, also }) => [ref, ...also.map((other) => other.ref)].join(''));
}

const LONG = 'we will not leave the valley before the last bridge is open again';

describe('groupQuotations', () => {
  it.each([
    [
      'the same two words of one speaker',
      [
        ['ready to sail', 'rell'],
        ['ready to sail', 'rell'],
      ],
      ['ab'],
    ],
    [
      'one holds the other',
      [
        ['bridge is open', 'rell'],
        [LONG, 'rell'],
      ],
      ['ba'],
    ],
    [
      'no speaker named on one side',
      [
        ['before the last bridge is open', undefined],
        [LONG, 'rell'],
      ],
      ['ba'],
    ],
    [
      'a reporter’s own cut',
      [
        [LONG, 'rell'],
        [LONG.replace('open again', 'open'), 'rell'],
      ],
      ['ab'],
    ],
    [
      'other marks and case',
      [
        ['It’s ready', 'rell'],
        ["it's ready", 'rell'],
      ],
      ['ab'],
    ],
    [
      'three sources, the fullest first',
      [
        ['the last bridge is open', 'rell'],
        [LONG, 'rell'],
        [LONG, 'rell'],
      ],
      ['bac'],
    ],
    [
      'a word or two replaced in a long one',
      [
        [LONG, 'rell'],
        ['we will not leave the valley before the last bridge is mended', 'rell'],
      ],
      ['ab'],
    ],
  ] as const)('one set: %s', (_, said, expected) => {
    expect(sets(...(said as readonly (readonly [string, string?])[]))).toEqual(expected);
  });

  it.each([
    [
      'one word',
      [
        ['reckless', 'rell'],
        ['reckless', 'rell'],
      ],
    ],
    [
      'a short phrase of two speakers',
      [
        ['serious consequences', 'rell'],
        ['serious consequences', 'okafor'],
      ],
    ],
    [
      'a short phrase of nobody',
      [
        ['serious consequences', undefined],
        ['serious consequences', 'okafor'],
      ],
    ],
    [
      'words that only begin alike',
      [
        [LONG, 'rell'],
        ['we will not leave before noon, the captain has told us twice', 'rell'],
      ],
    ],
    [
      'function words',
      [
        ['it was', 'rell'],
        ['it was', 'rell'],
      ],
    ],
  ] as const)('stays apart: %s', (_, said) => {
    expect(sets(...(said as readonly (readonly [string, string?])[]))).toEqual(['a', 'b']);
  });

  it('does not tie two long quotations by a phrase that both hold', () => {
    const other = 'nobody can tell us today when the last bridge is open for carts';
    expect(sets([LONG, 'rell'], [other, 'rell'], ['the last bridge is open', 'rell'])).toHaveLength(2);
  });

  it('keeps each wording and reports two speakers of the same long words', () => {
    const { quotations, findings } = group([LONG, 'rell'], [LONG.toUpperCase(), 'okafor']);
    expect(quotations[0]?.also[0]?.quotation.text).toBe(LONG.toUpperCase());
    expect(findings).toMatchObject([{ ruleId: 'quotation-two-speakers', ref: 'b', line: 1 }]);
  });
});
