import { describe, expect, it } from 'vitest';
import type { MethodMatter } from '../../briefing.ts';
import { RULE_SENTENCES } from '../read/rule-sentences.ts';
import { makeArticle } from '../relate/fixtures/make-article.ts';
import type { Article, Corpus } from '../types.ts';
import { composeMethod } from './compose-method.ts';
import { indexCorpus } from './index-corpus.ts';

/** A text whose lines after the first were taken out, each by a rule. */
function makeCut(ref: string, rules: readonly string[]): Article {
  const article = makeArticle({ ref, text: ['The ferry line stopped its boats.'] });
  const cut = rules.map((rule, at) => ({
    n: at + 2,
    text: `Words of ${rule}`,
    status: 'removed' as const,
    role: 'boilerplate' as const,
    rule,
    reason: 'site promotion',
    confidence: 'high' as const,
  }));
  return { ...article, lines: [...article.lines, ...cut] };
}

function composeRules(articles: readonly Article[]): MethodMatter['rules'] {
  const corpus: Corpus = {
    articles,
    names: [],
    quotations: [],
    figures: [],
    links: [],
    keyPoints: new Map(),
    copies: [],
    findings: [],
  };
  const [method] = composeMethod(indexCorpus(corpus, []), {
    threshold: { passage: 1, article: 2 },
    shortLine: { line: 100, sentence: 50 },
    ruleSentences: RULE_SENTENCES,
  });
  if (method?.matter.kind !== 'method') throw new Error('the first page is the method page');
  return method.matter.rules;
}

describe('the rules of the method page', () => {
  it('are those that took something, with their sentence, count and first lines, most lines first', () => {
    const rules = composeRules([
      makeCut('000', ['paywall']),
      makeCut('001', ['teaser', 'paywall', 'paywall']),
    ]);
    expect(rules).toEqual([
      {
        ...{ id: 'paywall', status: 'removed', reason: 'site promotion' },
        explains: RULE_SENTENCES.get('paywall'),
        ...{ lines: 3, sources: 2, first: ['000:2', '001:3'] },
        example: { text: 'Words of paywall', cite: '000:2' },
      },
      {
        ...{ id: 'teaser', status: 'removed', reason: 'site promotion' },
        explains: RULE_SENTENCES.get('teaser'),
        ...{ lines: 1, sources: 1, first: ['001:2'] },
        example: { text: 'Words of teaser', cite: '001:2' },
      },
    ]);
  });

  it('fit on a page, however many sources they take lines from', () => {
    const all = [...RULE_SENTENCES.keys()];
    const rules = composeRules(Array.from({ length: 200 }, (_, n) => makeCut(String(n), all)));
    expect(rules.map(({ sources }) => sources)).toEqual(all.map(() => 200));
    expect(JSON.stringify(rules).length).toBeLessThan(40_000);
  });

  it('cannot be one that explains nothing', () => {
    expect(() => composeRules([makeCut('000', ['weather'])])).toThrow('weather');
  });
});
