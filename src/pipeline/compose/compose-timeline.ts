/** Years and months as the sources print them, and a calendar for sources that state a date. */
import type { Excerpt, TimelineMatter } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import { splitSentences } from '../language/sentences.ts';
import type { DateWords } from '../types.ts';
import type { Page } from '../write/serialise.ts';
import { excerptOf } from './cite.ts';
import type { CorpusIndex } from './index-corpus.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function composeTimeline(index: CorpusIndex): Page[] {
  const years = new Map<string, Excerpt[]>();
  const months = new Map<string, Excerpt[]>();
  for (const article of index.corpus.articles)
    for (const words of article.annotations.dates) {
      const excerpt = sentenceAround(index, article.ref, words);
      const year = /\b(?:1[89]|20)\d\d\b/.exec(words.text)?.[0];
      const month = MONTHS.find((name) => words.text.includes(name));
      if (year && (words.kind === 'year' || words.kind === 'month')) add(years, year, excerpt);
      else if (month && words.kind === 'month') add(months, month, excerpt);
    }
  const calendar = index.corpus.articles
    .flatMap((article) => {
      const date = article.source.published?.date;
      return date === undefined ? [] : [{ date, card: index.card(article.ref) }];
    })
    .sort((a, b) => compareCodeUnits(b.date, a.date) || compareCodeUnits(a.card.ref, b.card.ref));
  if (years.size + months.size + calendar.length === 0) return [];
  const matter: TimelineMatter = {
    kind: 'timeline',
    path: '/timeline/',
    title: 'Timeline',
    description: 'Years and months as the sources print them. Nothing is dated that no source dates.',
    calendar,
    years: [...years].sort(([a], [b]) => compareCodeUnits(a, b)).map(([label, words]) => ({ label, words })),
    months: MONTHS.flatMap((label) => {
      const words = months.get(label);
      return words ? [{ label, words }] : [];
    }),
  };
  return [{ matter, body: [] }];
}

function add(bands: Map<string, Excerpt[]>, label: string, excerpt: Excerpt): void {
  const band = bands.get(label) ?? [];
  if (!band.some((other) => other.cite === excerpt.cite && other.text === excerpt.text)) band.push(excerpt);
  bands.set(label, band);
}

function sentenceAround(index: CorpusIndex, ref: string, words: DateWords): Excerpt {
  const passage = index.passage(ref, words.line);
  const sentence = splitSentences(passage.text).find(
    ({ start, end }) => start <= words.start && words.start < end,
  );
  return excerptOf(index.article(ref), passage, sentence?.start ?? 0, sentence?.end ?? passage.text.length);
}
