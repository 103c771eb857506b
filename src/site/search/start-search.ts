/**
 * Search in the reader's browser: the small part that every page loads. The rest comes when the field
 * is pointed at or focused, the index with it; pages are complete without.
 *
 * What it needs from the pages, beside the ids that `SearchPage.astro` lists: one or more
 * `data-pagefind-body` around the headline and the numbered lines (`id="L31"`), `data-pagefind-ignore`
 * on everything in them that is not the source's words, and the facts of `SearchFacts.astro`.
 */
import { areKeysOn } from '../scripts/switch-keys.ts';
import { MARK_PARAM, SEARCH_PARAMS } from './address-params.ts';
import { markMatches } from './mark-matches.ts';
import type { SearchPanel } from './search-panel.ts';

const find = document.querySelector<HTMLAnchorElement>('#find');
const dialog = document.querySelector<HTMLDialogElement>('#search-dialog');
const page = document.querySelector<HTMLElement>('#search-page');

let panel: Promise<SearchPanel> | undefined;
/** The panel; undefined where its script cannot be fetched, which the status line then says. */
async function load(link: HTMLAnchorElement): Promise<SearchPanel | undefined> {
  panel ??= import('./search-panel.ts').then(({ createPanel }) => createPanel(link));
  try {
    return await panel;
  } catch (error) {
    console.warn('search', error);
    panel = undefined;
    const status = document.getElementById('search-status');
    if (status !== null)
      status.textContent = navigator.onLine
        ? 'Search could not load.'
        : 'Search could not load: you are offline.';
    return undefined;
  }
}

if (find !== null) startSearch(find);

function startSearch(link: HTMLAnchorElement): void {
  const params = new URLSearchParams(location.search);
  if (params.has(MARK_PARAM)) markMatches();
  document.addEventListener('keydown', (event) => {
    if (!isSearchKey(event)) return;
    event.preventDefault();
    link.click();
  });
  if (page !== null) {
    link.addEventListener('click', (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      document.getElementById('q')?.focus();
    });
    void load(link).then((search) => {
      if (search === undefined) return;
      page.hidden = false;
      document.getElementById('search-fallback')?.setAttribute('hidden', '');
      search.show();
    });
    return;
  }
  if (dialog === null) return;
  const warm = (): void => void load(link).then((search) => search?.warm());
  link.addEventListener('pointerenter', warm, { once: true });
  link.addEventListener('focus', warm, { once: true });
  link.addEventListener('click', (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    void openDialog(link, dialog);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.getElementById('search-close')?.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => void load(link).then((search) => search?.leave()));
  // The field's own Escape would only empty it.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    dialog.close();
  });
  // Quotations have a filter of their own, which says in the address what theme it shows.
  const own = document.getElementById('quote-filter') ? 'theme' : '';
  if (SEARCH_PARAMS.some((name) => name !== own && params.has(name))) void openDialog(link, dialog);
}

async function openDialog(link: HTMLAnchorElement, dialog: HTMLDialogElement): Promise<void> {
  if (!dialog.open) dialog.showModal();
  // At once, or the first letters are typed into whatever the dialog focuses.
  document.getElementById('q')?.focus();
  const search = await load(link);
  search?.input.focus();
  search?.show();
}

/** `/` alone, outside of fields and where a reader wants single keys; Ctrl or ⌘ K anywhere. */
function isSearchKey(event: KeyboardEvent): boolean {
  if (event.altKey || event.defaultPrevented) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k';
  const isInField =
    event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
  return event.key === '/' && !isInField && areKeysOn();
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
