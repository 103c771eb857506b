import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { makeArticle } from '../relate/fixtures/make-article.ts';
import { compareSources } from './compare-sources.ts';
import { findNameMistake } from './find-name-mistake.ts';
import { readEditions } from './read-editions.ts';
import { recordEdition } from './record-edition.ts';
import { type RecordedSource, recordSource } from './record-source.ts';

const recordAll = (...sources: RecordedSource[]) => new Map(sources.map((source) => [source.ref, source]));
const source = (ref: string, ...text: string[]) => recordSource(makeArticle({ ref, text }));
const read = (text: string) => {
  const file = new VFile({ path: 'editions.jsonl', value: text });
  const editions = readEditions(file);
  const [message] = file.messages;
  return { editions, mistake: message && `${message.line}: ${message.reason}` };
};

describe('recordSource', () => {
  test('keeps no words', () => {
    expect(JSON.stringify(source('003', 'The harbour is closed.'))).not.toContain('harbour');
  });
});

describe('recordEdition', () => {
  const first = recordAll(source('001', 'One.'), source('002', 'Two.'));
  const text = recordEdition([], first, 'Spring') ?? '';

  test('is read back as it was recorded', () => {
    expect(read(text).editions).toEqual([{ number: 1, name: 'Spring', sources: first }]);
  });

  test('records nothing when nothing changed', () => {
    expect(recordEdition(read(text).editions ?? [], first, 'Summer')).toBeUndefined();
  });

  test('adds only what is new, changed or gone', () => {
    const second = recordAll(source('001', 'One.'), source('003', 'Three.'));
    const added = recordEdition(read(text).editions ?? [], second, 'Summer') ?? '';
    expect(
      added
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ edition: 2, name: 'Summer' }, { ref: '003' }, { ref: '002', withdrawn: true }]);
    expect(read(text + added).editions?.at(-1)).toEqual({ number: 2, name: 'Summer', sources: second });
  });
});

describe('readEditions', () => {
  const opening = '{"edition":1,"name":"Spring"}\n';
  const row = '{"ref":"001","slug":"one","lines":"k0123456789 b"}\n';
  test.each([
    ['a file of a merge', `${opening}<<<<<<< ours\n`, '2: is no line that'],
    ['a row before any edition', row, '1: stands before the first edition'],
    [
      'a number that was left out',
      `${opening}{"edition":3,"name":"Summer"}\n`,
      '2: is edition 3, expected edition 2',
    ],
    ['a name twice', `${opening}{"edition":2,"name":"Spring"}\n`, '2: edition 1 has the name "Spring"'],
    ['a source twice', opening + row + row, '3: source `001` stands twice'],
    ['a mark of no status', opening + row.replace('k0', 'x0'), '2: mark 1 of source `001`'],
    ['an address as a slug', opening + row.replace('one', '../x'), '2: is no line that'],
    [
      'a source that never was',
      `${opening}{"ref":"9","withdrawn":true}\n`,
      '2: source `9` was in no edition',
    ],
    ['a further key', `${opening}${row.replace('}', ',"__proto__":{}}')}`, '2: is no line that'],
  ])('names %s by its line', (_what, text, mistake) => {
    const result = read(text);
    expect(result.editions).toBeUndefined();
    expect(result.mistake).toContain(mistake);
  });

  test('takes an empty file for no edition', () => {
    expect(read('')).toEqual({ editions: [], mistake: undefined });
  });
});

describe('findNameMistake', () => {
  test.each([
    ['', 'is empty'],
    ['a\u202eb', 'cannot be seen'],
    ['a\nb', 'cannot be seen'],
    [' Spring', 'space around'],
    ['x'.repeat(101), 'longer than 100'],
  ])('refuses %j', (name, words) => {
    expect(findNameMistake(name, [])).toContain(words);
  });
  test.each(['March 2022', '<b>“Spring”</b>', 'می\u200cخواهم'])('takes %j', (name) => {
    expect(findNameMistake(name, [])).toBeUndefined();
  });
});

describe('compareSources', () => {
  const marks = (...list: string[]): RecordedSource => ({ ref: '001', slug: 'one', marks: list });
  const [a, b, c] = ['0000000000', '1111111111', '2222222222'];
  test.each([
    ['a line that is not kept anymore', [`k${a}`, 'b', `k${b}`], [`k${a}`, 'b', `r${b}`], [3], [], 0],
    ['the same line twice, by its turn', [`k${a}`, `r${a}`], [`r${a}`, `r${a}`], [1], [], 0],
    ['a line put in front', [`k${a}`], [`k${c}`, 'b', `k${a}`], [], [1], 0],
    ['a line that was cut', [`k${a}`, `k${b}`], [`k${a}`], [], [], 1],
    ['another order', [`k${a}`, `k${b}`], [`k${b}`, `k${a}`], [], [], 0],
  ])('sees %s', (_what, before, after, status, added, gone) => {
    const { changed } = compareSources(recordAll(marks(...before)), recordAll(marks(...after)));
    expect(changed).toMatchObject([{ status, added, gone }]);
  });

  test('sees a new address of the same text', () => {
    const before = marks(`k${a}`);
    const { changed } = compareSources(recordAll(before), recordAll({ ...before, slug: 'two' }));
    expect(changed).toHaveLength(1);
  });
});
