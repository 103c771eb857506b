/** Front matter as the pipeline writes it, at the top of a page. */
const MATTER = /^---\n[\s\S]*?\n---\n/;

/**
 * Takes the front matter out of a page before it is compiled, line breaks left: the site reads it from the
 * file when it renders the page. In the module it would be parsed as YAML, bundled and compiled again, and
 * the bundler would read words in it as its own.
 */
export const leaveOutMatter = {
  name: 'leave-out-matter',
  enforce: 'pre' as const,
  transform: {
    order: 'pre' as const,
    filter: { id: /\.mdx$/ },
    handler: (code: string): string => code.replace(MATTER, (matter) => matter.replaceAll(/[^\n]/g, '')),
  },
};
