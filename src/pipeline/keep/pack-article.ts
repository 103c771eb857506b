/** An article as plain data without what its seed says again, and back: words of passages stand in their lines. */
import type { VFile } from 'vfile';
import { breakAtLineFeeds } from '../read/normalise.ts';
import type { Article, Passage } from '../types.ts';

export interface PackedArticle {
  readonly article: Omit<Article, 'file' | 'raw' | 'passages' | 'annotations'>;
  /** Without the text where it is the text of the passage's one line. */
  readonly passages: readonly (Omit<Passage, 'text'> & { readonly text?: string | undefined })[];
  readonly messages: readonly PackedMessage[];
}

interface PackedMessage {
  readonly reason: string;
  readonly line?: number | undefined;
  readonly ruleId?: string | undefined;
  /** Absent = info. */
  readonly fatal?: boolean | undefined;
}

export function packArticle({
  file,
  raw: _raw,
  annotations: _none,
  passages,
  ...article
}: Article): PackedArticle {
  return {
    article,
    passages: passages.map(({ text, ...passage }) =>
      text === textAt(article.lines, passage) ? passage : { ...passage, text },
    ),
    messages: file.messages.map(({ reason, line, ruleId, fatal }) => ({
      reason,
      line,
      ruleId,
      fatal: fatal ?? undefined,
    })),
  };
}

/** @param file with the traced text as its value; gets the messages that reading wrote */
export function unpackArticle({ article, passages, messages }: PackedArticle, file: VFile): Article {
  for (const { reason, line, ruleId, fatal } of messages)
    file.message(reason, {
      ...(line === undefined ? {} : { place: { line, column: 1 } }),
      ...(ruleId === undefined ? {} : { ruleId }),
      source: 'sourceline',
    }).fatal = fatal;
  return {
    ...article,
    file,
    raw: breakAtLineFeeds(String(file)),
    passages: passages.map((passage) => ({
      ...passage,
      text: passage.text ?? textAt(article.lines, passage) ?? '',
    })),
    annotations: { mentions: [], quotations: [], figures: [], dates: [] },
  };
}

function textAt(lines: Article['lines'], { line, to }: Pick<Passage, 'line' | 'to'>): string | undefined {
  return line === to ? lines[line - 1]?.text : undefined;
}
