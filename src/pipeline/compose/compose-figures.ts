/** Numbers side by side: only like with like, whose they are, in the source's own sentence. */
import type { FigureGroup, FigureRow, FiguresMatter } from '../../briefing.ts';
import { splitSentences } from '../language/sentences.ts';
import type { CorpusFigures, Figure } from '../types.ts';
import type { Page } from '../write/serialise.ts';
import { excerptOf } from './cite.ts';
import type { CorpusIndex } from './index-corpus.ts';

export function composeFigures(index: CorpusIndex): Page[] {
  if (index.corpus.figures.length === 0) return [];
  const matter: FiguresMatter = {
    kind: 'figures',
    path: '/figures/',
    title: 'Figures',
    description: 'Numbers that the sources print, side by side only where they count the same thing.',
    groups: comparableFigures(index),
    once: index.corpus.figures
      .filter((set) => set.figures.length === 1)
      .flatMap((set) => set.figures.map(({ ref, figure }) => composeFigureRow(index, ref, figure))),
  };
  return [{ matter, body: [] }];
}

/** Groups of two numbers or more, in which a comparison can be read. */
export function comparableFigures(index: CorpusIndex): FigureGroup[] {
  return index.corpus.figures
    .filter((set) => set.figures.length > 1)
    .map((set) => composeFigureGroup(index, set));
}

export function composeFigureGroup(index: CorpusIndex, set: CorpusFigures): FigureGroup {
  const rows = set.figures.map(({ ref, figure }) => composeFigureRow(index, ref, figure));
  const values = rows.flatMap((row) => [row.value, row.upper ?? row.value]);
  const isEqual = new Set(values).size === 1;
  return {
    id: set.id,
    title: set.title,
    sentence: stateFigures(rows, isEqual),
    scale: isEqual ? undefined : roundUp(Math.max(...values)),
    rows,
  };
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
  const passage = index.passage(ref, figure.line);
  const sentence = splitSentences(passage.text).find(
    ({ start, end }) => start <= figure.start && figure.start < end,
  );
  const { claimant } = figure;
  return {
    text: figure.number,
    value: figure.value,
    upper: figure.upper,
    mark: figure.qualifier ? MARKS[figure.qualifier] : 'stated',
    // At the start of a sentence the words have a capital that the number has not.
    qualifier: figure.qualifierText?.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()),
    unit: figure.unit,
    words: excerptOf(index.article(ref), passage, sentence?.start ?? 0, sentence?.end ?? passage.text.length),
    claimant: claimant && {
      text: claimant.name,
      name: claimant.id && claimant.kind ? index.nameLink(claimant.kind, claimant.id) : undefined,
    },
  };
}
