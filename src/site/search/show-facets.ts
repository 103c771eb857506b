import { printNumber } from '../print-number.ts';
import { makeElement } from '../scripts/make-element.ts';
import type { Found, Narrowing } from './find-briefings.ts';
import type { Site } from './read-site.ts';
import { FACETS, type FacetParam, type SearchState } from './search-state.ts';

/** Values of a facet that are shown before “10 more people”. */
const SHOWN = 4;
/** Values that each further press shows: an archive has thousands. */
const MORE = 50;

interface Row {
  readonly label: HTMLLabelElement;
  readonly input: HTMLInputElement;
  readonly count: HTMLElement;
}

export interface Facets {
  /**
   * Shows the values of a result; rows stay in their place, so that the list never jumps. While the
   * facets are not seen (on a phone, before “Filter”) nothing is fetched for them.
   */
  readonly update: (found: Found, state: SearchState) => Promise<void>;
}

/** Fills `box` with the facets; `change` receives what the reader asks for. */
export function createFacets(
  box: HTMLElement,
  site: Site,
  change: (change: Partial<SearchState>) => void,
): Facets {
  const lengths = new Map<FacetParam, number>();
  const rows = new Map<string, Row>();
  let latest: { found: Found; state: SearchState } | undefined;
  let shown: Found | undefined;
  const groups = FACETS.map(({ param, label, more }) => {
    const group = makeElement('fieldset', { hidden: true }, makeElement('legend', {}, label));
    const button = makeElement('button', { type: 'button' });
    button.addEventListener('click', () => {
      lengths.set(param, (lengths.get(param) ?? SHOWN) + MORE);
      if (latest) void update(latest.found, latest.state);
    });
    group.append(button);
    return { param, group, button, more };
  });
  const dates = createDates(change);
  box.replaceChildren(groups[0]?.group ?? '', dates.group, ...groups.slice(1).map(({ group }) => group));

  const rowOf = (param: FacetParam, value: string): Row => {
    const key = `${param}\n${value}`;
    const known = rows.get(key);
    if (known) return known;
    const input = makeElement('input', { type: 'checkbox' });
    const count = makeElement('span', { class: 'num' });
    const label = makeElement('label', {}, input, ...nameValue(param, value, site), count);
    input.addEventListener('change', () => {
      const chosen = latest?.state.facets[param] ?? [];
      const values = input.checked ? [...chosen, value] : chosen.filter((other) => other !== value);
      if (latest) change({ facets: { ...latest.state.facets, [param]: values } });
    });
    const row = { label, input, count };
    rows.set(key, row);
    return row;
  };

  /** Without the facts there is nothing to narrow by; what was found stands all the same. */
  const update = async (found: Found, state: SearchState): Promise<void> => {
    latest = { found, state };
    if (!box.checkVisibility()) return;
    shown = found;
    const narrowing = await found.narrow().catch((error: unknown) => {
      console.warn('search', error);
      return undefined;
    });
    if (latest.found !== found) return;
    dates.group.hidden = narrowing === undefined;
    for (const { group } of groups) group.hidden = narrowing === undefined;
    if (narrowing === undefined) return;
    dates.update(narrowing, state);
    for (const { param, group, button, more } of groups) {
      const all = param === 'theme' ? inEditorsOrder(narrowing.values(param), site) : narrowing.values(param);
      const listed = all.filter(
        (value, index) => index < (lengths.get(param) ?? SHOWN) || state.facets[param].includes(value),
      );
      const counts = listed.map((value) => narrowing.count(param, value));
      for (const [index, value] of listed.entries()) {
        const { label, input, count } = rowOf(param, value);
        input.checked = state.facets[param].includes(value);
        input.disabled = counts[index] === 0 && !input.checked;
        count.textContent = printNumber(counts[index] ?? 0);
        // Rows that stand already are not touched, or the focus would be lost.
        const there = group.querySelectorAll('label')[index];
        if (there !== label) group.insertBefore(label, there ?? button);
      }
      const rest = all.length - listed.length;
      button.hidden = rest === 0;
      button.textContent = `${rest} more ${more}`;
      group.hidden = all.length === 0;
    }
  };
  // They come into sight when “Filter” is pressed, or a phone is turned.
  new ResizeObserver(() => {
    if (latest !== undefined && shown !== latest.found) void update(latest.found, latest.state);
  }).observe(box);
  return { update };
}

/** Themes as the navigation orders them. */
function inEditorsOrder(values: readonly string[], site: Site): readonly string[] {
  const order = [...site.themes.keys()];
  return values.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** A theme with its glyph, anything else as it is printed. */
export function nameValue(param: FacetParam, value: string, site: Site): Node[] {
  const theme = param === 'theme' ? site.themes.get(value) : undefined;
  if (theme === undefined) return [makeElement('span', { dir: 'auto' }, value)];
  const parts = [...theme.link.childNodes].map((node) => node.cloneNode(true));
  return [makeElement('span', { class: theme.link.className }, ...parts)];
}

function createDates(change: (change: Partial<SearchState>) => void): {
  readonly group: HTMLFieldSetElement;
  readonly update: (narrowing: Narrowing, state: SearchState) => void;
} {
  const from = makeElement('input', { type: 'date' });
  const to = makeElement('input', { type: 'date' });
  const undated = makeElement('input', { type: 'checkbox' });
  const count = makeElement('span', { class: 'num' });
  const range = [makeElement('label', {}, 'From', from), makeElement('label', {}, 'To', to)];
  const group = makeElement(
    'fieldset',
    { hidden: true },
    makeElement('legend', {}, 'Date'),
    ...range,
    makeElement('label', {}, undated, 'Undated', count),
  );
  from.addEventListener('change', () => change({ from: from.value }));
  to.addEventListener('change', () => change({ to: to.value }));
  undated.addEventListener('change', () => change({ undated: undated.checked }));
  return {
    group,
    update: ({ days, undated: without }, state) => {
      for (const label of range) label.hidden = days.length === 0;
      for (const [input, value] of [
        [from, state.from],
        [to, state.to],
      ] as const) {
        if (input.value !== value) input.value = value;
        input.min = days[0] ?? '';
        input.max = days.at(-1) ?? '';
      }
      undated.checked = state.undated;
      undated.disabled = without === 0 && !state.undated;
      count.textContent = printNumber(without);
    },
  };
}
