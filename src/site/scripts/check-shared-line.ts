import { digestWords } from './digest-words.ts';
import { makeElement } from './make-element.ts';
import { readLines } from './read-line.ts';

/**
 * Opens an address with a digest (`#L31-7f3a90c2`) at its line. When the words there are no longer the
 * ones that were shared, the page says so and where they now are: a shared address never comes to prove
 * another sentence.
 */
export function checkSharedLine(): void {
  document.getElementById('shared')?.remove();
  for (const line of document.querySelectorAll('.at')) line.classList.remove('at');
  const [, id, digest] = /^#(L\d+)-([0-9a-f]{8})$/.exec(location.hash) ?? [];
  if (id === undefined || digest === undefined) return;
  const lines = readLines();
  const same = lines.filter(({ words }) => digestWords(words) === digest);
  const there = same.find(({ element }) => element.id === id);
  if (there) {
    showLine(there.element);
    return;
  }
  const moved = same[0]?.element;
  const message = makeElement('p', { id: 'shared', class: 'shared', tabindex: '-1' });
  message.append(`The words at line ${id.slice(1)} are no longer the ones that this address was made for. `);
  if (moved)
    message.append(
      'They are now at ',
      makeElement('a', { href: `#${moved.id}` }, `line ${moved.id.slice(1)}`),
      '.',
    );
  else message.append('They are no longer on this page.');
  document.querySelector('main .wrap')?.prepend(message);
  message.focus();
}

export function showLine(element: HTMLElement): void {
  element.classList.add('at');
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
}
