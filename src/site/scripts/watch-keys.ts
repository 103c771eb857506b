import { copyCitation } from './copy-citation.ts';
import { type PageLine, readLine, readLines } from './read-line.ts';
import { areKeysOn } from './switch-keys.ts';

/** Keys without a modifier and what they do; `/` belongs to search. See `shortcuts.ts`, what readers are told. */
const ACTIONS: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  c: copy,
  s: swap,
  '[': () => follow('a[rel=prev]'),
  ']': () => follow('a[rel=next]'),
  '?': () => follow('footer a[href*="keyboard/"]'),
};

/** Single keys never fire in fields, with a modifier, in a dialog, or when a reader turned them off. */
export function watchKeys(): void {
  document.addEventListener('keydown', (event) => {
    const action = Object.hasOwn(ACTIONS, event.key) ? ACTIONS[event.key] : undefined;
    if (!action || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if ((event.target as Element).closest('input, textarea, select, dialog, [contenteditable]')) return;
    if (!areKeysOn()) return;
    event.preventDefault();
    action();
  });
}

function visibleLines(): PageLine[] {
  return readLines().filter(({ element }) => element.offsetParent !== null);
}

/** The line that has the focus or was opened, else the first one in the window. */
function findCurrent(lines: readonly PageLine[]): PageLine | undefined {
  const focused =
    document.activeElement?.closest<HTMLElement>('[id^="L"]') ??
    document.querySelector<HTMLElement>('.at, :target');
  const line = focused && readLine(focused);
  return line ?? lines.find(({ element }) => element.getBoundingClientRect().top >= 0);
}

function move(by: 1 | -1): void {
  const lines = visibleLines();
  const current = findCurrent(lines);
  const index = lines.findIndex(({ element }) => element === current?.element);
  const isThere = current?.element.contains(document.activeElement) ?? false;
  const next = lines[Math.max(0, Math.min(lines.length - 1, isThere ? index + by : index))]?.element;
  if (!next) return;
  const target = next.querySelector<HTMLElement>('.no, a.n') ?? next;
  if (target === next) next.tabIndex = -1;
  target.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'center' });
}

function copy(): void {
  const current = findCurrent(visibleLines());
  if (!current) return;
  const { cite, words, element } = current;
  // A briefing's headline has no number that leads to its source.
  const source =
    element.querySelector<HTMLAnchorElement>('a.no') ?? (element.matches('h1') ? findSwap() : undefined);
  void copyCitation({
    words,
    cite,
    source: (source?.href ?? location.href).replace(/#.*/, ''),
    page: location.href,
    there: words,
  });
}

/** From a briefing to the same line of its source, and back. */
function swap(): void {
  const element = findCurrent(visibleLines())?.element;
  const link = element?.querySelector<HTMLAnchorElement>('a.no, a.n')?.href;
  const page = findSwap();
  if (link !== undefined) location.href = link;
  else if (element && page) location.href = element.matches('h1') ? `${page.href}#${element.id}` : page.href;
}

/** On a briefing the link to its source, on a source the link to its briefing. */
function findSwap(): HTMLAnchorElement | null {
  return document.querySelector<HTMLAnchorElement>('a[data-swap]');
}

function follow(selector: string): void {
  document.querySelector<HTMLAnchorElement>(selector)?.click();
}
