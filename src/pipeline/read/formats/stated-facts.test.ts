import { describe, expect, test } from 'vitest';
import { cleanFacts, type StatedFacts } from './stated-facts.ts';

describe('cleanFacts', () => {
  test.each<readonly [string, StatedFacts, StatedFacts]>([
    ['leaves plain facts', { publisher: 'Harbour Post', author: 'Jo Doe, Max Roe' }, {}],
    ['turns no words around', { publisher: 'Harbour\u202e Post' }, { publisher: 'Harbour Post' }],
    ['keeps a name on one line', { author: ' By\n Jo\u2028Doe ' }, { author: 'By Jo Doe' }],
    [
      'takes no sentences for a name',
      { author: `Jo Doe ${'went to the harbour '.repeat(10)}` },
      { author: undefined },
    ],
    [
      'takes no facts of the site’s for a name',
      { publisher: 'Harbour Post · 9 of 9 lines kept' },
      { publisher: undefined },
    ],
    ['takes nothing invisible for a name', { publisher: '\u200b' }, { publisher: undefined }],
    [
      'leaves a day that is stated in few words',
      { published: { date: '2022-02-14', text: 'Monday, 14 February 2022' } },
      {},
    ],
    [
      'takes no day out of a text',
      { published: { date: '2022-02-14', text: `2022-02-14 ${'the boats went '.repeat(10)}` } },
      { published: undefined },
    ],
    ['leaves an address', { url: 'https://harbour.example/storm?a=b#c' }, {}],
    ['takes no words for an address', { url: 'https://harbour.example/ said so' }, { url: undefined }],
    ['takes no address that is none', { url: 'https://' }, { url: undefined }],
    ['leaves a language', { language: 'de' }, {}],
    ['leaves off the country', { language: 'fil-PH' }, { language: 'fil' }],
    ['takes no word for a language', { language: 'english; x' }, { language: undefined }],
  ])('%s', (_what, stated, changed) => {
    expect(cleanFacts(stated)).toEqual({ ...stated, ...changed });
  });
});
