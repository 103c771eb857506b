import type { Passage, Quotation } from '../../types.ts';
import type { AnnotateContext } from '../annotate.ts';
import type { NameIndex } from '../names/index-names.ts';
import type { MarkedArticle } from '../names/mark-names.ts';
import type { QuotedWords } from '../quotations.ts';

/** Quotations with kind and speaker, in the order of the text. */
export function classifyQuotations(
  quoted: readonly QuotedWords[],
  article: MarkedArticle,
  _index: NameIndex,
  _context: AnnotateContext,
): readonly Quotation[] {
  const byLine = new Map(article.passages.map(({ passage }) => [passage.line, passage]));
  return quoted.map((words) => ({
    text: words.parts.map((part) => byLine.get(part.line)?.text.slice(part.start, part.end) ?? '').join(' '),
    parts: words.parts,
    kind: kindOf(words, byLine),
    rule: 'none',
    confidence: 'low' as const,
    ...(words.dash ? { dash: true as const } : {}),
    ...(words.unclosed ? { unclosed: true as const } : {}),
  }));
}

function kindOf(words: QuotedWords, byLine: ReadonlyMap<number, Passage>): Quotation['kind'] {
  const passage = byLine.get(words.parts[0]?.line ?? 0);
  return passage && /^(?:headline|crosshead)$/.test(passage.role) ? 'headline' : 'full';
}
