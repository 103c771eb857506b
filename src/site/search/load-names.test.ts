import { expect, it } from 'vitest';
import { filesOf } from './load-names.ts';

const FILES = new Set(['c', 'cl', 'clim', 'k', 'ki', '_', '_s', 'all', 'm']);

it.each([
  ['climate change', ['clim', 'c']],
  ['Kiev', ['ki']],
  ['k', ['k']],
  ['Łos', ['_']],
  ['ösa', []],
  ['alliance', ['all']],
  ['“Kíev” kilo', ['ki']],
  ['-- !!', []],
  ['zoo', []],
])('looks for the names of %j in %j', (text, expected) => {
  expect(filesOf(text, FILES)).toEqual(expected);
});
