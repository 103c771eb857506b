import { describe, expect, test } from 'vitest';
import type { Article, Line, Passage } from '../types.ts';
import { citeLines, excerptOf } from './cite.ts';

/** `k` kept, `r` removed, `b` blank. */
const articleOf = (statuses: string): Article => {
  const names = { k: 'kept', r: 'removed', b: 'blank' } as const;
  const lines = [...statuses].map(
    (status, index): Line => ({
      n: index + 1,
      text: status === 'b' ? '' : `line ${index + 1}`,
      status: names[status as keyof typeof names],
      role: 'paragraph',
      confidence: 'high',
    }),
  );
  return { ref: '003', lines } as unknown as Article;
};

describe('citeLines', () => {
  test.each([
    ['kkk', [1], '003:1'],
    ['kkk', [3, 1, 2, 2], '003:1-3'],
    ['kbbkbk', [1, 4, 6], '003:1-6'],
    ['kbrbk', [1, 5], '003:1,5'],
    ['kkkkk', [1, 2, 4], '003:1-2,4'],
  ])('in %s gives %j as %s', (statuses, lines, expected) => {
    expect(citeLines(articleOf(statuses), lines)).toBe(expected);
  });
});

describe('excerptOf', () => {
  const text = 'The talks failed. Both sides, he said, “will meet again.” Then they left.';
  const passage = { line: 1, to: 1, text } as Passage;
  const excerpt = (words: string) => {
    const start = text.indexOf(words);
    return excerptOf(articleOf('k'), passage, start, start + words.length);
  };

  test('takes a whole sentence as it is', () => {
    expect(excerpt('The talks failed.')).toEqual({ text: 'The talks failed.', cite: '003:1' });
    expect(excerpt('Then they left.')).toEqual({ text: 'Then they left.', cite: '003:1' });
  });

  test('marks both ends of a fragment', () => {
    expect(excerpt('he said')).toEqual({ text: 'he said', cite: '003:1', cutBefore: true, cutAfter: true });
  });

  test('sees the end of a sentence behind closing marks', () => {
    expect(excerpt('“will meet again.”')).toMatchObject({ cutBefore: true });
    expect(excerpt('“will meet again.”').cutAfter).toBeUndefined();
  });
});
