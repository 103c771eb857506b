import { expect, it } from 'vitest';
import { EMPTY_STATE, isFiltered, readState, writeState } from './search-state.ts';

it.each([
  '',
  '?q=ferry',
  '?q=%22a+b%22&theme=harbours&theme=canals&org=X+%26+Y&from=2022-01-01&undated=1&sort=date&removed=1',
])('reads and writes %j', (address) => {
  expect(writeState(readState(address))).toBe(address);
});

it.each([
  ['?q=', ''],
  ['?unknown=1&theme=&theme=a&theme=a', '?theme=a'],
  ['?from=soon&to=2022-1-1&undated=yes&sort=size&removed=2', ''],
  ['?q=a&q=b', '?q=a'],
])('reads %j as %j', (address, meaning) => {
  expect(writeState(readState(address))).toBe(meaning);
});

it('knows what narrows a search beside its words', () => {
  expect(isFiltered({ ...EMPTY_STATE, q: 'x', sort: 'date', removed: true })).toBe(false);
  expect(isFiltered({ ...EMPTY_STATE, undated: true })).toBe(true);
  expect(isFiltered(readState('?place=Crimea'))).toBe(true);
});
