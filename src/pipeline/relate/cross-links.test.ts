import { describe, expect, it } from 'vitest';
import type { Article, CrossLink, Passage } from '../types.ts';
import { count, ENTRIES, mentionNames, quote } from './fixtures/annotate-sketch.ts';
import { makeArticle } from './fixtures/make-article.ts';
import { relateArticles } from './index.ts';

function linksOf(...articles: readonly Article[]): readonly CrossLink[] {
  return relateArticles(articles, ENTRIES, []).links;
}

/** Kinds of the reasons from the one article to the other, none without a link. */
function kinds(links: readonly CrossLink[], from = 'a', to = 'b'): string[] {
  return links.find((link) => link.from === from && link.to === to)?.reasons.map(({ kind }) => kind) ?? [];
}

const FILLER = [
  'A cook in the north wing baked forty loaves before breakfast.',
  'The library opens its new reading room in spring.',
  'Farmers count on an early harvest of barley.',
];

function named(ref: string, ...text: readonly string[]): Article {
  return makeArticle({ ref, text, annotations: { mentions: mentionNames(text) } });
}

describe('links', () => {
  it('names people who stand together in both, at the passages', () => {
    const links = linksOf(
      named('a', 'The weir was opened.', 'Ines Okafor met Tomas Rell at the weir in Belmark.'),
      named('b', 'After the weir was opened Tomas Rell thanked Ines Okafor for coming.'),
      named('c', FILLER[1] as string),
    );
    expect(links.find(({ from, to }) => from === 'a' && to === 'b')?.reasons).toEqual([
      { kind: 'names', text: 'Named together in both: Ines Okafor and Tomas Rell', from: [3], to: [1] },
    ]);
  });

  it('never takes one person and one verb for one event', () => {
    const links = linksOf(
      named('a', 'Tomas Rell threatens to answer the tariff of the River League.', FILLER[0] as string),
      named('b', 'Tomas Rell threatens to answer the closing of the lock.', FILLER[1] as string),
      named('c', 'Tomas Rell threatens to answer the song that mocked him.', FILLER[2] as string),
    );
    expect(links).toEqual([]);
  });

  it('does not count a person and the person’s country as two', () => {
    const links = linksOf(
      named('a', 'Ines Okafor of Ardenia wrote a book on bees.'),
      named('b', 'Ines Okafor left Ardenia for the mountains.'),
      named('c', FILLER[1] as string),
    );
    expect(links).toEqual([]);
  });

  it('takes a person and a stated day', () => {
    const sketch = (ref: string, text: string): Article =>
      makeArticle({
        ref,
        text: [text],
        annotations: {
          mentions: mentionNames([text]),
          dates: [{ line: 1, start: 0, end: 2, text: 'on', kind: 'date', date: '2019-04-09' }],
        },
      });
    const links = linksOf(
      sketch('a', 'On 9 April 2019 Tomas Rell opened the lock gates.'),
      sketch('b', 'The lock gates moved on 9 April 2019, said Tomas Rell.'),
      named('c', FILLER[1] as string),
      named('d', FILLER[2] as string),
    );
    expect(kinds(links)).toEqual(['names']);
  });

  it('ties quotations, figures and shared sentences, and opens at both ends', () => {
    const report =
      'The harbour office has released pictures of a ferry leaving the north quay with six empty carts on deck.';
    const a = [
      report,
      'Some 400 Ardenian troops are in Lower Fen.',
      'He called it “a very bad bargain for us”.',
    ];
    const b = [
      '“A very bad bargain for us,” said Rell.',
      'Ardenian troops, 300 troops at most, left for Lower Fen.',
      report,
    ];
    const troops = { unit: 'troops', whose: { text: 'Ardenian' }, place: 'lower-fen' } as const;
    const links = linksOf(
      makeArticle({
        ref: 'a',
        text: a,
        annotations: {
          quotations: [quote(a, 'a very bad bargain for us', 'tomas-rell')],
          figures: [count(a, '400 Ardenian troops', 400, troops)],
        },
      }),
      makeArticle({
        ref: 'b',
        text: b,
        annotations: {
          quotations: [quote(b, 'A very bad bargain for us', 'tomas-rell')],
          figures: [count(b, '300 troops', 300, troops)],
        },
      }),
    );
    expect(links).toHaveLength(2);
    const reasons = links[0]?.reasons.map(({ kind, text, from, to }) => [kind, text, from, to]);
    expect(reasons).toHaveLength(3);
    expect(reasons).toContainEqual([
      'wire-copy',
      'One sentence nearly the same: 2 files, 1 origin',
      [1],
      [5],
    ]);
    expect(reasons).toContainEqual([
      'quotation',
      'Same words of tomas-rell: “a very bad bargain for us”',
      [5],
      [1],
    ]);
    expect(reasons).toContainEqual(['figure', 'Different numbers: Ardenian troops in Lower Fen', [3], [3]]);
    expect(links[1]?.reasons[0]).toMatchObject({
      from: links[0]?.reasons[0]?.to,
      to: links[0]?.reasons[0]?.from,
    });
  });

  it('says no more of a copy than that it is one', () => {
    const words = Array.from(
      { length: 120 },
      (_, i) => 'bcdfg'.charAt(i % 5) + 'aeiou'.repeat((i % 7) + 1) + 'klm'.charAt(i % 3),
    );
    const text = [0, 40, 80].map((from) => `The ${words.slice(from, from + 40).join(' ')}.`);
    const links = linksOf(makeArticle({ ref: 'a', text }), makeArticle({ ref: 'b', text }));
    expect(kinds(links)).toEqual(['copy']);
  });

  it('takes a common theme only with common terms and like words', () => {
    const theme = (ref: string, text: readonly string[], terms: readonly string[]): Article => {
      const passageThemes: Record<number, Passage['themes']> = { 1: [{ id: 'locks', score: 3, terms }] };
      return makeArticle({
        ref,
        text,
        passageThemes,
        themes: [{ id: 'locks', score: 3, terms, lines: [1] }],
      });
    };
    const a = theme(
      'a',
      ['The lock and the sluice of Lower Fen shut for repairs of the gate.'],
      ['lock', 'sluice'],
    );
    const b = theme(
      'b',
      ['Sluice and lock in Lower Fen stay shut, repairs of the gate go on.'],
      ['Sluice', 'lock'],
    );
    const c = theme('c', ['A lock on the archive door broke, and readers waited.'], ['lock']);
    const links = linksOf(a, b, c, named('d', FILLER[0] as string), named('e', FILLER[2] as string));
    expect(links.map(({ from, to }) => from + to)).toEqual(['ab', 'ba']);
    expect(links[0]?.reasons).toEqual([
      { kind: 'theme', text: 'Same theme, same terms: lock, sluice', from: [1], to: [1] },
    ]);
  });

  it('keeps at most a dozen links of one article', () => {
    const all = Array.from({ length: 40 }, (_, i) =>
      named(
        `a${10 + i}`,
        `Ines Okafor met Tomas Rell at weir ${i % 9}.`,
        `Meeting ${i} was about the ${'abcdefghij'.charAt(i % 10)}${'klmno'.charAt(i % 5)}-gate.`,
      ),
    );
    const counts = new Map<string, number>();
    for (const { from } of linksOf(...all)) counts.set(from, (counts.get(from) ?? 0) + 1);
    expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(12);
  });

  it('is the same for the same articles, and each link has its way back', () => {
    const articles = [
      named('a', 'Ines Okafor met Tomas Rell at the weir.'),
      named('b', 'Tomas Rell met Ines Okafor at the weir.'),
      named('c', FILLER[2] as string),
    ];
    const links = linksOf(...articles);
    expect(linksOf(...articles)).toEqual(links);
    for (const { from, to, weight } of links)
      expect(links).toContainEqual(expect.objectContaining({ from: to, to: from, weight }));
  });
});
