/** What a reader asks for; an empty string asks for all. */
export interface Asked {
  readonly theme: string;
  readonly source: string;
}

/**
 * Whether one of the sources that print a quotation is the one asked for and has the theme asked for.
 *
 * @param themes of each source the theme of its briefing
 */
export function isAskedFor(
  refs: Iterable<string>,
  themes: ReadonlyMap<string, string>,
  { theme, source }: Asked,
): boolean {
  for (const ref of refs)
    if ((source === '' || ref === source) && (theme === '' || themes.get(ref) === theme)) return true;
  return false;
}
