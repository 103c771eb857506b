import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from './read-yaml.ts';

const schema = z.strictObject({
  title: z.string('expected text'),
  terms: z.array(z.strictObject({ term: z.string(), weight: z.number('expected a number') })).optional(),
});

const messagesOf = (text: string): string[] => {
  const file = new VFile({ path: 'content/x.yaml', value: text });
  readYaml(file, schema);
  return file.messages.map((message) => `${message.line}: ${message.reason}`);
};

describe('readYaml', () => {
  test('returns the value and the line of a path', () => {
    const file = new VFile({ value: 'title: A\nterms:\n  - term: x\n    weight: 2\n' });
    const read = readYaml(file, schema);
    expect(read?.value).toEqual({ title: 'A', terms: [{ term: 'x', weight: 2 }] });
    expect(read?.lineOf(['terms', 0, 'weight'])).toBe(4);
  });

  test.each([
    [
      'an unknown key',
      'title: A\ntitel: B\n',
      ['2: `titel` is not known here, expected one of `title`, `terms`'],
    ],
    [
      'an unknown key in a list',
      'title: A\nterms:\n  - term: x\n    weight: 1\n    wait: 1\n',
      ['5: `wait` is not known here, expected one of `term`, `weight`'],
    ],
    [
      'a wrong type',
      'title: A\nterms:\n  - term: x\n    weight: heavy\n',
      ['4: `terms`, entry 1, `weight`: expected a number'],
    ],
    [
      'a missing key',
      'terms:\n  - { term: x, weight: 1 }\n  - weight: 1\n',
      [
        '1: `title` is missing, expected text',
        '3: `terms`, entry 2, `term` is missing, expected words, in quotation marks if they look like a number or a day',
      ],
    ],
    [
      'a value where keys belong',
      'title: A\nterms: [pier]\n',
      ['2: `terms`, entry 1: expected `term`, `weight` with their values'],
    ],
    [
      'a key that is indented',
      'title: A\n  terms: []\nbody: B\n',
      ['2: is indented more than line 1, start both in the same column'],
    ],
    [
      'an indented key of an entry',
      'terms:\n  - term: x\n     weight: 1\n',
      ['3: is indented more than line 2, start both in the same column'],
    ],
    [
      'a key without a colon',
      'title A\nterms: []\n',
      ['1: has no `: ` behind its key, expected `key: value`'],
    ],
    [
      'a value with a colon',
      'title: Piers: a list\n',
      ['1: has a second `: ` in its value, put the value in quotation marks'],
    ],
    ['a tab', 'title: A\n\tterms: []\n', ['2: is indented with a tab, use spaces']],
    [
      'a reserved mark',
      'title: @pier\n',
      ['1: has a value that starts with a reserved mark, put the value in quotation marks'],
    ],
    ['a key twice', 'title: A\ntitle: B\n', ['2: the same key stands twice, keep one of them']],
    ['an alias', 'title: &a A\nterms: *a\n', ['1: uses a YAML alias (`*name`), write the value out instead']],
  ])('names the line of %s', (_name, text, expected) => {
    expect(messagesOf(text)).toEqual(expected);
  });

  test('reports broken YAML without throwing', () => {
    expect(messagesOf('title: [A\n')[0]).toMatch(/^\d+: is not valid YAML/);
  });
});
