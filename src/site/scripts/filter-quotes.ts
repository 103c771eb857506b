import { isAskedFor } from './is-asked-for.ts';

/** Shows the quotations that the controls of `filter` ask for, and says how many; the address keeps what is chosen. */
export function filterQuotes(filter: HTMLElement): void {
  const controls = [...filter.querySelectorAll('select')];
  const status = document.getElementById('quote-count');
  const clear = document.getElementById('quote-clear');
  const themes = new Map(
    [...filter.querySelectorAll('optgroup')].flatMap((group) =>
      [...group.querySelectorAll('option')].map(({ value }) => [value, group.dataset['theme'] ?? '']),
    ),
  );
  const cards = [...document.querySelectorAll<HTMLElement>('.band :is(.quote, .excerpts > li)')].map(
    (card) => ({ card, refs: readRefs(card) }),
  );

  const show = (): void => {
    const asked = {
      theme: '',
      source: '',
      ...Object.fromEntries(controls.map(({ name, value }) => [name, value])),
    };
    for (const { card, refs } of cards) card.hidden = !isAskedFor(refs, themes, asked);
    hideEmptied();
    const shown = cards.filter(({ card }) => !card.hidden).length;
    const all = status?.dataset['of'];
    if (status)
      status.textContent =
        shown === cards.length
          ? `${all}.`
          : shown > 0
            ? `${shown} of ${all}.`
            : `None of ${all}: the briefing of this source has another theme.`;
    if (clear) clear.hidden = shown > 0;
  };
  const write = (): void => {
    const address = new URL(location.href);
    for (const { name, value } of controls)
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    history.replaceState(history.state, '', address);
  };
  const read = (): void => {
    const params = new URLSearchParams(location.search);
    for (const control of controls) {
      control.value = params.get(control.name) ?? '';
      // It names nothing that stands on this page.
      if (control.selectedIndex < 0) control.value = '';
    }
    show();
  };
  const choose = (): void => {
    write();
    show();
  };

  filter.addEventListener('change', choose);
  clear?.addEventListener('click', () => {
    for (const control of controls) control.value = '';
    choose();
    controls[0]?.focus();
  });
  addEventListener('popstate', read);
  shareAddress(write);
  // This script may have come for a choice, which is newer than the address.
  if (controls.some(({ value }) => value !== '')) choose();
  else read();
}

/** All sources that print the words of a card. */
function readRefs(card: HTMLElement): ReadonlySet<string> {
  const cites = [...card.querySelectorAll<HTMLElement>('[data-c]')];
  return new Set(cites.map((cite) => cite.dataset['c']?.replace(/:.*/, '') ?? ''));
}

/** Hides lists, speakers and links to speakers of whom nothing is shown. */
function hideEmptied(): void {
  for (const part of document.querySelectorAll<HTMLElement>('.band, .band > :is(.quotes, .excerpts)')) {
    const isEmptied = !part.querySelector(':is(.quote, .excerpts > li):not([hidden])');
    const before = part.previousElementSibling;
    const link = part.id && document.querySelector(`#quote-speakers li:has([href="#${part.id}"])`);
    for (const one of [part, before?.matches('.excerpts-head') && before, link])
      if (one) one.toggleAttribute('hidden', isEmptied);
  }
}

/** While search is open the address says what is searched, and nothing once it closed. */
function shareAddress(write: () => void): void {
  const dialog = document.querySelector<HTMLDialogElement>('#search-dialog');
  const takeBack = (): void => {
    setTimeout(() => {
      if (!dialog?.open) write();
    });
  };
  dialog?.addEventListener('close', takeBack);
  document.getElementById('find')?.addEventListener(
    'click',
    () => {
      history.replaceState(history.state, '', location.pathname + location.hash);
      takeBack();
    },
    { capture: true },
  );
}
