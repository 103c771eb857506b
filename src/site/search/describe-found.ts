import { countOf } from '../count-of.ts';
import type { Found } from './find-briefings.ts';
import { hasWords, isLetter } from './parse-query.ts';
import { isFiltered, type SearchState } from './search-state.ts';

/** The status line: what was found, what was passed over, what is left out. */
export function describeFound(found: Found, state: SearchState): string {
  const typed = state.q.trim();
  if (typed === '' && !isFiltered(state)) return '';
  if (isLetter(found.query)) return 'One letter finds names only. Type another for lines.';
  const asked = typed.length > 80 ? `${typed.slice(0, 80)}…` : typed;
  if (typed !== '' && !hasWords(found.query) && found.query.excluded.length === 0)
    return `“${asked}” holds no word to search for.`;
  if (isCommonOnly(found) && !isFiltered(state))
    return [...furtherSentences(found), 'Add another word.'].join(' ');
  return [mainSentence(found, state, asked), ...furtherSentences(found)].join(' ');
}

function mainSentence(found: Found, state: SearchState, asked: string): string {
  const { briefings, sources, lines, query } = found;
  const forWords = asked === '' ? '' : ` for “${asked}”`;
  if (briefings === 0 && sources === 0)
    return isFiltered(state) && found.unfiltered > 0
      ? `Nothing with these filters. ${countOf(found.unfiltered, 'briefing')} without them.`
      : describeNothing(found, asked);
  const hasLines = hasWords(query) && lines !== undefined;
  return [
    countOf(briefings, 'briefing'),
    ...(sources > 0 ? [`${countOf(sources, 'source')} with taken-out lines`] : []),
    ...(hasLines ? [countOf(lines, 'matching line')] : []),
  ]
    .join(', ')
    .concat(forWords, '.');
}

/** A briefing must hold all words; that none does says nothing of a line with one of them. */
function describeNothing({ query, common }: Found, asked: string): string {
  const words = query.words.filter((word) => !common.includes(word));
  const all = [...query.phrases, ...words];
  if (all.length > 1) return `No briefing holds all of ${all.map((one) => `“${one}”`).join(', ')}.`;
  return `No line contains “${common.length > 0 ? (all[0] ?? asked) : asked}”.`;
}

/** Nothing was searched for: each word stands almost everywhere. */
export function isCommonOnly({ query, common }: Pick<Found, 'query' | 'common'>): boolean {
  return common.length > 0 && query.words.length === common.length && query.phrases.length === 0;
}

function furtherSentences({ ignored, common, query }: Found): string[] {
  const list = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');
  return [
    ...(ignored.length > 0 ? [`No line contains ${list(ignored)}: passed over.`] : []),
    ...(common.length > 0 ? [`Too common to search for: ${list(common)}.`] : []),
    ...(query.excluded.length > 0 ? [`Without briefings that print ${list(query.excluded)}.`] : []),
    ...(query.cut ? ['Only the beginning of the query is searched.'] : []),
  ];
}
