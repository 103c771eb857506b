import { makeElement } from '../scripts/make-element.ts';
import type { Mark } from './match-lines.ts';

/** A text as nodes, with its matches in `mark` elements. */
export function markText(text: string, marks: readonly Mark[]): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const { start, end } of marks) {
    nodes.push(document.createTextNode(text.slice(from, start)));
    nodes.push(makeElement('mark', {}, text.slice(start, end)));
    from = end;
  }
  nodes.push(document.createTextNode(text.slice(from)));
  return nodes;
}
