import { describeFound } from './describe-found.ts';
import { createFinder, type Found, type Hit, PAGE_LENGTH } from './find-briefings.ts';
import { findClosestNames, findNames, type NameEntry } from './find-names.ts';
import { fold } from './fold-words.ts';
import { loadEngine } from './load-engine.ts';
import { makeElement } from './make-element.ts';
import { readSite } from './read-site.ts';
import { clearRecentQueries, keepRecentQuery, readRecentQueries } from './recent-queries.ts';
import { EMPTY_STATE, FACETS, isFiltered, readState, type SearchState, writeState } from './search-state.ts';
import { createFacets, nameValue } from './show-facets.ts';
import { loadNames, showFailure, showGoTo, showNothing, showStart } from './show-help.ts';
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
  let engine: Promise<ReturnType<typeof createFinder>> | undefined;
  let names: Promise<readonly NameEntry[]> | undefined;
  let run = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let announcing: ReturnType<typeof setTimeout> | undefined;

  const warm = (): void => {
    engine ??= loadEngine(site.root).then(createFinder);
    engine.catch(() => {});
    names ??= loadNames(site);
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
    try {
      const find = await engine;
      const known = (await names) ?? [];
      const asked = state;
      const found = await find?.(asked);
      if (mine !== run || found === undefined) return;
      const hits = place === undefined ? found.hits : await found.loadMore(place.hits);
      if (mine !== run) return;
      await facets.update(found, asked);
      showFound(found, hits, known);
      if (place !== undefined) restore(place);
    } catch (error) {
      if (mine !== run) return;
      engine = undefined;
      names = undefined;
      console.warn('search', error);
      say('Search could not load.');
      list.replaceChildren();
      goTo.replaceChildren();
      help.replaceChildren(...showFailure(site, () => void answer()));
    } finally {
      clearTimeout(busy);
      if (mine === run) panel.classList.remove('busy');
    }
  };

  const showFound = (found: Found, hits: readonly Hit[], known: readonly NameEntry[]): void => {
    const text = state.q.trim();
    const { words, phrases, excluded } = found.query;
    const isWordless = text !== '' && words.length + phrases.length + excluded.length === 0;
    const isLetter = words.length === 1 && [...(words[0] ?? '')].length === 1 && phrases.length === 0;
    const isStart = text === '' && !isFiltered(state);
    const isQuiet = isStart || isLetter || isWordless;
    const listed = isQuiet ? [] : hits;
    list.replaceChildren(...listed.map((hit) => showHit(hit, site)));
    goTo.replaceChildren(...(text === '' ? [] : showGoTo(site, findNames(text, known, 4), themesIn(text))));
    showChips();
    done.textContent = `Show ${countBriefings(isStart ? found.unfiltered : found.briefings)}`;
    say(describeFound(found, state, { isStart, isLetter, isWordless }));
    if (isStart)
      help.replaceChildren(...showStart(site, mostNamed(found, known), readRecentQueries(), recent));
    else if (isQuiet) help.replaceChildren();
    else if (listed.length === 0)
      help.replaceChildren(...showNothing(site, findClosestNames(text, known, 4), offers(found)));
    else
      help.replaceChildren(
        ...showMore(found, hits.length, known),
        ...(state.removed ? [] : showTakenOut(found)),
      );
  };

  const themesIn = (text: string): string[] =>
    [...site.themes]
      .filter(([, { title }]) => fold(title).startsWith(fold(text)) && text.length > 1)
      .map(([id]) => id);

  const mostNamed = (found: Found, known: readonly NameEntry[]): NameEntry[] =>
    found.values.person
      .slice(0, 6)
      .flatMap((name) => known.find((entry) => entry.kind === 'people' && entry.name === name) ?? []);

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

  const offers = (found: Found): Parameters<typeof showNothing>[2] => {
    const withoutFilters = { facets: EMPTY_STATE.facets, from: '', to: '', undated: false };
    return [
      ...(isFiltered(state) && found.unfiltered > 0
        ? [
            {
              text: `${countBriefings(found.unfiltered)} without the filters.`,
              button: 'Clear the filters',
              take: () => change(withoutFilters),
            },
          ]
        : []),
      ...takenOutOffer(found),
      ...singleWords(found).map((words) => ({
        text: 'Or one of them:',
        button: words,
        take: () => recent.query(words),
      })),
    ];
  };
  const singleWords = ({ query, ignored }: Found): string[] => {
    const all = [...query.phrases.map((phrase) => `"${phrase}"`), ...query.words];
    return all.length > 1 ? all.filter((words) => !ignored.includes(words)) : [];
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
  const showTakenOut = (found: Found): HTMLElement[] =>
    state.q.trim() === '' ? [] : showNothing(site, [], takenOutOffer(found)).slice(0, -1);

  const showMore = (found: Found, shown: number, known: readonly NameEntry[]): HTMLElement[] => {
    if (shown < PAGE_LENGTH || shown >= found.briefings + found.sources) return [];
    const button = makeElement('button', { type: 'button' }, 'Show more briefings');
    button.addEventListener('click', () => {
      const mine = run;
      void found.loadMore(shown + PAGE_LENGTH).then((hits) => {
        if (mine !== run) return;
        showFound(found, hits, known);
        links()[shown]?.focus();
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

function countBriefings(count: number): string {
  return `${count} ${count === 1 ? 'briefing' : 'briefings'}`;
}
