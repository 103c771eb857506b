/** Applies the rules that look at several lines, in the order of their table. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { linesOf, type SeedLine } from './seed-line.ts';
import { type Page, STRUCTURE_RULES, type StructureRule } from './structure.ts';

export interface RemoveOptions {
  readonly repeats: Page['repeats'];
}

export function removeBoilerplate(options: RemoveOptions) {
  return (tree: Root, file: VFile): void => {
    const headline = file.data.headlineLine;
    applyStructureRules({
      lines: linesOf(tree),
      headline,
      headlineSignatures: file.data.headlineSignatures ?? new Set(),
      repeats: options.repeats,
    });
  };
}

/** Another table may be given, as its tests do. */
export function applyStructureRules(page: Page, rules: readonly StructureRule[] = STRUCTURE_RULES): void {
  for (const rule of rules) rule.apply(page, rule);
}

/** No other text is known: nothing repeats. */
export function repeatsNowhere(_line: SeedLine): boolean {
  return false;
}
