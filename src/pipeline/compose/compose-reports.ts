/** Sentences with those whom they report on, those of the same ones together, in order of the articles. */
import type { ReportRow } from '../../briefing.ts';
import type { Article, Party, Span } from '../types.ts';
import { excerptOf } from './cite.ts';
import { type CorpusIndex, citePassage } from './index-corpus.ts';

/** A sentence of an article, and whom the row is about. */
export interface Report extends Span {
  readonly article: Article;
  readonly who: readonly Party[];
}

/** Fewer than these are no list. */
const LEAST_ROWS = 2;
/** Bytes of a row beside the words of its sentence. */
const ROW_BYTES = 420;

export function countReportBytes(reports: readonly Pick<Span, 'start' | 'end'>[]): number {
  return reports.reduce((sum, { start, end }) => sum + ROW_BYTES + end - start, 0);
}

/** One row a sentence; none where they would be too few. */
export function composeReports(index: CorpusIndex, reports: readonly Report[]): ReportRow[] {
  const sentences = groupBySentence(reports);
  if (sentences.size < LEAST_ROWS) return [];
  const rows = [...sentences.values()].flatMap((same): ReportRow[] => {
    const [first] = same;
    if (!first) return [];
    const { article, line, start, end } = first;
    const who = new Map(
      same.flatMap((one) => one.who.map((party) => [party.id ?? party.text, party] as const)),
    );
    const words = excerptOf(article, index.passage(article.ref, line), start, end);
    const cite = citePassage(index, article.ref, line);
    return [{ who: [...who.values()].map((party) => linkParty(index, party, cite)), words }];
  });
  return [...Map.groupBy(rows, ({ who }) => who.map(({ text }) => text).join('\n')).values()].flat();
}

/** A sentence may report on several. */
export function groupBySentence(reports: readonly Report[]): ReadonlyMap<string, readonly Report[]> {
  return Map.groupBy(reports, ({ article, line, start }) => `${article.ref}:${line}:${start}`);
}

function linkParty(index: CorpusIndex, { text, kind, id }: Party, cite: string): ReportRow['who'][number] {
  if (kind === undefined || id === undefined) return { text, cite };
  const name = index.nameLink(kind, id);
  return { text: name?.name ?? text, name };
}
