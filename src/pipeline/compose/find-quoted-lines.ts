import type { OwnPage } from '../editorial/own-pages.ts';
import type { Article, Theme } from '../types.ts';

/** Longest run of lines that a reference is followed through: nobody quotes more. */
const LONGEST_RUN = 1000;

/** Lines that the editor quotes anywhere, by reference: `003:39`. */
export function findQuotedLines(
  themes: readonly Theme[],
  pages: readonly OwnPage[],
  articles: readonly Article[],
): ReadonlySet<string> {
  const texts = [
    ...themes.flatMap(({ body, comparisons }) => [
      ...comparisons.flatMap(({ columns }) =>
        columns.flatMap(({ lines }) => lines.map(({ cite }) => `[[${cite} `)),
      ),
      body,
    ]),
    ...pages.map(({ body }) => body),
    ...articles.flatMap(({ note }) => note?.text ?? []),
  ];
  const quoted = new Set<string>();
  for (const text of texts)
    for (const [, ref, from, to = from] of text.matchAll(/\[\[([0-9a-f]+):(\d+)(?:[-–](\d+))?\s/g)) {
      const last = Math.min(Number(to), Number(from) + LONGEST_RUN);
      for (let line = Number(from); line <= last; line += 1) quoted.add(`${ref}:${line}`);
    }
  return quoted;
}
