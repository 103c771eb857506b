/** A theme's quotations held against the sources: comparisons and introduction become verbatim excerpts. */
import type { VFile } from 'vfile';
import type { Article, Theme } from '../types.ts';
import type { CheckedTheme } from './compose-themes.ts';
import { type Complain, checkQuotedLine, complainOn, parseNote } from './parse-note.ts';

/**
 * The theme with its quotations checked; what does not hold is left out, with a fatal message on `file`. A
 * comparison is left out as a whole: without the words of one side it would say something else.
 */
export function checkTheme(theme: Theme, articles: ReadonlyMap<string, Article>, file: VFile): CheckedTheme {
  const complain = complainOn(file);
  const comparisons = theme.comparisons.flatMap(({ columns, ...comparison }) => {
    let isWhole = true;
    const withhold: Complain = (words, reason) => {
      isWhole = false;
      complain(words, `${reason}; the whole comparison is left out until this is mended`);
    };
    const checked = columns.map(({ lines, ...column }) => ({
      ...column,
      words: lines.flatMap(({ cite, words }) => checkQuotedLine(articles, withhold, cite, words) ?? []),
    }));
    return isWhole ? [{ ...comparison, columns: checked }] : [];
  });
  return { theme, comparisons, introduction: parseNote(theme.body, articles, complain) };
}
