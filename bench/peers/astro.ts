/** Astro with MDX and Pagefind, put together by hand: the engines of this project, and none of its rest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ON_HOME, PAGEFIND, type Peer, STYLE, toMarkdown } from './peer.ts';

const own = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** The version that this project uses, so that a difference is not one of engines. */
export function versionOf(name: string): string {
  const version = own.dependencies[name];
  if (version === undefined) throw new Error(`\`${name}\` is not a dependency of this project`);
  return version;
}

const FRAME = `---
const { title } = Astro.props;
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>{title}</title></head>
  <body><nav><a href="/">All articles</a></nav><slot /></body>
</html>
<style is:global>${STYLE}</style>
`;

const ARTICLE = `---
import { getCollection, render } from 'astro:content';
import Frame from '../../Frame.astro';
export const getStaticPaths = async () =>
  (await getCollection('news')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
const { entry } = Astro.props;
const { title, date, publisher, source, themes } = entry.data;
const { Content } = await render(entry);
---
<Frame title={title}>
  <article data-pagefind-body>
    <h1>{title}</h1>
    <p>{date.toISOString().slice(0, 10)}, <a href={source}>{publisher}</a></p>
    <nav>{themes.map((theme) => <a href={'/themes/' + theme + '/'}>{theme}</a>)}</nav>
    <Content />
  </article>
</Frame>
`;

const THEME = `---
import { getCollection } from 'astro:content';
import Frame from '../../Frame.astro';
export const getStaticPaths = async () => {
  const news = await getCollection('news');
  const themes = new Set(news.flatMap((entry) => entry.data.themes));
  return [...themes].map((theme) => ({
    params: { theme },
    props: { entries: news.filter((entry) => entry.data.themes.includes(theme)) },
  }));
};
---
<Frame title={Astro.params.theme}>
  <h1>{Astro.params.theme}</h1>
  <ul>{Astro.props.entries.map((entry) => <li><a href={'/news/' + entry.id + '/'}>{entry.data.title}</a></li>)}</ul>
</Frame>
`;

const HOME = `---
import { getCollection } from 'astro:content';
import Frame from '../Frame.astro';
const news = await getCollection('news');
const themes = [...new Set(news.flatMap((entry) => entry.data.themes))].sort();
const newest = news.sort((a, b) => b.data.date - a.data.date || (a.id < b.id ? -1 : 1)).slice(0, ${ON_HOME});
---
<Frame title="News">
  <h1>News</h1>
  <nav>{themes.map((theme) => <a href={'/themes/' + theme + '/'}>{theme}</a>)}</nav>
  <ul>{newest.map((entry) => <li><a href={'/news/' + entry.id + '/'}>{entry.data.title}</a></li>)}</ul>
</Frame>
`;

const COLLECTION = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
export const collections = {
  news: defineCollection({
    loader: glob({ base: 'news', pattern: '*.mdx', retainBody: false }),
    schema: z.object({
      title: z.string(), date: z.coerce.date(), themes: z.array(z.string()), publisher: z.string(), source: z.string(),
    }),
  }),
};
`;

const CONFIG = `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [mdx()] });
`;

export const astro: Peer = {
  name: 'Astro .mdx + Pagefind',
  packages: {
    astro: versionOf('astro'),
    '@astrojs/mdx': versionOf('@astrojs/mdx'),
    pagefind: versionOf('pagefind'),
  },
  *files(news) {
    yield ['astro.config.mjs', CONFIG];
    yield ['src/content.config.ts', COLLECTION];
    yield ['src/Frame.astro', FRAME];
    yield ['src/pages/index.astro', HOME];
    yield ['src/pages/news/[id].astro', ARTICLE];
    yield ['src/pages/themes/[theme].astro', THEME];
    for (const one of news) yield [`news/${one.id}.mdx`, toMarkdown(one)];
  },
  steps: [['astro', 'build'], PAGEFIND],
  out: 'dist',
};
