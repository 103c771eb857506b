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
  [
    'The actor, who will retire next year, said on Friday that he was ill.',
    ['next year day -', 'Friday day 2022-02-11'],
  ],
  [
    'The bill (due last week) was dropped on Friday, but will come back on Monday.',
    ['last week day -', 'Friday day 2022-02-11', 'Monday day 2022-02-21'],
  ],
  ['The hall, which is to close soon, was sold in June.', ['June month 2021-06']],
  // Names, no days.
  ['The Sunday Times and the Monday Herald wrote of Black Friday, Super Tuesday and Bloody Sunday.', []],
  ['In April Norvega was sold.', ['April month 2021-04']],
  ['They met Mayor April Falk and August Brekk, 41.', []],
  ['It happened last week.', ['last week day -']],
  ['There is no 31 February 2020.', ['31 February 2020 date -']],
  // A month or a day far off lies behind where its own clause says that something happened.
  ['The vote is due to be held in June and on 29 June.', ['June month -', '29 June date -']],
  ['A mayor will be elected in November.', ['November month -']],
  [
    'In December, the town agreed to lead; in July it takes the chair.',
    ['December month 2021-12', 'July month -'],
  ],
  ['The port was closed on 5 May, and opens again on 9 April.', ['5 May date 2021-05-05', '9 April date -']],
  ['He said that they will meet in June, as agreed in May.', ['June month -', 'May month 2021-05']],
  [
    'The contract was extended until June, after talks that began last June.',
    ['June month -', 'last June month 2021-06'],
  ],
  [
    'Output rose to 58.6 from 57.8 in November, after 5.1 in October.',
    ['November month 2021-11', 'October month 2021-10'],
  ],
  [
    'In June, 2000 soldiers were sent. In May 2000, people died.',
    ['June month 2021-06', 'May 2000 month 2000-05'],
  ],
  ['They agreed to meet in March.', ['March month -']],
  ['It runs from 11-26 May. They came by the end of June.', ['26 May date -', 'June month -']],
  ['The fair was moved to 20 February.', ['20 February date 2022-02-20']],
  [
    'It was sold in July, 2002, bought in June last year and built in May ’87.',
    ['July, 2002 month 2002-07', 'June month -', 'last year day -', 'May month -'],
  ],
  // “This Friday” is this week's; “next” and “last” are clear only in another week.
  [
    'They meet this Friday, as they did this Monday; he left last Sunday and is back next Tuesday.',
    [
      'this Friday day 2022-02-18',
      'this Monday day 2022-02-14',
      'last Sunday day 2022-02-13',
      'next Tuesday day 2022-02-22',
    ],
  ],
  ['It ends next Friday and began last Monday.', ['next Friday day -', 'last Monday day -']],
  ['The fair opened on Friday and closes on Sunday.', ['Friday day 2022-02-11', 'Sunday day 2022-02-20']],
  // Nouns and infinitives say nothing of what is ahead.
  [
    'The fair came to an end on Sunday, and prices fell at the close on Friday.',
    ['Sunday day 2022-02-13', 'Friday day 2022-02-11'],
  ],
  [
    'The fair was brought to a close on Saturday; the early starts on Friday tired them.',
    ['Saturday day 2022-02-12', 'Friday day 2022-02-11'],
  ],
  [
    'The boards failed to meet on Friday and talks did not resume on Thursday.',
    ['Friday day 2022-02-11', 'Thursday day 2022-02-10'],
  ],
  ['The boards meet on Friday. The crews refused to return on Monday.', ['Friday day -', 'Monday day -']],
  [
    'It meets again on Friday; the hall opens its doors on Thursday.',
    ['Friday day 2022-02-18', 'Thursday day 2022-02-17'],
  ],
  // Clock times and numbers of texts are no years, and everybody knows which September 11 is meant.
  ['It began at 2000 GMT under resolution 1973 and Resolution 2015, and at 1900 hours.', []],
  ['Since the attacks of September 11 they were at war.', ['September 11 date -']],
  ['It rained from January 3 to January 9, 2020.', ['January 3 date -', 'January 9, 2020 date 2020-01-09']],
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

  test('takes no longer for a date where there are thousands in a line', () => {
    const time = (dates: number): number => {
      const start = performance.now();
      annotateTexts(['They met on Dec 1. '.repeat(dates)], { published: PUBLISHED });
      return performance.now() - start;
    };
    time(50);
    expect(time(1200)).toBeLessThan(20 * time(200));
  });

  test('leaves the speaker’s today to the speaker', () => {
    expect(annotateTexts(['“We leave today,” said Peter Brandt.']).dates).toEqual([]);
  });
});
