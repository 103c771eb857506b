/** Applies the rules that look at several lines, in the order of their table. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Repeats } from './repetition.ts';
import { linesOf } from './seed-line.ts';
import { type Page, STRUCTURE_RULES, type StructureRule } from './structure.ts';

declare module 'vfile' {
  interface DataMap {
    /** Lines of this text that other texts print too, by their marks; absent where no other text is known. */
    repeats: Repeats;
  }
}

export function removeBoilerplate() {
  return (tree: Root, file: VFile): void => {
    applyStructureRules({
      lines: linesOf(tree),
      headline: file.data.headlineLine,
      headlineSignatures: file.data.headlineSignatures ?? new Set(),
      repeats: file.data.repeats ?? new Map(),
    });
  };
}

/** Another table may be given, as its tests do. */
export function applyStructureRules(page: Page, rules: readonly StructureRule[] = STRUCTURE_RULES): void {
  for (const rule of rules) rule.apply(page, rule);
}
