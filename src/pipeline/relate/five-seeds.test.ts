import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { annotateArticles } from '../annotate-articles.ts';
import { readEditorial } from '../editorial/index.ts';
import { KEEP_NOTHING } from '../keep/kept-articles.ts';
import { readSeeds } from '../read/index.ts';
import type { Corpus } from '../types.ts';
import { relateArticles } from './index.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

let corpus: Corpus;

beforeAll(async () => {
  const { themes, names } = await readEditorial(`${PROJECT}content`);
  const { articles, copies, made } = await readSeeds({
    seedsDir: `${PROJECT}seeds`,
    themes: themes.map(({ theme }) => theme),
    references: (seed) => seed.slice(0, 3),
  });
  corpus = relateArticles(
    await annotateArticles(articles, {
      names,
      themes: themes.map(({ theme }) => theme),
      made,
      kept: KEEP_NOTHING,
    }),
    names,
    copies,
  );
});

function figuresOf(id: string): readonly string[] | undefined {
  return corpus.figures
    .find((group) => group.id === id)
    ?.figures.map(({ ref, figure }) => `${ref}:${figure.line} ${figure.value}`);
}

describe('the five seeds', () => {
  it('put like figures side by side and never two armies', () => {
    expect(figuresOf('deaths-in-donbas')).toEqual(['001:17 14000', '002:63 14000', '004:9 14000']);
    expect(figuresOf('ukrainian-troops-in-donbas')).toEqual([
      '001:15 125000',
      '001:27 125000',
      '001:37 120000',
    ]);
    expect(figuresOf('russian-troops-near-ukraine')).toEqual(['000:4 150000', '002:11 100000']);
    expect(figuresOf('russian-troops')).toEqual(['001:21 10000']);
  });

  it('name three different owners of 14,000 deaths', () => {
    const group = corpus.figures.find(({ id }) => id === 'deaths-in-donbas');
    const owners = group?.figures.map(({ figure }) => figure.claimant?.name);
    expect(owners).toEqual(['Kyiv', 'United Nations', undefined]);
  });

  it('show the same words once with both places', () => {
    const both = corpus.quotations
      .filter(({ ref, also }) => also.some((other) => other.ref !== ref))
      .map(({ ref, quotation, also }) => [quotation.text, ref, ...also.map((other) => other.ref)].join(' '));
    expect(both).toContain('very, very tough 000 003');
    expect(both).toContain('ready to go 000 003');
  });

  it('link 000 and 003 most strongly, then 001 and 004, with the shared report', () => {
    const ranked = [...corpus.links].filter(({ from, to }) => from < to).sort((a, b) => b.weight - a.weight);
    expect(ranked.slice(0, 2).map(({ from, to }) => `${from}-${to}`)).toEqual(['000-003', '001-004']);
    expect(ranked[0]?.reasons.find(({ kind }) => kind === 'wire-copy')).toMatchObject({
      from: [15, 16],
      to: [25, 27],
    });
  });

  it('do not take three answers of one minister for one event', () => {
    const reasons = corpus.links
      .filter(({ from, to }) => ['002', '004'].includes(from) || ['002', '004'].includes(to))
      .flatMap((link) => link.reasons.map((reason) => ({ ...reason, pair: `${link.from}-${link.to}` })));
    const retaliation: Record<string, readonly number[]> = {
      '000-002': [1, 2, 10],
      '002-004': [9],
      '000-004': [1, 2, 10],
    };
    for (const { pair, kind, from } of reasons)
      if (kind === 'names' || kind === 'quotation')
        for (const line of retaliation[pair] ?? []) expect(from).not.toContain(line);
  });

  it('draw names on kept lines and captions alone', () => {
    const ids = corpus.names.map(({ id }) => id);
    for (const id of ['donald-trump', 'nigel-farage', 'prince-harry']) expect(ids).not.toContain(id);
    const blinken = corpus.names.find(({ id }) => id === 'antony-blinken');
    expect(blinken?.printedAs.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Blinken', 'Antony Blinken', 'Anthony Blinken']),
    );
    expect(
      blinken?.mentions
        .filter(({ caption }) => caption)
        .every(({ ref, line }) => ref === '002' && line === 4),
    ).toBe(true);
  });

  it('have three key points each, verbatim', () => {
    expect([...corpus.keyPoints.keys()]).toEqual(['000', '001', '002', '003', '004']);
    for (const [ref, points] of corpus.keyPoints) {
      expect(points).toHaveLength(3);
      const article = corpus.articles.find((one) => one.ref === ref);
      for (const { line, start, end, text } of points)
        expect(article?.passages.find((passage) => passage.line === line)?.text.slice(start, end)).toBe(text);
    }
  });
});
