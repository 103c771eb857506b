/** Address of a site with its last slash; undefined if the text is none. Read at every start: it loads nothing. */
export function readAddress(text: string): string | undefined {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) return undefined;
  return text.endsWith('/') ? text : `${text}/`;
}
