/** What Astro asks for where a page's body is rendered. */
const RENDERED = /^(.+\.mdx)\?astroRenderContent\b/;

/**
 * Renders the body of a page by its own module. Astro wraps each in a second one, which carries the styles
 * and scripts that a body imports; ours import nothing (`refuseCode`), and a thousand wrappers cost a tenth
 * of bundling and rendering a thousand pages.
 */
export const skipWrapper = {
  name: 'skip-wrapper',
  enforce: 'pre' as const,
  apply: 'build' as const,
  resolveId: {
    order: 'pre' as const,
    filter: { id: RENDERED },
    handler: (id: string): string | undefined => RENDERED.exec(id)?.[1],
  },
};
