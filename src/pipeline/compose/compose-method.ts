/** How the site was made: each rule that took something out, with its count, and what cannot be known. */
import type { KeyboardMatter, MethodMatter, SearchMatter } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Article } from '../types.ts';
import type { Page } from '../write/serialise.ts';
import { citeLines } from './cite.ts';
import { type CorpusIndex, themePath, totalCounts } from './index-corpus.ts';

/** More headlines than these are a page too heavy for a search that runs without it. */
const MOST_HEADLINES = 200;

/** Sources that are named beside a rule; the table of a source leads on to all its lines. */
const MOST_FIRST_LINES = 5;

type Rule = MethodMatter['rules'][number];

/** What the page says of stages that come before. */
export interface MethodFacts extends Pick<MethodMatter, 'threshold' | 'shortLine'> {
  /** What it says of the rules that take lines out, by their ids. */
  readonly ruleSentences: ReadonlyMap<string, string>;
}

export function composeMethod(index: CorpusIndex, facts: MethodFacts): Page[] {
  const { threshold, shortLine, ruleSentences } = facts;
  const { articles } = index.corpus;
  const method: MethodMatter = {
    kind: 'method',
    path: '/method/',
    title: 'Method',
    description:
      'How articles were cleaned, grouped and linked, rule by rule, and what this site cannot know.',
    totals: { ...totalCounts(articles), briefings: articles.length },
    rules: composeRules(articles, ruleSentences),
    threshold,
    shortLine,
  };
  const keyboard: KeyboardMatter = {
    kind: 'keyboard',
    path: '/keyboard/',
    title: 'Keyboard',
    description: 'Keys that this site knows, and the switch that turns them off.',
  };
  const search: SearchMatter = {
    kind: 'search',
    path: '/search/',
    title: 'Search',
    description: 'Search every kept line.',
    themes: index.themes.map((theme) => ({ chip: index.chip(theme.id), path: themePath(theme.id) })),
    briefings: articles.length > MOST_HEADLINES ? [] : articles.map((article) => index.card(article.ref)),
    hasNames: index.names.length > 0,
  };
  return [method, keyboard, search].map((matter) => ({ matter, body: [] }));
}

/** Rules that took something, those with most lines first. */
function composeRules(articles: readonly Article[], sentences: ReadonlyMap<string, string>): Rule[] {
  const rules = new Map<string, { -readonly [K in keyof Rule]: Rule[K] }>();
  for (const article of articles) {
    const met = new Set<string>();
    for (const line of article.lines) {
      if (line.status !== 'removed' && line.status !== 'set-aside') continue;
      const id = line.rule ?? line.role;
      const rule = rules.get(id) ?? {
        id,
        status: line.status,
        reason: line.reason ?? line.role,
        explains: findSentence(id, sentences),
        lines: 0,
        sources: 0,
        first: [],
      };
      const cite = citeLines(article, [line.n]);
      rule.lines += 1;
      if (!met.has(id)) {
        met.add(id);
        rule.sources += 1;
        if (rule.first.length < MOST_FIRST_LINES) rule.first = [...rule.first, cite];
      }
      if (line.text !== '') rule.example ??= { text: line.text, cite };
      rules.set(id, rule);
    }
  }
  return [...rules.values()].sort((a, b) => b.lines - a.lines || compareCodeUnits(a.id, b.id));
}

function findSentence(id: string, sentences: ReadonlyMap<string, string>): string {
  const sentence = sentences.get(id);
  if (sentence === undefined) throw new Error(`the rule ${id} took a line and explains nothing`);
  return sentence;
}
