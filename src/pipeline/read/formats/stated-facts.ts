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
