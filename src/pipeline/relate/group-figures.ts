import type { CorpusFigures, NameEntry } from '../types.ts';
import { indexCountries } from './country-index.ts';
import { isMeasure, nameFigures } from './name-figures.ts';
import { type ReadFigure, readFigures } from './read-figures.ts';
import type { Study } from './study-articles.ts';
import type { Vocabulary } from './terms.ts';

/**
 * Two sentences speak of one thing when they share so many stems beside unit and owner, and such a
 * part of the smaller one's. “40 %” and “2 m people” stand everywhere: they ask for nearly the same sentence.
 */
const ALIKE = {
  measure: { stems: 2, share: 0.3 },
  smallMeasure: { stems: 3, share: 0.4 },
  other: { stems: 4, share: 0.6 },
} as const;
/** A number below says little by itself: ten deaths are not the same ten elsewhere. */
const SMALL = 1000;
/** Groups looked at for one stem; more means that the stem is too common to decide. */
const MOST_GROUPS = 60;
/** Figures of a group, and groups of a place, that a further figure is compared with. */
const MOST_COMPARED = 40;

/**
 * Figures side by side, only like with like: the same measure, whose it is, and where. A number
 * whose sentence names no place joins where the words around it agree. Nothing is averaged and no
 * verdict is given; a figure that nothing compares with is a group of its own.
 */
export function groupFigures(
  studies: readonly Study[],
  entries: readonly NameEntry[],
  vocabulary: Vocabulary,
): CorpusFigures[] {
  const countries = indexCountries(entries);
  const all = readFigures(studies, countries, vocabulary);
  const groups: ReadFigure[][] = [];
  const byPlace = new Map<string, ReadFigure[][]>();
  const byStem = new Map<string, Set<ReadFigure[]>>();
  // Numbers of one line are told apart by the line itself: land and sea, this year and the next.
  const byLine = new Map<string, Set<ReadFigure[]>>();

  const isOfOneLine = (read: ReadFigure, group: ReadFigure[]): boolean =>
    byLine.get(keyLine(read))?.has(group) ?? false;
  const join = (read: ReadFigure, found: ReadFigure[] | undefined): ReadFigure[] => {
    const group = found ?? [];
    if (!found) groups.push(group);
    group.push(read);
    byLine.set(keyLine(read), (byLine.get(keyLine(read)) ?? new Set()).add(group));
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
    const like = bucket
      .slice(-MOST_COMPARED)
      .filter(
        (members) =>
          !isOfOneLine(read, members) &&
          members.slice(0, MOST_COMPARED).some((member) => isLike(read, member)),
      );
    const group = like.find(([first]) => first?.figure.value === read.figure.value) ?? like[0];
    const joined = join(read, group);
    if (!group) byPlace.set(key, [...bucket, joined]);
  }
  for (const read of all.filter((one) => !isPlaced(one))) {
    join(
      read,
      findGroup(read, byStem, (group) => !isOfOneLine(read, group)),
    );
  }
  return nameFigures(groups, countries, entries);
}

function keyLine({ article, figure }: ReadFigure): string {
  return `${article.ref}:${figure.line}`;
}

function isPlaced({ place, figure }: ReadFigure): boolean {
  return place !== undefined && isMeasure(figure.unit);
}

function keyPlace({ place }: ReadFigure): string | undefined {
  return place && `${place.near ? 'near' : 'in'} ${place.id}`;
}

/** For two numbers of one measure, owner and place. */
function isLike(a: ReadFigure, b: ReadFigure): boolean {
  return a.owner !== undefined || a.figure.value === b.figure.value || isAlike(a, b);
}

/** The group whose words agree best; of equals the first. */
function findGroup(
  read: ReadFigure,
  byStem: ReadonlyMap<string, ReadonlySet<ReadFigure[]>>,
  isOpen: (group: ReadFigure[]) => boolean,
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
    if (common <= most || !isOpen(group)) continue;
    if (!group.slice(0, MOST_COMPARED).some((member) => isComparable(read, member))) continue;
    [best, most] = [group, common];
  }
  return best;
}

/** Numbers without a stated place: one article's own count, or the same number in like words. */
function isComparable(read: ReadFigure, member: ReadFigure): boolean {
  if (read.place && member.place && keyPlace(read) !== keyPlace(member)) return false;
  const { unit, value, upper } = read.figure;
  const isSame = value === member.figure.value && upper === member.figure.upper;
  const isOwnCount = isMeasure(unit) && read.owner !== undefined && read.article === member.article;
  return (isSame || isOwnCount) && isAlike(read, member);
}

/** Whether the words around two numbers of one measure say that one thing is counted. */
function isAlike(a: ReadFigure, b: ReadFigure): boolean {
  const isSmall = Math.min(a.figure.value, b.figure.value) < SMALL;
  const { stems, share } = ALIKE[!isMeasure(a.figure.unit) ? 'other' : isSmall ? 'smallMeasure' : 'measure'];
  const common = countCommon(a.stems, b.stems);
  return common >= stems && common >= share * Math.min(a.stems.size, b.stems.size);
}

function countCommon(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const stem of a) if (b.has(stem)) common++;
  return common;
}
