import { describe, expect, it } from 'vitest';
import type { Article } from '../types.ts';
import { quote } from './fixtures/annotate-sketch.ts';
import { makeArticle } from './fixtures/make-article.ts';
import { relateArticles } from './index.ts';

const STORY = [
  'The council of Lower Fen voted on Monday to rebuild the old weir after two winters of floods in the town.',
  'It said the floods had cost the town more than it could pay.',
  'Rebuilding the weir will take the council three summers and most of the money that the town had saved for roads.',
  '“We have waited far too long for this weir, and the town has paid for it,” the mayor said after the vote.',
  'But farmers along the river fear that a higher weir will flood their barley fields in spring.',
  'Farmers have asked the council for a lower weir and for a promise to pay for fields that the floods ruin.',
  'A engineer called the plan for the weir sound, and said that floods of the last winters would not have reached the town.',
  'The town lies between two arms of the river, where mills once stood.',
  'Work on the weir begins when the council has found a builder.',
];

function pointsOf(article: Article): readonly string[] {
  return (
    relateArticles([article], [], [])
      .keyPoints.get(article.ref)
      ?.map(({ text }) => text) ?? []
  );
}

describe('pickKeyPoints', () => {
  it('picks verbatim sentences in reading order that lean on nothing', () => {
    const article = makeArticle({ ref: 'a', text: STORY });
    const points = relateArticles([article], [], []).keyPoints.get('a') ?? [];
    expect(points).toHaveLength(3);
    expect(points[0]?.text).toBe(STORY[0]);
    for (const { line, start, end, text } of points)
      expect(STORY[(line - 1) / 2]?.slice(start, end)).toBe(text);
    expect(points.map(({ line }) => line)).toEqual(points.map(({ line }) => line).sort((a, b) => a - b));
    for (const opening of ['It ', 'But ', '“'])
      expect(points.some(({ text }) => text.startsWith(opening))).toBe(false);
  });

  it('has none for a short article', () => {
    expect(pointsOf(makeArticle({ ref: 'a', text: STORY.slice(0, 4) }))).toEqual([]);
  });

  it('has none in a language whose function words it does not know', () => {
    expect(pointsOf({ ...makeArticle({ ref: 'a', text: STORY }), language: 'nb' })).toEqual([]);
  });

  it('never cuts a quotation in two', () => {
    const said = 'The council rebuilds the weir of the town. The weir is what the council owes the town.';
    const text = [`‘${said}’`, ...STORY.slice(1)];
    const article = makeArticle({ ref: 'a', text, annotations: { quotations: [quote(text, said)] } });
    for (const point of pointsOf(article)) expect(said).not.toContain(point.slice(0, 30));
  });

  it('never takes a doubtful line', () => {
    const article = makeArticle({ ref: 'a', text: STORY });
    const lines = article.lines.map((line) =>
      line.n === 1 ? { ...line, doubtful: 'looks like a notice' } : line,
    );
    expect(pointsOf({ ...article, lines })).not.toContain(STORY[0]);
  });
});

describe('findBrief', () => {
  it('puts the editor’s words in place, whatever their marks', () => {
    const brief = ['"We have waited far too long for this weir', 'where mills once stood.'];
    expect(pointsOf(makeArticle({ ref: 'a', text: STORY, brief }))).toEqual([
      '“We have waited far too long for this weir',
      'where mills once stood.',
    ]);
  });

  it('reports words that stand nowhere with the line that comes nearest', () => {
    const article = makeArticle({
      ref: 'a',
      text: STORY,
      brief: ['The town lies between two arms of the sea'],
    });
    const { findings, keyPoints } = relateArticles([article], [], []);
    expect(findings).toMatchObject([{ ruleId: 'brief-not-found', ref: 'a', line: 15 }]);
    expect(findings[0]?.reason).toContain('line 15 comes nearest');
    expect(keyPoints.get('a')?.map(({ text }) => text)).not.toContain(
      'The town lies between two arms of the sea',
    );
  });
});
