import { expect, test } from 'vitest';
import type { Article, NameEntry } from '../types.ts';
import { listNames } from './list-names.ts';

const mention = { line: 1, start: 0, end: 4, text: 'Kyiv', kind: 'places', id: 'kyiv', name: 'Kyiv' };
const article = {
  ref: '001',
  passages: [{ line: 1, role: 'paragraph' }],
  annotations: {
    mentions: [mention, { ...mention, start: 9, end: 14, text: 'Lutsk', id: 'lutsk', name: 'Lutsk' }],
  },
} as unknown as Article;
const entry = { kind: 'places', id: 'kyiv', name: 'Kyiv', aliases: ['Kiev'], misspellings: ['Kyev'] };

test('knows a listed name by spellings that no article prints', () => {
  const [kyiv, lutsk] = listNames([article], [entry as unknown as NameEntry]);
  expect(kyiv).toMatchObject({ id: 'kyiv', printedAs: [{ text: 'Kyiv' }], knownAs: ['Kiev', 'Kyev'] });
  expect(lutsk?.knownAs).toBeUndefined();
});
