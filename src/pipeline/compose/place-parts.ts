/** Parts of a list as links, and where each stands among the others. */
import type { PartLink, PartOf } from '../../briefing.ts';
import type { Part } from './split-list.ts';

/** Up to here a part names all others: more are a wall of links, and each would change with a new one. */
const MOST_LISTED = 30;
/** Parts named on either side of one, where they are many. */
const REACH = 4;

/** A part with its address and where it stands. */
export interface PlacedPart<T> extends Part<T> {
  readonly link: PartLink;
  readonly part: PartOf;
}

/**
 * Parts that are called alike are counted in their labels; their addresses never count, for they stay.
 *
 * @param address where parts stand: a part is at its key below, the only one at the address itself
 */
export function placeParts<T>(
  parts: readonly Part<T>[],
  whole: PartOf['whole'],
  address: string,
  labelOf: (part: Part<T>) => string,
): PlacedPart<T>[] {
  const labels = parts.map(labelOf);
  const alike = Map.groupBy(labels.keys(), (at) => labels[at]);
  const links = parts.map((part, at) => {
    const label = labels[at] ?? '';
    const places = alike.get(label) ?? [];
    return {
      path: `${address}${part.key === '' ? '' : `${part.key}/`}`,
      label: places.length > 1 ? `${label}, part ${places.indexOf(at) + 1} of ${places.length}` : label,
    };
  });
  return parts.flatMap((part, at) => {
    const link = links[at];
    if (!link) return [];
    const from =
      links.length > MOST_LISTED ? Math.max(0, Math.min(at - REACH, links.length - 2 * REACH - 1)) : 0;
    const near = links.length > MOST_LISTED ? links.slice(from, from + 2 * REACH + 1) : links;
    return [
      {
        ...part,
        link: { ...link, count: part.items.length },
        part: { whole, near, previous: links[at - 1], next: links[at + 1] },
      },
    ];
  });
}
