import type { CorpusFigures, NameEntry } from '../types.ts';
import { indexCountries } from './country-index.ts';
import { isMeasure, nameFigures } from './name-figures.ts';
import { type ReadFigure, readFigures } from './read-figures.ts';
import type { Study } from './study-articles.ts';

/** Two sentences speak of the same thing when they share as many stems beside unit and owner. */
const SHARED_STEMS = 2;
/** Groups looked at for one stem; more means that the stem is too common to decide. */
const MOST_GROUPS = 60;
/** Figures of a group, and groups of a place, that a further figure is compared with. */
const MOST_COMPARED = 40;

/**
 * Figures side by side, only like with like: the same measure, whose it is, and where. A number
 * whose sentence names no place joins where the words around it agree. Nothing is averaged and no
 * verdict is given; a figure that nothing compares with is a group of its own.
 */
export function groupFigures(studies: readonly Study[], entries: readonly NameEntry[]): CorpusFigures[] {
  const countries = indexCountries(entries);
  const all = readFigures(studies, countries);
  const groups: ReadFigure[][] = [];
  const byPlace = new Map<string, ReadFigure[][]>();
  const byStem = new Map<string, Set<ReadFigure[]>>();

  const join = (read: ReadFigure, found: ReadFigure[] | undefined): ReadFigure[] => {
    const group = found ?? [];
    if (!found) groups.push(group);
    group.push(read);
    for (const stem of read.stems) {
      const key = `${read.subject}|${stem}`;
      byStem.set(key, (byStem.get(key) ?? new Set()).add(group));
    }
    return group;
  };

  // Figures with a place first: those without can then find them, whatever the order of articles.
  for (const read of all.filter(isPlaced)) {
    const key = `${read.subject}|${keyPlace(read)}`;
    const bucket = byPlace.get(key) ?? [];
    const group = bucket
      .slice(-MOST_COMPARED)
      .find((members) => members.slice(0, MOST_COMPARED).some((member) => isLike(read, member)));
    const joined = join(read, group);
    if (!group) byPlace.set(key, [...bucket, joined]);
  }
  for (const read of all.filter((one) => !isPlaced(one))) join(read, findGroup(read, byStem));
  return nameFigures(groups, countries, entries);
}

function isPlaced({ place, figure }: ReadFigure): boolean {
  return place !== undefined && isMeasure(figure.unit);
}

function keyPlace({ place }: ReadFigure): string | undefined {
  return place && `${place.near ? 'near' : 'in'} ${place.id}`;
}

/** For two numbers of one measure, owner and place. */
function isLike(a: ReadFigure, b: ReadFigure): boolean {
  if (a.owner !== undefined) return true;
  return a.figure.value === b.figure.value || countCommon(a.stems, b.stems) > 0;
}

/** The group whose words agree best; of equals the first. */
function findGroup(
  read: ReadFigure,
  byStem: ReadonlyMap<string, ReadonlySet<ReadFigure[]>>,
): ReadFigure[] | undefined {
  const met = new Map<ReadFigure[], number>();
  for (const stem of read.stems) {
    const groups = byStem.get(`${read.subject}|${stem}`);
    if (!groups || groups.size > MOST_GROUPS) continue;
    for (const group of groups) met.set(group, (met.get(group) ?? 0) + 1);
  }
  let best: ReadFigure[] | undefined;
  let most = 0;
  for (const [group, common] of met) {
    if (common < SHARED_STEMS || common <= most) continue;
    if (!group.slice(0, MOST_COMPARED).some((member) => isComparable(read, member))) continue;
    [best, most] = [group, common];
  }
  return best;
}

/** Numbers without a stated place: one article's own count, or the same number in the same words. */
function isComparable(read: ReadFigure, member: ReadFigure): boolean {
  if (read.place && member.place && keyPlace(read) !== keyPlace(member)) return false;
  if (countCommon(read.stems, member.stems) < SHARED_STEMS) return false;
  if (read.figure.value === member.figure.value) return true;
  return isMeasure(read.figure.unit) && read.owner !== undefined && read.article === member.article;
}

function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const stem of a) if (b.has(stem)) common++;
  return common;
}
