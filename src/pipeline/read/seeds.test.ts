import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readEditorial } from '../editorial/index.ts';
import type { Article } from '../types.ts';
import { type ReadSeedsResult, readSeeds } from './index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

let result: ReadSeedsResult;
beforeAll(async () => {
  const { themes } = await readEditorial(`${root}content`);
  result = await readSeeds({
    seedsDir: `${root}seeds`,
    themes: themes.map(({ theme }) => theme),
    references: (seed) => seed.slice(0, 3),
  });
});

function article(ref: string): Article {
  const found = result.articles.find((one) => one.ref === ref);
  if (!found) throw new Error(`no article ${ref}`);
  return found;
}

/** What was taken out, by reason, lines in order. */
function takenOut(ref: string): Record<string, number[]> {
  const reasons: Record<string, number[]> = {};
  for (const line of article(ref).lines)
    if (line.status === 'removed' || line.status === 'set-aside') {
      const key = `${line.status}: ${line.reason}`;
      reasons[key] = [...(reasons[key] ?? []), line.n];
    }
  return reasons;
}

describe('the five seeds', () => {
  it('are all articles', () => {
    expect(result.articles.map(({ ref }) => ref)).toEqual(['000', '001', '002', '003', '004']);
    expect(result.skips).toEqual([]);
    expect(result.copies).toEqual([]);
  });

  it.each([
    ['000', 22, 22, 17, 0, 5],
    ['001', 59, 31, 25, 1, 5],
    ['002', 81, 41, 22, 4, 15],
    ['003', 84, 44, 36, 1, 7],
    ['004', 55, 27, 19, 0, 8],
  ])(
    '%s: %i lines, %i with text, %i kept, %i set aside, %i removed',
    (ref, all, withText, kept, aside, removed) => {
      const { lines } = article(ref);
      const count = (status: string): number => lines.filter((line) => line.status === status).length;
      expect([
        lines.length,
        lines.length - count('blank'),
        count('kept'),
        count('set-aside'),
        count('removed'),
      ]).toEqual([all, withText, kept, aside, removed]);
    },
  );

  it('lose the lines that the reading design names, each for its reason', () => {
    expect(takenOut('000')).toEqual({
      'removed: player notice': [8],
      'removed: “more to follow”': [19],
      'removed: newsroom contact': [20],
      'removed: site promotion': [21],
      'removed: link stub': [22],
    });
    expect(takenOut('001')).toEqual({
      'set-aside: video title': [3],
      'removed: sign-up notice': [5],
      'removed: teaser for another article': [33, 34, 35],
      'removed: link stub': [59],
    });
    expect(takenOut('002')).toEqual({
      'removed: headline repeated': [3],
      'set-aside: caption': [4, 19, 61],
      'removed: “read also” label': [15, 33, 55],
      'removed: teaser for another article': [17, 27, 35, 53, 57, 59],
      'removed: label with nothing after it': [71],
      'set-aside: author-box name': [73],
      'removed: author name repeated': [75],
      'removed: author-box text': [77],
      'removed: comment form': [79, 81],
    });
    expect(takenOut('003')).toEqual({
      'removed: player notice': [57],
      'set-aside: video title': [60],
      'removed: label of a list of links': [78],
      'removed: teaser for another article': [80, 81, 82, 83, 84],
    });
    expect(takenOut('004')).toEqual({
      'removed: site navigation': [3, 46, 48],
      'removed: teaser for another article': [18, 32],
      'removed: label of a list of links': [53],
      'removed: page button': [51, 55],
    });
  });

  it.each([
    [
      '000',
      'derived',
      'Russia’s foreign minister has warned of retaliation if Britain imposes sanctions over the Ukraine crisis.',
    ],
    ['001', 'stated', 'Russia invasion fears as Ukraine urges NATO to intervene – Kremlin issues warning'],
    ['002', 'stated', 'Lavrov threatens to “take revenge”'],
    ['003', 'stated', 'UK has ‘not seen evidence’ to back up Russia’s claims of troop withdrawal'],
    ['004', 'stated', 'US and Russia trade threats over Ukraine in heated meeting'],
  ])('%s has a headline, %s', (ref, standing, text) => {
    expect(article(ref).headline).toEqual({ text, standing, line: 1 });
  });

  it('name one publisher, no author, no day, no address', () => {
    for (const { ref, source, headlineSuffix } of result.articles) {
      expect(source.publisher).toEqual(
        ref === '002' ? { text: 'VG', standing: 'stated', line: 1 } : undefined,
      );
      expect(headlineSuffix).toBe(ref === '002' ? '– VG' : undefined);
      expect([source.author, source.published, source.url]).toEqual([undefined, undefined, undefined]);
    }
  });

  it('keep their crossheads', () => {
    const crossheads = (ref: string): number[] =>
      article(ref)
        .passages.filter(({ role }) => role === 'crosshead')
        .map(({ line }) => line);
    expect(['000', '001', '002', '003', '004'].map(crossheads)).toEqual([[], [], [43], [9, 23, 45, 62], []]);
    expect(article('003').passages.find(({ line }) => line === 64)?.under).toBe(62);
  });

  it.each([
    ['000', 'sanctions', '000-russias-foreign-minister-has-warned'],
    ['001', 'troop-build-up', '001-russia-invasion-fears-as-ukraine-urges'],
    ['002', 'diplomacy', '002-lavrov-threatens-to-take-revenge'],
    ['003', 'troop-build-up', '003-uk-has-not-seen-evidence'],
    ['004', 'diplomacy', '004-us-and-russia-trade-threats'],
  ])('%s belongs to %s and is called %s', (ref, theme, name) => {
    const { themes, slug } = article(ref);
    expect(themes[0]?.id).toBe(theme);
    expect(themes[0]?.terms.length).toBeGreaterThan(1);
    expect(`${ref}-${slug}`).toBe(name);
  });

  it('are English and hold no doubtful line', () => {
    for (const { language, lines } of result.articles) {
      expect(language).toBe('en');
      expect(lines.filter((line) => line.doubtful !== undefined)).toEqual([]);
    }
  });

  it('do not depend on how often they are read', async () => {
    const { themes } = await readEditorial(`${root}content`);
    const again = await readSeeds({
      seedsDir: `${root}seeds`,
      themes: themes.map(({ theme }) => theme),
      references: (seed) => seed.slice(0, 3),
    });
    const plain = (articles: readonly Article[]): string =>
      JSON.stringify(articles.map(({ file: _, ...rest }) => rest));
    expect(plain(again.articles)).toBe(plain(result.articles));
  });
});
