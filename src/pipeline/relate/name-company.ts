import type { Article } from '../types.ts';

/** What stands around a name in each article. */
export interface Company {
  readonly themes: readonly (string | undefined)[];
  readonly names: readonly ReadonlySet<string>[];
  /** Articles that print a name. */
  readonly counts: ReadonlyMap<string, number>;
}

/** A person with the articles (by place in the list) that print the name. */
interface Placed {
  readonly id: string;
  readonly articles: ReadonlySet<number>;
}

/** A name in more articles than this share of all says nothing about who is meant. */
const COMMON_SHARE = { key: 0.1, edit: 0.05 } as const;
/** Articles that are looked at; more would only repeat the answer. */
const ARTICLES_LOOKED_AT = 20;

export function readCompany(articles: readonly Article[]): Company {
  const names = articles.map(
    (article) => new Set(article.annotations.mentions.map(({ kind, id }) => `${kind}/${id}`)),
  );
  const counts = new Map<string, number>();
  for (const all of names) for (const name of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  return { themes: articles.map((article) => article.themes[0]?.id), names, counts };
}

/**
 * Whether some article of the one and some article of the other share a third name. For equal keys
 * a shared home theme is enough; spellings one edit apart need a name that is rare in the corpus.
 */
export function isSameCompany(a: Placed, b: Placed, company: Company, closeness: 'key' | 'edit'): boolean {
  const most = Math.max(2, company.themes.length * COMMON_SHARE[closeness]);
  const themes = new Set<string>();
  const names = new Set<string>();
  for (const index of [...a.articles].slice(0, ARTICLES_LOOKED_AT)) {
    const theme = company.themes[index];
    if (theme !== undefined && closeness === 'key') themes.add(theme);
    for (const name of company.names[index] ?? [])
      if ((company.counts.get(name) ?? 0) <= most) names.add(name);
  }
  names.delete(`people/${a.id}`);
  names.delete(`people/${b.id}`);
  return [...b.articles].slice(0, ARTICLES_LOOKED_AT).some((index) => {
    const theme = company.themes[index];
    if (theme !== undefined && themes.has(theme)) return true;
    return [...(company.names[index] ?? [])].some((name) => names.has(name));
  });
}
