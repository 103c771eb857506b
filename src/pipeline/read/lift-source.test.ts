import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { createReader } from './reader.ts';
import { linesOf } from './seed-line.ts';
import { createThemeMatcher } from './tag-themes.ts';

const HEAD = 'Ferry line halts service after storm in the bay';
const TEXT = 'The ferry line stopped its boats on Monday after a storm, the port said in a statement.';

function readPage(texts: readonly string[]) {
  const reader = createReader({ themes: [], matcher: createThemeMatcher([]) });
  const file = new VFile({ value: texts.join('\n') });
  const tree = reader.parse(file);
  reader.runSync(tree, file);
  return { data: file.data, roles: linesOf(tree).map(({ role }) => role) };
}

describe('what stands between headline and text', () => {
  it.each([
    ['a byline in small letters', [HEAD, 'by Jo Doe', TEXT], 'Jo Doe'],
    ['agencies behind the author', [HEAD, 'By Jo Doe with AFP, AP', TEXT], 'Jo Doe'],
    ['no person behind By', [HEAD, 'By The Harbour Crew', TEXT], undefined],
    ['a town behind the author', [HEAD, 'By Jo Doe, The Hague', TEXT], 'Jo Doe'],
    ['an outlet under a post', [HEAD, 'Jo Doe | Staff Writer', 'Bay Ledger', TEXT], undefined],
  ])('states the author: %s', (_, texts, author) => {
    expect(readPage(texts).data.author?.text).toBe(author);
  });

  it.each([
    ['reporters in two towns', [HEAD, 'Jo Doe in Norrvik and Max Roe in Velm', '5 May 2022', TEXT], 'byline'],
    ['the outlet under a post', [HEAD, 'Jo Doe | Staff Writer', TEXT], 'byline'],
    ['a day behind a name', [HEAD, 'Jo Doe — Tuesday, 8 February 2022, 14:40', TEXT], 'dateline'],
    ['a standfirst with an outlet', [HEAD, 'New owner for The Daily Express', TEXT], 'crosshead'],
    ['a standfirst with a town', [HEAD, 'Ferry talks end in Norrvik, The Hague', TEXT], 'crosshead'],
    ['a sentence with a footnote', [HEAD, 'The boats are to stay in port.[1]', TEXT], 'paragraph'],
  ])('is told apart: %s', (_, texts, role) => {
    expect(readPage(texts).roles[1]).toBe(role);
  });

  it('tells reporters in towns from capitals in no time', () => {
    const lines = Array.from({ length: 5 }, () => [`${'ABABABABABAB '.repeat(9)}in 7`, '5 May 2022']);
    const start = performance.now();
    readPage([HEAD, ...lines.flat(), TEXT]);
    expect(performance.now() - start).toBeLessThan(300);
  });

  it('states the day behind a name', () => {
    const { data } = readPage([HEAD, 'Jo Doe — Tuesday, 8 February 2022, 14:40', TEXT]);
    expect(data.published?.date).toBe('2022-02-08');
  });
});
