import { normaliseLine, splitLines } from '../normalise.ts';

/** A longer name is no name: metadata would else publish any words beside the site's own. */
const LONGEST_NAME = 120;

/** What a format’s metadata states about its article; words as they stand there. */
export interface StatedFacts {
  readonly headline?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  /** ISO day, with the words it was read from. */
  readonly published?: { readonly date: string; readonly text: string } | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
}

/**
 * The first name among the values of fields that name a publisher, the first address among those that
 * hold one. `source` is used for either, and an address is nobody’s name.
 */
export function stateOrigin(
  names: readonly (string | undefined)[],
  addresses: readonly (string | undefined)[],
): Pick<StatedFacts, 'publisher' | 'url'> {
  const isAddress = (words: string): boolean => /^https?:\/\//i.test(words);
  return {
    publisher: names.find((words) => words !== undefined && !isAddress(words)),
    url: addresses.find((words) => words !== undefined && isAddress(words)),
  };
}

/** The facts as the site may print them beside its own words; undefined where one is not of its kind. */
export function cleanFacts(facts: StatedFacts): StatedFacts {
  const { publisher, author, published, url, language } = facts;
  const day = published && cleanName(published.text);
  const address = url && normaliseLine(url);
  return {
    ...facts,
    publisher: publisher && cleanName(publisher),
    author: author && cleanName(author),
    published: published && day !== undefined ? { ...published, text: day } : undefined,
    url: address && !/\s/.test(address) && URL.canParse(address) ? address : undefined,
    language: /^([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*$/.exec(language?.toLowerCase() ?? '')?.[1],
  };
}

/** The site sets a dot between facts: in a name it would forge one. */
function cleanName(words: string): string | undefined {
  const name = normaliseLine(splitLines(words).join(' '));
  return name === '' || name.length > LONGEST_NAME || name.includes(' · ') ? undefined : name;
}
