import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readReferences } from './references.ts';

const open = (text: string) => readReferences(new VFile({ path: 'content/references.csv', value: text }));

describe('readReferences', () => {
  test.each([
    ['003_df18.txt', '003'],
    ['a/b/12-talks.txt', '12'],
    ['2022-02-14-talks.txt', /^[0-9a-f]{10}$/],
    ['14_02_2022_talks.txt', /^[0-9a-f]{10}$/],
    ['20220214_talks.txt', /^[0-9a-f]{10}$/],
    ['2022-review.txt', /^[0-9a-f]{10}$/],
    ['talks.txt', /^[0-9a-f]{10}$/],
    ['007.txt', /^[0-9a-f]{10}$/],
  ])('gives %s the reference %s', (seed, expected) => {
    const reference = open('')?.referenceOf(seed) ?? '';
    if (typeof expected === 'string') expect(reference).toBe(expected);
    else expect(reference).toMatch(expected);
  });

  test('keeps an assigned reference whatever comes beside it', () => {
    const references = open('reference,seed\n003,b/003_new.txt\n');
    expect(references?.referenceOf('003_old.txt')).toMatch(/^[0-9a-f]{10}$/);
    expect(references?.referenceOf('b/003_new.txt')).toBe('003');
  });

  test('adds rows below what stands there, and nothing when nothing is new', () => {
    const references = open('reference,seed\n003,003_a.txt');
    expect(references?.toCsv()).toBeUndefined();
    references?.referenceOf('004_"x",y.txt');
    expect(references?.toCsv()).toBe('reference,seed\n003,003_a.txt\n004,"004_""x"",y.txt"\n');
    expect(open(references?.toCsv() ?? '')?.referenceOf('004_"x",y.txt')).toBe('004');
  });

  test.each([
    ['another header', 'ref,file\n', 1],
    ['a reference twice', 'reference,seed\n1,a.txt\n1,b.txt\n', 3],
    ['a seed twice', 'reference,seed\n1,a.txt\n2,a.txt\n', 3],
    ['a row without seed', 'reference,seed\n1\n', 2],
  ])('refuses %s with its line', (_name, text, line) => {
    const file = new VFile({ path: 'content/references.csv', value: text });
    expect(readReferences(file)).toBeUndefined();
    expect(file.messages[0]).toMatchObject({ line, fatal: true });
  });
});
