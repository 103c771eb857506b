/** Starlight, with the Pagefind index that it makes itself. Themes stand in its sidebar, articles do not. */
import { versionOf } from './astro.ts';
import { byTheme, newestFirst, ON_HOME, type Peer } from './peer.ts';

const COLLECTION = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

const configOf = (themes: readonly string[]): string => `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  integrations: [starlight({ title: 'News', pagination: false, sidebar: ${JSON.stringify(themes.map((theme) => `themes/${theme}`))} })],
});
`;

const pageOf = (matter: Readonly<Record<string, string | boolean>>, body: string): string => {
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n\n${body}\n`;
};

export const starlight: Peer = {
  name: 'Starlight .md',
  packages: { astro: versionOf('astro'), '@astrojs/starlight': '0.42.4' },
  *files(news) {
    const themes = byTheme(news);
    const listOf = (some: Iterable<(typeof news)[number]>): string =>
      [...some].map(({ id, headline }) => `- [${headline}](/news/${id}/)`).join('\n');
    yield ['astro.config.mjs', configOf([...themes.keys()])];
    yield ['src/content.config.ts', COLLECTION];
    const home = listOf(newestFirst(news).slice(0, ON_HOME));
    yield ['src/content/docs/index.md', pageOf({ title: 'News', pagefind: false }, home)];
    for (const [theme, some] of themes)
      yield [`src/content/docs/themes/${theme}.md`, pageOf({ title: theme, pagefind: false }, listOf(some))];
    for (const { id, headline, published, publisher, url, themes: about, paragraphs } of news) {
      const links = about.map((theme) => `[${theme}](/themes/${theme}/)`).join(' ');
      const facts = `${published}, [${publisher}](${url})`;
      const body = [facts, links, ...paragraphs].join('\n\n');
      yield [`src/content/docs/news/${id}.md`, pageOf({ title: headline }, body)];
    }
  },
  steps: [['astro', 'build']],
  out: 'dist',
};
