/** For tests: the lists of content/names, and short ways to passages. */
import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { NAME_LISTS, readNames } from '../editorial/names.ts';
import type { Annotations, Passage } from '../types.ts';
import { type AnnotateContext, annotate } from './annotate.ts';
import { indexNames } from './names/index-names.ts';

export const listFiles = Object.keys(NAME_LISTS).map(
  (list) =>
    new VFile({
      path: `content/names/${list}.yaml`,
      value: readFileSync(new URL(`../../../content/names/${list}.yaml`, import.meta.url), 'utf8'),
    }),
);

export const lists = readNames(listFiles);

export const index = indexNames(lists.entries);

export function passage(text: string, line: number, role: Passage['role'] = 'paragraph'): Passage {
  return { line, to: line, text, role, themes: [] };
}

/** One passage a text; `# ` in front makes a headline, `> ` a caption. */
export function annotateTexts(texts: readonly string[], context: AnnotateContext = {}): Annotations {
  const roles = { '# ': 'headline', '> ': 'caption' } as const;
  const passages = texts.map((text, n) => {
    const role = roles[text.slice(0, 2) as keyof typeof roles];
    return passage(role ? text.slice(2) : text, n + 1, role);
  });
  return annotate(passages, index, context);
}
