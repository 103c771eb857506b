import type { News } from '../make-news.ts';

/** Another generator that builds the same site: a page an article and a theme, a home page, and search. */
export interface Peer {
  readonly name: string;
  /** npm packages with exact versions. */
  readonly packages: Readonly<Record<string, string>>;
  /** A program that must be there already, as no npm package carries it. */
  readonly needs?: string;
  /** The project: path below its folder → content. */
  files(this: void, news: readonly News[]): Iterable<readonly [path: string, content: string]>;
  /** Commands in turn; those of npm packages by their names. */
  readonly steps: readonly (readonly [command: string, ...args: string[]])[];
  /** Folder of the finished site below the project's. */
  readonly out: string;
}

/** The home page lists as many articles as this, the newest first. */
export const ON_HOME = 100;

export const STYLE = 'body{margin:2rem auto;max-width:44rem;font:1.1rem/1.5 serif}nav a{margin-right:1rem}';

export const PAGEFIND = ['pagefind', '--silent', '--site', 'dist'] as const;

/** The last days first; by id on the same day. */
export function newestFirst(news: readonly News[]): News[] {
  return [...news].sort((a, b) =>
    a.published === b.published ? (a.id < b.id ? -1 : 1) : a.published < b.published ? 1 : -1,
  );
}

/** Articles by theme, themes in order. */
export function byTheme(news: readonly News[]): Map<string, News[]> {
  const groups = new Map<string, News[]>();
  for (const one of news)
    for (const theme of one.themes) groups.set(theme, [...(groups.get(theme) ?? []), one]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** An article as most generators read it: front matter (YAML, as JSON is) and paragraphs, also valid MDX. */
export function toMarkdown({ paragraphs, headline, published, publisher, url, themes }: News): string {
  const matter = { title: headline, date: published, themes, publisher, source: url };
  const lines = Object.entries(matter).map(([key, value]) =>
    key === 'date' ? `date: ${published}` : `${key}: ${JSON.stringify(value)}`,
  );
  return `---\n${lines.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`;
}
