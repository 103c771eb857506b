/** Hugo with Pagefind. Hugo itself must be installed: see https://gohugo.io/installation/ */
import { versionOf } from './astro.ts';
import { ON_HOME, PAGEFIND, type Peer, STYLE, toMarkdown } from './peer.ts';

const CONFIG = `baseURL = "/"
title = "News"
disableKinds = ["section", "RSS", "sitemap"]
[taxonomies]
  theme = "themes"
`;

const FRAME = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title><style>${STYLE}</style></head>
<body><nav><a href="/">All articles</a></nav>{{ block "main" . }}{{ end }}</body>
</html>
`;

const ARTICLE = `{{ define "main" }}<article data-pagefind-body>
<h1>{{ .Title }}</h1>
<p>{{ .Date.Format "2006-01-02" }}, <a href="{{ .Params.source }}">{{ .Params.publisher }}</a></p>
<nav>{{ range .Params.themes }}<a href="/themes/{{ . }}/">{{ . }}</a>{{ end }}</nav>
{{ .Content }}
</article>{{ end }}
`;

const THEME = `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`;

const THEMES = `{{ define "main" }}<nav>{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
`;

const HOME = `{{ define "main" }}<h1>News</h1>
<nav>{{ range .Site.Taxonomies.themes }}<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a>{{ end }}</nav>
<ul>{{ range first ${ON_HOME} .Site.RegularPages.ByDate.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`;

export const hugo: Peer = {
  name: 'Hugo + Pagefind',
  packages: { pagefind: versionOf('pagefind') },
  needs: 'hugo',
  *files(news) {
    yield ['hugo.toml', CONFIG];
    yield ['layouts/_default/baseof.html', FRAME];
    yield ['layouts/_default/single.html', ARTICLE];
    yield ['layouts/_default/taxonomy.html', THEMES];
    yield ['layouts/_default/term.html', THEME];
    yield ['layouts/index.html', HOME];
    for (const one of news) yield [`content/news/${one.id}.md`, toMarkdown(one)];
  },
  steps: [['hugo', '--quiet', '--destination', 'dist'], PAGEFIND],
  out: 'dist',
};
