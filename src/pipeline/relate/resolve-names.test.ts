import { describe, expect, it } from 'vitest';
import type { Article } from '../types.ts';
import { ENTRIES, mentionFound, mentionNames } from './fixtures/annotate-sketch.ts';
import { makeArticle } from './fixtures/make-article.ts';
import { listNames } from './list-names.ts';
import { resolveNames } from './resolve-names.ts';

function sketch(
  ref: string,
  text: readonly string[],
  found: readonly string[],
  captions?: readonly number[],
): Article {
  const mentions = [...mentionNames(text), ...found.map((name) => mentionFound(text, name))];
  return makeArticle({ ref, text, annotations: { mentions }, captions });
}

function namesOf(articles: readonly Article[]): (readonly [string, string, number])[] {
  const resolved = resolveNames(articles, ENTRIES);
  return listNames(resolved.articles, ENTRIES)
    .filter(({ kind }) => kind === 'people')
    .map(({ id, name, mentions }) => [id, name, mentions.length] as const);
}

describe('resolveNames', () => {
  it('joins transliterations that a third name brings together, and reports both spellings', () => {
    const articles = [
      sketch('a', ['Serhii Kovalenko spoke for the River League.'], ['Serhii Kovalenko']),
      sketch('b', ['The River League sent Sergey Kowalenko home.'], ['Sergey Kowalenko']),
    ];
    expect(namesOf(articles)).toEqual([['serhii-kovalenko', 'Serhii Kovalenko', 2]]);
    const { findings, articles: renamed } = resolveNames(articles, ENTRIES);
    expect(findings).toMatchObject([{ ruleId: 'names-joined', ref: 'b' }]);
    expect(findings[0]?.reason).toContain('`Serhii Kovalenko` and `Sergey Kowalenko`');
    expect(renamed[1]?.annotations.mentions.find(({ kind }) => kind === 'people')).toMatchObject({
      id: 'serhii-kovalenko',
      text: 'Sergey Kowalenko',
    });
  });

  it('gives meetings the name that stands', () => {
    const met = (name: string, id: string): Partial<Article['annotations']> => ({
      meetings: [
        { line: 1, start: 0, end: 9, one: [{ text: name, kind: 'people', id }], other: [{ text: 'divers' }] },
      ],
    });
    const [first, second] = [
      sketch('a', ['Serhii Kovalenko spoke for the River League.'], ['Serhii Kovalenko']),
      sketch('b', ['The River League sent Sergey Kowalenko home.'], ['Sergey Kowalenko']),
    ];
    if (!first || !second) throw new Error('two articles');
    const annotations = { ...second.annotations, ...met('Sergey Kowalenko', 'sergey-kowalenko') };
    const { articles } = resolveNames([first, { ...second, annotations }], ENTRIES);
    expect(articles[1]?.annotations.meetings).toMatchObject([
      { one: [{ text: 'Serhii Kovalenko', id: 'serhii-kovalenko' }], other: [{ text: 'divers' }] },
    ]);
  });

  it('gives an article another state only where it has another name', () => {
    const articles = [
      sketch('a', ['Serhii Kovalenko spoke for the River League.'], ['Serhii Kovalenko']),
      sketch('b', ['The River League sent Sergey Kowalenko home.'], ['Sergey Kowalenko']),
    ].map((article) => ({ ...article, state: 'as read' }));
    const [kept, renamed] = resolveNames(articles, ENTRIES).articles;
    expect(kept?.state).toBe('as read');
    expect(renamed?.state).toMatch(/^[0-9a-f]{32}$/);
  });

  it('keeps alike names apart where nothing else is shared, and says so', () => {
    const articles = [
      sketch('a', ['Serhii Kovalenko won the cup.'], ['Serhii Kovalenko']),
      sketch('b', ['The choir sent Sergey Kowalenko home.'], ['Sergey Kowalenko']),
    ];
    expect(namesOf(articles)).toHaveLength(2);
    expect(resolveNames(articles, ENTRIES).findings).toMatchObject([{ ruleId: 'names-alike' }]);
  });

  it('takes the spelling of the list, which needs no second sign', () => {
    const articles = [sketch('a', ['Dmitri Hallen spoke.'], ['Dmitri Hallen'])];
    expect(namesOf(articles)).toEqual([['dmytro-hallen', 'Dmytro Hallen', 1]]);
    expect(resolveNames(articles, ENTRIES).articles[0]?.annotations.mentions[0]).not.toHaveProperty('found');
  });

  it('takes the spelling printed most often, else the first', () => {
    const often = [
      sketch('a', ['Pavlo Lytvynenko met Ines Okafor.'], ['Pavlo Lytvynenko']),
      sketch('b', ['Pavel Litvinenko met Ines Okafor.'], ['Pavel Litvinenko']),
      sketch('c', ['Pavel Litvinenko met Tomas Rell.'], ['Pavel Litvinenko']),
    ];
    expect(namesOf(often)).toContainEqual(['pavel-litvinenko', 'Pavel Litvinenko', 3]);
    expect(namesOf(often.slice(0, 2))).toContainEqual(['pavlo-lytvynenko', 'Pavlo Lytvynenko', 2]);
  });

  it.each([
    ['Olena Markovic', 'Olena Markovich', 1],
    ['Olena Brennard', 'Olena Brennards', 2],
    ['Olena Brennard', 'Oksana Brennard', 2],
    ['Olena Bauer', 'Olena Bader', 2],
    ['Carl P. Dane', 'Carl R. Dane', 2],
    ['Carl P. Dane', 'Carl Dane', 1],
  ])('%s and %s beside one rare name: %d', (one, other, people) => {
    const articles = [
      sketch('a', [`${one} met the River League.`], [one]),
      sketch('b', [`${other} met the River League.`], [other]),
    ];
    expect(namesOf(articles)).toHaveLength(people);
  });

  it('leaves a name apart that two people share but for an initial', () => {
    const articles = ['Carl P. Dane', 'Carl R. Dane', 'Carl Dane'].map((name, i) =>
      sketch('abc'.charAt(i), [`${name} met the River League.`], [name]),
    );
    expect(namesOf(articles)).toHaveLength(3);
  });

  it('shows the name of the entry where an alias matched', () => {
    const [entry] = ENTRIES.filter(({ id }) => id === 'dmytro-hallen');
    const entries = [{ ...(entry as (typeof ENTRIES)[number]), aliases: ['Dimko Halenov'] }];
    const { articles } = resolveNames([sketch('a', ['Dimko Khalenov spoke.'], ['Dimko Khalenov'])], entries);
    expect(articles[0]?.annotations.mentions[0]).toMatchObject({
      id: 'dmytro-hallen',
      name: 'Dmytro Hallen',
    });
  });

  it('never joins two entries of the list', () => {
    const entries = [
      ...ENTRIES,
      { ...(ENTRIES[7] as (typeof ENTRIES)[number]), id: 'dmitri-hallen', name: 'Dmitri Hallen' },
    ];
    const articles = [sketch('a', ['Dmytro Hallen spoke.'], []), sketch('b', ['Dmytro Hallen spoke.'], [])];
    expect(resolveNames(articles, entries).articles).toBe(articles);
  });
});

describe('listNames', () => {
  it('lists spellings with counts and the first place, and marks captions', () => {
    const text = ['Tomas Rell arrived.', 'Port Vell: Tomas Rell at the gate.', 'Tómas Rell left.'];
    const article = sketch('a', text, [], [3]);
    const accented = {
      ...(article.annotations.mentions[0] as (typeof article.annotations.mentions)[number]),
      line: 5,
      text: 'Tómas Rell',
    };
    const withAccent = {
      ...article,
      annotations: { ...article.annotations, mentions: [...article.annotations.mentions, accented] },
    };
    const [rell] = listNames([withAccent], ENTRIES).filter(({ id }) => id === 'tomas-rell');
    expect(rell?.printedAs).toEqual([
      { text: 'Tomas Rell', count: 2, first: { ref: 'a', line: 1 } },
      { text: 'Tómas Rell', count: 1, first: { ref: 'a', line: 5 } },
    ]);
    expect(rell?.mentions.map(({ line, caption }) => [line, caption])).toEqual([
      [1, undefined],
      [3, true],
      [5, undefined],
    ]);
  });

  it('has no name that stands in removed lines alone', () => {
    const article = sketch('a', ['Tomas Rell arrived.'], []);
    const mentions = article.annotations.mentions.map((mention) => ({ ...mention, line: 99 }));
    expect(listNames([{ ...article, annotations: { ...article.annotations, mentions } }], ENTRIES)).toEqual(
      [],
    );
  });
});
