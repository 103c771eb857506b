import { expect, test } from 'vitest';
import type { LineTable } from '../line-table.ts';
import { elementsOf, parsePage } from '../page.ts';
import { checkCounts } from './check-counts.ts';

const lines = Array.from({ length: 1234 }, (_, n) => ({ status: n < 1100 ? 'kept' : 'removed' }));
const site = { tables: new Map([['003', { lines } as unknown as LineTable]]), former: new Set<string>() };

test.each([
  ['<p data-counts="003 lines kept removed">1,234 lines: 1,100 kept, 134 removed</p>', []],
  ['<i data-counts="003 lines kept" aria-label="Source 003, 1234 lines: 1100 kept"></i>', []],
  [
    '<p data-counts="003 lines kept">1,234 lines: 1,101 kept</p>',
    ['"003 lines kept": printed 1234, 1101, the lines say 1234, 1100'],
  ],
  ['<p data-counts="003 kept">11,00 kept</p>', ['"003 kept": printed 0, the lines say 1100']],
])('reads the numbers of %s', (html, expected) => {
  const page = { path: 'about/index.html', elements: elementsOf(parsePage(html)), ids: [] };
  expect(checkCounts(page, site).map(({ message }) => message)).toEqual(expected);
});
