import { MARK_PARAM } from './address-params.ts';
import { splitWords } from './fold-words.ts';
import { markText } from './mark-text.ts';
import type { Mark } from './match-lines.ts';

/** Forms that are marked; an address may name any number. */
const MOST_MARKS = 12;

/**
 * Marks the words that a search found in the numbered lines of this page, puts the focus on the line
 * that the address names, and takes the words out of the address, so that it can be shared as it is.
 */
export function markMatches(): void {
  const address = new URL(location.href);
  const wanted = address.searchParams
    .getAll(MARK_PARAM)
    .slice(0, MOST_MARKS)
    .map((form) => form.slice(0, 100).split(' '));
  for (const line of document.querySelectorAll('main [id^="L"], main h1[data-cite]')) markLine(line, wanted);
  address.searchParams.delete(MARK_PARAM);
  history.replaceState(history.state, '', address);
  const target = document.getElementById(address.hash.slice(1));
  if (target === null) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}

/** Text nodes are marked one by one: a phrase that runs over a link stays unmarked, a word never does. */
function markLine(line: Element, wanted: readonly (readonly string[])[]): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.hasAttribute('data-own')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text) texts.push(node);
  for (const text of texts) {
    const marks = findForms(text.data, wanted);
    if (marks.length > 0) text.replaceWith(...markText(text.data, marks));
  }
}

function findForms(text: string, wanted: readonly (readonly string[])[]): Mark[] {
  const words = splitWords(text);
  const marks: Mark[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const form = wanted.find((parts) =>
      parts.every((part, offset) => words[index + offset]?.folded === part),
    );
    const [first, last] = [words[index], words[index + (form?.length ?? 1) - 1]];
    if (form === undefined || first === undefined || last === undefined) continue;
    marks.push({ start: first.start, end: last.end });
    index += form.length - 1;
  }
  return marks;
}
