import { addTo } from '../add-to.ts';
import type { Span } from '../types.ts';

/** Spans of an article by the line that they stand in, in their order. */
export function groupByLine<T extends Span>(spans: readonly T[]): Map<number, T[]> {
  const byLine = new Map<number, T[]>();
  for (const span of spans) addTo(byLine, span.line, span);
  return byLine;
}
