/** For tests: the lists of content/names, and short ways to passages. */
import { readFileSync } from 'node:fs';
import { NAME_LISTS, type ReadNames, readNames } from '../editorial/names.ts';
import type { Annotations, Passage } from '../types.ts';
import { type AnnotateContext, annotate } from './annotate.ts';
import { indexNames } from './names/index-names.ts';

export function readLists(): ReadNames {
  return readNames(
    Object.keys(NAME_LISTS).map((list) => ({
      path: `content/names/${list}.yaml`,
      text: readFileSync(new URL(`../../../content/names/${list}.yaml`, import.meta.url), 'utf8'),
    })),
  );
}

export const index = indexNames(readLists().entries);

export function passage(text: string, line: number, role: Passage['role'] = 'paragraph'): Passage {
  return { line, to: line, text, role, themes: [] };
}

/** One passage a text; `# ` in front makes a headline. */
export function annotateTexts(texts: readonly string[], context: AnnotateContext = {}): Annotations {
  const passages = texts.map((text, n) =>
    text.startsWith('# ') ? passage(text.slice(2), n + 1, 'headline') : passage(text, n + 1),
  );
  return annotate(passages, index, context);
}
