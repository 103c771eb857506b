import { describe, expect, it } from 'vitest';
import { HOST_LIMITS, PARTS, partOf, sumSizes } from './report-size.ts';

describe('PARTS', () => {
  it.each(PARTS.flatMap(({ part, files }, row) => files.map((path) => [path, part, row] as const)))(
    'counts %s among the %s',
    (path, _part, row) => {
      expect(partOf(path)).toBe(row);
    },
  );
});

describe('sumSizes', () => {
  it('sums files and bytes by part', () => {
    const sizes = new Map([
      ['search/pointer.json', 5],
      ['briefings/000-a/index.html', 100],
      ['briefings/001-b/index.html', 200],
    ]);
    expect(sumSizes(sizes)).toEqual({
      files: 3,
      bytes: 305,
      parts: [
        { stage: 'render', part: 'briefings', files: 2, bytes: 300 },
        { stage: 'search', part: 'search index', files: 1, bytes: 5 },
      ],
      warnings: [],
    });
  });

  it.each([
    ['files', new Map(Array.from({ length: 20_001 }, (_, i) => [`${i}`, 1]))],
    ['fileBytes', new Map([['data/lines.csv', 25 * 1024 ** 2 + 1]])],
  ] as const)('warns of the free plan of Cloudflare Pages: %s', (what, sizes) => {
    const { warnings } = sumSizes(sizes);
    expect(warnings[0]).toContain('Cloudflare Pages (free plan)');
    expect(warnings[0]).toContain(`${HOST_LIMITS['Cloudflare Pages (free plan)'][what]}`);
    expect(sumSizes(new Map([...sizes].slice(1))).warnings).toEqual([]);
  });

  it('names the file that is too large', () => {
    expect(sumSizes(new Map([['data/lines.csv', 30e6]])).warnings[0]).toMatch(
      /`data\/lines\.csv` has 30000000$/,
    );
  });

  it('warns of the site as a whole, on hosts that limit it', () => {
    const parts = new Map(Array.from({ length: 60 }, (_, i) => [`${i}`, 20 * 1024 ** 2]));
    expect(sumSizes(parts).warnings.map((warning) => warning.split(' takes ')[0])).toEqual([
      'GitHub Pages',
      'GitLab Pages (gitlab.com)',
    ]);
  });

  it('warns of what the editor set, and at the first file too many only', () => {
    const sizes = new Map([
      ['a', 10],
      ['b', 10],
    ]);
    expect(sumSizes(sizes, { files: 2, bytes: 20, fileBytes: 10 }).warnings).toEqual([]);
    expect(sumSizes(sizes, { files: 1, bytes: 19, fileBytes: 9 }).warnings).toEqual([
      'the budget in `site.yaml` takes 1 files, the site has 2',
      'the budget in `site.yaml` takes 19 bytes, the site has 20',
      'the budget in `site.yaml` takes files of 9 bytes, `a` has 10',
    ]);
  });
});
