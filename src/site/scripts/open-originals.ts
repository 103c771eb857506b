import { copyCitation } from './copy-citation.ts';
import { expandCitation } from './expand-citation.ts';
import { loadRawLines } from './load-source.ts';
import { makeElement } from './make-element.ts';
import { placePopover } from './place-popover.ts';
import { readLine } from './read-line.ts';

/** The popover on the page, if one is open. */
let open: HTMLElement | undefined;

/**
 * Lets citation markers and line numbers open the line as it arrived, in place. A marker stays a link to
 * the source: with a modifier key, in an old browser, or when the line cannot be loaded, it is followed.
 */
export function openOriginals(): void {
  if (!('popover' in HTMLElement.prototype)) return;
  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const marker = (event.target as Element).closest<HTMLAnchorElement>('a[data-c]');
    if (!marker) return;
    event.preventDefault();
    void openOriginal(marker);
  });
  addEventListener('scroll', () => open?.hidePopover(), { passive: true });
}

async function openOriginal(marker: HTMLAnchorElement): Promise<void> {
  const cite = marker.dataset['c'] ?? '';
  const source = marker.href.replace(/#.*/, '');
  try {
    const raw = await loadRawLines(source);
    const lines = expandCitation(cite).map((line) => ({ line, words: raw[line - 1] ?? '' }));
    show(marker, cite, source, lines);
  } catch {
    location.href = marker.href;
  }
}

function show(
  marker: HTMLAnchorElement,
  cite: string,
  source: string,
  lines: readonly { readonly line: number; readonly words: string }[],
): void {
  const ref = cite.slice(0, cite.indexOf(':'));
  const title = makeElement('p', { class: 'pop-head', id: 'pop-head' });
  const link = makeElement('a', { href: marker.href }, 'See it in the source');
  const copy = makeElement('button', { type: 'button' }, 'Copy citation');
  const pop = makeElement(
    'div',
    { class: 'pop', tabindex: '-1', popover: 'auto', role: 'dialog', 'aria-labelledby': title.id },
    title,
  );
  const shown = cite
    .slice(ref.length + 1)
    .replaceAll(',', ', ')
    .replaceAll('-', '–');
  const numbers = `Source ${ref}, ${lines.length > 1 ? 'lines' : 'line'} ${shown}`;

  // A line's own number: its words stand beside it, so they are shown only where the file has others.
  const own = marker.matches('.no') && marker.parentElement ? readLine(marker.parentElement) : undefined;
  const words = lines.map((line) => line.words).join(' ');
  if (own?.words === words) {
    title.textContent = `${numbers}, the same words`;
  } else {
    title.textContent = `${numbers}, as it arrived`;
    pop.append(
      makeElement(
        'ol',
        { class: 'pop-lines' },
        ...lines.map((line) => {
          const item = makeElement('li', { dir: 'auto', 'data-raw': `${ref}:${line.line}` }, line.words);
          if (lines.length > 1) item.prepend(makeElement('span', { class: 'pop-number' }, `${line.line} `));
          return item;
        }),
      ),
    );
  }
  copy.addEventListener('click', () => {
    pop.hidePopover();
    void copyCitation({
      words: own?.words ?? words,
      cite,
      source,
      page: own ? location.href : source,
      there: own?.words ?? lines[0]?.words ?? '',
    });
  });
  pop.append(makeElement('ul', {}, makeElement('li', {}, link), makeElement('li', {}, copy)));
  // It stands at the end of the page and its reader at the marker, so Tab leaves it from the marker.
  pop.addEventListener('keydown', (event) => {
    const edges: readonly Node[] = event.shiftKey ? [pop, link] : [copy];
    if (event.key !== 'Tab' || !edges.some((edge) => edge === document.activeElement)) return;
    if (event.shiftKey) event.preventDefault();
    pop.hidePopover();
    marker.focus({ preventScroll: true });
  });
  pop.addEventListener('toggle', (event) => {
    const isOpen = event.newState === 'open';
    marker.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) return;
    marker.removeAttribute('aria-expanded');
    if (document.activeElement === document.body || pop.contains(document.activeElement))
      marker.focus({ preventScroll: true });
    pop.remove();
    if (open === pop) open = undefined;
  });
  (marker.closest('dialog') ?? document.body).append(pop);
  pop.showPopover();
  open = pop;
  // On a phone the stylesheet makes it a bottom sheet.
  if (!matchMedia('(max-width: 44rem)').matches) placePopover(pop, marker);
  pop.focus({ preventScroll: true });
}
