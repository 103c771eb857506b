import { describe, expect, it } from 'vitest';
import type { Article, CorpusFigures, Figure } from '../types.ts';
import { count, ENTRIES, mentionNames } from './fixtures/annotate-sketch.ts';
import { makeArticle } from './fixtures/make-article.ts';
import { groupFigures } from './group-figures.ts';
import { studyArticles } from './study-articles.ts';
import { openVocabulary } from './terms.ts';

type Stated = readonly [words: string, value: number, more: Partial<Figure> & Pick<Figure, 'unit'>];

function sketch(ref: string, text: readonly string[], ...figures: readonly Stated[]): Article {
  return makeArticle({
    ref,
    text,
    annotations: {
      mentions: mentionNames(text),
      figures: figures.map(([words, value, more]) => count(text, words, value, more)),
    },
  });
}

function group(articles: readonly Article[]): CorpusFigures[] {
  const vocabulary = openVocabulary();
  return groupFigures(studyArticles(articles, vocabulary), ENTRIES, vocabulary);
}

function titles(...articles: readonly Article[]): string[] {
  return group(articles).map(
    ({ title, figures }) =>
      `${title}: ${figures.map(({ ref, figure }) => `${ref} ${figure.value}`).join(', ')}`,
  );
}

const ARDENIAN = { unit: 'troops', whose: { text: 'Ardenian' } } as const;
const BELMARKER = { unit: 'troops', whose: { text: 'Belmarker' } } as const;

describe('groupFigures', () => {
  it('puts two counts of one army at one border side by side, named or not', () => {
    const a = sketch(
      'a',
      ['Belmark asked for help.', 'Some 90,000 Ardenian troops stand on the border.'],
      ['90,000 Ardenian troops', 90000, ARDENIAN],
    );
    const b = sketch(
      'b',
      ['Ardenia moved more than 70,000 soldiers to its border with Belmark.'],
      [
        '70,000 soldiers',
        70000,
        { unit: 'troops', whose: { text: 'Ardenia', id: 'ardenia' }, place: 'belmark' },
      ],
    );
    expect(titles(a, b)).toEqual(['Ardenian troops near Belmark: a 90000, b 70000']);
  });

  it('compares no two counts of one place that only one word brings together', () => {
    const a = sketch(
      'a',
      ['The war in Lower Fen has left 14,000 dead since the spring.'],
      ['14,000 dead', 14000, { unit: 'deaths', place: 'lower-fen' }],
    );
    const b = sketch(
      'b',
      ['Eleven reporters died in the war in Lower Fen, their union wrote.'],
      ['Eleven reporters died', 11, { unit: 'deaths', place: 'lower-fen' }],
    );
    const c = sketch(
      'c',
      ['Since the spring the war in Lower Fen has left 15,000 dead, the council says.'],
      ['15,000 dead', 15000, { unit: 'deaths', place: 'lower-fen' }],
    );
    expect(titles(a, b, c)).toEqual(['Deaths in Lower Fen: a 14000, c 15000', 'Deaths in Lower Fen: b 11']);
  });

  it('reads the capital as its government, and never joins two armies', () => {
    const a = sketch(
      'a',
      ['Port Vell has 50,000 troops in Lower Fen.', 'Some 50,000 Belmarker troops are in Lower Fen.'],
      [
        '50,000 troops',
        50000,
        { unit: 'troops', whose: { text: 'Port Vell', id: 'port-vell' }, place: 'lower-fen' },
      ],
      ['50,000 Belmarker troops', 50000, { ...BELMARKER, place: 'lower-fen' }],
    );
    const b = sketch(
      'b',
      ['The Ardenian army sent 40,000 troops to Lower Fen.'],
      ['40,000 troops', 40000, { ...ARDENIAN, place: 'lower-fen' }],
    );
    expect(titles(a, b)).toEqual([
      'Ardenian troops in Lower Fen: a 50000, b 40000',
      'Belmarker troops in Lower Fen: a 50000',
    ]);
  });

  it('joins a number without a place where the article speaks of the same zone', () => {
    const a = sketch(
      'a',
      [
        'Ardenia sent half of its army, 50,000 troops, to Lower Fen, a conflict zone.',
        'More than 45,000 Ardenian troops are deployed to the conflict zone of the east, he said.',
        'Another 3,000 Ardenian troops went on leave.',
      ],
      ['50,000 troops', 50000, { ...ARDENIAN, place: 'lower-fen' }],
      ['45,000 Ardenian troops', 45000, ARDENIAN],
      ['3,000 Ardenian troops', 3000, ARDENIAN],
    );
    expect(titles(a)).toEqual(['Ardenian troops in Lower Fen: a 50000, a 45000', 'Ardenian troops: a 3000']);
  });

  it('shows one number with its owners once, and keeps other deaths apart', () => {
    const a = sketch(
      'a',
      ['The conflict in Lower Fen claimed 9,000 lives.'],
      ['9,000 lives', 9000, { unit: 'deaths', place: 'lower-fen' }],
    );
    const b = sketch(
      'b',
      ['The river council says that the conflict has claimed 9,000 lives.'],
      ['9,000 lives', 9000, { unit: 'deaths' }],
    );
    const c = sketch('c', ['A storm killed 9,000 people.'], ['9,000 people', 9000, { unit: 'deaths' }]);
    expect(titles(a, b, c)).toEqual(['Deaths in Lower Fen: a 9000, b 9000', 'Deaths: c 9000']);
  });

  it('never compares money or people that only share a unit', () => {
    const a = sketch(
      'a',
      ['The bank paid $5m for the mill.'],
      ['$5m', 5e6, { unit: 'USD', place: 'ardenia' }],
    );
    const b = sketch(
      'b',
      ['Its owner sold a ship for $7m.'],
      ['$7m', 7e6, { unit: 'USD', place: 'ardenia' }],
    );
    const c = sketch('c', ['A singer lost $5m.'], ['$5m', 5e6, { unit: 'USD' }]);
    expect(titles(a, b, c)).toHaveLength(3);
  });

  it('takes the same share in nearly the same sentence, and in no other', () => {
    const share = (ref: string, sentence: string): Article =>
      sketch(ref, [sentence], ['40%', 40, { unit: '%' }]);
    const a = share('a', 'The mill on the north quay grinds 40% of all barley that farmers of the fen sell.');
    const b = share(
      'b',
      'Farmers of the fen sell 40% of their barley to the mill on the north quay to grind.',
    );
    const c = share('c', 'The bank lends 40% of the price that farmers ask for barley.');
    expect(titles(a, b, c)).toEqual(['40%: a 40, b 40', 'Per cent: c 40']);
  });

  it('never puts two numbers of one line side by side', () => {
    const sentence = 'Growers keep 40% of the northern fen and 40 % of the southern fen dry for barley.';
    const fens = (ref: string): Article =>
      sketch(ref, [sentence], ['40%', 40, { unit: '%' }], ['40 %', 40, { unit: '%' }]);
    expect(titles(fens('a'))).toEqual(['Per cent: a 40', 'Per cent: a 40']);
    expect(titles(fens('a'), fens('b'))).toEqual(['40%: a 40, b 40', '40 %: a 40, b 40']);
  });

  it('prefers the group of its own number where one line counts two of an army', () => {
    const counts = (ref: string, ...numbers: readonly (readonly [string, number])[]): Article =>
      sketch(
        ref,
        [`Ardenia has ${numbers.map(([words]) => words).join(' beside ')} in Lower Fen.`],
        ...numbers.map(([words, value]): Stated => [words, value, { ...ARDENIAN, place: 'lower-fen' }]),
      );
    const a = counts('a', ['4,000 troops', 4000], ['5,000 troops', 5000]);
    const b = counts('b', ['5,000 troops', 5000]);
    expect(titles(a, b)).toEqual([
      'Ardenian troops in Lower Fen: a 4000',
      'Ardenian troops in Lower Fen: a 5000, b 5000',
    ]);
  });

  it('takes a range for another number than its lower end', () => {
    const sentence = (number: string): string =>
      `The mill on the north quay pays ${number} to farmers of the fen for barley.`;
    const a = sketch('a', [sentence('$3m to $5m')], ['$3m to $5m', 3e6, { unit: 'USD', upper: 5e6 }]);
    const b = sketch('b', [sentence('$3m')], ['$3m', 3e6, { unit: 'USD' }]);
    expect(titles(a, b)).toEqual(['US dollars: a 3000000', 'US dollars: b 3000000']);
  });

  it('calls money by its number, and by no place that is named beside it', () => {
    const grant = (ref: string, more: Partial<Figure>, end = ''): Article =>
      sketch(
        ref,
        [`The bank grants $5m for a mill on the north quay to farmers of the fen${end}.`],
        ['$5m', 5e6, { unit: 'USD', ...more }],
      );
    const groups = group([
      grant('a', { text: 'more than $5m', qualifierText: 'more than' }),
      grant('b', { place: 'ardenia' }, ' at the request of Ardenia'),
      grant('c', { place: 'ardenia' }, ' at the request of Ardenia'),
    ]);
    expect(groups.map(({ title, place }) => [title, place])).toEqual([['$5m', undefined]]);
  });

  it('gives every group its own id, and the plain one to a subject', () => {
    const a = sketch(
      'a',
      ['A raid cost 7 lives.', 'A flood cost 8 lives.'],
      ['7 lives', 7, { unit: 'deaths' }],
      ['8 lives', 8, { unit: 'deaths' }],
    );
    const b = sketch(
      'b',
      ['Ardenian troops, 90 troops in all, are in Lower Fen.'],
      ['90 troops', 90, { ...ARDENIAN, place: 'lower-fen' }],
    );
    const ids = group([a, b]).map(({ id }) => id);
    expect(ids).toEqual(['deaths-a-1-12', 'deaths-a-3-13', 'ardenian-troops-in-lower-fen']);
  });
});
