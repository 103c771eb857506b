/** Retypes headline-like lines inside the article as crossheads; one that fits nothing is listed, not dropped. */
import type { Root } from 'mdast';
import { linesOf, type SeedLine } from './seed-line.ts';
import { isHeading, shareInText } from './structure.ts';

export function markCrossheads() {
  return (tree: Root): void => {
    const lines = linesOf(tree);
    const kept = lines.filter((line) => line.status === 'kept');
    for (const [at, line] of kept.entries()) {
      const next = kept[at + 1];
      if (next?.role !== 'paragraph' || !isHeading(line, kept[at - 1])) continue;
      if (isListItem(line, kept[at - 1], next)) continue;
      line.role = 'crosshead';
      if (shareInText(line, kept.slice(at + 1, at + 6)) >= 1 / 3) continue;
      line.confidence = 'medium';
      line.doubtful ??= 'shares no words with the text that follows, perhaps a headline of another article';
    }
  };
}

/** Short lines in a row without blanks between them, where the text has blanks: a list. */
function isListItem(line: SeedLine, before: SeedLine | undefined, next: SeedLine): boolean {
  return !line.gap && !next.gap && before?.look.headlineLike === true && next.look.headlineLike;
}
