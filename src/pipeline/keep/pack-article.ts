/** An article as plain data without what its seed says, and back: words of passages stand in lines, most lines in the seed. */
import type { VFile } from 'vfile';
import { NO_ANNOTATIONS } from '../no-annotations.ts';
import { breakAtLineFeeds } from '../read/normalise.ts';
import type { Article, Line, Passage } from '../types.ts';

export interface PackedArticle {
  readonly article: Omit<Article, 'file' | 'raw' | 'lines' | 'passages' | 'annotations'>;
  /** Without the text where it is the seed's line as it arrived. */
  readonly lines: readonly (Omit<Line, 'text'> & { readonly text?: string | undefined })[];
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
  raw,
  annotations: _none,
  lines,
  passages,
  ...article
}: Article): PackedArticle {
  const arrived = raw.split('\n');
  return {
    article,
    lines: lines.map(({ text, ...line }) => (text === arrived[line.n - 1] ? line : { ...line, text })),
    passages: passages.map(({ text, ...passage }) =>
      text === textAt(lines, passage) ? passage : { ...passage, text },
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
export function unpackArticle(
  { article, lines: packed, passages, messages }: PackedArticle,
  file: VFile,
): Article {
  for (const { reason, line, ruleId, fatal } of messages)
    file.message(reason, {
      ...(line === undefined ? {} : { place: { line, column: 1 } }),
      ...(ruleId === undefined ? {} : { ruleId }),
      source: 'sourceline',
    }).fatal = fatal;
  const raw = breakAtLineFeeds(String(file));
  const arrived = raw.split('\n');
  const lines = packed.map((line) => ({ ...line, text: line.text ?? arrived[line.n - 1] ?? '' }));
  return {
    ...article,
    file,
    raw,
    lines,
    passages: passages.map((passage) => ({
      ...passage,
      text: passage.text ?? textAt(lines, passage) ?? '',
    })),
    annotations: NO_ANNOTATIONS,
  };
}

function textAt(lines: Article['lines'], { line, to }: Pick<Passage, 'line' | 'to'>): string | undefined {
  return line === to ? lines[line - 1]?.text : undefined;
}
