/** Eleventy with Pagefind. */
import { versionOf } from './astro.ts';
import { newestFirst, ON_HOME, PAGEFIND, type Peer, STYLE, toMarkdown } from './peer.ts';

const CONFIG = `export default function (config) {
  config.setQuietMode(true);
  const news = (api) => api.getFilteredByGlob('pages/news/*.md');
  config.addCollection('news', news);
  config.addCollection('newest', (api) => news(api)
    .sort((a, b) => b.date - a.date || (a.fileSlug < b.fileSlug ? -1 : 1)).slice(0, ${ON_HOME}));
  config.addCollection('groups', (api) => {
    const groups = new Map();
    for (const page of news(api))
      for (const theme of page.data.themes) groups.set(theme, [...(groups.get(theme) ?? []), page]);
    return [...groups.keys()].sort().map((theme) => ({ theme, pages: groups.get(theme) }));
  });
  config.addFilter('day', (date) => date.toISOString().slice(0, 10));
  return { dir: { input: 'pages', output: 'dist' }, markdownTemplateEngine: false };
}
`;

const FRAME = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title><style>${STYLE}</style></head>
<body><nav><a href="/">All articles</a></nav>{{ content | safe }}</body>
</html>
`;

const ARTICLE = `---
layout: frame.njk
---
<article data-pagefind-body>
<h1>{{ title }}</h1>
<p>{{ date | day }}, <a href="{{ source }}">{{ publisher }}</a></p>
<nav>{% for theme in themes %}<a href="/themes/{{ theme }}/">{{ theme }}</a>{% endfor %}</nav>
{{ content | safe }}
</article>
`;

const THEME = `---
layout: frame.njk
pagination: { data: collections.groups, size: 1, alias: group }
permalink: "themes/{{ group.theme }}/"
---
<h1>{{ group.theme }}</h1>
<ul>{% for page in group.pages %}<li><a href="{{ page.url }}">{{ page.data.title }}</a></li>{% endfor %}</ul>
`;

const HOME = `---
layout: frame.njk
title: News
---
<h1>News</h1>
<nav>{% for group in collections.groups %}<a href="/themes/{{ group.theme }}/">{{ group.theme }}</a>{% endfor %}</nav>
<ul>{% for page in collections.newest %}<li><a href="{{ page.url }}">{{ page.data.title }}</a></li>{% endfor %}</ul>
`;

export const eleventy: Peer = {
  name: 'Eleventy + Pagefind',
  packages: { '@11ty/eleventy': '3.1.2', pagefind: versionOf('pagefind') },
  *files(news) {
    yield ['eleventy.config.js', CONFIG];
    yield ['pages/_includes/frame.njk', FRAME];
    yield ['pages/_includes/article.njk', ARTICLE];
    yield ['pages/news/news.json', '{ "layout": "article.njk" }'];
    yield ['pages/theme.njk', THEME];
    yield ['pages/index.njk', HOME];
    for (const one of newestFirst(news)) yield [`pages/news/${one.id}.md`, toMarkdown(one)];
  },
  steps: [['eleventy', '--quiet'], PAGEFIND],
  out: 'dist',
};
