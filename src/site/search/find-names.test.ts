import { expect, it } from 'vitest';
import { findClosestNames, findNames } from './find-names.ts';

const NAMES = [
  {
    path: '/people/mara-holm/',
    name: 'Mara Holm',
    kind: 'people',
    variants: ['Mara Holm', 'Holm', 'M. Hólm'],
  },
  { path: '/people/marta-quist/', name: 'Marta Quist', kind: 'people', variants: ['Quist'] },
  { path: '/organisations/hmo/', name: 'HMO', kind: 'organisations', variants: ['HMO', 'Hmo'] },
  { path: '/places/aahaven/', name: 'Åhaven', kind: 'places', variants: ['Aahaven', 'Ahaven'] },
];

it.each([
  ['mara holm', ['Mara Holm']],
  ['mar', ['Mara Holm', 'Marta Quist']],
  ['holm', ['Mara Holm']],
  ['hólm', ['Mara Holm']],
  ['aahaven', ['Åhaven']],
  ['hmo boats', ['HMO']],
  ['olm', []],
  ['', []],
  ['!!!', []],
])('finds for %j %j', (text, expected) => {
  expect(findNames(text, NAMES, 4).map(({ name }) => name)).toEqual(expected);
});

it.each([
  ['quisst', ['Marta Quist']],
  ['mara hollm', ['Mara Holm']],
  ['tariffs', []],
])('finds near %j %j', (text, expected) => {
  expect(findClosestNames(text, NAMES, 4).map(({ name }) => name)).toEqual(expected);
});
