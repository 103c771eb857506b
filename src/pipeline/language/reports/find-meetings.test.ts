import { describe, expect, test } from 'vitest';
import { annotateTexts } from '../read-lists.fixture.ts';

/** Sentence → who met whom. */
const REPORTED: readonly (readonly [string, string])[] = [
  ['Antony Blinken met Sergei Lavrov in Geneva.', 'Antony Blinken ⇄ Sergei Lavrov'],
  [
    'Antony Blinken, the secretary of state, has met his Russian counterpart, Sergei Lavrov, twice.',
    'Antony Blinken ⇄ Sergei Lavrov',
  ],
  ['Liz Truss is due to meet Olaf Scholz in Berlin on Monday.', 'Liz Truss ⇄ Olaf Scholz'],
  ['Liz Truss will meet Nato foreign ministers in May.', 'Liz Truss ⇄ Nato foreign ministers'],
  ['Liz Truss is meeting her EU counterparts in Prague.', 'Liz Truss ⇄ her EU counterparts'],
  ['Joe Biden spoke on Tuesday with Emmanuel Macron about trade.', 'Joe Biden ⇄ Emmanuel Macron'],
  ['Joe Biden, Jr. spoke by phone to Emmanuel Macron.', 'Joe Biden ⇄ Emmanuel Macron'],
  ['Olaf Scholz telephoned Emmanuel Macron on Friday.', 'Olaf Scholz ⇄ Emmanuel Macron'],
  ['Olaf Scholz and Emmanuel Macron met in Paris.', 'Olaf Scholz ⇄ Emmanuel Macron'],
  ['Olaf Scholz and Emmanuel Macron are to meet Joe Biden.', 'Olaf Scholz + Emmanuel Macron ⇄ Joe Biden'],
  ['Olaf Scholz, who last week held tense talks with Liz Truss, smiled.', 'Olaf Scholz ⇄ Liz Truss'],
  ['Nato has held talks with Russia about buoys.', 'NATO ⇄ Russia'],
  ['A plan came up during talks between Olaf Scholz and Liz Truss in Bonn.', 'Olaf Scholz ⇄ Liz Truss'],
  ['The plan changed after Olaf Scholz’s meeting last week with Liz Truss.', 'Olaf Scholz ⇄ Liz Truss'],
  ['Olaf Scholz made the offer after a short meeting with Liz Truss.', 'Olaf Scholz ⇄ Liz Truss'],
  ['Olaf Scholz met Liz Truss’s envoy.', 'Olaf Scholz ⇄ Liz Truss’s envoy'],
  ['Joe Biden said Olaf Scholz would meet Liz Truss.', 'Olaf Scholz ⇄ Liz Truss'],
  ['Joe Biden told reporters on Monday that Olaf Scholz had met Liz Truss.', 'Olaf Scholz ⇄ Liz Truss'],
];

/** Nobody is reported to meet anybody, or nobody says for certain who. */
const PASSED: readonly string[] = [
  'Olaf Scholz met the deadline.',
  'Olaf Scholz met Nato criteria and Russia’s demands.',
  'Olaf Scholz met Liz Truss’s demands.',
  'Olaf Scholz met Biden aides.',
  'Olaf Scholz was met with cheers.',
  'Olaf Scholz did not meet Liz Truss.',
  'Olaf Scholz said he would not meet Liz Truss.',
  'Olaf Scholz refused to meet Liz Truss.',
  'Olaf Scholz could meet Liz Truss in May.',
  'Olaf Scholz would meet Liz Truss.',
  'Olaf Scholz will meet Liz Truss if the ice holds.',
  'Joe Biden urged Olaf Scholz to meet Liz Truss.',
  'The bridge stays shut until Olaf Scholz meets Liz Truss.',
  'Joe Biden denied that Olaf Scholz met Liz Truss.',
  'Will Olaf Scholz meet Liz Truss?',
  '“Olaf Scholz met Liz Truss,” a guide said.',
  'Aides of Olaf Scholz met Liz Truss.',
  'Olaf Scholz’s aides held talks with Liz Truss.',
  'Joe Biden called for a meeting between Olaf Scholz and Liz Truss.',
  'Joe Biden spoke of a possible meeting with Liz Truss.',
  'Joe Biden praised Olaf Scholz after talks with Liz Truss.',
  'Joe Biden said the fee was agreed at a meeting with Liz Truss.',
  'The spokesman Jon Finer said so after talks with Liz Truss.',
  'Olaf Scholz spoke to Liz Truss’s book.',
  'Olaf Scholz is unlikely to meet Liz Truss.',
  'Olaf Scholz nearly met Liz Truss.',
  'Olaf Scholz and Liz Truss held a long discussion with a group of young divers.',
  'Olaf Scholz met the French foreign minister and minister of trade Jo Doe.',
  'Olaf Scholz met reporters.',
  'Olaf Scholz meets Liz Truss in the final.',
  'Olaf Scholz held no talks with Liz Truss.',
  'Olaf Scholz, Liz Truss and Joe Biden met the dockers.',
  'Had Olaf Scholz met Liz Truss, the ferry would have sailed.',
  'Had Olaf Scholz and Liz Truss met in Bonn, the ferry would have sailed.',
  'Joe Biden would have said that Olaf Scholz met Liz Truss.',
  'None of them said Olaf Scholz met Liz Truss.',
  'Doubts remain that Olaf Scholz met Liz Truss.',
  'Joe Biden hopes Olaf Scholz will meet Liz Truss.',
  'Joe Biden dreams that Olaf Scholz will meet Liz Truss.',
  'It is too early to say that Olaf Scholz will meet Liz Truss.',
  'It is too early to say Olaf Scholz will meet Liz Truss.',
  'Joe Biden was mistaken that Olaf Scholz met Liz Truss.',
];

const describeMeetings = (text: string): string[] =>
  annotateTexts([text]).meetings.map(({ one, other }) =>
    [one, other].map((side) => side.map((party) => party.text).join(' + ')).join(' ⇄ '),
  );

describe('findMeetings', () => {
  test.each(REPORTED)('reads who met whom: %s', (text, sides) => {
    expect(describeMeetings(text)).toEqual([sides]);
  });

  test.each(PASSED)('takes nobody for met: %s', (text) => {
    expect(describeMeetings(text)).toEqual([]);
  });

  test('gives a meeting to those of its clause alone', () => {
    expect(describeMeetings('Olaf Scholz, who met Liz Truss, criticised Joe Biden.')).toEqual([
      'Olaf Scholz ⇄ Liz Truss',
    ]);
  });

  test('marks the sentence, and a group by its words without an id', () => {
    const text = 'Rain fell. Liz Truss met Nato foreign ministers.';
    expect(annotateTexts([text]).meetings).toEqual([
      {
        ...{ line: 1, start: 11, end: 48 },
        one: [{ text: 'Liz Truss', kind: 'people', id: 'liz-truss' }],
        other: [{ text: 'Nato foreign ministers' }],
      },
    ]);
  });

  test('reads neither headings nor captions', () => {
    expect(annotateTexts(['# Olaf Scholz met Liz Truss', '> Olaf Scholz met Liz Truss.']).meetings).toEqual(
      [],
    );
  });
});
