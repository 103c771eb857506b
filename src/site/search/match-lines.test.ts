import { describe, expect, it } from 'vitest';
import type { EngineRecord } from './load-engine.ts';
import { type MatchedRecord, matchLines } from './match-lines.ts';
import { parseQuery } from './parse-query.ts';

const TEXTS = [
  ['h1', 'L1', 'Ferry line reopens'],
  ['p', 'L3', 'The ferry sailed on Monday.'],
  ['h2', 'L5', 'Fares and ferries'],
  ['p', 'L6', 'The ferry line raises fares – again.'],
] as const;

/** A record as the engine gives it: anchors with the position of their first word. */
const RECORD: EngineRecord = {
  raw_url: '/briefings/007-ferry-line-reopens/',
  meta: { title: 'Ferry line reopens' },
  filters: {},
  anchors: TEXTS.map(([element, id, text], index) => ({
    element,
    id,
    text,
    location: TEXTS.slice(0, index).reduce((sum, [, , words]) => sum + words.split(' ').length, 0),
  })),
};

function match(query: string, positions: readonly number[]): MatchedRecord {
  return matchLines(RECORD, positions, parseQuery(query));
}

const marked = ({ lines }: MatchedRecord): string[] =>
  lines.map(
    ({ line, text, marks }) => `${line}: ${marks.map(({ start, end }) => text.slice(start, end)).join('|')}`,
  );

describe('matchLines', () => {
  it('maps a position to the nearest numbered line before it', () => {
    expect(marked(match('ferry', [0, 4, 10, 12]))).toEqual([
      '1: Ferry',
      '3: ferry',
      '5: ferries',
      '6: ferry',
    ]);
  });

  it('counts the words of the query that a line holds', () => {
    expect(match('ferry fares', [4, 12, 15]).lines.map(({ terms }) => terms)).toEqual([1, 2]);
  });

  it('marks the headline and knows its line', () => {
    const record = match('ferry', [0]);
    expect(record.headlineMarks).toEqual([{ start: 0, end: 5 }]);
    expect(record.lines.map(({ isHeadline }) => isHeadline)).toEqual([true]);
    expect(record.first).toBe(1);
  });

  it('puts a line under its crosshead, which is under none', () => {
    const [crosshead, line] = match('fares', [8, 15]).lines;
    expect(crosshead).toMatchObject({ line: 5, isCrosshead: true, under: undefined });
    expect(line?.under).toMatchObject({ line: 5, marks: [{ start: 0, end: 5 }] });
  });

  it('counts the words of a phrase only where they stand together', () => {
    expect(marked(match('"ferry line"', [0, 12, 13]))).toEqual(['1: Ferry line', '6: ferry line']);
    expect(marked(match('"line raises"', [1, 13]))).toEqual(['6: line raises']);
  });

  it('names the forms that the page shall mark', () => {
    expect(match('ferry', [0, 10]).forms).toEqual(['ferry', 'ferries']);
  });

  it('passes over a position of punctuation', () => {
    expect(marked(match('fares', [16]))).toEqual([]);
  });
});
