/** The absolute content folder that `astro.config.mjs` was given; nothing is read before it is set. */
export function contentFolder(): string {
  const folder = process.env['SOURCELINE_CONTENT'];
  if (folder === undefined) throw new Error('`SOURCELINE_CONTENT` must name the content folder');
  return folder;
}
