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
      ['4: `terms.0.weight`: expected a number'],
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
