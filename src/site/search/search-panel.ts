import { countOf } from '../count-of.ts';
import { makeElement } from '../scripts/make-element.ts';
import { describeFound } from './describe-found.ts';
import { createFinder, type Found, type Hit, PAGE_LENGTH } from './find-briefings.ts';
import { findClosestNames, findNames, type NameEntry } from './find-names.ts';
import { fold } from './fold-words.ts';
import { loadEngine, loadPointer, type Pointer } from './load-engine.ts';
import { createNames } from './load-names.ts';
import { hasWords, isLetter, parseQuery } from './parse-query.ts';
import { readSite } from './read-site.ts';
import { clearRecentQueries, keepRecentQuery, readRecentQueries } from './recent-queries.ts';
import { EMPTY_STATE, FACETS, isFiltered, readState, type SearchState, writeState } from './search-state.ts';
import { createFacets, nameValue } from './show-facets.ts';
import { showFailure, showGoTo, showNothing, showStart } from './show-help.ts';
import { showHit } from './show-hit.ts';

/** Where a reader was in the list when a result was opened; kept with the entry of the history. */
interface Place {
  readonly hits: number;
  readonly active: number;
  readonly scroll: readonly number[];
}

const TYPING_PAUSE = 150;
const BUSY_AFTER = 300;
const ANNOUNCE_AFTER = 500;

export interface SearchPanel {
  /** Shows what the address asks, at the place where the reader left it. */
  readonly show: () => void;
  /** Begins to load the index. */
  readonly warm: () => void;
  /** Takes what was asked out of the address. */
  readonly leave: () => void;
  readonly input: HTMLInputElement;
}

/** Brings the panel of the page to life; its elements are those that `SearchPage.astro` lists. */
export function createPanel(find: HTMLAnchorElement): SearchPanel {
  const get = <E extends HTMLElement>(id: string): E => {
    const element = document.getElementById(id);
    if (element === null) throw new Error(`the page has no #${id}`);
    // The panel's markup and this file agree on what each id is.
    return element as E;
  };
  const panel = get('search-panel');
  const input = get<HTMLInputElement>('q');
  const status = get('search-status');
  const sort = get<HTMLSelectElement>('search-sort');
  const removed = get<HTMLInputElement>('search-removed');
  const [list, help, goTo, chips] = [
    get('search-hits'),
    get('search-help'),
    get('search-goto'),
    get('search-chips'),
  ];
  const filterButton = get<HTMLButtonElement>('search-filter');

  const site = readSite(find);
  let state = EMPTY_STATE;
  let index: Promise<Index> | undefined;
  let run = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let announcing: ReturnType<typeof setTimeout> | undefined;

  const warm = (): void => {
    index ??= loadIndex(site.root);
    index.catch(() => {});
  };

  const change = (part: Partial<SearchState>, then?: () => void): void => {
    state = { ...state, ...part };
    history.replaceState(null, '', `${location.pathname}${writeState(state)}${location.hash}`);
    void answer().then(then);
  };
  const facets = createFacets(get('search-facets'), site, change);
  const done = makeElement('button', { type: 'button', class: 'narrow facets-done' });
  get('search-facets').append(done);

  const say = (text: string): void => {
    clearTimeout(announcing);
    status.setAttribute('aria-live', 'off');
    status.textContent = text;
    announcing = setTimeout(() => {
      status.setAttribute('aria-live', 'polite');
      status.textContent = '';
      status.textContent = text;
    }, ANNOUNCE_AFTER);
  };

  /** Answers the state; an answer that comes after a newer question is dropped. */
  const answer = async (place?: Place): Promise<void> => {
    run += 1;
    const mine = run;
    warm();
    const busy = setTimeout(() => {
      panel.classList.add('busy');
      status.textContent = 'Searching…';
    }, BUSY_AFTER);
    const rest = (): void => {
      clearTimeout(busy);
      if (mine === run) panel.classList.remove('busy');
    };
    try {
      const { pointer, find, namesFor } = (await index) ?? {};
      const asked = state;
      const query = parseQuery(asked.q);
      // Names are not waited for before lines are shown.
      const names = namesFor?.(asked.q) ?? [];
      const found = await find?.(asked, query);
      if (mine !== run || found === undefined || pointer === undefined) return;
      const hits = place === undefined ? found.hits : await found.loadMore(place.hits);
      if (mine !== run) return;
      const alone = hits.length === 0 && find ? await findAlone(found, asked, find) : [];
      if (mine !== run) return;
      rest();
      showFound(found, hits, pointer, alone);
      if (place !== undefined) restore(place);
      const known = await names;
      if (mine !== run) return;
      showNames(known, found, alone);
      await facets.update(found, asked);
    } catch (error) {
      if (mine !== run) return;
      index = undefined;
      console.warn('search', error);
      say('Search could not load.');
      list.replaceChildren();
      goTo.replaceChildren();
      help.replaceChildren(...showFailure(site, () => void answer()));
    } finally {
      rest();
    }
  };

  const showFound = (
    found: Found,
    hits: readonly Hit[],
    pointer: Pointer,
    alone: readonly string[],
  ): void => {
    const isStart = state.q.trim() === '' && !isFiltered(state);
    const { query } = found;
    const isQuiet =
      isStart || isLetter(query) || (!hasWords(query) && query.excluded.length === 0 && !isFiltered(state));
    list.replaceChildren(...hits.map((hit) => showHit(hit, site)));
    showChips();
    done.textContent = isStart ? 'Close the filters' : `Show ${countOf(found.briefings, 'briefing')}`;
    say(describeFound(found, state));
    if (isStart) help.replaceChildren(...showStart(site, pointer.mostNamed, readRecentQueries(), recent));
    else if (isQuiet) help.replaceChildren();
    else if (hits.length === 0) help.replaceChildren(...showNothing(site, [], offers(found, alone)));
    else help.replaceChildren(...showMore(found, hits.length));
  };

  /** Names come after what was found: those that the query may mean, and near ones where nothing was found. */
  const showNames = (names: readonly NameEntry[], found: Found, alone: readonly string[]): void => {
    const text = state.q.trim();
    const meant = findNames(text, names, 4);
    goTo.replaceChildren(...(text === '' ? [] : showGoTo(site, meant, themesIn(text))));
    if (!hasWords(found.query) || isLetter(found.query) || found.hits.length > 0) return;
    const others = names.filter((name) => !meant.includes(name));
    help.replaceChildren(...showNothing(site, findClosestNames(text, others, 4), offers(found, alone)));
  };

  const themesIn = (text: string): string[] =>
    [...site.themes]
      .filter(([, { title }]) => fold(title).startsWith(fold(text)) && text.length > 1)
      .map(([id]) => id);

  const recent = {
    query: (q: string): void => {
      input.value = q;
      change({ q });
      input.focus();
    },
    clear: (): void => {
      clearRecentQueries();
      void answer();
      input.focus();
    },
  };

  const offers = (found: Found, alone: readonly string[]): Parameters<typeof showNothing>[2] => {
    const withoutFilters = { facets: EMPTY_STATE.facets, from: '', to: '', undated: false };
    return [
      ...(isFiltered(state) && found.unfiltered > 0
        ? [
            {
              text: `${countOf(found.unfiltered, 'briefing')} without the filters.`,
              button: 'Clear the filters',
              take: () => change(withoutFilters),
            },
          ]
        : []),
      ...takenOutOffer(found),
      ...alone.map((words) => ({
        text: 'Or one of them:',
        button: words,
        take: () => recent.query(words),
      })),
    ];
  };
  const takenOutOffer = (found: Found): Parameters<typeof showNothing>[2] =>
    found.takenOut === 0 || state.removed
      ? []
      : [
          {
            text: `It stands in lines that were taken out of ${found.takenOut} ${found.takenOut === 1 ? 'source' : 'sources'}.`,
            button: 'Search removed lines too',
            take: () => change({ removed: true }),
          },
        ];
  const showMore = (found: Found, shown: number): HTMLElement[] => {
    if (shown < PAGE_LENGTH || shown >= found.briefings + found.sources) return [];
    const button = makeElement('button', { type: 'button' }, 'Show more briefings');
    button.addEventListener('click', () => {
      const mine = run;
      void found.loadMore(shown + PAGE_LENGTH).then((hits) => {
        if (mine !== run) return;
        list.append(...hits.slice(shown).map((hit) => showHit(hit, site)));
        help.replaceChildren(...showMore(found, hits.length));
        list.children[shown]?.querySelector('a')?.focus();
      });
    });
    return [makeElement('p', {}, button)];
  };

  const showChips = (): void => {
    const chosen = FACETS.flatMap(({ param }) => state.facets[param].map((value) => ({ param, value })));
    chips.replaceChildren(
      ...chosen.map(({ param, value }) => {
        const chip = makeElement(
          'button',
          { type: 'button', class: 'chip' },
          ...nameValue(param, value, site),
          ' ×',
        );
        chip.setAttribute('aria-label', `Remove the filter ${site.themes.get(value)?.title ?? value}`);
        chip.addEventListener('click', () => {
          const values = state.facets[param].filter((other) => other !== value);
          change({ facets: { ...state.facets, [param]: values } });
          input.focus();
        });
        return chip;
      }),
    );
  };

  const links = (): HTMLAnchorElement[] => [
    ...list.querySelectorAll<HTMLAnchorElement>('h3 a, .subs a.cite'),
  ];
  const scrolled = (): Element[] => [
    document.documentElement,
    panel,
    ...panel.querySelectorAll('.sp-body, .sp-hits'),
  ];

  const keepPlace = (): void => {
    const place: Place = {
      hits: Math.max(PAGE_LENGTH, list.children.length),
      active: links().findIndex((link) => link.matches(':focus')),
      scroll: scrolled().map(({ scrollTop }) => scrollTop),
    };
    history.replaceState({ search: place }, '', location.href);
    keepRecentQuery(state.q);
  };
  const restore = (place: Place): void => {
    links()[place.active]?.focus({ preventScroll: true });
    for (const [index, element] of scrolled().entries()) element.scrollTop = place.scroll[index] ?? 0;
  };

  input.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => change({ q: input.value }), TYPING_PAUSE);
  });
  input.addEventListener('focus', warm, { once: true });
  sort.addEventListener('change', () => change({ sort: sort.value === 'date' ? 'date' : '' }));
  removed.addEventListener('change', () => change({ removed: removed.checked }));
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) keepPlace();
  });
  get('search-form').addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    if (state.q !== input.value) change({ q: input.value }, () => links()[0]?.focus());
    else links()[0]?.focus();
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const all = links();
    const at = all.findIndex((link) => link.matches(':focus'));
    if (at < 0 && document.activeElement !== input) return;
    event.preventDefault();
    const next = event.key === 'ArrowDown' ? Math.min(at + 1, all.length - 1) : at - 1;
    (all[next] ?? input).focus();
  });
  const openFilters = (open: boolean): void => {
    panel.dataset.filters = open ? 'open' : 'closed';
    filterButton.setAttribute('aria-expanded', String(open));
    (open ? get('search-facets').querySelector('input') : filterButton)?.focus();
  };
  filterButton.addEventListener('click', () => openFilters(panel.dataset.filters !== 'open'));
  done.addEventListener('click', () => openFilters(false));

  return {
    show: () => {
      // What was typed while this script was on its way must not be lost.
      const typed = input.value;
      state = readState(location.search);
      if (state.q === '' && typed !== '') {
        change({ q: typed });
        return;
      }
      input.value = state.q;
      sort.value = state.sort;
      removed.checked = state.removed;
      // Only `keepPlace` writes this state.
      const place = (history.state as { search?: Place } | null)?.search;
      void answer(place);
    },
    warm,
    leave: () => {
      state = EMPTY_STATE;
      input.value = '';
      history.replaceState(null, '', `${location.pathname}${location.hash}`);
    },
    input,
  };
}

/** What the search of a site is made of, loaded at the first touch of the field. */
interface Index {
  readonly pointer: Pointer;
  readonly find: ReturnType<typeof createFinder>;
  readonly namesFor: ReturnType<typeof createNames>;
}

async function loadIndex(root: URL): Promise<Index> {
  const pointer = await loadPointer(root);
  const namesFor = createNames(root, pointer);
  return { pointer, find: createFinder(await loadEngine(root, pointer)), namesFor };
}

/** Single words and phrases of a query that find something where all of them find nothing. */
async function findAlone({ query }: Found, asked: SearchState, find: Index['find']): Promise<string[]> {
  const all = [...query.phrases.map((phrase) => `"${phrase}"`), ...query.words];
  if (all.length < 2) return [];
  const found = await Promise.all(all.map((q) => find({ ...asked, q }, parseQuery(q))));
  return all.filter((_, at) => (found[at]?.hits.length ?? 0) > 0);
}
