/** A theme's quotations held against the sources: comparisons and introduction become verbatim excerpts. */
import type { VFile } from 'vfile';
import type { Article, Theme } from '../types.ts';
import type { CheckedTheme } from './compose-themes.ts';
import { checkQuotedLine, complainOn, parseNote } from './parse-note.ts';

/** The theme with its quotations checked; what does not hold is left out, with a fatal message on `file`. */
export function checkTheme(theme: Theme, articles: ReadonlyMap<string, Article>, file: VFile): CheckedTheme {
  const complain = complainOn(file);
  const comparisons = theme.comparisons.map(({ columns, ...comparison }) => ({
    ...comparison,
    columns: columns.map(({ lines, ...column }) => ({
      ...column,
      words: lines.flatMap(({ cite, words }) => checkQuotedLine(articles, complain, cite, words) ?? []),
    })),
  }));
  return { theme, comparisons, introduction: parseNote(theme.body, articles, complain) };
}
