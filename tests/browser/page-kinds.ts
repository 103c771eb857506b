/** One address of each kind of page, and of each that a kind can look like. */

/** Environment variables that hold the folder of a finished site: of the five seeds, and of `edition-desk.ts`. */
const SITES = { own: 'SOURCELINE_TEST_SITE', edition: 'SOURCELINE_TEST_EDITION' } as const;

export type Site = keyof typeof SITES;

export interface PageKind {
  readonly site: Site;
  readonly path: string;
}

const PATHS: Readonly<Record<Site, readonly string[]>> = {
  own: [
    '',
    'themes/',
    'themes/troop-build-up/',
    'themes/troop-build-up/print/',
    'briefings/000-russias-foreign-minister-has-warned/',
    'briefings/003-uk-has-not-seen-evidence/',
    'sources/',
    'sources/003/',
    'names/',
    'people/sergei-lavrov/',
    'organisations/nato/',
    'places/crimea/',
    'figures/',
    'quotes/',
    'timeline/',
    'search/?q=sanctions',
    'method/',
    'keyboard/',
    '404.html',
  ],
  edition: [
    '',
    'changes/',
    // Moved to another address, and withdrawn.
    'briefings/003-uk-has-not-seen-evidence/',
    'sources/004/',
    // With stated facts, and from right to left.
    'briefings/011-harbour-script-script-alert-1-script/',
    'briefings/012-untitled/',
    'sources/012/',
    'timeline/',
    'about/',
    '404.html',
  ],
};

export const PAGE_KINDS: readonly PageKind[] = (['own', 'edition'] as const).flatMap((site) =>
  PATHS[site].map((path) => ({ site, path })),
);

export function siteFolder(site: Site): string {
  return process.env[SITES[site]] ?? '';
}
