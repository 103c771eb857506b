/** How many files and bytes a site has, of which part, and which limits it goes beyond. */
import { compareCodeUnits } from '../compare-code-units.ts';

export interface Limit {
  readonly files?: number | undefined;
  /** Of the whole site. */
  readonly bytes?: number | undefined;
  /** Of its largest file. */
  readonly fileBytes?: number | undefined;
}

/** Limits of common hosts that a large site meets first. What a host states nowhere is not guessed. */
export const HOST_LIMITS = {
  'Cloudflare Pages (free plan)': { files: 20_000, fileBytes: 25 * 1024 ** 2 },
  'Cloudflare Pages (paid plan)': { files: 100_000, fileBytes: 25 * 1024 ** 2 },
  'GitHub Pages': { bytes: 1024 ** 3, fileBytes: 100 * 1024 ** 2 },
  'GitLab Pages (gitlab.com)': { files: 200_000, bytes: 1024 ** 3 },
} as const satisfies Readonly<Record<string, Limit>>;

/**
 * The parts of a site: which stage of the build makes it, and its files. The first row that matches a
 * path counts it. `files` are paths that belong to the row.
 */
export const PARTS = [
  {
    stage: 'render',
    part: 'briefings',
    match: /^briefings\/[^/]+\/index\.html$/,
    files: ['briefings/004-us-and-russia/index.html'],
  },
  {
    stage: 'render',
    part: 'source pages',
    match: /^sources\/[^/]+\/index\.html$/,
    files: ['sources/004/index.html'],
  },
  {
    stage: 'render',
    part: 'theme pages',
    match: /^themes\/[^/]+\/(?:[^/]+\/)*index\.html$/,
    files: ['themes/sanctions/index.html', 'themes/sanctions/print/index.html'],
  },
  {
    stage: 'render',
    part: 'name pages',
    match: /^(?:people|organisations|places)\/[^/]+\/(?:[^/]+\/)*index\.html$/,
    files: ['people/ada-byron/index.html', 'places/riga/index.html', 'organisations/nato/index.html'],
  },
  {
    stage: 'render',
    part: 'other pages',
    match: /\.html$/,
    files: ['index.html', '404.html', 'search/index.html', 'themes/index.html', 'sources/index.html'],
  },
  {
    stage: 'files',
    part: 'sources as they arrived',
    match: /^sources\//,
    files: ['sources/004/raw.txt', 'sources/004/lines.json'],
  },
  {
    stage: 'files',
    part: 'open data',
    match: /^data\//,
    files: ['data/briefings.jsonl', 'data/lines.csv'],
  },
  {
    stage: 'search',
    part: 'search index',
    match: /^search\//,
    files: ['search/pointer.json', 'search/831f4fe71aa2e9a6/fragment/en_18.pf_fragment'],
  },
  {
    stage: 'feeds',
    part: 'feeds and sitemap',
    match: /(?:^|\/)feed\.(?:xml|json)$|^sitemap[^/]*\.xml$|^robots\.txt$/,
    files: ['feed.xml', 'themes/sanctions/feed.json', 'sitemap.xml', 'robots.txt'],
  },
  {
    stage: 'checksums',
    part: 'checksums',
    match: /^(?:checksums\.json|SHA256SUMS)$/,
    files: ['checksums.json', 'SHA256SUMS'],
  },
  {
    stage: 'render',
    part: 'styles, scripts, fonts and host files',
    match: /^/,
    files: ['assets/site.0a1b.css', 'icon.svg', '_headers', '.nojekyll'],
  },
] as const;

export interface Size {
  readonly files: number;
  readonly bytes: number;
}

export interface PartSize extends Size {
  readonly stage: string;
  readonly part: string;
}

export interface SizeReport extends Size {
  /** In the order of `PARTS`, without those that are empty. */
  readonly parts: readonly PartSize[];
  /** Limits that the site goes beyond, the editor's own first. */
  readonly warnings: readonly string[];
}

/** Sums sizes in bytes by path; `budget` is what the editor wants the site to stay within. */
export function sumSizes(sizes: ReadonlyMap<string, number>, budget: Limit = {}): SizeReport {
  const sums = PARTS.map(({ stage, part }) => ({ stage, part, files: 0, bytes: 0 }));
  let largest = { path: '', size: 0 };
  for (const [path, size] of [...sizes].sort(([a], [b]) => compareCodeUnits(a, b))) {
    const sum = sums[partOf(path)];
    if (sum) {
      sum.files += 1;
      sum.bytes += size;
    }
    if (size > largest.size) largest = { path, size };
  }
  const files = sizes.size;
  const bytes = sums.reduce((sum, part) => sum + part.bytes, 0);
  const limits: [string, Limit][] = [['the budget in `site.yaml`', budget], ...Object.entries(HOST_LIMITS)];
  const warnings = limits.flatMap(([who, limit]) => [
    ...(isOver(files, limit.files) ? [`${who} takes ${limit.files} files, the site has ${files}`] : []),
    ...(isOver(bytes, limit.bytes) ? [`${who} takes ${limit.bytes} bytes, the site has ${bytes}`] : []),
    ...(isOver(largest.size, limit.fileBytes)
      ? [`${who} takes files of ${limit.fileBytes} bytes, \`${largest.path}\` has ${largest.size}`]
      : []),
  ]);
  return { files, bytes, parts: sums.filter((sum) => sum.files > 0), warnings };
}

/** Index of the row in `PARTS` that a path belongs to. */
export function partOf(path: string): number {
  return PARTS.findIndex(({ match }) => match.test(path));
}

function isOver(value: number, limit: number | undefined): boolean {
  return limit !== undefined && value > limit;
}
