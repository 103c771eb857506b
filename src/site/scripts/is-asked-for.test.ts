import { expect, test } from 'vitest';
import { isAskedFor } from './is-asked-for.ts';

const THEMES = new Map([
  ['001', 'ports'],
  ['002', 'ferries'],
  ['003', 'no-theme'],
]);

test.each([
  [['001'], '', '', true],
  [['001'], 'ports', '', true],
  [['001'], 'ferries', '', false],
  [['001'], '', '001', true],
  [['001'], '', '002', false],
  [['003'], 'no-theme', '', true],
  [['001', '002'], 'ferries', '', true],
  [['001', '002'], 'ports', '001', true],
  // Each is printed, but not by one source.
  [['001', '002'], 'ferries', '001', false],
])(
  'of words that %j print, asked for the theme %j and the source %j: %j',
  (refs, theme, source, expected) => {
    expect(isAskedFor(refs, THEMES, { theme, source })).toBe(expected);
  },
);
