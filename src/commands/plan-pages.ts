import { digestOf } from '../digest-of.ts';
import type { RenderedSite } from '../publish/finish-rendered.ts';

/** What every page is made of beside its own data. */
export interface PageSettings {
  /** Of the program: templates, styles, scripts and libraries. */
  readonly version: string;
  /** Address from the command line or `site.yaml`; absent = unknown. */
  readonly address?: string | undefined;
  readonly visibility: 'public' | 'internal';
}

export interface PagePlan extends RenderedSite {
  /** The written page of each address, path below the root → file below `content/briefings/`. */
  readonly sources: ReadonlyMap<string, string>;
}

/** The data that stands around every page. */
const FRAME = 'site.json';

/**
 * The key of every page, worked out from all that it is made of: its own data, the frame's, the settings
 * and the program. Nothing asks which files changed.
 *
 * @param written SHA-256 of the files below `content/briefings/`, by path
 */
export function planPages(written: ReadonlyMap<string, string>, settings: PageSettings): PagePlan {
  const { version, address, visibility } = settings;
  const shell = digestOf([version, written.get(FRAME) ?? '', address ?? '', visibility].join('\0'));
  const pages = new Map<string, string>();
  const sources = new Map<string, string>();
  for (const [file, digest] of written) {
    if (file === FRAME) continue;
    const address = file.replace(/\.(?:mdx|json)$/, '');
    const path = address === 'index' ? 'index.html' : `${address}/index.html`;
    pages.set(path, digestOf([shell, path, digest].join('\0')));
    sources.set(path, file);
  }
  return { pages, shell, sources };
}
