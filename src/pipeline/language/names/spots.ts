import type { NameKind } from '../../../briefing.ts';
import type { Passage } from '../../types.ts';
import type { Word } from '../words.ts';
import type { Gender } from './given-names.ts';

/** A name found in a passage: words `from` up to, not including, `to`. */
export interface Spot {
  readonly from: number;
  readonly to: number;
  readonly kind: NameKind | 'demonym';
  readonly id: string;
  readonly name: string;
  /** Not on the editor's list. */
  readonly found?: true | undefined;
}

/** A passage with its words and the names found so far. */
export interface Marked {
  readonly passage: Passage;
  readonly words: readonly Word[];
  spots: readonly Spot[];
  /** Most words are capitalised: capitals say nothing here. */
  readonly titleCase: boolean;
}

/** A person of an article or corpus: what surnames and pronouns are resolved to. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly surnames: readonly string[];
  readonly gender?: Gender | undefined;
  readonly found?: true | undefined;
}

/** A surname after a title that fits nobody known: two articles' “Mr Wright” are not one person. */
export function isUnknown(spot: Spot): boolean {
  return spot.kind === 'people' && spot.found === true && !spot.name.includes(' ');
}

/** Word index → the spot that covers it. */
export function coverWords(spots: readonly Spot[]): ReadonlyMap<number, Spot> {
  const cover = new Map<number, Spot>();
  for (const spot of spots) for (let n = spot.from; n < spot.to; n += 1) cover.set(n, spot);
  return cover;
}

/** Keeps the longer of two spots that overlap, the earlier in the list where they are equally long. */
export function settleSpots(spots: readonly Spot[]): readonly Spot[] {
  const taken = new Set<number>();
  const ranked = spots
    .map((spot, rank) => ({ spot, rank }))
    .sort((a, b) => b.spot.to - b.spot.from - (a.spot.to - a.spot.from) || a.rank - b.rank);
  const kept: Spot[] = [];
  for (const { spot } of ranked) {
    let free = true;
    for (let n = spot.from; n < spot.to; n += 1) free &&= !taken.has(n);
    if (!free) continue;
    for (let n = spot.from; n < spot.to; n += 1) taken.add(n);
    kept.push(spot);
  }
  return kept.sort((a, b) => a.from - b.from);
}
