/** What the search needs to know of the site it stands in, read from the page itself. */
export interface Site {
  /** Root of the site, wherever it lies. */
  readonly root: URL;
  readonly language: string;
  /** Links of the navigation to the themes, by id: they carry title, colour and glyph. */
  readonly themes: ReadonlyMap<string, { readonly title: string; readonly link: HTMLAnchorElement }>;
}

/** `find` is the link to the search page that every page has; its folder lies below the root. */
export function readSite(find: HTMLAnchorElement): Site {
  const themes = [...document.querySelectorAll<HTMLAnchorElement>('header nav a.th')].map((link) => {
    const id = new URL(link.href).pathname.split('/').at(-2) ?? '';
    return [id, { title: link.textContent.trim(), link }] as const;
  });
  return {
    root: new URL('../', find.href),
    language: document.documentElement.lang || 'en',
    themes: new Map(themes),
  };
}
