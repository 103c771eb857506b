import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Annotations, Passage } from '../types.ts';
import { annotate } from './annotate.ts';
import { collectNames, mergeNames } from './names/collect-names.ts';
import { index, passage } from './read-lists.fixture.ts';

/** Kept lines of the five seeds and the captions set aside, by line number. */
const KEPT: Record<
  string,
  { headline?: number; crossheads?: number[]; captions?: number[]; paragraphs: string }
> = {
  '000': { paragraphs: '1-7 9-18' },
  '001': { headline: 1, paragraphs: '7-31 37-57' },
  '002': {
    headline: 1,
    crossheads: [43],
    captions: [4, 19, 61],
    paragraphs: '6-13 21-25 29 31 37-41 45-51 63-69',
  },
  '003': { headline: 1, crossheads: [9, 23, 45, 62], paragraphs: '3-7 11-21 25-43 47-55 64-76' },
  '004': { headline: 1, paragraphs: '5-16 20-30 34-44' },
};

/** Every quotation in order: first line, its first words, who says it. */
const QUOTATIONS: Record<string, readonly (readonly [number, string, string | undefined])[]> = {
  '000': [
    [3, 'very, very tough', 'Boris Johnson'],
    [3, 'ready to go', 'Boris Johnson'],
    [7, 'reckless', 'Boris Johnson'],
    [7, 'What we’re doing is', 'Boris Johnson'],
    [11, 'It will be necessary', 'Sergei Lavrov'],
    [13, 'What we haven’t seen', 'Ben Wallace'],
    [17, 'We have heard the signs', 'Jens Stoltenberg'],
  ],
  '001': [
    [7, 'We will call on', 'Dmytro Kuleba'],
    [9, 'decides to chose', 'Dmytro Kuleba'],
    [13, 'red lines', 'Vladimir Putin'],
    [19, 'We must tell the truth', 'Volodymyr Zelenskiy'],
    [37, 'Russia cannot take', 'Dmitry Peskov'],
    [41, 'This is very dangerous', 'Dmitry Peskov'],
    [49, 'We are confident', 'Dmytro Kuleba'],
    [51, 'severe consequences', 'Jeppe Kofod'],
    [55, 'Any future Russian', 'Jens Stoltenberg'],
  ],
  '002': [
    [1, 'take revenge', 'Sergei Lavrov'],
    [9, 'necessary retaliatory', 'Sergei Lavrov'],
    [23, 'wing', undefined],
    [39, 'strong signal', 'Andriy Yermak'],
    [51, 'However, at the moment', 'Dmytro Kuleba'],
  ],
  '003': [
    [1, 'not seen evidence', 'United Kingdom'],
    [7, 'not too late', 'Jens Stoltenberg'],
    [19, 'Alongside our NATO', 'Ben Wallace'],
    [31, 'quite hard to dispute', 'Jens Stoltenberg'],
    [39, 'What we see on', 'Jens Stoltenberg'],
    [45, 'new normal in Europe', 'Jens Stoltenberg'],
    [47, 'cautious optimism', 'Jens Stoltenberg'],
    [47, 'indicated their', 'Jens Stoltenberg'],
    [53, 'new normal in Europe', 'Jens Stoltenberg'],
    [53, 'has made it clear', 'Jens Stoltenberg'],
    [55, 'We do not know', 'Jens Stoltenberg'],
    [70, 'very, very tough', 'Boris Johnson'],
    [70, 'ready to go', 'Boris Johnson'],
    [70, 'reckless', 'Boris Johnson'],
    [72, 'economic and strategic', 'Foreign Office'],
  ],
  '004': [
    [5, 'serious consequences', undefined],
    [7, 'a threat to no one', 'Moscow'],
    [14, 'decides to pursue', 'Antony Blinken'],
    [14, 'deep concerns about', 'Antony Blinken'],
    [16, 'retaliatory measures', 'Sergei Lavrov'],
    [20, 'Ignoring Russia’s', 'Sergei Lavrov'],
    [28, 'lethal aid', undefined],
    [28, 'prepared to reinforce', 'Antony Blinken'],
    [30, 'The Ukrainians may', 'Daniel Fried'],
    [38, 'a strong, ironclad', 'Antony Blinken'],
    [40, 'to demotivate Russia', 'Dmytro Kuleba'],
    [42, 'red lines', 'Vladimir Putin'],
    [42, 'if Nato continued', 'Vladimir Putin'],
    [44, 'There was a ‘sync', 'Sergei Lavrov'],
  ],
};

/** Line, as written, value, unit, whose, who claims it. */
const FIGURES: Record<
  string,
  readonly (readonly [number, string, number, string, (string | undefined)?, string?])[]
> = {
  '000': [[4, 'An estimated 150,000 Russian troops', 150_000, 'troops', 'russia']],
  '001': [
    [15, '125,000 troops', 125_000, 'troops', 'ukraine', 'Russia'],
    [17, 'more than 14,000 people', 14_000, 'deaths', undefined, 'Kyiv'],
    [21, '10,000 troops', 10_000, 'troops', 'russia', 'Russia'],
    [27, '125,000 troops', 125_000, 'troops', 'ukraine', 'Russian foreign ministry spokesperson'],
    [37, 'more than 120,000 (Ukrainian) troops', 120_000, 'troops', 'ukraine', 'Dmitry Peskov'],
  ],
  '002': [
    [11, 'more than 100,000 soldiers', 100_000, 'troops', 'russia'],
    [63, 'more than 14,000 lives', 14_000, 'deaths', undefined, 'United Nations'],
  ],
  '003': [[15, 'four additional Typhoon jets', 4, 'jets', undefined, 'Ministry of Defence']],
  '004': [
    [9, 'more than 14,000 lives', 14_000, 'deaths'],
    [34, 'more than 50 other delegates', 50, 'delegates', undefined, 'people briefed on the conversation'],
    [36, '30 minutes', 30, 'minutes', undefined, 'Bloomberg'],
  ],
};

const seeds = new Map(Object.keys(KEPT).map((ref) => [ref, readSeed(ref)]));
const corpus = mergeNames([...seeds.values()].map((passages) => collectNames(passages, index)));
const annotations = new Map(
  [...seeds].map(([ref, passages]) => [ref, annotate(passages, index, { corpus })]),
);

describe('the five seeds', () => {
  test('keep 119 lines', () => {
    const kept = [...seeds.values()].flat().filter(({ role }) => role !== 'caption');
    expect(kept).toHaveLength(119);
  });

  test.each(Object.keys(KEPT))('%s: every quotation with its speaker', (ref) => {
    const found = of(ref).quotations.map(({ parts, text, speaker }, n) => [
      parts[0]?.line,
      text.slice(0, QUOTATIONS[ref]?.[n]?.[1].length),
      speaker?.name,
    ]);
    expect(found).toEqual(QUOTATIONS[ref]);
  });

  test.each(Object.keys(KEPT))('%s: every figure with whose and claimant', (ref) => {
    const found = of(ref).figures.map((f) => [
      f.line,
      f.text,
      f.value,
      f.unit,
      f.whose?.id,
      f.claimant?.name,
    ]);
    expect(found).toEqual((FIGURES[ref] ?? []).map((row) => [...row, ...Array(6 - row.length)]));
  });

  test('join speech over paragraphs, a removed line between them or not', () => {
    const joined = [...annotations].flatMap(([ref, { quotations }]) =>
      quotations
        .filter(({ parts }) => parts.length > 1)
        .map(({ parts }) => [ref, ...parts.map(({ line }) => line)]),
    );
    expect(joined).toEqual([
      ['000', 7, 9],
      ['000', 13, 14],
      ['000', 17, 18],
      ['001', 37, 39],
      ['003', 19, 21],
      ['003', 39, 41, 43],
    ]);
  });

  test('give every quotation and figure verbatim', () => {
    for (const [ref, { quotations, figures, mentions, dates }] of annotations) {
      const lines = new Map((seeds.get(ref) ?? []).map(({ line, text }) => [line, text]));
      for (const { text, parts } of quotations)
        expect(parts.map((p) => lines.get(p.line)?.slice(p.start, p.end)).join(' ')).toBe(text);
      for (const span of [...figures, ...mentions, ...dates])
        expect(lines.get(span.line)?.slice(span.start, span.end)).toBe(span.text);
    }
  });

  test('name nobody who stands in removed lines only, and no agreement as a place', () => {
    const ids = new Set([...annotations.values()].flatMap(({ mentions }) => mentions.map(({ id }) => id)));
    for (const id of ['prince-harry', 'donald-trump', 'world-health-organization', 'nigel-farage'])
      expect(ids.has(id), id).toBe(false);
    expect(of('002').mentions.some(({ id }) => id === 'minsk')).toBe(false);
    expect(of('003').mentions.some(({ id }) => id === 'vladimir-putin')).toBe(false);
  });

  test('join spellings of one name', () => {
    const printed = (id: string) => [
      ...new Set(
        [...annotations.values()].flatMap((a) => a.mentions.filter((m) => m.id === id).map((m) => m.text)),
      ),
    ];
    expect(printed('andriy-yermak')).toEqual(['Andrei Germak']);
    expect(printed('kyiv')).toEqual(['Kyiv', 'Kiev']);
    expect(printed('donbas')).toEqual(['Donbass', 'Donbas']);
    expect(printed('luhansk')).toEqual(['Lugansk']);
    expect(printed('nato')).toEqual(['NATO', 'Nato']);
    expect(printed('antony-blinken')).toEqual([
      'Antony Blinken',
      'Anthony Blinken',
      'Antony\u00a0Blinken',
      'Blinken',
    ]);
  });

  test('take years and months as printed, and give day words no date', () => {
    const dates = [...annotations.values()].flatMap((a) => a.dates);
    expect(dates.filter(({ kind, date }) => kind !== 'year' && date)).toEqual([]);
    expect(
      of('002')
        .dates.filter(({ kind }) => kind === 'month')
        .map(({ text }) => text),
    ).toEqual(['November', 'November', 'early January']);
  });
});

function of(ref: string): Annotations {
  return annotations.get(ref) as Annotations;
}

function readSeed(ref: string): readonly Passage[] {
  const folder = new URL('../../../seeds/', import.meta.url);
  const name = readdirSync(folder).find((file) => file.startsWith(`${ref}_`)) ?? '';
  const kept = KEPT[ref];
  const ranges = (kept?.paragraphs ?? '').split(' ').map((range) => range.split('-').map(Number));
  return readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .flatMap((raw, n): Passage[] => {
      const line = n + 1;
      const text = raw.trim().replace(/ – VG$/, '');
      if (text === '' || !kept) return [];
      if (kept.headline === line) return [passage(text, line, 'headline')];
      if (kept.crossheads?.includes(line)) return [passage(text, line, 'crosshead')];
      if (kept.captions?.includes(line)) return [passage(text, line, 'caption')];
      const inside = ranges.some(([from = 0, to = from]) => line >= from && line <= to);
      return inside ? [passage(text, line)] : [];
    });
}
