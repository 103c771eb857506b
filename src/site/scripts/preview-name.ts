import { makeElement } from './make-element.ts';
import { placePopover } from './place-popover.ts';

/** How long a pointer or the focus is on a name before its preview opens, and off it before that closes, in milliseconds. */
const REST = 300;
/** Roles that a preview shows; the page of the name has all. */
const MOST_ROLES = 3;

const loaded = new Map<string, Promise<HTMLElement>>();
let open: { readonly name: HTMLAnchorElement; readonly pop: HTMLElement } | undefined;
let opening = 0;
let closing = 0;

/**
 * Shows what the page of a name says first, once the reader rests on a link to it, until they leave the link
 * and the preview, or press Escape. Nothing is shown of a page that cannot be loaded.
 */
export function previewName(name: HTMLAnchorElement): void {
  clearTimeout(opening);
  if (name !== open?.name) opening = window.setTimeout(() => void show(name), REST);
}

for (const type of ['pointerout', 'focusout'])
  document.addEventListener(type, () => {
    if (open && closing === 0) closing = window.setTimeout(closeIfLeft, REST);
  });
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') close();
});
// A page that is gone back to is as it was left.
addEventListener('pagehide', close);

function isOn(name: HTMLAnchorElement): boolean {
  return name.matches(':hover, :focus-visible');
}

function closeIfLeft(): void {
  closing = 0;
  if (open && !isOn(open.name) && !open.pop.matches(':hover')) close();
}

function close(): void {
  open?.name.removeAttribute('aria-describedby');
  open?.pop.remove();
  open = undefined;
}

async function show(name: HTMLAnchorElement): Promise<void> {
  if (!isOn(name)) return;
  const pop = await loadPreview(name.href).catch(() => undefined);
  if (!pop || !isOn(name)) return;
  close();
  document.body.append(pop);
  pop.showPopover();
  placePopover(pop, name);
  name.setAttribute('aria-describedby', pop.id);
  open = { name, pop };
}

/** The preview of the name whose page stands at `address`, loaded once. */
function loadPreview(address: string): Promise<HTMLElement> {
  const preview = loaded.get(address) ?? loadPage(address).then(makePreview);
  loaded.set(address, preview);
  // A failure may pass: the next visit tries again.
  preview.catch(() => loaded.delete(address));
  return preview;
}

/** The browser makes a document of the answer itself: of text, the site's policy lets nobody make one. */
function loadPage(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.addEventListener('load', () => {
      if (request.status === 200 && request.responseXML) resolve(request.responseXML);
      else reject(new Error(`${request.status}`));
    });
    request.addEventListener('error', () => reject(new Error('not loaded')));
    request.open('GET', address);
    request.send();
  });
}

/** The head of a page that `NamePage.astro` made: name, roles as printed, lines. */
function makePreview(page: Document): HTMLElement {
  const name = page.querySelector('main h1');
  const lines = page.querySelector('main .roles.num');
  if (!name || !lines) throw new Error('no page of a name');
  const roles = [...page.querySelectorAll('main .role')].map((role) => document.importNode(role, true));
  const rest = roles.length - MOST_ROLES;
  const pop = makeElement(
    'div',
    { class: 'pop tip', id: 'preview', role: 'tooltip', popover: 'manual' },
    makeElement('p', { class: 'pop-head', dir: 'auto' }, name.textContent),
    roles.length > 0 &&
      makeElement('p', {}, ...roles.slice(0, MOST_ROLES), rest > 0 ? ` and ${rest} more` : undefined),
    makeElement('p', { class: 'meta num' }, lines.textContent),
  );
  // Nobody could reach them with the keyboard: here they are read, and opened on the page of the name.
  for (const cite of pop.querySelectorAll('a'))
    cite.replaceWith(makeElement('span', { class: cite.className, 'data-own': true }, cite.textContent));
  return pop;
}
