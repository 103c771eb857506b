/** How the site was made: each rule that took something out, with its count, and what cannot be known. */
import type { KeyboardMatter, MethodMatter, SearchMatter } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Page } from '../write/serialise.ts';
import { type CorpusIndex, themePath, totalCounts } from './index-corpus.ts';

/** More headlines than these are a page too heavy for a search that runs without it. */
const MOST_HEADLINES = 200;

export function composeMethod(index: CorpusIndex, threshold: MethodMatter['threshold']): Page[] {
  const { articles } = index.corpus;
  const rules = new Map<
    string,
    { -readonly [K in keyof MethodMatter['rules'][number]]: MethodMatter['rules'][number][K] }
  >();
  for (const article of articles)
    for (const line of article.lines) {
      if (line.status !== 'removed' && line.status !== 'set-aside') continue;
      const id = line.rule ?? line.role;
      const key = `${line.status} ${id}`;
      const known = rules.get(key);
      const example = line.text === '' ? undefined : { text: line.text, cite: `${article.ref}:${line.n}` };
      if (known) {
        known.lines += 1;
        known.example ??= example;
      } else
        rules.set(key, {
          id,
          status: line.status,
          reason: line.reason ?? line.role,
          lines: 1,
          example,
        });
    }
  const method: MethodMatter = {
    kind: 'method',
    path: '/method/',
    title: 'Method',
    description:
      'How articles were cleaned, grouped and linked, rule by rule, and what this site cannot know.',
    totals: { ...totalCounts(articles), briefings: articles.length },
    rules: [...rules.values()].sort((a, b) => b.lines - a.lines || compareCodeUnits(a.id, b.id)),
    threshold,
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
