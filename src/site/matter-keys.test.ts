import { expect, test } from 'vitest';
import { findMatterFaults } from './matter-keys.ts';

const keyboard = { kind: 'keyboard', path: '/keyboard/', title: 'Keyboard', description: '' };

test('takes what the door says', () => {
  expect(findMatterFaults(keyboard)).toEqual([]);
});

test.each([
  ['an unknown kind', { ...keyboard, kind: 'blog' }, /`kind` must be one of/],
  ['a name that every object has', { ...keyboard, kind: 'constructor' }, /`kind` must be one of/],
  ['a layout, which would become an import', { ...keyboard, layout: 'node:fs' }, /must not have `layout`/],
  ['a slug, which would replace the address', { ...keyboard, slug: 'x' }, /must not have `slug`/],
  ['a missing title', { kind: 'keyboard', path: '/keyboard/', description: '' }, /must have `title`/],
  ['no map', 'text', /must be a map/],
])('refuses %s', (_name, data, fault) => {
  expect(findMatterFaults(data).join('\n')).toMatch(fault);
});
