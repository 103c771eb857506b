import { describe, expect, test } from 'vitest';
import { annotateTexts } from './read-lists.fixture.ts';

/** Tuesday. */
const PUBLISHED = '2022-02-15';

/** Sentence → `words kind date`, with the day of publication known. */
const SENTENCES: readonly (readonly [string, readonly string[]])[] = [
  ['They met on Monday and again today.', ['Monday day 2022-02-14', 'today day 2022-02-15']],
  ['It began on Wednesday.', ['Wednesday day 2022-02-09']],
  ['They will meet on Thursday.', ['Thursday day 2022-02-17']],
  ['It began yesterday; the vote is tomorrow.', ['yesterday day 2022-02-14', 'tomorrow day 2022-02-16']],
  ['Tension rose in November and early January.', ['November month 2021-11', 'early January month 2022-01']],
  ['It was seized in 2014, in March 2014.', ['2014 year 2014', 'March 2014 month 2014-03']],
  [
    'He spoke on 25 February 2021 and on Feb. 12.',
    ['25 February 2021 date 2021-02-25', 'Feb. 12 date 2022-02-12'],
  ],
  ['They may march in 2,014 boots, 2014 soldiers.', []],
  ['It happened last week.', ['last week day -']],
  ['There is no 31 February 2020.', ['31 February 2020 date -']],
];

describe('finding dates', () => {
  test.each(SENTENCES)('%s', (sentence, expected) => {
    const { dates } = annotateTexts([sentence], { published: PUBLISHED });
    expect(dates.map(({ text, kind, date }) => `${text} ${kind} ${date ?? '-'}`)).toEqual(expected);
  });

  test('gives day words no date where nobody states when it was published', () => {
    const { dates } = annotateTexts(['They met on Monday, in November and in 2014.']);
    expect(dates.map(({ date }) => date)).toEqual([undefined, undefined, '2014']);
  });

  test('leaves the speaker’s today to the speaker', () => {
    expect(annotateTexts(['“We leave today,” said Peter Brandt.']).dates).toEqual([]);
  });
});
