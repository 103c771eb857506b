import { describe, expect, test } from 'vitest';
import { findQuotations } from './quotations.ts';
import { passage } from './read-lists.fixture.ts';

/** Paragraphs → quoted words; parts in several paragraphs are joined by ` | `. */
const TEXTS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['curly marks', ['He said: “We shall see.” Then he left.'], ['We shall see.']],
  ['straight marks', ['He said: "We shall see." Then he left.'], ['We shall see.']],
  ['a straight mark closed by a curly one', ['"We shall see,” he said.'], ['We shall see']],
  ['low marks and guillemets', ['Er sagte „wir sehen“ und «wir gehen».'], ['wir sehen', 'wir gehen']],
  ['a comma before the closing mark, trimmed', ['“So it is,” she said. “It is,”.'], ['So it is', 'It is']],
  [
    'single marks with apostrophes inside',
    ['He said: ‘We haven’t left and we’re staying.’'],
    ['We haven’t left and we’re staying.'],
  ],
  [
    'a plural’s apostrophe',
    ['He called it ‘the ministers’ own affair’ and left.'],
    ['the ministers’ own affair'],
  ],
  [
    'single inside double',
    ['“There was a ‘meeting of minds’ on it,” he said.'],
    ['There was a ‘meeting of minds’ on it'],
  ],
  ['no apostrophe as a mark', ["The ministers' boats and the crews' bags were lost in the '90s."], []],
  [
    'speech opened in every paragraph',
    ['She said: “One.', '“Two.', '“Three.” She sat down.'],
    ['One. | Two. | Three.'],
  ],
  ['speech that is never closed', ['She said: “One and only.', 'The crowd left.'], ['One and only.']],
  [
    'speech opened again within a paragraph',
    ['He said: "One is lost. "Two are safe." The mayor called it "a pity".'],
    ['One is lost.', 'Two are safe.', 'a pity'],
  ],
  [
    'straight marks inside straight marks',
    ['"We keep to the so-called "four points" in every case." He left.'],
    ['We keep to the so-called "four points" in every case.'],
  ],
  ['a mark left open before another', ['He was "rather late and then "never" came.'], ['never']],
  ['a stray mark', ['The ship 12" long sank.'], []],
  ['a dash with a tail', ['– The boat is lost – said the captain.'], ['The boat is lost']],
  [
    'a dash whose tail follows a comma',
    [
      '– The boat is lost, we fear, says Jo Brandt, who leads the crew. She left.',
      '– The crew is safe, Brandt says to the paper. – All of it is safe.',
      '– They come at noon, he says.',
    ],
    ['The boat is lost, we fear', 'The crew is safe', 'All of it is safe.', 'They come at noon'],
  ],
  [
    'no tail within the words',
    ['– If Brandt says so, we shall come.', '– The boat, Brandt says, we lost.'],
    [],
  ],
  [
    'two dashes in a paragraph',
    ['- The boat is lost - he said.- The crew is safe - he added.'],
    ['The boat is lost', 'The crew is safe'],
  ],
  [
    'a dash after a colon',
    ['But he adds:', '– The boat is lost. It will not be found.'],
    ['The boat is lost. It will not be found.'],
  ],
  [
    'a dash after “told the council:”',
    ['Brandt told the council:', '– The boat is lost.'],
    ['The boat is lost.'],
  ],
  [
    'a dash after “said on Monday:”',
    ['Brandt said on Monday in Oslo:', '– The boat is lost.'],
    ['The boat is lost.'],
  ],
  [
    'no dash for a list',
    [
      'The mayor announced her intent to name the following:',
      '- Peter Brandt, head of the ferry line - Olena Stone, harbour master',
      'The union said on Tuesday it had agreed on a package of measures:',
      '- Boats will be checked twice a year',
      'The council announced key steps, including:',
      '- Deeper checks of every boat',
    ],
    [],
  ],
  [
    'no dash for an aside',
    ['It is a threat – a direct threat to the coast.', '– A list point without a speaker'],
    [],
  ],
];

describe('finding quoted words', () => {
  test.each(TEXTS)('%s', (_, paragraphs, expected) => {
    expect(quotedIn(paragraphs)).toEqual(expected);
  });

  test('leaves captions out and reads on behind them', () => {
    const passages = [
      passage('She said: “One.', 1),
      passage('A boat: “Never” at sea.', 2, 'caption'),
      passage('“Two.”', 3),
    ];
    expect(findQuotations(passages).map(({ parts }) => parts.map(({ line }) => line))).toEqual([[1, 3]]);
  });

  test('marks speech that is never closed', () => {
    expect(findQuotations([passage('She said: “One and only.', 1)])[0]?.unclosed).toBe(true);
  });
});

function quotedIn(paragraphs: readonly string[]) {
  const quoted = findQuotations(paragraphs.map((text, n) => passage(text, n + 1)));
  return quoted.map(({ parts }) =>
    parts.map(({ line, start, end }) => paragraphs[line - 1]?.slice(start, end)).join(' | '),
  );
}
