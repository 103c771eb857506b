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
