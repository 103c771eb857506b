import type { LineTable, TableLine } from './line-table.ts';

/** A citation as data: `002:11,45-47` is `{ ref: '002', runs: [[11, 11], [45, 47]] }`. */
export interface CitedRuns {
  readonly ref: string;
  readonly runs: readonly (readonly [number, number])[];
}

/** Reads a citation in its canonical form; undefined where it is not one, or a run goes backwards. */
export function readCitation(citation: string): CitedRuns | undefined {
  const match = /^([a-z0-9]+):([0-9,-]+)$/.exec(citation);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const runs: [number, number][] = [];
  for (const part of match[2].split(',')) {
    const run = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (run === null) return undefined;
    const from = Number(run[1]);
    const to = run[2] === undefined ? from : Number(run[2]);
    if (to < from) return undefined;
    runs.push([from, to]);
  }
  return { ref: match[1], runs };
}

/** The lines that a citation names, in its order; undefined where one of them is not in the source. */
export function citedLines({ runs }: CitedRuns, table: LineTable): readonly TableLine[] | undefined {
  const lines = runs.flatMap(([from, to]) => table.lines.slice(from - 1, to));
  const last = Math.max(...runs.map(([, to]) => to));
  return Math.min(...runs.map(([from]) => from)) < 1 || last > table.lines.length ? undefined : lines;
}

/** Words with single blanks between them. */
const FOLDED = /^(?:\S+(?: \S+)*)?$/;

/**
 * The declared normalisation under which words are compared: every run of white space, no-break
 * spaces included, is one space, and none stands at an end. Nothing else may differ.
 */
export function foldSpace(text: string): string {
  // Most texts are folded already, and looking is much cheaper than replacing.
  return FOLDED.test(text) ? text : text.replace(/\s+/g, ' ').trim();
}
