/**
 * The address that a text of a source is, in the form that browsers give it; undefined unless it leads to
 * the web and sends no name or password along.
 */
export function toWebAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' ? href : undefined;
}
