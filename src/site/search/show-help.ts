import { makeElement } from '../scripts/make-element.ts';
import type { NameEntry } from './find-names.ts';
import type { Site } from './read-site.ts';

/** Where a name leads. */
type NamePage = Pick<NameEntry, 'path' | 'name' | 'kind'>;

const SYNTAX =
  'Words are found from their beginning, in any of their forms. “Quotation marks” find a phrase. A minus sign, as in -word, leaves out briefings that print the word.';

/** Before anything is typed: how to ask, themes, the names that most briefings print, recent queries. */
export function showStart(
  site: Site,
  people: readonly NamePage[],
  recent: readonly string[],
  ask: { readonly query: (text: string) => void; readonly clear: () => void },
): HTMLElement[] {
  const themes = [...site.themes.values()].map(({ link }) => link.cloneNode(true));
  return [
    makeElement('p', { class: 'meta' }, SYNTAX),
    ...(themes.length > 0 ? [titled('Themes', themes)] : []),
    ...(people.length > 0
      ? [
          titled(
            'Most named',
            people.map((person) => linkName(person, site)),
          ),
        ]
      : []),
    ...(recent.length > 0
      ? [
          titled('Recent on this device', [
            ...recent.map((text) => askButton(text, () => ask.query(text))),
            askButton('Clear these', ask.clear),
          ]),
        ]
      : []),
  ];
}

/** Nothing found: what is near, and what the filters or the removed lines hold back. */
export function showNothing(
  site: Site,
  near: readonly NameEntry[],
  offers: readonly { readonly text: string; readonly button: string; readonly take: () => void }[],
): HTMLElement[] {
  return [
    ...offers.map(({ text, button, take }) => makeElement('p', {}, `${text} `, askButton(button, take))),
    ...(near.length > 0
      ? [
          titled(
            'Names spelt nearly so',
            near.map((name) => linkName(name, site)),
          ),
        ]
      : []),
    makeElement('p', { class: 'meta' }, SYNTAX),
  ];
}

/** The index could not be loaded: why, if that is known, and what works without it. */
export function showFailure(site: Site, tryAgain: () => void): HTMLElement[] {
  const reason = navigator.onLine ? '' : 'You are offline. ';
  const names = makeElement('a', { href: new URL('names/', site.root).href }, 'All people and places');
  const themes = makeElement('a', { href: new URL('themes/', site.root).href }, 'all themes');
  return [
    makeElement(
      'p',
      {},
      `${reason}Pages that you have opened still work. `,
      askButton('Try again', tryAgain),
    ),
    makeElement('p', {}, names, ', ', themes),
  ];
}

/** “Go to” with the pages of names that a query may mean. */
export function showGoTo(site: Site, names: readonly NameEntry[], themes: readonly string[]): Node[] {
  const links = [
    ...themes.flatMap((id) => site.themes.get(id)?.link.cloneNode(true) ?? []),
    ...names.map((name) => linkName(name, site)),
  ];
  return links.length === 0 ? [] : [document.createTextNode('Go to '), ...spaced(links)];
}

const KINDS: Readonly<Record<string, string>> = {
  people: 'person',
  organisations: 'organisation',
  places: 'place',
};

function linkName({ path, name, kind }: NamePage, site: Site): HTMLAnchorElement {
  const href = new URL(path.replace(/^\//, ''), site.root).href;
  return makeElement('a', { href }, `${name}, ${KINDS[kind] ?? kind}`);
}

function askButton(text: string, act: () => void): HTMLButtonElement {
  const button = makeElement('button', { type: 'button' }, text);
  button.addEventListener('click', act);
  return button;
}

function titled(title: string, parts: readonly Node[]): HTMLElement {
  return makeElement('p', { class: 'goto' }, makeElement('b', {}, title), ' ', ...spaced(parts));
}

function spaced(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [document.createTextNode(' '), node]));
}
