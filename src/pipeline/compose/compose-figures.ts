/** Numbers side by side: only like with like, whose they are, in the source's own sentence. */
import type { FigureGroup, FigureRow, FiguresMatter } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { CorpusFigures, Figure } from '../types.ts';
import type { Page } from '../write/serialise.ts';
import { excerptOf, sentenceAround } from './cite.ts';
import type { CorpusIndex } from './index-corpus.ts';
import { FIGURES, isLong, type LongGroup, layOutFigures } from './lay-out-figures.ts';

/** Comparisons on the first page of figures in parts. */
const MOST_FIRST = 8;
/** Rows of a comparison that can be taken in at a glance. */
export const MOST_GLANCE_ROWS = 12;

const ABOUT = {
  kind: 'figures',
  ...FIGURES,
  description: 'Numbers that the sources print, side by side only where they count the same thing.',
} as const;

export function* composeFigures(index: CorpusIndex): Generator<Page> {
  const sets = index.corpus.figures;
  if (sets.length === 0) return;
  const { parts, long } = layOutFigures(index);
  if (parts.length === 0) {
    yield { matter: { ...ABOUT, ...composeSets(index, sets) }, body: [] };
    return;
  }
  const placed = parts.map(({ link, items, part }) => ({
    ...{ link, part },
    shown: composeSets(index, items, true),
  }));
  const matter: FiguresMatter = {
    ...ABOUT,
    groups: rankComparisons(index)
      .slice(0, MOST_FIRST)
      .map((set) => composeFigureGroup(index, set)),
    once: [],
    parts: placed.map(({ link, shown }) => ({ ...link, count: countRows(shown) })),
  };
  yield { matter, body: [] };
  for (const { link, part, shown } of placed) {
    const title = `${ABOUT.title}: ${link.label}`;
    yield { matter: { ...ABOUT, path: link.path, title, part, ...shown }, body: [] };
  }
  for (const group of long) yield* composeLongGroup(index, group);
}

/** On one scale, however many pages it takes. */
function* composeLongGroup(index: CorpusIndex, { set, path, of, parts }: LongGroup): Generator<Page> {
  const group = composeFigureGroup(index, set);
  const about = { ...ABOUT, title: `${ABOUT.title}: ${set.title}`, once: [] };
  const part = { whole: of, near: [] };
  if (parts.length <= 1) {
    yield { matter: { ...about, path, part, groups: [group] }, body: [] };
    return;
  }
  const links = parts.map(({ link }) => link);
  yield { matter: { ...about, path, part, parts: links, groups: [{ ...group, rows: [] }] }, body: [] };
  for (const { items, link, part: place } of parts) {
    const matter: FiguresMatter = {
      ...about,
      path: link.path,
      title: `${about.title}, ${link.label}`,
      part: place,
      groups: [{ ...group, rows: composeRows(index, items) }],
    };
    yield { matter, body: [] };
  }
}

/** @param isAmong groups that are long stand on pages of their own */
function composeSets(
  index: CorpusIndex,
  sets: readonly CorpusFigures[],
  isAmong = false,
): Pick<FiguresMatter, 'groups' | 'once'> {
  return {
    groups: sets
      .filter((set) => set.figures.length > 1)
      .map((set) => {
        const group = composeFigureGroup(index, set);
        return isAmong && isLong(set) ? { ...group, rows: [], elsewhere: set.figures.length } : group;
      }),
    once: eachOnce(
      sets.filter((set) => set.figures.length === 1).flatMap((set) => composeRows(index, set.figures)),
    ),
  };
}

function countRows({ groups, once }: Pick<FiguresMatter, 'groups' | 'once'>): number {
  return groups.reduce((sum, { rows, elsewhere = rows.length }) => sum + elsewhere, once.length);
}

/** “$5m, $5m for schools”: a number that one sentence says again looks like a second claim. */
function eachOnce(rows: readonly FigureRow[]): FigureRow[] {
  const seen = new Set<string>();
  return rows.filter(({ words, value, upper, unit, mark, claimant }) => {
    const key = JSON.stringify([words, value, upper, unit, mark, claimant]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Groups in which a comparison can be read at a glance: the most sources first, then the most owners, then by id. */
export function rankComparisons(index: CorpusIndex): CorpusFigures[] {
  return index.corpus.figures
    .filter(({ figures }) => figures.length > 1 && figures.length <= MOST_GLANCE_ROWS)
    .map((set) => ({
      set,
      sources: new Set(set.figures.map(({ ref }) => ref)).size,
      owners: new Set(set.figures.map(({ figure }) => figure.claimant?.id ?? figure.claimant?.name ?? ''))
        .size,
    }))
    .filter(({ sources }) => sources > 1)
    .sort((a, b) => b.sources - a.sources || b.owners - a.owners || compareCodeUnits(a.set.id, b.set.id))
    .map(({ set }) => set);
}

export function composeFigureGroup(index: CorpusIndex, set: CorpusFigures): FigureGroup {
  const rows = composeRows(index, set.figures);
  const values = rows.flatMap((row) => [row.value, row.upper ?? row.value]);
  const isEqual = new Set(values).size === 1;
  return {
    id: set.id,
    title: set.title,
    sentence: stateFigures(rows, isEqual),
    scale: isEqual ? undefined : roundUp(values.reduce((most, value) => Math.max(most, value), 0)),
    path: layOutFigures(index).paths.get(set.id) ?? FIGURES.path,
    rows,
  };
}

function composeRows(index: CorpusIndex, figures: CorpusFigures['figures']): FigureRow[] {
  return figures.map(({ ref, figure }) => composeFigureRow(index, ref, figure));
}

/** Never a verdict: only the same number or different numbers, and whose. */
function stateFigures(rows: readonly FigureRow[], isEqual: boolean): string {
  const owners = new Set(rows.map((row) => row.claimant?.name?.path ?? row.claimant?.text ?? ''));
  const number = isEqual ? 'The same number' : 'Different numbers';
  const unnamed = rows.filter((row) => row.claimant === undefined).length;
  owners.delete('');
  if (owners.size === 0) return `${number}. No line says whose.`;
  const rest =
    unnamed === 0 ? '' : `, and ${count(unnamed, 'line')} that ${unnamed === 1 ? 'names' : 'name'} nobody`;
  return `${number}: ${count(owners.size, 'owner')} named${rest}.`;
}

function count(n: number, noun: string): string {
  const words = [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ];
  return `${words[n] ?? n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Upper end of a scale from zero with a round middle: 150,000 → 200,000. */
function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  const ends = [1, 2, 4, 5, 6, 8, 10].map((factor) => factor * step);
  return ends.find((end) => end > value) ?? 20 * step;
}

const MARKS = {
  estimated: 'estimated',
  'more-than': 'more-than',
  'less-than': 'less-than',
  range: 'range',
} as const;

function composeFigureRow(index: CorpusIndex, ref: string, figure: Figure): FigureRow {
  const article = index.article(ref);
  const passage = index.passage(ref, figure.line);
  const { start, end } = sentenceAround(article, passage, figure.start);
  const { claimant } = figure;
  return {
    text: figure.number,
    value: figure.value,
    upper: figure.upper,
    mark: figure.qualifier ? MARKS[figure.qualifier] : 'stated',
    // At the start of a sentence the words have a capital that the number has not.
    qualifier: figure.qualifierText?.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()),
    unit: figure.unit,
    words: excerptOf(article, passage, start, end),
    claimant: claimant && {
      text: claimant.name,
      name: claimant.id && claimant.kind ? index.nameLink(claimant.kind, claimant.id) : undefined,
    },
  };
}
